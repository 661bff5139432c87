#include "diff/basis_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "diff/basis_citations.h"
#include "source/source_text.h"
#include "yaml/edit.h"
#include "yaml/parse.h"
#include "yaml/quote.h"

namespace catalog {

namespace {

using yaml::kNoNode;
using yaml::NodeId;
using yaml::Style;
using yaml::Tree;

constexpr size_t kMostRounds = 1000;  // of a list that cites one document more often than this

/// Where a byte is once edits are made; within replaced bytes, where these begin.
uint32_t moved(uint32_t at, const std::vector<Edit>& edits) {
  int64_t by = 0;
  for (const Edit& edit : edits) {
    if (edit.span.end <= at) {
      by += static_cast<int64_t>(edit.text.size()) - edit.span.size();
    } else if (edit.span.begin < at) {
      by -= at - edit.span.begin;
    }
  }
  return static_cast<uint32_t>(at + by);
}

/// Edits of one file, found in rounds: where several entries of a list go, one goes a round.
class FileEditor {
 public:
  FileEditor(std::string path, CitationEditor& editor, bool keep_articles)
      : path_(std::move(path)), editor_(editor), keep_articles_(keep_articles) {}

  std::expected<BasisFile, Message> run(std::string text) {
    out_.text = std::move(text);
    for (size_t round = 0; round < kMostRounds; round++) {
      Tree tree;
      if (const auto parsed = yaml::parse(out_.text, tree); !parsed)
        return std::unexpected(at_place(parsed.error().at, parsed.error().message));
      edits_.clear();
      edited_.clear();
      // Where nothing cites it any more, what is unclear stands where it stays.
      unclear_.clear();
      for (const CitationList& list : citation_lists(tree)) visit(tree, list);
      if (trouble_) return std::unexpected(std::move(*trouble_));
      if (edits_.empty()) {
        finish(tree);
        return std::move(out_);
      }
      apply();
    }
    return std::unexpected(at_place({}, say({"同一份文件引用过多", "too many citations"})));
  }

 private:
  Message at_place(Span at, const Message& what) const {
    const SourceText source(path_, out_.text);
    const Position place = source.position({at.begin});
    return say({"{0}:{1}:{2}：{3}。请先运行 catalog validate 并改正；没有写入。",
                "{0}:{1}:{2}: {3}. Run catalog validate and mend it first; nothing was written."},
               path_, place.line, place.column.value, Phrase(what.in(Lang::Zh), what.in(Lang::En)));
  }

  static Symbol entry_of(const Tree& tree, NodeId node) {
    return Symbol::of(tree.resolved(node).text);
  }

  void visit(const Tree& tree, const CitationList& list) {
    bool beside = false;
    bool old = false;
    for (const NodeId node : list.entries) {
      const CitationFacts facts = editor_.facts(entry_of(tree, node));
      beside |= facts.cites_new;
      old |= facts.cites_old;
      if (facts.is_unclear) note_unclear(tree, list, node);
    }
    if (!old) return;
    const bool keep = keep_articles_ || list.keeps_articles;
    std::set<std::string> texts;  // of the entries as they will be
    bool removed = false;
    for (const NodeId node : list.entries) {
      const Symbol entry = entry_of(tree, node);
      if (!editor_.facts(entry).cites_old) {
        texts.emplace(entry.view());
        continue;
      }
      const CitationChange* change = &editor_.change(entry, beside, keep);
      // An anchored entry may stand elsewhere too.
      const bool removable = list.list != kNoNode && tree[node].anchor.size() == 0;
      if (change->gone && !removable) change = &editor_.change(entry, false, keep);
      if (!change->gone && change->text == entry.view()) continue;
      const bool goes = removable && (change->gone || texts.contains(change->text));
      if (goes && removed) continue;  // in the next round
      note(tree, list, node, *change, goes, keep);
      if (goes) {
        removed = true;
        remove(tree, list, node);
      } else {
        replace(tree, node, *change);
        texts.insert(change->text);
        if (!keep) beside = true;
      }
    }
  }

  void note(const Tree& tree, const CitationList& list, NodeId node, const CitationChange& change,
            bool goes, bool keep) {
    const uint32_t at = tree[node].span.begin;
    out_.citations.push_back({{at, list.address, list.field},
                              std::string(tree.resolved(node).text),
                              goes ? std::string() : change.text});
    for (const std::string& article : change.articles) {
      look(at, list.address, list.field,
           keep && !goes ? LookAgain::ArticleKept : LookAgain::ArticleDropped, article);
    }
    for (const NodeId deadline : list.deadlines) {
      look(tree[deadline].span.begin, list.address, "deadline", LookAgain::Deadline,
           tree.resolved(deadline).text);
    }
    if (list.reason != kNoNode) {
      const std::string field = list.field.substr(0, list.field.rfind('.') + 1) + "reason";
      look(tree[list.reason].span.begin, list.address, field, LookAgain::Reason,
           tree.resolved(list.reason).text);
    }
  }

