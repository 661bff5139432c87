// Reads any bytes as YAML: no crash, both readers alike, spans inside the text, slips and comments
// inside the text, and every text that was read can be written again.
//
// With clang: a libFuzzer target (-fsanitize=fuzzer,address). Without: give files or folders as
// arguments (CATALOG_FUZZ_MAIN is defined then).

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "yaml/encoding.h"
#include "yaml/fast.h"
#include "yaml/libyaml_reader.h"
#include "yaml/parse.h"
#include "yaml/quote.h"
#include "yaml/slips.h"

using namespace catalog;
using namespace catalog::yaml;

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check_spans(std::string_view text, const Tree& tree) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Span span = tree[id].span;
    require(span.begin <= span.end && span.end <= text.size(), "spans are inside the text");
  }
  for (const Span span : tree.comments())
    require(text[span.begin] == '#' && span.end <= text.size(), "comments begin with #");
}

void check_alike(std::string_view text) {
  Tree fast, slow;
  if (check_encoding(text) || !read_fast(text, fast, {})) return;
  require(read_by_libyaml(text, slow, {}).has_value(), "libyaml reads what the fast reader reads");
  require(fast.size() == slow.size(), "both readers see as many nodes");
  for (NodeId id = 0; id < fast.size(); ++id) {
    const Node &a = fast[id], &b = slow[id];
    require(a.kind == b.kind && a.style == b.style && a.span == b.span && a.text == b.text &&
                a.first_child == b.first_child && a.next == b.next &&
                a.child_count == b.child_count,
            "both readers see the same node");
  }
}

void check_quoting(const Tree& tree) {
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].kind != NodeKind::Scalar) continue;
    const std::string line = "a: " + scalar_text(tree[id].text) + "\n";
    Tree again;
    require(parse(line, again).has_value(), "a written text is read");
    require(again[again.find(again.root(), "a")].text == tree[id].text,
            "a written text is read back as it was");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Tree tree;
  if (auto read = parse(text, tree, Comments::Keep); !read) {
    const auto& problem = read.error();
    require(problem.at.begin <= problem.at.end && problem.at.end <= text.size(),
            "a problem is inside the text");
    require(!problem.message.in(Lang::Zh).empty() && !problem.message.in(Lang::En).empty(),
            "a problem has words");
  }
  check_spans(text, tree);
  check_alike(text);
  if (size < 4096) check_quoting(tree);
  const KnownWords known{[](std::string_view word) { return word.size() < 8; },
                         [](std::string_view word) { return word.size() < 8; }};
  for (const auto& slip : find_slips(text, tree, known)) {
    require(slip.at.begin <= slip.at.end && slip.at.end <= text.size(),
            "a slip is inside the text");
    for (const auto& edit : slip.edits)
      require(edit.span.begin <= edit.span.end && edit.span.end <= text.size(),
              "an edit is inside the text");
  }
  return 0;
}

#ifdef CATALOG_FUZZ_MAIN
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace {

void run(const std::filesystem::path& path, std::mt19937_64& dice) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  const auto one = [](const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(text.data()), text.size());
  };
  one(bytes);
  // A few mutations of each file, so that the program finds something without a fuzzer too.
  if (bytes.size() > 4000) bytes.resize(4000);
  for (int i = 0; i < 200 && !bytes.empty(); ++i) {
    std::string text = bytes;
    for (int n = 0; n < 1 + i % 4; ++n) text[dice() % text.size()] = static_cast<char>(dice());
    if (i % 3 == 0) text.erase(dice() % text.size(), 1 + dice() % 8);
    one(text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::mt19937_64 dice(1);
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      run(argv[i], dice);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) run(entry.path(), dice);
    }
  }
}
#endif
