#include "model/meaning_digest.h"

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "model/reader.h"
#include "model/written_document.h"
#include "yaml/parse.h"

using namespace catalog;
using namespace catalog::test;

namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary made = [] {
    std::ifstream file(CATALOG_SOURCE_DIR "/catalogues/national/vocabulary.yaml");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    yaml::Tree tree;
    VocabularyFile out;
    Problems problems;
    REQUIRE(yaml::parse(text, tree));
    read_document(tree, Symbol::of("vocabulary.yaml"), out, problems);
    return Vocabulary(std::move(out));
  }();
  return made;
}

template <class Document>
Document read(const std::string& text) {
  yaml::Tree tree;
  Document out;
  Problems problems;
  const auto parsed = yaml::parse(text, tree);
  INFO(text);
  REQUIRE(parsed);
  read_document(tree, Symbol::of("test.yaml"), out, problems);
  for (const Problem& problem : problems) {
    // Generated dates need not exist, and items here may lack what a published row needs; keys and
    // shapes must be right.
    REQUIRE(
        (problem.kind == ProblemKind::ValueMalformed || problem.kind == ProblemKind::FieldMissing));
  }
  return out;
}

std::string meaning_of(Kind kind, const std::string& text) {
  return kind == Kind::List ? meaning_digest(read<List>(text), vocabulary())
                            : meaning_digest(read<Standard>(text), vocabulary());
}

std::string meaning_of(Kind kind, const Part& document) {
  return meaning_of(kind, PartWriter(vocabulary(), {}, 1).document(document));
}

std::string wordings_of(Kind kind, const std::string& text) {
  std::string out;
  const auto add = [&](const auto& document) {
    for (const auto& item : document.items) out += wording_digest(item) + "\n";
  };
  if (kind == Kind::List) {
    add(read<List>(text));
  } else {
    add(read<Standard>(text));
  }
  return out;
}

/// Calls change(undo, told, path) once for each single change of a document: a text altered, an
/// entry or optional field taken out, two entries swapped.
class SingleChanges {
 public:
  using Try = std::function<void(const std::string& what, bool shows)>;
  SingleChanges(PartMaker& maker, Try attempt) : maker_(maker), try_(std::move(attempt)) {}

  void walk(Part& part, bool told, const std::string& path) {
    told = told && (!part.field || part.field->told);
    if (part.kind == Part::Kind::Text) {
      if (part.field->content == Content::Kind) return;
      const std::string before = part.text;
      part.text = maker_.other_text(*part.field, before);
      try_(path + " altered", told);
      part.text = before;
      return;
    }
    for (size_t i = 0; i < part.parts.size(); i++) {
      Part& child = part.parts[i];
      walk(child, told, path + "." + (child.key.empty() ? std::to_string(i) : child.key));
    }
    for (size_t i = 0; i < part.parts.size(); i++) remove(part, i, told, path);
    if (part.kind == Part::Kind::List) swap(part, told, path);
  }

 private:
  void remove(Part& part, size_t i, bool told, const std::string& path) {
    const Part taken = part.parts[i];
    const bool in_record = part.kind == Part::Kind::Record;
    if (in_record && taken.field->required) return;
    part.parts.erase(part.parts.begin() + static_cast<std::ptrdiff_t>(i));
    try_(path + "." + taken.key + std::to_string(i) + " removed",
         told && (!in_record || taken.field->told));
    part.parts.insert(part.parts.begin() + static_cast<std::ptrdiff_t>(i), taken);
  }
  void swap(Part& part, bool told, const std::string& path) {
    std::swap(part.parts[0], part.parts[1]);
    try_(path + " swapped", told && part.field->merge != Merge::Set);
    std::swap(part.parts[0], part.parts[1]);
  }

  PartMaker& maker_;
  Try try_;
};

constexpr Kind kDigested[] = {Kind::List, Kind::Standard};

}  // namespace

TEST_CASE("however a document is written, its digest of meaning is the same") {
  for (uint32_t seed = 0; seed < 40; seed++) {
    for (const Kind kind : kDigested) {
      const Part document = PartMaker(vocabulary(), seed, 50).document(kind);
      const std::string plain = PartWriter(vocabulary(), {}, 0).document(document);
      const std::string digest = meaning_of(kind, plain);
      for (uint32_t i = 0; i < 4; i++) {
        const Liberties liberties{i % 2 ? Lang::Zh : Lang::En, true, true};
        const std::string text = PartWriter(vocabulary(), liberties, seed + i).document(document);
        INFO(plain << "----\n" << text);
        CHECK(meaning_of(kind, text) == digest);
      }
    }
  }
}

TEST_CASE("every single change of what the public is told gives another digest, no other does") {
  for (uint32_t seed = 0; seed < 3; seed++) {
    for (const Kind kind : kDigested) {
      PartMaker maker(vocabulary(), seed, 100);
      Part document = maker.document(kind);
      const std::string digest = meaning_of(kind, document);
      size_t changes = 0, silent = 0;
      SingleChanges changer(maker, [&](const std::string& what, bool shows) {
        INFO(what);
        const std::string now = meaning_of(kind, document);
        CHECK((now != digest) == shows);
        changes++;
        silent += !shows;
      });
      changer.walk(document, true, "");
      CHECK(changes > 150);
      CHECK(silent > 20);
      CHECK(meaning_of(kind, document) == digest);
    }
  }
}

