#include "diff/impact.h"

#include <algorithm>
#include <unordered_set>

#include "diff/resolved_findings.h"
#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

/// Reads the file as far as is needed to say what it is.
std::expected<Guideline, Message> read_guideline(FileSystem& files, const std::string& path) {
  const auto bytes = files.read(path);
  if (!bytes) return std::unexpected(bytes.error().message);
  yaml::Tree tree;
  if (const auto parsed = yaml::parse(*bytes, tree); !parsed) {
    const Position at = SourceText(path, *bytes).position({parsed.error().at.begin});
    const Message& what = parsed.error().message;
    return std::unexpected(say({"{0}:{1}:{2}：{3}。请先改正。", "{0}:{1}:{2}: {3}. Mend it first."},
                               path, at.line, at.column.value,
                               Phrase(what.in(Lang::Zh), what.in(Lang::En))));
  }
  const auto kind = kind_of(tree);
  if (kind != Kind::Guideline) {
    return std::unexpected(
        kind ? say({"“{}”是{}，不是标准指引：请给出 kind: guideline（类型: 标准指引）的文件。",
                    "“{}” is a file of kind {}, no guideline: give a file of kind: guideline."},
                   path, kind_info(*kind).word)
             : say({"“{}”没有写明类型（kind）：应为 kind: guideline（类型: 标准指引）。",
                    "“{}” does not say its kind: it should begin with kind: guideline."},
                   path));
  }
  Guideline out;
  Problems problems;
  read_document(tree, Symbol::of(path), out, problems);
  if (out.domain.empty()) {
    return std::unexpected(say({"“{}”没有写明领域（domain），不知道要替代哪份指引。",
                                "“{}” does not say its domain, so what it replaces is not known."},
                               path));
  }
  return out;
}

/// The first finding that keeps a file from being read.
const Finding* unreadable(const Validation& validation) {
  const auto found = std::ranges::find_if(validation.findings, [](const Finding& finding) {
    return finding.rule == "syntax" || finding.rule == "encoding";
  });
  return found == validation.findings.end() ? nullptr : &*found;
}

CatalogueSet set_of(const Guideline* guideline) {
  CatalogueSet out;
  out.is_file = true;
  if (guideline) out.catalogues.push_back(version_of(*guideline));
  return out;
}

std::vector<RenumberedRow> renumbered_rows(const Guideline& before, const Guideline& after) {
  std::unordered_map<Symbol, const Row*> old_rows;
  for (const Row& row : before.items) {
    for (const Text& alias : row.aliases) old_rows.try_emplace(alias.value, &row);
    old_rows[row.id.value] = &row;
  }
  std::vector<RenumberedRow> out;
  for (const Row& row : after.items) {
    const Row* old = old_rows.contains(row.id.value) ? old_rows[row.id.value] : nullptr;
    for (const Text& alias : row.aliases) {
      if (!old && old_rows.contains(alias.value)) old = old_rows[alias.value];
    }
    if (!old || old->number.empty() || row.number.empty()) continue;
    if (old->number.value == row.number.value) continue;
    out.push_back({std::string(row.id.view()),
                   item_name(row),
                   std::string(old->number.view()),
                   std::string(row.number.view()),
                   {after.file, row.number.span}});
  }
  return out;
}

class ImpactFinder {
 public:
  ImpactFinder(FileSystem& files, const std::string& root, const ValidateOptions& options)
      : files_(files), root_(root), options_(options) {}

  std::expected<Impact, Message> run(const std::string& path) {
    const auto given = read_guideline(files_, path);
    if (!given) return std::unexpected(given.error());
    out_.domain = given->domain.value;
    out_.new_file = path;
    auto before = validate_workspace(files_, root_, options_);
    if (!before) return std::unexpected(std::move(before.error().message));
    out_.before = std::move(*before);
    if (auto known = find_old(path); !known) return std::unexpected(std::move(known.error()));
    ValidateOptions with = options_;
    with.guideline = GuidelineInPlace{path, out_.old_file};
    auto after = validate_workspace(files_, root_, with);
    if (!after) return std::unexpected(std::move(after.error().message));
    out_.after = std::move(*after);
    out_.name = out_.after.workspace->domain_name(out_.domain);
    compare_rows();
    compare_findings();
    return std::move(out_);
  }

 private:
  std::expected<void, Message> find_old(const std::string& path) {
    if (const Finding* finding = unreadable(out_.before)) {
      return std::unexpected(
          say({"“{}”不能读取，影响无从判断：请先运行 catalog validate 并改正。",
               "“{}” can't be read, so what the guideline would change can't be told: run catalog "
               "validate and mend it first."},
              finding->place.file.view()));
    }
    const Guideline* old = out_.before.workspace->guideline(out_.domain);
    if (!old) return {};
    out_.old_file = old->file.view();
    if (files_.canonical(out_.old_file) != files_.canonical(path)) return {};
    return std::unexpected(say({"“{}”就是现用的指引：请把新版写成另一个文件，再看它的影响。",
                                "“{}” is the guideline in use: write the new version to another "
                                "file to see what it would change."},
                               path));
  }

