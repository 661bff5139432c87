#include <cstdio>

#include "report/merge_report.h"
#include "report/merge_words.h"
#include "report/safe_text.h"
#include "text/columns.h"

namespace catalog {

namespace {

constexpr uint32_t kTextColumn = 46;  ///< display columns of a value before its place

class MergeText {
 public:
  MergeText(const MergeReport& report, Sources& sources, const MergeReportStyle& style)
      : report_(report), merged_(report.merged), sources_(sources), style_(style) {}

  std::string write() {
    head();
    for (const Conflict& conflict : merged_.conflicts) add(conflict);
    for (const Removal& removal : merged_.removals) add(removal);
    for (const Substitution& made : merged_.substitutions) {
      line({"占位", "placeholder"}, kCyan,
           say({"“{}” → “{}”，{}处", "“{}” → “{}”, {} times"}, made.before, made.after, made.times),
           made.first);
    }
    for (const MergeRemark& remark : merged_.remarks)
      line({"说明", "remark"}, kCyan, remark.message, remark.place);
    if (style_.explain) pairs();
    summary();
    return std::move(out_);
  }

 private:
  static constexpr std::string_view kRed = "\x1b[1;31m", kGreen = "\x1b[1;32m",
                                    kYellow = "\x1b[1;33m", kCyan = "\x1b[1;36m", kBold = "\x1b[1m",
                                    kBlue = "\x1b[34m";

  std::string in(Bilingual text) const { return std::string(text.in(style_.lang)); }
  std::string paint(std::string_view color, std::string_view text) const {
    return painted(color, text, style_.color);
  }
  std::string place(const Place& where) const { return one_line(place_text(sources_, where)); }
  static std::string padded(std::string text, uint32_t width) {
    const uint32_t columns = display_width(text);
    if (columns < width) text.append(width - columns, ' ');
    return text;
  }

  void head() {
    const PairMerge& merge = report_.merge;
    out_ += paint(kBold, std::string(merge.workspace.domain_name(merge.department.domain.value)) +
                             " (" + std::string(merge.department.domain.view()) + ")");
    out_ += in({"：", ": "}) + unit_text(merge.workspace, merge.department.unit) + " + " +
            unit_text(merge.workspace, merge.district.unit) + "\n";
    const auto base = [&]() -> std::string {
      if (merge.standard)
        return in({"上一版标准 ", "the last standard "}) + std::string(merge.standard->file.view());
      if (merge.guideline)
        return in({"标准指引 ", "the guideline "}) + std::string(merge.guideline->file.view());
      return in({"无", "none"});
    };
    out_ += in({"作底：", "base: "}) + base() + "\n";
    if (merge.draft) {
      out_ += in({"征求意见稿：", "draft: "}) + std::string(merge.draft->file.view()) +
              in({"（编号、具体要求和已商定的写法沿用）",
                  " (its ids, requirements and settled values are kept)"}) +
              "\n";
    }
    out_ += "\n";
  }

  void side(Bilingual name, const ConflictSide& side) {
    if (!side.known) return;
    const std::string words = one_line(side_text(side, style_.lang));
    const std::string at = place(side.place);
    out_ += "  " + padded(in(name), 11) +
            (at.empty() ? words : padded(words, kTextColumn) + "  " + paint(kBlue, at)) + "\n";
  }

  void add(const Conflict& conflict) {
    const bool open = conflict.open();
    const std::string title =
        open               ? in({"冲突", "conflict"})
        : conflict.settled ? in({"已处理：", "settled: "}) + in(settle_word(*conflict.settled))
                           : in({"已商定", "agreed"});
    out_ += paint(open ? kRed : kGreen, title) + " " + conflict.address + " " +
            paint(kBold, field_text(conflict.field, style_.lang)) + "  " + one_line(conflict.item) +
            "\n";
    side(role_word(Role::Base), conflict.base);
    side(role_word(Role::Department), conflict.department);
    side(role_word(Role::District), conflict.district);
    if (open) {
      out_ += "  = " + in({"处理", "settle"}) + ": " +
              one_line(settle_advice(conflict, style_.lang)) + "\n";
    } else {
      side({"结果", "result"}, conflict.result);
    }
    out_ += "\n";
  }

  void add(const Removal& removal) {
    const std::string what = removal.field.empty() ? in({"整个事项", "the whole item"})
                                                   : field_text(removal.field, style_.lang) +
                                                         in({"：", ": "}) + one_line(removal.what);
    out_ += paint(kYellow, in({"缩减", "narrowed"})) + " " + removal.address + " " + what + "  " +
            one_line(removal.item) + in({"（删去方：", " (by "}) +
            roles_text(removal.by, style_.lang) + in({"）", ")"}) + "  " +
            paint(kBlue, place(removal.place)) + "\n";
  }

  void line(Bilingual title, std::string_view color, const Message& message, const Place& where) {
    const std::string at = place(where);
    out_ += paint(color, in(title)) + " " + one_line(message.in(style_.lang)) +
            (at.empty() ? "" : "  " + paint(kBlue, at)) + "\n";
  }

  static std::string or_dash(Symbol address) {
    return address.empty() ? "-" : std::string(address.view());
  }

  void pairs() {
    out_ += "\n" + paint(kBold, in({"配对", "pairs"})) + "\n";
    for (const PairedItem& pair : merged_.pairs) {
      char score[8];
      std::snprintf(score, sizeof score, "%.2f", pair.score);
      const bool both = !pair.department.empty() && !pair.district.empty();
      std::string what = in(paired_word(pair.by));
      if (both || pair.by == PairedBy::Base) what += " " + std::string(score);
      if (pair.renamed) what += in({" 改名", " renamed"});
      if (pair.split) what += in({" 拆分", " split"});
      out_ += "  " + padded(std::string(pair.id.view()), 8) + padded(what, 22) +
              padded(one_line(pair.name()), 40) + "  " + or_dash(pair.department) + " + " +
              or_dash(pair.district) + "\n";
    }
  }

  void summary() {
    const size_t open = merged_.open_conflicts();
    out_ += "\n" +
            say({"合并后{}个事项；冲突{}处，其中未处理{}处；缩减{}处；占位{}种",
                 "{} items; conflicts: {}, of which open: {}; narrowed: {}; placeholders: "
                 "{}"},
                merged_.standard.items.size(), merged_.conflicts.size(), open,
                merged_.removals.size(), merged_.substitutions.size())
                .in(style_.lang) +
            "\n";
    if (!report_.target.empty()) {
      out_ += (open > 0 ? say({"已写入 {}，冲突标在其中，处理前 validate 不予通过",
                               "written to {}; it holds the conflicts, and validate refuses it "
                               "until they are settled"},
                              report_.target)
                        : say({"已写入 {}", "written to {}"}, report_.target))
                  .in(style_.lang) +
              "\n";
    }
  }

  const MergeReport& report_;
  const PairMerged& merged_;
  Sources& sources_;
  const MergeReportStyle& style_;
  std::string out_;
};

}  // namespace

std::string merge_text(const MergeReport& report, Sources& sources, const MergeReportStyle& style) {
  return MergeText(report, sources, style).write();
}

}  // namespace catalog
