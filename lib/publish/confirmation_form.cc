#include "publish/confirmation_form.h"

#include <algorithm>
#include <map>

#include "model/fields_files.h"
#include "model/fields_reference.h"
#include "model/meaning_digest.h"
#include "model/words.h"
#include "publish/publishable_text.h"
#include "rules/rule.h"

namespace catalog {

namespace {

constexpr size_t kShortDigest = 16;  // characters: 64 bits

/// Puts the form of one standard together.
class FormMaker {
 public:
  FormMaker(const Validation& validation, const ConfirmationStatus& status, Lang lang, Date today)
      : validation_(validation),
        workspace_(*validation.workspace),
        status_(status),
        standard_(*status.standard),
        lang_(lang),
        today_(today) {}

  ConfirmationForm make() {
    const std::string digest = meaning_digest(standard_, workspace_.vocabulary);
    ConfirmationForm form;
    form.title = text({"政务公开标准确认表", "Confirmation of a disclosure standard"});
    form.footer_digest = text({"摘要 ", "digest "}) + short_digest(digest);
    form.footer_name = status_.name + " " + std::string(standard_.version.view());
    form.footer_page = text({"第 &P 页，共 &N 页", "page &P of &N"});
    form.facts = facts(digest);
    form.tables = {merged(), settled(), deviations(), omissions(), checks()};
    form.boxes = boxes();
    form.created =
        std::chrono::duration_cast<std::chrono::seconds>(today_.sys_days().time_since_epoch())
            .count();
    return form;
  }

 private:
  std::string text(Bilingual both) const { return std::string(both.in(lang_)); }
  std::string said(Bilingual form, std::vector<Phrase> args) const {
    return Message{form, std::move(args)}.in(lang_);
  }
  std::string unit_name(std::string_view code) const {
    const Unit* unit = workspace_.units.find(Symbol::of(code));
    return unit ? publishable(unit->name.view()) : std::string(code);
  }
  std::string day(std::string_view written) const {
    const auto date = Date::parse(written);
    if (!date) return std::string(written);
    return lang_ == Lang::Zh ? date->chinese() : date->iso();
  }

  std::vector<Fact> facts(const std::string& digest) const {
    std::vector<Fact> out;
    const auto add = [&](Bilingual label, std::string value) {
      if (!value.empty()) out.push_back({text(label), std::move(value)});
    };
    add({"目录", "catalogue"}, publishable(workspace_.config.title.view()));
    add({"领域", "domain"}, status_.name + "（" + status_.domain + "）");
    add({"版本", "version"}, std::string(standard_.version.view()));
    add({"生效日期", "effective"}, day(standard_.effective.view()));
    if (status_.pairing) {
      add({"结对部门", "department"}, unit_name(status_.pairing->department.view()));
      add({"结对区", "district"}, unit_name(status_.pairing->district.view()));
    }
    if (status_.confirmer)
      add({"确认单位", "confirmed by"}, publishable(status_.confirmer->name.view()));
    add({"状态", "state"}, text(state_word(status_.state)));
    add({"事项数", "items"}, std::to_string(standard_.items.size()));
    add({"制表日期", "made on"}, day(today_.iso()));
    if (standard_.confirmed.present()) {
      add({"确认日期", "confirmed on"}, day(standard_.confirmed->on.view()));
      add({"确认文号", "document"}, publishable(standard_.confirmed->document.view()));
    }
    add({"具体要求", "requirements"}, publishable(standard_.requirements.view()));
    add({"具体流程", "process"}, publishable(standard_.process.view()));
    add({"退回意见", "returned for"}, publishable(standard_.opinion.view()));
    add({"内容摘要", "digest"}, digest);
    return out;
  }

  std::string item_label(const Item& item) const { return publishable(item_name(item)); }

