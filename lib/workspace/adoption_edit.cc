#include "workspace/adoption_edit.h"

#include <algorithm>
#include <unordered_map>

#include "model/fields_adoption.h"
#include "model/reader.h"
#include "source/source_text.h"
#include "yaml/edit.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;

Message not_editable(const std::string& path) {
  return say({"“{}”的采用标准不能逐字修改：请写成每行一条，如 - {{domain: …, version: …}}",
              "The standards of “{}” can't be edited in place: write one a line, as "
              "- {{domain: …, version: …}}"},
             path);
}

class Editor {
 public:
  Editor(const std::string& path, const std::string& text, const yaml::Tree& tree)
      : path_(path), text_(text), tree_(tree), language_(key_language(tree)) {}

  std::expected<std::string, Message> run(const AdoptionEdits& wanted) {
    const NodeId standards = find(tree_.root(), *record_info<Adoption>()->field("standards"));
    if (standards == kNoNode) return std::unexpected(not_editable(path_));
    const bool is_list = tree_.resolved(standards).kind == yaml::NodeKind::Sequence;
    std::vector<NodeId> entries;
    if (is_list) {
      tree_.each(standards, [&](NodeId entry) { entries.push_back(entry); });
    } else {
      entries.push_back(standards);
    }
    for (const auto& raised : wanted.raised) {
      if (!raise(entries, raised)) return std::unexpected(not_editable(path_));
    }
    if (!wanted.added.empty() && !(is_list && add(standards, entries, wanted.added)))
      return std::unexpected(not_editable(path_));
    return apply_edits(text_, edits_);
  }

 private:
  NodeId find(NodeId record, const FieldInfo& field) const {
    const NodeId found = tree_.find(record, field.key.en);
    return found == kNoNode ? tree_.find(record, field.key.zh) : found;
  }
  const FieldInfo& field(std::string_view key) const {
    return *record_info<AdoptedStandard>()->field(key);
  }

  /// Puts the version into the entries of the domain.
  bool raise(const std::vector<NodeId>& entries, const AdoptionEdits::Entry& raised) {
    bool done = false;
    for (const NodeId entry : entries) {
      if (tree_.resolved(entry).kind != yaml::NodeKind::Mapping) continue;
      const NodeId domain = find(entry, field("domain"));
      const NodeId version = find(entry, field("version"));
      if (domain == kNoNode || version == kNoNode) continue;
      if (tree_.resolved(domain).text != raised.domain.view()) continue;
      if (tree_.resolved(version).text == raised.to.view()) continue;
      const auto some = yaml::replace_scalar(text_, tree_, version, raised.to.view());
      edits_.insert(edits_.end(), some.begin(), some.end());
      done = !some.empty();
    }
    return done;
  }

  bool add(NodeId standards, const std::vector<NodeId>& entries,
           const std::vector<AdoptionEdits::Entry>& added) {
    const NodeId last = entries.empty() ? kNoNode : entries.back();
    // Edits at one place are applied in their order, so that the standards come in theirs.
    for (const auto& entry : added) {
      yaml::Value record = yaml::Value::mapping();
      record.add(std::string(field("domain").key.in(language_)), yaml::Value(entry.domain.view()));
      record.add(std::string(field("version").key.in(language_)), yaml::Value(entry.to.view()))
          .quoted();
      const auto some = yaml::insert_item(text_, tree_, standards, last, yaml::emit_flow(record));
      if (some.empty()) return false;
      edits_.insert(edits_.end(), some.begin(), some.end());
    }
    return true;
  }

  const std::string& path_;
  const std::string& text_;
  const yaml::Tree& tree_;
  Lang language_;
  std::vector<Edit> edits_;
};

}  // namespace

std::expected<std::string, Message> edited_adoption(const std::string& path,
                                                    const std::string& text,
                                                    const AdoptionEdits& edits) {
  yaml::Tree tree;
  if (const auto parsed = yaml::parse(text, tree); !parsed)
    return std::unexpected(say({"“{}”不能读取：请先运行 catalog validate 并改正",
                                "“{}” can't be read: run catalog validate and mend it first"},
                               path));
  return Editor(path, text, tree).run(edits);
}

}  // namespace catalog
