#include "publish/build_origin.h"

#include <xlsxwriter.h>

#include "publish/search_page.h"
#include "source/hash.h"
#include "workspace/place_names.h"

namespace catalog {

namespace {

/// Parts one behind the other, each with its length, so that no two lists of parts are alike.
class Parts {
 public:
  void add(std::string_view part) {
    text_ += std::to_string(part.size());
    text_ += ':';
    text_ += part;
  }
  void add(uint64_t number) { add(std::to_string(number)); }
  void add(const std::vector<std::string>& parts) {
    add(parts.size());
    for (const std::string& part : parts) add(part);
  }

  std::string digest() const { return hash_text(Hash::Sha256, {text_}); }

 private:
  std::string text_;
};

/// Names every member, so that a new one is not forgotten here. Where the files go, who watches
/// and on how many processors decides nothing of them.
void add_options(const BuildOptions& options, Parts& out) {
  const auto& [folder, formats, template_name, channels, only_paths, only_domain, fragment,
               with_codes, progress, threads, pdf, source_date_epoch, stands] = options;
  out.add(formats.size());
  for (const PublishFormat format : formats) out.add(static_cast<uint64_t>(format));
  out.add(template_name);
  out.add(channels ? static_cast<uint64_t>(*channels) + 1 : 0);
  out.add(only_paths);
  out.add(only_domain);
  out.add(static_cast<uint64_t>(fragment));
  out.add(with_codes);
  out.add(pdf);
  out.add(source_date_epoch ? std::to_string(*source_date_epoch) : "");
}

void add_units(const Workspace& workspace, const UnitsRequest& request, Parts& out) {
  out.add(request.all);
  out.add(request.units.size());
  for (const Unit* unit : request.units) out.add(unit->code.view());
  out.add(request.domains.size());
  for (const Symbol domain : request.domains) out.add(domain.view());
  for (const Unit& unit : workspace.units.all()) out.add(name_on(unit, request.checks.as_of));
}

}  // namespace

std::string build_origin(const ValidatedWorkspace& validated, FileSystem& files,
                         const BuildOptions& options, const UnitsRequest* request,
                         std::string_view more) {
  const Workspace& workspace = validated.workspace();
  Parts out;
  out.add(more);
  if (options.wants(PublishFormat::Xlsx)) out.add(lxw_version());
  out.add(validated.draft_mark());
  add_options(options, out);
  out.add(workspace.files.size());
  for (const FileRecord& file : workspace.files) {
    out.add(file.path.view());
    out.add(file.bytes);
    out.add(file.hash);
  }
  if (!request) return out.digest();
  add_units(workspace, *request, out);
  if (const std::string path = pinyin_file(workspace); !path.empty())
    out.add(files.read(path).value_or(""));
  return out.digest();
}

}  // namespace catalog
