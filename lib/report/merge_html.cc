#include "report/merge_report.h"

#include <array>
#include <unordered_map>

#include "model/fields_item.h"
#include "model/writer.h"
#include "report/item_lines.h"
#include "report/merge_words.h"

namespace catalog {

namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 100rem; color: #1c2430; background: #fff;
  font: 0.875rem/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", "Heiti SC", sans-serif; }
h1 { font-size: 1.5rem; margin: 1rem 0 0.25rem; }
h2 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0.25rem 0; }
.quiet, .place { color: #55606e; }
.place { display: block; font-size: 0.8em; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; page-break-inside: auto; }
th, td { border: 1px solid #c3ccd6; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; font-weight: 400; }
thead th { background: #eaf0f5; font-weight: 600; }
th.field { width: 9rem; }
tr { page-break-inside: avoid; }
.open td, .open th { background: #fdecec; }
.settled td, .settled th { background: #edf7ee; }
.changed td.mine { background: #fff8e1; }
.mark { font-weight: 600; }
.open .mark { color: #a61b1b; }
.settled .mark { color: #1d6b2c; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; }
@media print { body { max-width: none; font-size: 9pt; padding: 0; } @page { size: A4 landscape; margin: 12mm; } }
)css";

/// One item of the merge in its four versions.
struct Row {
  const PairedItem* pair;
  const Item* base = nullptr;
  const Item* department = nullptr;
  const Item* district = nullptr;
  const Item* merged = nullptr;
};

class MergePage {
 public:
  MergePage(const MergeReport& report, Sources& sources, const MergeReportStyle& style)
      : report_(report), merged_(report.merged), sources_(sources), style_(style) {
    index(report.merge.department.items, "list/" + unit(report.merge.department));
    index(report.merge.district.items, "list/" + unit(report.merge.district));
    const Standard* known = report.merge.standard ? report.merge.standard : report.merge.draft;
    const std::string domain(report.merge.department.domain.view());
    if (known) index(known->items, "standard/" + domain);
    if (report.merge.guideline && !report.merge.standard)
      index(report.merge.guideline->items, "guideline/" + domain);
    index(merged_.standard.items, "merged");
    for (const Conflict& conflict : merged_.conflicts) {
      const std::string id = conflict.address.substr(conflict.address.rfind('/') + 1);
      const std::string key = conflict.field.substr(0, conflict.field.find_first_of(".["));
      conflicts_.emplace(id + ":" + key, &conflict);
    }
  }

  std::string write() {
    head();
    for (const PairedItem& pair : merged_.pairs) item(pair);
    list({"缩减（上一版有、合并后没有）", "Narrowed (in the last standard, not in this one)"},
         merged_.removals, [&](const Removal& removal) {
           return removal.address + " " +
                  (removal.field.empty() ? in({"整个事项 ", "the whole item "})
                                         : field_text(removal.field, style_.lang) + " ") +
                  removal.what + in({"（删去方：", " (by "}) + roles_text(removal.by, style_.lang) +
                  in({"）", ")"});
         });
    list({"占位", "Placeholders"}, merged_.substitutions, [](const Substitution& made) {
      return made.before + " → " + made.after + " ×" + std::to_string(made.times);
    });
    list({"说明", "Remarks"}, merged_.remarks,
         [&](const MergeRemark& remark) { return remark.message.in(style_.lang); });
    raw("</main>\n</body>\n</html>\n");
    return std::move(out_);
  }

 private:
  static std::string unit(const List& list) {
    return std::string(list.unit.view()) + "/" + std::string(list.domain.view());
  }
  std::string in(Bilingual text) const { return std::string(text.in(style_.lang)); }
  void raw(std::string_view html) { out_ += html; }
  void text(std::string_view text) {
    for (const char c : text) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '"':
          out_ += "&quot;";
          break;
        default:
          if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') out_ += c;
      }
    }
  }
  void element(std::string_view open, std::string_view words, std::string_view close) {
    raw(open);
    text(words);
    raw(close);
  }

  template <class Items>
  void index(const Items& items, const std::string& prefix) {
    for (const auto& item : items) items_[prefix + "/" + std::string(item.id.view())] = &item;
  }
  const Item* find(std::string_view address) const {
    const auto found = items_.find(std::string(address));
    return found == items_.end() ? nullptr : found->second;
  }

  void head() {
    const PairMerge& merge = report_.merge;
    const std::string title =
        std::string(merge.workspace.domain_name(merge.department.domain.value)) +
        in({"：部门与区清单对照", ": the lists of the pair side by side"});
    raw(style_.lang == Lang::Zh ? "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"
                                : "<!DOCTYPE html>\n<html lang=\"en\">\n");
    raw("<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n");
    element("<title>", title, "</title>\n<style>");
    raw(kStyle);
    element("</style>\n</head>\n<body>\n<main>\n<h1>", title, "</h1>\n");
    element("<p>",
            in({"部门：", "Department: "}) + unit_text(merge.workspace, merge.department.unit) +
                in({"；区：", "; district: "}) + unit_text(merge.workspace, merge.district.unit),
            "</p>\n");
    element("<p class=\"quiet\">",
            say({"合并后{}个事项；冲突{}处，其中未处理{}处；缩减{}处",
                 "{} items; conflicts: {}, of which open: {}; narrowed: {}"},
                merged_.standard.items.size(), merged_.conflicts.size(), merged_.open_conflicts(),
                merged_.removals.size())
                .in(style_.lang),
            "</p>\n");
  }

  const Conflict* conflict_of(std::string_view id, std::string_view key) const {
    const auto found = conflicts_.find(std::string(id) + ":" + std::string(key));
    return found == conflicts_.end() ? nullptr : found->second;
  }

  void item(const PairedItem& pair) {
    const std::string id(pair.id.view());
    const Row row{&pair, find(pair.base.view()), find(pair.department.view()),
                  find(pair.district.view()), find("merged/" + id)};
    if (!row.merged) return;
    raw("<h2");
    element(" id=\"item-", id, "\">");
    text(id + "  " + pair.name());
    std::string how;
    if (pair.split) how += in({"（拆分）", " (split)"});
    if (pair.renamed) how += in({"（改名）", " (renamed)"});
    if (pair.department.empty()) how += in({"（部门清单没有）", " (not in the department's list)"});
    if (pair.district.empty()) how += in({"（区清单没有）", " (not in the district's list)"});
    element(" <span class=\"quiet\">", how, "</span></h2>\n<table>\n<thead><tr>");
    for (const Bilingual heading :
         {Bilingual{"栏目", "field"}, Bilingual{"原文", "base"}, Bilingual{"部门", "department"},
          Bilingual{"区", "district"}, Bilingual{"合并结果", "merged"}}) {
      element(heading.en == "field" ? "<th scope=\"col\" class=\"field\">" : "<th scope=\"col\">",
              in(heading), "</th>");
    }
    raw("</tr></thead>\n<tbody>\n");
    const auto value = [&](const Item* of) {
      return of ? to_value(*of, Lang::En) : yaml::Value::mapping();
    };
    const yaml::Value base = value(row.base), department = value(row.department),
                      district = value(row.district), merged = value(row.merged);
    for (const FieldInfo& field : record_info<Item>()->fields) {
      if (field.merge == Merge::Keep) continue;
      fields(
          pair, field,
          {cell(base, field), cell(department, field), cell(district, field), cell(merged, field)});
    }
    raw("</tbody>\n</table>\n");
  }

  static std::string cell(const yaml::Value& record, const FieldInfo& field) {
    for (const auto& [key, child] : record.children()) {
      if (key.view() == field.key.en) return value_words(child);
    }
    return {};
  }

  void fields(const PairedItem& pair, const FieldInfo& field,
              const std::array<std::string, 4>& cells) {
    if (cells[1].empty() && cells[2].empty() && cells[3].empty()) return;
    const Conflict* conflict = conflict_of(pair.id.view(), field.key.en);
    const bool differ = cells[1] != cells[2] || cells[3] != cells[1];
    raw(conflict ? (conflict->open() ? "<tr class=\"open\">" : "<tr class=\"settled\">")
        : differ ? "<tr class=\"changed\">"
                 : "<tr>");
    element("<th scope=\"row\" class=\"field\">", in(field.key), "");
    if (conflict) {
      element(" <span class=\"mark\">",
              conflict->open() ? in({"冲突", "conflict"}) : in({"已处理", "settled"}), "</span>");
    }
    raw("</th>");
    for (size_t i = 0; i < 4; i++) {
      const bool mine = (i == 1 || i == 2) && !cells[i].empty() && cells[i] != cells[3];
      raw(mine ? "<td class=\"mine\">" : "<td>");
      std::string words = cells[i];
      if (i == 3 && conflict && conflict->open()) words = in({"待商定", "to be agreed"});
      lines(words);
      if (conflict && i < 3) {
        const ConflictSide& side = i == 0   ? conflict->base
                                   : i == 1 ? conflict->department
                                            : conflict->district;
        if (side.known)
          element("<span class=\"place\">", place_text(sources_, side.place), "</span>");
      }
      raw("</td>");
    }
    raw("</tr>\n");
  }

  void lines(std::string_view words) {
    for (bool first = true; !words.empty(); first = false) {
      if (!first) raw("<br>");
      const size_t end = std::min(words.find('\n'), words.size());
      text(words.substr(0, end));
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  template <class Entries, class Words>
  void list(Bilingual title, const Entries& entries, Words&& words) {
    if (entries.empty()) return;
    element("<h2>", in(title), "</h2>\n<ul>\n");
    for (const auto& entry : entries) {
      element("<li>", words(entry), "</li>\n");
    }
    raw("</ul>\n");
  }

  const MergeReport& report_;
  const PairMerged& merged_;
  Sources& sources_;
  const MergeReportStyle& style_;
  std::unordered_map<std::string, const Item*> items_;
  std::unordered_map<std::string, const Conflict*> conflicts_;
  std::string out_;
};

}  // namespace

std::string merge_html(const MergeReport& report, Sources& sources, const MergeReportStyle& style) {
  return MergePage(report, sources, style).write();
}

}  // namespace catalog
