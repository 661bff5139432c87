#include <algorithm>

#include "model/alike.h"
#include "model/deadline_relation.h"
#include "model/element_values.h"
#include "model/fields_item.h"
#include "model/public_words.h"
#include "model/set_relation.h"
#include "model/word_relation.h"
#include "text/similarity.h"

namespace catalog {

namespace {

/// Elements at least this alike are one element reworded: 低保对象名单 and 低保对象名单及相关信息,
/// but not 行政处罚决定 and 行政许可决定.
constexpr double kSameElement = 0.7;

std::vector<FieldDifference> relate_own(const FieldInfo& field, const Text& before,
                                        const Text& after, const Knowledge& knowledge) {
  if (field.compare == Compare::Deadline) {
    return relate_deadlines(before, after, knowledge.calendar);
  }
  if (field.content == Content::Citation) {
    return relate_citation_text(field, before, after, knowledge);
  }
  return relate_words(field.compare, before, after, knowledge);
}

/// Both elements of a pair, their items, and where the differences go.
class ElementRelater {
 public:
  ElementRelater(const FieldInfo& field, const ItemPair& items, std::vector<FieldDifference>& out)
      : field_(field), items_(items), out_(out) {}

  void relate(const std::vector<Element>& before, const std::vector<Element>& after) {
    std::vector<const Element*> gone = pointers(before);
    std::vector<const Element*> come = pointers(after);
    pair_equal(gone, come, [](const Element& element) { return element.name.value.view(); });
    pair_equal(gone, come, [](const Element& element) {
      return std::string_view(form_of(element.name.value));
    });
    pair_reworded(gone, come);
    for (const Element* element : gone) lone(*element, items_.before, before, after, true);
    for (const Element* element : come) lone(*element, items_.after, after, before, false);
  }

 private:
  static std::vector<const Element*> pointers(const std::vector<Element>& elements) {
    std::vector<const Element*> out;
    for (const Element& element : elements) {
      if (!element.name.empty()) out.push_back(&element);
    }
    return out;
  }

  template <class Key>
  void pair_equal(std::vector<const Element*>& gone, std::vector<const Element*>& come, Key key) {
    for (const Element*& a : gone) {
      const auto twin =
          std::ranges::find_if(come, [&](const Element* b) { return b && key(*a) == key(*b); });
      if (twin == come.end()) continue;
      pair(*a, **twin);
      a = *twin = nullptr;
    }
    std::erase(gone, nullptr);
    std::erase(come, nullptr);
  }

  void pair_reworded(std::vector<const Element*>& gone, std::vector<const Element*>& come) {
    const auto form = [](const std::vector<const Element*>& elements) {
      return [&](size_t i) { return std::string_view(form_of(elements[i]->name.value)); };
    };
    const auto pairs = pair_alike(
        gone.size(), come.size(), kSameElement,
        [&](size_t i, size_t j) { return similarity(form(gone)(i), form(come)(j)); }, form(gone),
        form(come));
    for (const AlikePair& found : pairs) {
      reworded(*gone[found.before], *come[found.after], found.score);
      own_keys(*gone[found.before], *come[found.after]);
      gone[found.before] = come[found.after] = nullptr;
    }
    std::erase(gone, nullptr);
    std::erase(come, nullptr);
  }

  void pair(const Element& a, const Element& b) {
    if (a.name.value != b.name.value) {
      out_.push_back(member_difference(FieldRelation::Editorial, a.name.view(), b.name.view()));
    }
    own_keys(a, b);
  }

  /// Words taken away perhaps take content away; other words are a change.
  void reworded(const Element& a, const Element& b, double score) {
    const std::string& before = form_of(a.name.value);
    const std::string& after = form_of(b.name.value);
    FieldRelation relation = FieldRelation::Changed;
    if (before.find(after) != before.npos) relation = FieldRelation::Narrower;
    if (after.find(before) != after.npos) relation = FieldRelation::Wider;
    out_.push_back(member_difference(relation, a.name.view(), b.name.view()));
    out_.back().certain = false;
    out_.back().score = score;
  }

  void own_keys(const Element& a, const Element& b) {
    if (!a.own.present() && !b.own.present()) return;
    for_each_field<Element>([&](const auto& field) {
      if (field.info.compare == Compare::None) return;
      own_key(field.info, field.get(a), field.get(b), b.name);
    });
  }

  void own_key(const FieldInfo& field, const Text& a, const Text& b, const Text& name) {
    if (a.value == b.value && !a.empty()) return;
    const Text* item_before = inherited_value(field.key.en, items_.before);
    const Text* item_after = inherited_value(field.key.en, items_.after);
    const Text& before = a.empty() && item_before ? *item_before : a;
    const Text& after = b.empty() && item_after ? *item_after : b;
    if (a.empty() && b.empty()) return;
    auto parts = relate_own(field, before, after, items_.knowledge);
    const bool told = item_before && item_after && means(field, before, *item_before) &&
                      means(field, after, *item_after);
    if (parts.empty() || told) parts = {text_difference(FieldRelation::Editorial, a, b)};
    for (FieldDifference& part : parts) {
      part.element = name.view();
      part.own = field.key.en;
      part.before = a.view();
      part.after = b.view();
      if (part.before_words.empty() && a.empty()) part.before_words = before.view();
      if (part.after_words.empty() && b.empty()) part.after_words = after.view();
      out_.push_back(std::move(part));
    }
  }

  bool means(const FieldInfo& field, const Text& a, const Text& b) const {
    FieldComparison comparison{relate_own(field, a, b, items_.knowledge)};
    return comparison.same_meaning();
  }

  void lone(const Element& element, const Item& item, const std::vector<Element>& own,
            const std::vector<Element>& others, bool gone) {
    const std::string& form = form_of(element.name.value);
    const auto same = [&](const Element& other) { return form_of(other.name.value) == form; };
    // One of two of a name on its own side, while the other side has the name too: a repetition.
    const bool doubled = std::ranges::count_if(own, same) > 1 && std::ranges::any_of(others, same);
    FieldRelation relation = lone_member(field_.compare, gone);
    if (is_withheld(element, item)) relation = FieldRelation::Changed;
    if (doubled) relation = FieldRelation::Editorial;
    out_.push_back(member_difference(relation, gone ? element.name.view() : "",
                                     gone ? "" : element.name.view()));
  }

  /// What is not disclosed is no loss when it goes.
  bool is_withheld(const Element& element, const Item& item) const {
    const Text& mode = element.own->mode.empty() ? item.mode : element.own->mode;
    const Vocabulary& vocabulary = items_.knowledge.vocabulary;
    const auto rank = mode_rank(vocabulary, mode.value);
    return rank && vocabulary.words(WordList::Modes)[*rank].id.view() == "withheld";
  }

  const FieldInfo& field_;
  const ItemPair& items_;
  std::vector<FieldDifference>& out_;
};

}  // namespace

const Text* inherited_value(std::string_view key, const Item& item) {
  if (key == "mode") return &item.mode;
  if (key == "extent") return &item.seldom->extent;
  if (key == "ground") return &item.seldom->ground;
  if (key == "review") return &item.seldom->review;
  const bool bare = item.deadline.size() == 1 && item.deadline[0].level.empty();
  return key == "deadline" && bare ? &item.deadline[0].value : nullptr;
}

FieldComparison relate(const FieldInfo& field, const std::vector<Element>& before,
                       const std::vector<Element>& after, const ItemPair& items) {
  FieldComparison out;
  ElementRelater(field, items, out.parts).relate(before, after);
  return out;
}

}  // namespace catalog
