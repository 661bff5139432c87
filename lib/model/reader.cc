#include "model/reader.h"

#include <array>
#include <utility>

#include "model/conflict_marker.h"
#include "model/content.h"
#include "model/fields_reference.h"
#include "text/similarity.h"
#include "text/utf8.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::Node;
using yaml::NodeId;
using yaml::NodeKind;

/// Where the reader is, from the document's root down; made into text only when there is a problem.
struct PathPart {
  std::string_view key;
  std::string_view id;
  size_t index;
};

/// Reads one document. `Read<R>` below dispatches on the field table.
class Reader {
 public:
  Reader(const yaml::Tree& tree, Problems& problems)
      : tree_(tree), problems_(problems), language_(key_language(tree)) {}

  template <class R>
  void record(NodeId id, R& out);

  void value(const FieldInfo& field, NodeId id, Text& out);
  void value(const FieldInfo& field, NodeId id, Texts& out);
  void value(const FieldInfo& field, NodeId id, LevelText& out);
  void value(const FieldInfo& field, NodeId id, LevelTexts& out);
  void value(const FieldInfo& field, NodeId id, TextMap& out);
  void value(const FieldInfo& field, NodeId id, std::vector<Element>& out);
  template <class R>
  void value(const FieldInfo& field, NodeId id, std::vector<R>& out);
  template <class R>
  void value(const FieldInfo& field, NodeId id, Rare<R>& out) {
    if (tree_.resolved(id).kind != NodeKind::Mapping) return wrong_type(field, id);
    record(id, out.make());
  }

  Problem& report(ProblemKind kind, Span at) {
    problems_.push_back({.kind = kind, .at = at, .path = path()});
    return problems_.back();
  }

 private:
  std::string path() const;
  void wrong_type(const FieldInfo& field, NodeId id);
  NodeId settled(const FieldInfo& field, NodeId id);
  void unknown_key(const RecordInfo& info, NodeId key);
  void check_content(const FieldInfo& field, const Text& text);
  void check_language(const RecordInfo& info, const FieldInfo& field, Lang lang, NodeId key);

  Text text(NodeId id) const {
    const Node& node = tree_.resolved(id);
    return {Symbol::of(node.text), node.span};
  }
  /// The id (or, lacking one, the key or code) of a record in a list, for the path.
  std::string_view id_of(NodeId record) const {
    for (const char* key : {"id", "编号", "code", "代码", "key", "代号", "domain", "领域"}) {
      const NodeId found = tree_.find(record, key);
      if (found != kNoNode) return tree_.resolved(found).text;
    }
    return {};
  }

  const yaml::Tree& tree_;
  Problems& problems_;
  Lang language_;
  std::vector<PathPart> path_;
};

std::string Reader::path() const {
  std::string out;
  for (const PathPart& part : path_) {
    if (!part.key.empty()) {
      if (!out.empty()) out += '.';
      out += part.key;
    } else {
      out += '[';
      out += part.id.empty() ? std::to_string(part.index) : std::string(part.id);
      out += ']';
    }
  }
  return out;
}

void Reader::wrong_type(const FieldInfo& field, NodeId id) {
  Problem& problem = report(ProblemKind::TypeWrong, tree_[id].span);
  problem.field = &field;
  problem.wanted = field.shape;
}

/// The value to read: of an unsettled conflict, which is reported, the first side that has one, so
/// that nothing else follows from it.
NodeId Reader::settled(const FieldInfo& field, NodeId id) {
  const Node& node = tree_.resolved(id);
  if (node.kind != NodeKind::Mapping || node.child_count != 2) return id;
  const std::string_view key = tree_[node.first_child].text;
  const NodeId sides = tree_[node.first_child].next;
  if ((key != kConflictKeys.conflict.en && key != kConflictKeys.conflict.zh) ||
      tree_.resolved(sides).kind != NodeKind::Mapping)
    return id;
  report(ProblemKind::ConflictUnsettled, node.span).field = &field;
  for (const Bilingual& side :
       {kConflictKeys.department, kConflictKeys.district, kConflictKeys.base}) {
    for (const std::string_view word : {side.en, side.zh}) {
      const NodeId found = tree_.find(sides, word);
      if (found == kNoNode) continue;
      const Node& value = tree_.resolved(found);
      if (value.kind == NodeKind::Scalar ? !value.text.empty() : value.child_count > 0)
        return found;
    }
  }
  return kNoNode;
}

