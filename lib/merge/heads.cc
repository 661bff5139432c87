#include "merge/heads.h"

#include <algorithm>
#include <unordered_set>

#include "merge/numbering.h"
#include "model/words.h"

namespace catalog {

namespace {

Text text(std::string_view value) { return {Symbol::of(value), {}}; }

const Text& later(const Text& a, const Text& b) { return natural_less(a.view(), b.view()) ? b : a; }

/// The rows of the domain's guideline that have an item in the merged standard.
std::unordered_set<const Row*> rows_with_items(const PairMerge& merge, const Standard& standard) {
  std::unordered_set<const Row*> out;
  for (const StandardItem& item : standard.items) {
    for (const Text& reference : item.guideline) out.insert(merge.workspace.row(reference.value));
  }
  return out;
}

class Omissions {
 public:
  Omissions(const PairMerge& merge, PairMerged& out)
      : merge_(merge), out_(out), with_items_(rows_with_items(merge, out.standard)) {}

  void merge() {
    if (const Standard* known = merge_.standard ? merge_.standard : merge_.draft)
      add(*known, role_word(Role::Base));
    add(merge_.department, role_word(Role::Department));
    add(merge_.district, role_word(Role::District));
    std::ranges::sort(out_.standard.omitted, [](const Omission& a, const Omission& b) {
      return natural_less(a.guideline.view(), b.guideline.view());
    });
    missing_rows();
  }

 private:
  void add(const Catalogue& from, Bilingual whose) {
    for (const Omission& omission : from.omitted) {
      const Row* row = merge_.workspace.row(omission.guideline.value);
      if (row && with_items_.contains(row)) {
        out_.remarks.push_back(
            {say({"{}不设指引{}（{}），另一方有该事项：保留事项，不再写不设说明",
                  "the {} leaves out row {} ({}), which the other side has: the item stays"},
                 whose, omission.guideline.view(), omission.reason.view()),
             {from.file, omission.span}});
        continue;
      }
      const auto known =
          std::ranges::find(out_.standard.omitted, omission.guideline.value,
                            [](const Omission& other) { return other.guideline.value; });
      if (known == out_.standard.omitted.end()) {
        out_.standard.omitted.push_back(omission);
      } else if (known->reason.value != omission.reason.value) {
        out_.remarks.push_back(
            {say({"指引{}的不设理由不同，采用先写的“{}”，未采用“{}”",
                  "row {} is left out for different reasons: “{}” was taken, "
                  "not “{}”"},
                 omission.guideline.view(), known->reason.view(), omission.reason.view()),
             {from.file, omission.span}});
      }
    }
  }

  /// Rows that nobody has and nobody leaves out.
  void missing_rows() {
    if (!merge_.guideline) return;
    std::unordered_set<const Row*> omitted;
    for (const Omission& omission : out_.standard.omitted)
      omitted.insert(merge_.workspace.row(omission.guideline.value));
    std::string ids;
    for (const Row& row : merge_.guideline->items) {
      if (with_items_.contains(&row) || omitted.contains(&row)) continue;
      ids += (ids.empty() ? "" : "、") + std::string(row.id.view());
    }
    if (ids.empty()) return;
    out_.remarks.push_back({say({"两份清单都没有、也没有说明不设的指引事项：{}",
                                 "rows of the guideline that neither list has nor leaves out: {}"},
                                ids),
                            {merge_.guideline->file, {}}});
  }

  const PairMerge& merge_;
  PairMerged& out_;
  std::unordered_set<const Row*> with_items_;
};

}  // namespace

void merge_heads(const PairMerge& merge, PairMerged& merged) {
  Standard& out = merged.standard;
  const List &department = merge.department, &district = merge.district;
  const Standard* known = merge.standard ? merge.standard : merge.draft;
  out.kind = text("standard");
  out.domain = department.domain;
  out.version = later(department.version, district.version);
  out.effective = later(department.effective, district.effective);
  out.drafted_by = {department.unit, district.unit};
  if (known) {
    out.version = later(out.version, known->version);
    out.effective = later(out.effective, known->effective);
    out.note = known->note;
    out.requirements = known->requirements;
    out.process = known->process;
  }
  out.state = text(words::kState.words[0].zh);
  Omissions(merge, merged).merge();
}

}  // namespace catalog