  void compare_rows() {
    const Workspace& now = *out_.after.workspace;
    const Guideline* old = out_.before.workspace->guideline(out_.domain);
    const Guideline& fresh = out_.guideline();
    out_.old_set = set_of(old);
    out_.new_set = set_of(&fresh);
    out_.rows = compare_versions(out_.old_set, out_.new_set,
                                 {now.vocabulary, now.calendar, now.legal}, now);
    std::erase_if(out_.rows.changes,
                  [](const Change& change) { return change.kind == ChangeKind::CatalogueAdded; });
    if (old) out_.renumbered = renumbered_rows(*old, fresh);
    const auto count = [&](const auto& catalogues) {
      out_.catalogues += static_cast<size_t>(std::ranges::count_if(
          catalogues, [&](const auto& one) { return one.domain.value == out_.domain; }));
    };
    count(now.lists);
    count(now.standards);
  }

  /// What has no address is identified by its file: the new one stands for the old one.
  void rename(std::vector<Finding>& findings) const {
    if (out_.old_file.empty()) return;
    const Symbol fresh = Symbol::of(out_.new_file);
    for (Finding& finding : findings) {
      if (finding.place.file != fresh || !finding.address.empty()) continue;
      finding.place.file = Symbol::of(relative_path(out_.old_file, root_));
      finding.fingerprint = fingerprint_of(finding);
      finding.place.file = fresh;
    }
  }

  void compare_findings() {
    rename(out_.after.findings);
    const ResolvedDomain then = resolve_domain(out_.before, out_.domain, options_);
    const ResolvedDomain now = resolve_domain(out_.after, out_.domain, options_);
    out_.units = now.units;
    std::unordered_set<uint64_t> after;
    for (const Finding& finding : out_.after.findings) after.insert(finding.fingerprint);
    for (const Finding& finding : out_.before.findings) {
      if (!after.contains(finding.fingerprint)) out_.settled.push_back(finding);
    }
    keep_news();
    add_resolved(only_in(now, then), out_.after.findings);
    add_resolved(only_in(then, now), out_.settled);
    count_severities(out_.after);
  }

  void keep_news() {
    std::unordered_map<uint64_t, Severity> before;
    for (const Finding& finding : out_.before.findings)
      before.emplace(finding.fingerprint, finding.severity);
    std::erase_if(out_.after.findings, [&](const Finding& finding) {
      const auto known = before.find(finding.fingerprint);
      if (known == before.end()) return false;
      if (known->second >= finding.severity) return true;
      out_.uses[finding.fingerprint].was = known->second;
      return false;
    });
    out_.after.complete = false;
  }

  /// Puts findings of resolved catalogues beside those of what they are made from: the same rule at
  /// the same place is one finding.
  void add_resolved(std::vector<ResolvedFinding> resolved, std::vector<Finding>& findings) {
    std::map<std::tuple<std::string_view, uint32_t, Span>, uint64_t> places;
    const auto key = [](const Finding& finding) {
      return std::tuple(finding.rule, finding.place.file.number(), finding.place.span);
    };
    for (const Finding& finding : findings) places.emplace(key(finding), finding.fingerprint);
    for (ResolvedFinding& one : resolved) {
      const auto [place, fresh] = places.emplace(key(one.finding), one.finding.fingerprint);
      out_.uses[place->second].units = std::move(one.units);
      if (fresh) findings.push_back(std::move(one.finding));
    }
    sort_findings(findings);
  }

  FileSystem& files_;
  const std::string& root_;
  const ValidateOptions& options_;
  Impact out_;
};

}  // namespace

std::expected<Impact, Message> impact_of(FileSystem& files, const std::string& root,
                                         const std::string& guideline,
                                         const ValidateOptions& options) {
  return ImpactFinder(files, root, options).run(guideline);
}

void keep_unit(Impact& impact, const Unit& unit) {
  std::unordered_set<Symbol> own;
  for (const List& list : impact.after.workspace->lists) {
    if (list.unit.value == unit.code.value) own.insert(list.file);
  }
  const auto concerns = [&](const Finding& finding) {
    if (own.contains(finding.place.file)) return true;
    const auto use = impact.uses.find(finding.fingerprint);
    return use != impact.uses.end() &&
           std::ranges::any_of(use->second.units, [&](const Unit* other) {
             return other->code.value == unit.code.value;
           });
  };
  std::erase_if(impact.after.findings, [&](const Finding& f) { return !concerns(f); });
  std::erase_if(impact.settled, [&](const Finding& f) { return !concerns(f); });
  count_severities(impact.after);
}

}  // namespace catalog