  /// list/civil-affairs/D/6: 市民政局 6
  std::string source(std::string_view address) const {
    const size_t unit = address.find('/');
    const size_t domain = address.find('/', unit + 1);
    const size_t id = address.rfind('/');
    if (!address.starts_with("list/") || id == domain || domain == address.npos)
      return publishable(address);
    return unit_name(address.substr(unit + 1, domain - unit - 1)) + " " +
           std::string(address.substr(id + 1));
  }

  bool is_from(const StandardItem& item, const Text& unit) const {
    if (unit.empty()) return false;
    const std::string prefix = "list/" + std::string(unit.view()) + "/";
    return std::ranges::any_of(
        item.was, [&](const Text& address) { return address.view().starts_with(prefix); });
  }

  FormTable merged() const {
    FormTable out{text({"一、合并情况", "1. What was merged"}),
                  {},
                  {{text({"编号", "id"}), 3, true},
                   {text({"事项", "item"}), 12},
                   {text({"来源清单事项", "from the lists' items"}), 9}},
                  {}};
    size_t both = 0, department = 0, district = 0, unknown = 0;
    for (const StandardItem& item : standard_.items) {
      const bool first = status_.pairing && is_from(item, status_.pairing->department);
      const bool second = status_.pairing && is_from(item, status_.pairing->district);
      both += first && second;
      department += first && !second;
      district += second && !first;
      unknown += !first && !second;
      std::string sources;
      for (const Text& address : item.was)
        sources += (sources.empty() ? "" : text({"；", "; "})) + source(address.view());
      if (!item.was.empty())
        out.rows.push_back({std::string(item.id.view()), item_label(item), sources});
    }
    out.summary = said(
        {"共{}项：部门与区共同提出{}项，仅部门提出{}项，仅区提出{}项；没有记载结对双方来源{}项。",
         "{0} items: {1} of both, {2} of the department only, {3} of the district only, {4} "
         "without a record of the pair's lists."},
        {standard_.items.size(), both, department, district, unknown});
    return out;
  }

  /// How the merge settled conflicts, where the standard records it.
  FormTable settled() const {
    FormTable out{text({"二、冲突处理", "2. How conflicts were settled"}),
                  {},
                  {{text({"编号", "id"}), 3, true},
                   {text({"栏目", "field"}), 4},
                   {text({"部门的写法", "department"}), 5},
                   {text({"区的写法", "district"}), 5},
                   {text({"取舍", "by"}), 2, true},
                   {text({"采用", "taken"}), 5}},
                  {}};
    for (const Settlement& one : standard_.settled) {
      out.rows.push_back({std::string(one.item.view()), field_name(one.field.view()),
                          publishable(one.department.view()), publishable(one.district.view()),
                          settled_by(one), publishable(one.result.view())});
    }
    out.summary =
        out.rows.empty()
            ? text({"标准目录没有记载合并时处理的冲突（合并后手工写定的，再次合并时记入）。",
                    "The standard records no conflicts that were settled while merging (what was "
                    "settled by hand comes on record when the lists are merged again)."})
            : said({"合并时有{}处不一致，处理如下：", "{} disagreements, settled as follows:"},
                   {out.rows.size()});
    return out;
  }

  std::string settled_by(const Settlement& one) const {
    const auto index = words::kSettlement.index(one.by.view());
    return index ? text(words::kSettlement.words[*index]) : publishable(one.by.view());
  }

  /// deadline.区级: 公开时限（区级）
  std::string field_name(std::string_view path) const {
    const size_t dot = path.find('.');
    const auto found = record_info<StandardItem>()->find(path.substr(0, dot));
    if (!found) return publishable(path);
    std::string out = text(record_info<StandardItem>()->fields[found->index].key);
    if (dot != path.npos) out += "（" + publishable(path.substr(dot + 1)) + "）";
    return out;
  }

  std::string rule_names(const Texts& rules) const {
    std::string out;
    for (const Text& name : rules) {
      const Rule* rule = find_rule(name.view());
      if (!out.empty()) out += text({"、", ", "});
      out += rule ? text(rule->title) : publishable(name.view());
    }
    return out;
  }

