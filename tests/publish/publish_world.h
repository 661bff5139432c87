#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "publish/build.h"
#include "source/memory_file_system.h"

namespace catalog::test {

/// A file of the project.
inline std::string project_file(const std::string& path) {
  std::ifstream file(CATALOG_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline constexpr std::string_view kItem = R"(  - id: "1"
    topic: 最低生活保障
    subtopic: 办事指南
    elements: [申请材料, 办理流程]
    basis: [《社会救助暂行办法》（国务院令第649号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站, 政务服务中心]
    audience: 全社会
    mode: 主动
    levels: [区级, 街镇级]
)";

/// A small workspace in memory with the real vocabulary and templates: a standard, a list whose
/// domain has one, and a list whose domain has none. Publishing does not ask the rules, so texts of
/// any kind can be tried.
class PublishWorld {
 public:
  PublishWorld() {
    put("catalog.yaml", R"(kind: workspace
title: 上海市政务公开标准目录
version: "2020.1"
effective: "2020-12-31"
note: 本工作区是示例。
guidelines: guidelines
units: units.yaml
vocabulary: vocabulary.yaml
templates: templates
template: shanghai-2020
compiler: 上海市人民政府办公厅
domains:
  - {domain: social-assistance, status: 保留}
  - {domain: budgets, status: 保留}
)");
    put("units.yaml", R"(kind: units
units:
  - {code: "310104", name: 徐汇区, level: 区级, type: 区, hotline: 021-00000000}
  - {code: civil-affairs, name: 上海市民政局, level: 市级, type: 部门}
)");
    put("guidelines/social-assistance.yaml", R"(kind: guideline
domain: social-assistance
name: 社会救助
complete: 否
items:
  - {id: "13", topic: 临时救助, subtopic: 监督检查, seen: 未核验}
)");
    for (const char* file :
         {"vocabulary.yaml", "templates/national.yaml", "templates/shanghai-2020.yaml"})
      put(file, project_file("catalogues/national/" + std::string(file)));
    put_standard(kItem);
    put_list("310104", "social-assistance", kItem);
    put_list("310104", "tax", kItem);
  }

  void put(const std::string& path, std::string text) { files.put("w/" + path, std::move(text)); }
  void put_standard(std::string_view items, std::string_view head = "") {
    put("standards/social-assistance.yaml",
        "kind: standard\ndomain: social-assistance\nversion: \"2020.1\"\neffective: "
        "\"2020-12-31\"\n"
        "drafted_by: [civil-affairs, \"310104\"]\nstate: 征求意见\n" +
            std::string(head) + "items:\n" + std::string(items));
  }
  void put_list(const std::string& unit, const std::string& domain, std::string_view items) {
    put("lists/" + unit + "/" + domain + ".yaml", "kind: list\ndomain: " + domain + "\nunit: \"" +
                                                      unit + "\"\nversion: \"2020.1\"\nitems:\n" +
                                                      std::string(items));
  }

  /// The workspace as it stands now; the world must outlive what is made of it.
  ValidatedWorkspace load(bool draft = false, std::string_view mark = kDraftMark) {
    validation_ = {};
    validation_.workspace = std::move(load_workspace(files, "w", {}).value());
    validation_.complete = true;  // laying out is tried here, not checking
    return ValidatedWorkspace::of(validation_, draft, mark).value();
  }
  std::expected<BuildResult, IoError> build(const BuildOptions& options = {}, bool draft = false) {
    return catalog::build(load(draft), files, options);
  }
  /// A file below w/build.
  std::string built(const std::string& path) const {
    const auto found = files.files().find("w/build/" + path);
    return found == files.files().end() ? std::string{} : found->second;
  }

  MemoryFileSystem files;

 private:
  Validation validation_;
};

/// Options that ask for all formats.
inline BuildOptions all_formats() {
  BuildOptions options;
  options.formats.clear();
  for (const PublishFormatInfo& format : publish_formats())
    options.formats.push_back(format.format);
  return options;
}

}  // namespace catalog::test