void Reader::unknown_key(const RecordInfo& info, NodeId key) {
  const Node& node = tree_[key];
  Problem& problem = report(ProblemKind::KeyUnknown, node.span);
  problem.record = &info;
  problem.given = node.text;
  std::vector<std::string_view> own, other;
  for (const FieldInfo& field : info.fields) {
    own.push_back(language_ == Lang::Zh ? field.key.zh : field.key.en);
    other.push_back(language_ == Lang::Zh ? field.key.en : field.key.zh);
    if (!field.other_key.empty() && language_ == Lang::Zh) own.push_back(field.other_key);
  }
  auto meant = did_you_mean(node.text, own);
  if (!meant) meant = did_you_mean(node.text, other);
  if (!meant) return;
  const FieldInfo& field = info.fields[info.find(*meant)->index];
  problem.suggestion = language_ == Lang::Zh ? field.key.zh : field.key.en;
}

void Reader::check_language(const RecordInfo& info, const FieldInfo& field, Lang lang, NodeId key) {
  if (lang == language_) return;
  Problem& problem = report(ProblemKind::KeyLanguage, tree_[key].span);
  problem.record = &info;
  problem.field = &field;
  problem.given = tree_[key].text;
  problem.suggestion = language_ == Lang::Zh ? field.key.zh : field.key.en;
}

void Reader::check_content(const FieldInfo& field, const Text& text) {
  if (text.empty() || field.content == Content::Any || content_fits(field, text.view())) return;
  Problem& problem = report(ProblemKind::ValueMalformed, text.span);
  problem.field = &field;
  problem.given = text.view();
  if (field.content != Content::Words) return;
  std::vector<std::string_view> candidates;
  for (const Bilingual& word : field.words->words) {
    candidates.push_back(word.zh);
    candidates.push_back(word.en);
  }
  if (const auto meant = did_you_mean(text.view(), candidates)) problem.suggestion = *meant;
}

void Reader::value(const FieldInfo& field, NodeId id, Text& out) {
  if (tree_.resolved(id).kind != NodeKind::Scalar) return wrong_type(field, id);
  out = text(id);
  check_content(field, out);
}

void Reader::value(const FieldInfo& field, NodeId id, Texts& out) {
  const Node& node = tree_.resolved(id);
  if (node.kind == NodeKind::Mapping) return wrong_type(field, id);
  if (node.kind == NodeKind::Scalar) {
    if (node.text.empty()) return;
    out.push_back(text(id));
    return check_content(field, out.back());
  }
  out.reserve(out.size() + node.child_count);
  size_t index = 0;
  tree_.each(id, [&](NodeId child) {
    path_.push_back({{}, {}, index++});
    if (tree_.resolved(child).kind == NodeKind::Scalar) {
      out.push_back(text(child));
      check_content(field, out.back());
    } else {
      wrong_type(field, child);
    }
    path_.pop_back();
  });
}

void Reader::value(const FieldInfo& field, NodeId id, LevelText& out) {
  if (tree_.resolved(id).kind != NodeKind::Mapping) {
    out.emplace_back();
    return value(field, id, out.back().value);
  }
  out.reserve(tree_.resolved(id).child_count / 2);
  tree_.each_pair(id, [&](yaml::Pair pair) {
    path_.push_back({tree_[pair.key].text, {}, 0});
    out.push_back({text(pair.key), {}});
    const NodeId given = settled(field, pair.value);
    if (given != kNoNode) value(field, given, out.back().value);
    path_.pop_back();
  });
}

