#include <unordered_map>

#include "rules/problems.h"

namespace catalog {

namespace {

/// Remembers ids of one file and reports those that come again.
class Ids {
 public:
  Ids(const FileContext& file, Reporter& out) : file_(file), out_(out) {}

  /// `key` and `chinese_key`: the key of the id in the records of this list.
  void list(std::string_view list_key, std::string_view list_chinese, std::string_view key,
            std::string_view chinese_key) {
    const yaml::Tree& tree = file_.view().tree;
    const yaml::NodeId list = find(tree.root(), list_key, list_chinese);
    if (list == yaml::kNoNode || tree.resolved(list).kind != yaml::NodeKind::Sequence) return;
    std::unordered_map<std::string_view, Span> seen;
    tree.each(list, [&](yaml::NodeId record) {
      if (tree.resolved(record).kind != yaml::NodeKind::Mapping) return;
      const yaml::NodeId id = find(record, key, chinese_key);
      if (id == yaml::kNoNode || tree.resolved(id).text.empty()) return;
      const yaml::Node& node = tree.resolved(id);
      const auto [first, fresh] = seen.emplace(node.text, node.span);
      if (!fresh) report(list_key, key, node, first->second);
    });
  }

 private:
  yaml::NodeId find(yaml::NodeId record, std::string_view key, std::string_view chinese_key) const {
    const yaml::NodeId found = file_.view().tree.find(record, key);
    return found == yaml::kNoNode ? file_.view().tree.find(record, chinese_key) : found;
  }

  void report(std::string_view list_key, std::string_view key, const yaml::Node& node, Span first) {
    Finding& finding = out_.add(
        file_.place(node.span),
        say({"编号“{}”重复，第{}行已用", "the id “{}” is used again; it stands in line {} already"},
            node.text, file_.view().text.line_of({first.begin})));
    FieldPlace where = file_.field_place(std::string(list_key) + "[" + std::string(node.text) +
                                         "]." + std::string(key));
    finding.address = std::move(where.address);
    finding.field = std::move(where.field);
    finding.values.emplace_back(node.text);
    finding.label = say({"编号", "id"});
    finding.advice = say({"给后一个事项另编一个没有用过的编号，如“{}-2”",
                          "give the later one an id that was never used, as “{}-2”"},
                         node.text);
  }

  const FileContext& file_;
  Reporter& out_;
};

void check(const FileContext& file, Reporter& out) {
  if (file.view().tree.empty() || !file.view().kind) return;
  Ids ids(file, out);
  switch (*file.view().kind) {
    case Kind::List:
    case Kind::Standard:
    case Kind::Guideline:
      return ids.list("items", "事项", "id", "编号");
    case Kind::Adoption:
      return;  // ids of several domains: added-id-taken
    case Kind::Units:
      return ids.list("units", "单位", "code", "代码");
    case Kind::Vocabulary:
    case Kind::Demands:
      for (const FieldInfo& field : kind_info(*file.view().kind).record()->fields)
        ids.list(field.key.en, field.key.zh, "id", "编号");
      return;
    default:
      return;
  }
}

constexpr std::string_view kFields[] = {"id", "code"};

}  // namespace

extern const Rule id_doubled_rule{
    .name = "id-doubled",
    .title = {"编号重复", "doubled id"},
    .family = Family::Form,
    .severity = Severity::Error,
    .summary = {"一个文件里两个事项（或行、单位、词）用了同一个编号。",
                "Two items (or rows, units, words) of one file have the same id."},
    .rationale =
        {"地址由编号构成，锚点、比较、链接都靠它；编号一经使用，不改变，也不再给别的事项。",
         "Addresses are made of ids; anchors, diffs and links rest on them. An id is never changed "
         "nor given to another item."},
    .source = {"《文件格式》：编号", "the file formats: ids"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/civil-affairs/social-assistance.yaml
kind: list
domain: social-assistance
unit: civil-affairs
version: "2020.1"
items:
  - id: "1"
    topic: 综合业务
    subtopic: 监督检查
    elements: [社会救助投诉举报电话]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
  - id: "1"
    topic: 综合业务
    subtopic: 办事机构
    elements: [救助管理站地址]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 上海市民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [市级]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6-2
    topic: 最低生活保障
    subtopic: 复核信息
    elements: [低保对象复核结果]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）]
    deadline: 信息形成之日起20个工作日内
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
)yaml",
    .check_file = check,
};

}  // namespace catalog