  FormTable deviations() const {
    FormTable out{text({"三、偏离说明", "3. Deviations"}),
                  {},
                  {{text({"编号", "id"}), 2, true},
                   {text({"偏离的规则", "rules departed from"}), 5},
                   {text({"理由", "reason"}), 6},
                   {text({"依据", "basis"}), 4},
                   {text({"截止", "until"}), 3},
                   {text({"批准", "approved"}), 4}},
                  {}};
    for (const StandardItem& item : standard_.items) {
      if (!item.seldom.present()) continue;
      for (const Deviation& one : item.seldom->deviation) {
        const Approval& approval = one.approved.get();
        std::string approved = publishable(approval.by.view());
        for (const std::string& part :
             {day(approval.on.view()), publishable(approval.document.view())})
          if (!part.empty()) approved += (approved.empty() ? "" : "\n") + part;
        out.rows.push_back({std::string(item.id.view()), rule_names(one.rules),
                            publishable(one.reason.view()), publishable(one.basis.view()),
                            day(one.until.view()),
                            approved.empty() ? text({"未批准", "not approved"}) : approved});
      }
    }
    out.summary = out.rows.empty() ? text({"无。", "None."}) : "";
    return out;
  }

  FormTable omissions() const {
    FormTable out{text({"四、不设的指引事项", "4. Guideline rows left out"}),
                  {},
                  {{text({"指引事项", "guideline row"}), 9},
                   {text({"理由", "reason"}), 7},
                   {text({"依据", "basis"}), 5},
                   {text({"截止", "until"}), 3}},
                  {}};
    for (const Omission& one : standard_.omitted) {
      const Row* row = workspace_.row(one.guideline.value);
      std::string name(one.guideline.view());
      if (row) name += " " + publishable(item_name(*row));
      out.rows.push_back({name, publishable(one.reason.view()), publishable(one.basis.view()),
                          day(one.until.view())});
    }
    out.summary = out.rows.empty() ? text({"无。", "None."}) : "";
    return out;
  }

  FormTable checks() const {
    FormTable out{text({"五、检查结果", "5. Checks"}), {}, {}, {}};
    out.summary = said({"截至{}，按全部规则检查：须先改正的错误{}个，警告{}个。",
                        "As of {}, all rules: {} errors to be mended first, {} warnings."},
                       {day(today_.iso()), status_.errors.size(), status_.warnings});
    if (status_.changed)
      out.summary += text({"确认之后内容有改动。", " Changed since it was confirmed."});
    return out;
  }

  std::vector<FormBox> boxes() const {
    const std::string signature =
        text({"签字：　　　　　　　　（盖章）　　　　　　　年　　月　　日",
              "signed:                          (seal)                    date:            "});
    std::vector<FormBox> out;
    const auto add = [&](Bilingual label, std::string unit) {
      out.push_back({text(label) + (unit.empty() ? "" : "\n（" + unit + "）"), signature});
    };
    add({"结对区意见", "Opinion of the district"},
        status_.pairing ? unit_name(status_.pairing->district.view()) : "");
    add({"确认意见", "Confirmation"},
        status_.confirmer ? publishable(status_.confirmer->name.view()) : "");
    return out;
  }

  const Validation& validation_;
  const Workspace& workspace_;
  const ConfirmationStatus& status_;
  const Standard& standard_;
  Lang lang_;
  Date today_;
};

}  // namespace

std::string short_digest(std::string_view digest) {
  const size_t colon = digest.find(':');
  return std::string(digest.substr(colon == digest.npos ? 0 : colon + 1, kShortDigest));
}

ConfirmationForm confirmation_form(const Validation& validation, const ConfirmationStatus& status,
                                   Lang lang, Date today) {
  return FormMaker(validation, status, lang, today).make();
}

}  // namespace catalog
