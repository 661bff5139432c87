#include "diff/adjustment_stubs.h"

#include <algorithm>

#include "model/fields_records.h"
#include "model/kinds.h"
#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

using yaml::NodeId;

std::string key_of(const RecordInfo& record, std::string_view english, Lang keys) {
  return std::string(record.field(english)->key.in(keys));
}

yaml::Value stub_of(const Change& change, Lang keys) {
  const RecordInfo& record = *record_info<Adjustment>();
  const auto key = [&](std::string_view english) { return key_of(record, english, keys); };
  const bool by_words = !change.before_words.empty() || !change.after_words.empty();
  const std::string& before = by_words ? change.before_words : change.before;
  const std::string& after = by_words ? change.after_words : change.after;
  yaml::Value out = yaml::Value::mapping();
  out.add(key("fingerprint"), fingerprint_text(change.fingerprint)).quoted();
  out.add(key("item"), change.address);
  if (!change.field.empty()) out.add(key("field"), change.field);
  out.add(key("change"), std::string(kind_word(change.kind).in(keys)) +
                             (keys == Lang::Zh ? "：" : ": ") + before +
                             (after.empty() ? "" : " → " + after));
  out.add(key("reason"), "").quoted();
  out.add(key("basis"), "").quoted();
  return out;
}

/// The stubs as items of a list, indented.
std::string written(const std::vector<const Change*>& changes, Lang keys, size_t indent) {
  std::string out;
  for (const Change* change : changes) {
    yaml::Value list = yaml::Value::sequence();
    list.add(stub_of(*change, keys));
    const std::string text = yaml::emit(list);
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      out += std::string(indent, ' ') + text.substr(at, end - at) + "\n";
      at = end + 1;
    }
  }
  return out;
}

std::string new_file(const std::vector<const Change*>& changes, std::string_view version,
                     Lang keys) {
  const RecordInfo& record = *record_info<AdjustmentsFile>();
  yaml::Value head = yaml::Value::mapping();
  head.add(key_of(record, "kind", keys), kind_info(Kind::Adjustments).word.in(keys));
  if (!version.empty()) head.add(key_of(record, "version", keys), version).quoted();
  return yaml::emit(head) + key_of(record, "adjustments", keys) + ":\n" + written(changes, keys, 2);
}

size_t line_begin(std::string_view text, size_t at) {
  const size_t found = at == 0 ? text.npos : text.rfind('\n', at - 1);
  return found == text.npos ? 0 : found + 1;
}

/// Behind the line on which a byte stands; a last line without a break gets one.
Edit behind_line(std::string_view text, size_t at, std::string lines) {
  const size_t found = text.find('\n', at > 0 && text[at - 1] == '\n' ? at - 1 : at);
  const auto place = static_cast<uint32_t>(found == text.npos ? text.size() : found + 1);
  if (found == text.npos) lines.insert(0, "\n");
  return {{place, place}, std::move(lines)};
}

}  // namespace

std::vector<const Change*> unexplained_changes(const VersionDiff& diff) {
  std::vector<const Change*> out;
  for (const Change& change : diff.changes) {
    if (is_unexplained(change)) out.push_back(&change);
  }
  return out;
}

std::expected<std::string, Message> add_stubs(std::string_view text,
                                              const std::vector<const Change*>& changes,
                                              std::string_view version, Lang keys) {
  if (text.empty()) return new_file(changes, version, keys);
  yaml::Tree tree;
  if (const auto parsed = yaml::parse(text, tree); !parsed)
    return std::unexpected(parsed.error().message);
  const Lang own = key_language(tree);
  AdjustmentsFile known;
  Problems problems;
  read_document(tree, Symbol::of("adjustments.yaml"), known, problems);
  std::vector<const Change*> missing = changes;
  std::erase_if(missing, [&](const Change* change) {
    const std::string print = fingerprint_text(change->fingerprint);
    return std::ranges::any_of(known.adjustments, [&](const Adjustment& record) {
      return record.fingerprint.view() == print;
    });
  });
  if (missing.empty()) return std::string(text);
  const std::string key = key_of(*record_info<AdjustmentsFile>(), "adjustments", own);
  const NodeId list = tree.find(tree.root(), key);
  if (list == yaml::kNoNode) {
    return apply_edits(text,
                       {behind_line(text, text.size(), key + ":\n" + written(missing, own, 2))});
  }
  NodeId first = yaml::kNoNode;
  NodeId last = yaml::kNoNode;
  tree.each(list, [&](NodeId item) {
    if (first == yaml::kNoNode) first = item;
    last = item;
  });
  const yaml::Node& node = tree.resolved(list);
  if (first == yaml::kNoNode) {
    return apply_edits(text, {{node.span, "\n" + written(missing, own, 2)}});
  }
  if (node.style == yaml::Style::Flow) {
    return std::unexpected(
        say({"“{}”写成了方括号列表，不能续写：请改为每条一行、以“- ”开头。",
             "“{}” is a list in brackets, which can't be continued: write one entry a line, "
             "beginning with “- ”."},
            key));
  }
  const size_t begin = line_begin(text, tree[first].span.begin);
  const size_t dash = text.find('-', begin);
  return apply_edits(text,
                     {behind_line(text, tree[last].span.end, written(missing, own, dash - begin))});
}

}  // namespace catalog