  void look(uint32_t at, const std::string& address, const std::string& field, LookAgain what,
            std::string_view text) {
    out_.look_again.push_back({{at, address, field}, what, std::string(text)});
  }

  void note_unclear(const Tree& tree, const CitationList& list, NodeId node) {
    unclear_.push_back({{tree[node].span.begin, list.address, list.field},
                        LookAgain::Unclear,
                        std::string(tree.resolved(node).text)});
  }

  void add(std::vector<Edit> edits, Span at) {
    if (edits.empty() && !trouble_) {
      trouble_ = at_place(at, say({"此处的写法不能自动修改，请改成普通的列表",
                                   "this can't be edited as it is written; make it a plain list"}));
    }
    std::ranges::move(edits, std::back_inserter(edits_));
  }

  void remove(const Tree& tree, const CitationList& list, NodeId node) {
    add(yaml::remove_item(out_.text, tree, list.list, node), tree[node].span);
  }

  void replace(const Tree& tree, NodeId node, const CitationChange& change) {
    const yaml::Node& own = tree[node];
    const NodeId scalar = own.kind == yaml::NodeKind::Alias ? own.target : node;
    if (!edited_.insert(scalar).second) return;
    if (auto edits = edits_inside(tree, scalar, change); !edits.empty()) {
      std::ranges::move(edits, std::back_inserter(edits_));
    } else {
      add(yaml::replace_scalar(out_.text, tree, scalar, change.text), tree[scalar].span);
    }
  }

  /// The edits of the entry where they stand in the file; none where it is written otherwise, or
  /// could not stand there as it would be.
  std::vector<Edit> edits_inside(const Tree& tree, NodeId scalar,
                                 const CitationChange& change) const {
    const yaml::Node& node = tree[scalar];
    const std::string_view written =
        std::string_view(out_.text).substr(node.span.begin, node.span.size());
    uint32_t from = node.span.begin;
    if (node.style == Style::Plain) {
      const auto context =
          yaml::surroundings_of(tree, scalar).in_flow ? yaml::Context::Flow : yaml::Context::Block;
      if (written != node.text || !yaml::is_plain_safe(change.text, context)) return {};
    } else if (node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted) {
      if (written.size() != node.text.size() + 2) return {};
      if (written.substr(1, node.text.size()) != node.text) return {};
      if (change.text.find_first_of("\"'\\\n") != change.text.npos) return {};
      from++;
    } else {
      return {};
    }
    std::vector<Edit> out = change.edits;
    for (Edit& edit : out) edit.span = {edit.span.begin + from, edit.span.end + from};
    return out;
  }

  void apply() {
    for (ReplacedCitation& one : out_.citations) one.at = moved(one.at, edits_);
    for (LookAgainAt& one : out_.look_again) one.at = moved(one.at, edits_);
    out_.text = apply_edits(out_.text, edits_);
  }

  void finish(const Tree& tree) {
    const NodeId confirmed = confirmation_node(tree);
    if (!out_.citations.empty() && confirmed != kNoNode) {
      const std::string address = out_.citations.front().address;
      look(tree[confirmed].span.begin, address.substr(0, address.rfind('/')), "confirmed",
           LookAgain::Confirmed, "");
    }
    std::ranges::move(unclear_, std::back_inserter(out_.look_again));
    const auto key = [](const LookAgainAt& one) {
      return std::tie(one.at, one.what, one.text, one.address, one.field);
    };
    std::ranges::sort(out_.look_again, {}, key);
    const auto same = std::ranges::unique(out_.look_again, {}, key);
    out_.look_again.erase(same.begin(), same.end());
    std::ranges::stable_sort(out_.citations, {}, &ReplacedCitation::at);
  }

  std::string path_;
  CitationEditor& editor_;
  bool keep_articles_;
  BasisFile out_;
  std::vector<LookAgainAt> unclear_;
  std::vector<Edit> edits_;
  std::set<NodeId> edited_;
  std::optional<Message> trouble_;
};

constexpr std::array<std::string_view, kLookAgains> kKeys{
    "article-kept", "article-dropped", "deadline", "reason", "unclear", "confirmed"};

}  // namespace

std::string_view look_again_key(LookAgain what) { return kKeys[static_cast<size_t>(what)]; }

std::expected<BasisFile, Message> replace_in_file(const std::string& path, std::string text,
                                                  CitationEditor& editor, bool keep_articles) {
  return FileEditor(path, editor, keep_articles).run(std::move(text));
}

}  // namespace catalog