TEST_CASE("what confirming and releasing write, and remarks, leave a standard's digest alone") {
  const std::string head =
      "kind: standard\ndomain: social-assistance\nversion: \"2020.1\"\nitems:\n  - {id: \"6\", "
      "topic: 低保, levels: [区级]}\n";
  const std::string digest = meaning_of(Kind::Standard, head);
  for (const char* more :
       {"state: 确认\n", "opinion: 请核对时限\n", "note: 备查\n",
        "confirmed: {by: 上海市民政局, on: \"2020-12-01\", document: 沪民办〔2020〕3号, digest: "
        "x}\n",
        "published: {url: \"https://a.gov.cn/\", on: \"2020-12-31\", digest: y}\n"}) {
    INFO(more);
    CHECK(meaning_of(Kind::Standard, head + more) == digest);
  }
  CHECK(meaning_of(Kind::Standard, head + "requirements: 按月公开\n") != digest);
}

TEST_CASE("an item has the same digest in a list and in the standard made of it") {
  const std::string item =
      "items:\n  - id: \"6\"\n    topic: 低保\n    channels: {区级: [政府网站]}\n    levels: "
      "[区级]\n";
  const List list = read<List>("kind: list\ndomain: a\nunit: \"1\"\nversion: \"1\"\n" + item);
  const Standard standard = read<Standard>("kind: standard\ndomain: a\nversion: \"2\"\n" + item +
                                           "    was: [list/310104/a/6]\n");
  CHECK(meaning_digest(list.items[0], vocabulary()) ==
        meaning_digest(standard.items[0], vocabulary()));
}

TEST_CASE("capitals count in addresses of the web, in texts they don't") {
  const auto with = [](const std::string& title, const std::string& url) {
    return meaning_of(Kind::List,
                      "kind: list\ndomain: a\nunit: \"1\"\nversion: \"1\"\nitems: [{id: \"6\", "
                      "topic: x, links: [{title: " +
                          title + ", url: \"" + url + "\"}]}]\n");
  };
  CHECK(with("App", "https://a.cn/x") == with("APP", "https://a.cn/x"));
  CHECK(with("App", "https://a.cn/x") != with("App", "https://a.cn/X"));
}

TEST_CASE("the digest of an item's wording sees every character and nothing of the layout") {
  for (uint32_t seed = 0; seed < 40; seed++) {
    for (const Kind kind : kDigested) {
      const Part document = PartMaker(vocabulary(), seed, 60).document(kind);
      const std::string plain =
          wordings_of(kind, PartWriter(vocabulary(), {}, 0).document(document));
      for (const Lang keys : {Lang::En, Lang::Zh}) {
        const std::string laid_out =
            PartWriter(vocabulary(), {keys, true, false}, seed).document(document);
        CHECK(wordings_of(kind, laid_out) == plain);
      }
    }
  }
  const auto wording = [](const std::string& topic) {
    return wordings_of(Kind::List,
                       "kind: list\ndomain: a\nunit: \"1\"\nversion: \"1\"\nitems: [{id: \"6\", "
                       "topic: \"" +
                           topic + "\"}]\n");
  };
  CHECK(wording("低保（名单）") != wording("低保(名单)"));
  CHECK(wording("低保") != wording("低保 "));
}

TEST_CASE("a version that is raised, or published, says the same") {
  const std::string rest = "items:\n  - {id: \"1\", topic: 甲, mode: 主动}\n";
  const std::string head = "kind: standard\ndomain: tax\n";
  const auto digest = [&](const std::string& course) {
    return meaning_digest(read<Standard>(head + course + rest), vocabulary());
  };
  const std::string plain = digest("version: \"2020.1\"\n");
  CHECK(digest("version: \"2020.2\"\n") == plain);
  CHECK(digest("version: \"2020.1\"\neffective: \"2021-03-01\"\n") == plain);
  CHECK(digest("version: \"2020.2\"\npublished: {url: \"https://a.cn\", on: \"2021-03-01\", "
               "digest: \"0\"}\n") == plain);
  CHECK(digest("version: \"2020.1\"\nrequirements: 另写\n") != plain);
}

TEST_CASE("the digest of a document is fixed: it is written down in confirmations") {
  const std::string text =
      "kind: list\ndomain: social-assistance\nunit: \"310104\"\nversion: \"2020.1\"\nitems:\n"
      "  - {id: \"6\", topic: 低保, elements: [名单], channels: [政府网站], levels: [区级]}\n";
  CHECK(meaning_of(Kind::List, text) ==
        "sha256:d7083b8221421d7679877b3cffd27fcbecdc9f81a47804be48c37da3ebe800c4");
}