void Reader::value(const FieldInfo& field, NodeId id, LevelTexts& out) {
  if (tree_.resolved(id).kind != NodeKind::Mapping) {
    out.emplace_back();
    return value(field, id, out.back().value);
  }
  out.reserve(tree_.resolved(id).child_count / 2);
  tree_.each_pair(id, [&](yaml::Pair pair) {
    path_.push_back({tree_[pair.key].text, {}, 0});
    out.push_back({text(pair.key), {}});
    const NodeId given = settled(field, pair.value);
    if (given != kNoNode) value(field, given, out.back().value);
    path_.pop_back();
  });
}

void Reader::value(const FieldInfo& field, NodeId id, TextMap& out) {
  if (tree_.resolved(id).kind != NodeKind::Mapping) return wrong_type(field, id);
  tree_.each_pair(id, [&](yaml::Pair pair) {
    path_.push_back({tree_[pair.key].text, {}, 0});
    out.push_back({text(pair.key), {}});
    const NodeId given = settled(field, pair.value);
    if (given != kNoNode) value(field, given, out.back().value);
    path_.pop_back();
  });
}

void Reader::value(const FieldInfo& field, NodeId id, std::vector<Element>& out) {
  const Node& node = tree_.resolved(id);
  if (node.kind == NodeKind::Mapping) return wrong_type(field, id);
  if (node.kind == NodeKind::Scalar) {
    if (!node.text.empty()) out.emplace_back().name = text(id);
    return;
  }
  out.reserve(node.child_count);
  size_t index = 0;
  tree_.each(id, [&](NodeId child) {
    path_.push_back({{}, {}, index++});
    out.emplace_back();
    switch (tree_.resolved(child).kind) {
      case NodeKind::Mapping:
        record(child, out.back());
        break;
      case NodeKind::Scalar:
        out.back().name = text(child);
        break;
      default:
        wrong_type(field, child);
    }
    path_.pop_back();
  });
}

template <class R>
void Reader::value(const FieldInfo& field, NodeId id, std::vector<R>& out) {
  const Node& node = tree_.resolved(id);
  if (node.kind == NodeKind::Mapping) return record(id, out.emplace_back());
  if (node.kind == NodeKind::Scalar) {
    if (!node.text.empty()) wrong_type(field, id);
    return;
  }
  out.reserve(node.child_count);
  size_t index = 0;
  tree_.each(id, [&](NodeId child) {
    const bool is_record = tree_.resolved(child).kind == NodeKind::Mapping;
    path_.push_back({{}, is_record ? id_of(child) : std::string_view{}, index++});
    if (is_record) {
      record(child, out.emplace_back());
    } else {
      wrong_type(field, child);
    }
    path_.pop_back();
  });
}

/// The readers of a record's fields, in the table's order.
template <class R>
struct FieldReaders {
  using Function = void (*)(Reader&, const FieldInfo&, NodeId, R&);

  template <class Field>
  static void read(Reader& reader, const FieldInfo& info, NodeId id, R& out) {
    reader.value(info, id, Field::edit(out));
  }
  static constexpr auto make() {
    return []<class... F>(const std::tuple<F...>&) {
      return std::array<Function, sizeof...(F)>{&read<F>...};
    }(Fields<R>::table());
  }
  static constexpr auto functions = make();
};

template <class R>
void set_span(R& record, Span span) {
  if constexpr (requires { record.span; }) record.span = span;
}

template <class R>
void Reader::record(NodeId id, R& out) {
  const RecordInfo& info = *record_info<R>();
  constexpr size_t kCount = FieldReaders<R>::functions.size();
  std::array<NodeId, kCount> keys;
  keys.fill(kNoNode);
  std::array<bool, kCount> filled{};
  set_span(out, tree_.resolved(id).span);
  size_t expected = 0;  // keys mostly come in the table's order
  tree_.each_pair(id, [&](yaml::Pair pair) {
    const Node& key = tree_.resolved(pair.key);
    size_t index = kCount;
    Lang lang = language_;
    for (size_t at = expected; at < kCount && at < expected + 3; at++) {
      if (info.fields[at].key.in(language_) == key.text) {
        index = at;
        break;
      }
    }
    if (index == kCount) {
      const auto found = key.kind == NodeKind::Scalar ? info.find(key.text) : std::nullopt;
      if (!found) return unknown_key(info, pair.key);
      index = found->index;
      lang = found->lang;
    }
    expected = index + 1;
    const FieldInfo& field = info.fields[index];
    if (lang != language_ && field.key.zh != field.key.en)
      check_language(info, field, lang, pair.key);
    if (keys[index] != kNoNode) {
      Problem& problem = report(ProblemKind::KeyDoubled, key.span);
      problem.other = tree_[keys[index]].span;
      problem.field = &field;
      problem.given = key.text;
      return;
    }
    keys[index] = pair.key;
    path_.push_back({field.key.en, {}, 0});
    const NodeId chosen = settled(field, pair.value);
    const Node& given = tree_.resolved(chosen == kNoNode ? pair.value : chosen);
    const bool is_empty =
        given.kind == NodeKind::Scalar ? given.text.empty() : given.child_count == 0;
    filled[index] = !is_empty;
    if (chosen == kNoNode) {
      // Nothing to read on either side.
    } else if (is_empty && field.required) {
      report(ProblemKind::FieldEmpty,
             given.span.size() ? given.span : Span{key.span.begin, key.span.end})
          .field = &field;
    } else if (!(is_empty && given.kind == NodeKind::Scalar && given.style == yaml::Style::Plain)) {
      FieldReaders<R>::functions[index](*this, field, chosen, out);
    }
    path_.pop_back();
  });
  for (size_t i = 0; i < kCount; i++) {
    if (!info.fields[i].required || keys[i] != kNoNode) continue;
    const uint32_t end = tree_.resolved(id).span.end;
    Problem& problem = report(ProblemKind::FieldMissing, {end, end});
    problem.record = &info;
    problem.field = &info.fields[i];
  }
}

template <class Document>
void read(const yaml::Tree& tree, Symbol file, Document& out, Problems& problems) {
  out.file = file;
  if (tree.empty()) return;
  Reader reader(tree, problems);
  if (tree.resolved(tree.root()).kind != NodeKind::Mapping) {
    reader.report(ProblemKind::KindMissing, tree[tree.root()].span);
    return;
  }
  reader.record(tree.root(), out);
}

}  // namespace

std::optional<Kind> kind_of(const yaml::Tree& tree) {
  if (tree.empty() || tree.resolved(tree.root()).kind != NodeKind::Mapping) return std::nullopt;
  NodeId value = tree.find(tree.root(), "kind");
  if (value == kNoNode) value = tree.find(tree.root(), "类型");
  return value == kNoNode ? std::nullopt : kind_of_word(tree.resolved(value).text);
}

Lang key_language(const yaml::Tree& tree) {
  if (tree.empty() || tree.resolved(tree.root()).kind != NodeKind::Mapping) return Lang::En;
  const NodeId first = tree.resolved(tree.root()).first_child;
  const bool chinese = first != kNoNode && !tree[first].text.empty() &&
                       is_han(decode_utf8(tree[first].text, 0).value);
  return chinese ? Lang::Zh : Lang::En;
}

void read_document(const yaml::Tree& t, Symbol f, WorkspaceFile& o, Problems& p) {
  read(t, f, o, p);
}
void read_document(const yaml::Tree& t, Symbol f, List& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, Standard& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, Adoption& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, Guideline& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, UnitsFile& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, LegalFile& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, CalendarFile& o, Problems& p) {
  read(t, f, o, p);
}
void read_document(const yaml::Tree& t, Symbol f, DemandsFile& o, Problems& p) { read(t, f, o, p); }
void read_document(const yaml::Tree& t, Symbol f, VocabularyFile& o, Problems& p) {
  read(t, f, o, p);
}
void read_document(const yaml::Tree& t, Symbol f, TemplateFile& o, Problems& p) {
  read(t, f, o, p);
}
void read_document(const yaml::Tree& t, Symbol f, BaselineFile& o, Problems& p) {
  read(t, f, o, p);
}
void read_document(const yaml::Tree& t, Symbol f, AdjustmentsFile& o, Problems& p) {
  read(t, f, o, p);
}

}  // namespace catalog
