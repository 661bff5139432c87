#include "rules/confirmation.h"

#include <doctest/doctest.h>

#include <random>

#include "example_workspace.h"
#include "model/fields_files.h"
#include "model/meaning_digest.h"

namespace catalog::test {

namespace {

constexpr const char* kStandard = "/example/standards/social-assistance.yaml";
const Date kToday = *Date::of(2020, 12, 31);

/// Lays the head of the example's standard out at random: languages, quotes, comments, line
/// breaks, what stands where. The lines that no step may touch hold the letter U.
class Layout {
 public:
  explicit Layout(unsigned seed) : dice_(seed) {}

  std::string make(const std::string& example) {
    zh_ = coin();
    std::string items = example.substr(example.find("items:"));
    if (zh_) items = in_chinese(items);
    std::vector<std::string> parts{key("domain", "领域") + ": social-assistance" + comment(),
                                   key("version", "版本") + ": \"2020.1\"" + comment(),
                                   key("drafted_by", "起草单位") + ": [civil-affairs, '310104']"};
    if (coin())
      parts.push_back(key("note", "备注") + ": |" + (coin() ? "" : "-") + "\n  U  # U\n\n");
    if (coin()) parts.push_back(key("requirements", "具体要求") + ": 'U: U'" + comment());
    if (dice_() % 4) parts.push_back(state());
    if (dice_() % 3 == 0) parts.push_back(opinion());
    if (dice_() % 3 == 0) parts.push_back(confirmed());
    std::shuffle(parts.begin(), parts.end(), dice_);
    std::string out = coin() ? "# U\n" : "";
    out += zh_ ? "类型: 标准目录\n" : "kind: standard\n";
    for (const std::string& part : parts) {
      if (dice_() % 3 == 0) out += "# U " + std::to_string(dice_() % 100) + "\n";
      if (dice_() % 5 == 0) out += "\n";
      out += part + "\n";
    }
    out += items;
    if (coin()) out.pop_back();
    return dice_() % 3 ? out : with_crlf(out);
  }

 private:
  bool coin() { return dice_() % 2 == 0; }
  std::string key(const char* en, const char* zh) const { return zh_ ? zh : en; }
  std::string comment() { return dice_() % 4 ? "" : "  # U"; }
  std::string state() {
    const size_t at = dice_() % 4;
    std::string word(coin() ? words::kStateWords[at].zh : words::kStateWords[at].en);
    if (dice_() % 3 == 0) word = coin() ? "'" + word + "'" : "\"" + word + "\"";
    return key("state", "状态") + ": " + word + (coin() ? "  # 状" : "");
  }
  std::string opinion() {
    const char* const values[] = {"改第6项", "\"改: 第6项\"", ">-\n  改第\n  6项", "|\n  改\n\n"};
    return key("opinion", "意见") + ": " + values[dice_() % 4];
  }
  std::string confirmed() {
    const std::string by = key("by", "确认单位"), on = key("on", "确认日期"),
                      digest = key("digest", "摘要");
    if (coin())
      return key("confirmed", "确认") + ": {" + by + ": x, " + on + ": \"2020-01-01\",\n  " +
             digest + ": y}";
    return key("confirmed", "确认") + ":" + (coin() ? "  # 记" : "") + "\n    " + by +
           ": x\n    # 内\n    " + on + ": \"2020-01-01\"\n    " + digest + ": y";
  }
  static std::string in_chinese(std::string items) {
    for (const char* en : {"items", "id", "guideline", "topic", "subtopic", "elements", "basis",
                           "deadline", "publisher", "channels", "audience", "mode", "levels"}) {
      const FieldInfo* field = record_info<StandardItem>()->field(en);
      if (!field) field = record_info<Standard>()->field(en);
      const std::string key = std::string(en) + ": ", own = std::string(field->key.zh) + ": ";
      for (size_t at = 0; (at = items.find("\n    " + key, at)) != items.npos;)
        items.replace(at + 5, key.size(), own);
      for (size_t at = 0; (at = items.find("\n  - " + key, at)) != items.npos;)
        items.replace(at + 5, key.size(), own);
    }
    return "事项" + items.substr(5);
  }
  static std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
  }

  std::mt19937 dice_;
  bool zh_ = false;
};

/// The lines that no step may touch: all but those of the three fields.
std::vector<std::string> untouched(const std::string& text) {
  std::vector<std::string> out;
  bool inside = false;
  for (const std::string& line : lines_of(text)) {
    const std::string_view view = line;
    const bool key = !view.empty() && view[0] != ' ' && view[0] != '#' && view[0] != '\r';
    if (key) {
      inside = false;
      for (const char* own : {"state:", "状态:", "opinion:", "意见:", "confirmed:", "确认:"})
        inside |= view.starts_with(own);
    } else if (inside && view.starts_with("#")) {
      inside = false;
    }
    if (!inside && view.find_first_not_of(" \r") != view.npos) out.push_back(line);
  }
  return out;
}

struct World {
  MemoryFileSystem files;
  Validation validation;
  explicit World(const std::string& standard) {
    put_example(files);
    if (!standard.empty()) files.put(kStandard, standard);
    validation = validated(files);
  }
  ConfirmationStatus status() const {
    auto out = confirmation_status(validation, "social-assistance");
    REQUIRE(out);
    return *out;
  }
};

std::string example_standard() {
  return bytes_of(source_folder() / "tests/rules/example/standards/social-assistance.yaml");
}

ConfirmationStep step_to(StandardState to, unsigned seed) {
  const char* const opinions[] = {"改第6项", "第6项：\n公示期", "- a: [b] # c", "'", "yes", "\"\\"};
  ConfirmationStep step;
  step.to = to;
  step.opinion = opinions[seed % 6];
  step.by = seed % 2 ? "civil-affairs" : "上海市民政局";
  step.document = seed % 3 ? "沪民办〔2020〕31号" : "会议纪要: 第3期 # x";
  step.on = *Date::of(2020, 12, static_cast<int>(seed % 31) + 1);
  return step;
}

}  // namespace

TEST_CASE("whatever the layout, a step changes its three fields and not another byte") {
  const std::string example = example_standard();
  size_t taken = 0, refused = 0;
  for (unsigned seed = 0; seed < 400; seed++) {
    std::string text = Layout(seed).make(example);
    CAPTURE(text);
    for (unsigned n = 0; n < 4; n++) {
      World world(text);
      const ConfirmationStatus status = world.status();
      REQUIRE(status.standard);
      const auto next = next_states(status.state);
      const StandardState to = static_cast<StandardState>((seed + n * 3) % 4);
      const bool possible = std::ranges::find(next, to) != next.end();
      const ConfirmationStep step = step_to(to, seed + n);
      const auto after = after_step(world.validation, status, text, step, kToday);
      if (!possible) {
        CHECK(!after);
        refused++;
        continue;
      }
      const std::string reason = after ? "" : after.error().reasons.front().in(Lang::En);
      CAPTURE(reason);
      CAPTURE(text_of(world.validation.findings));
      REQUIRE(after);
      taken++;
      CHECK(untouched(*after) == untouched(text));
      World then(*after);
      const Standard& standard = *then.status().standard;
      CHECK(then.status().state == to);
      const std::string now = meaning_digest(standard, then.validation.workspace->vocabulary);
      CHECK(now == meaning_digest(*status.standard, world.validation.workspace->vocabulary));
      if (to == StandardState::Returned) CHECK(standard.opinion.view() == step.opinion);
      if (to == StandardState::Consultation) CHECK(!standard.confirmed.present());
      if (to == StandardState::Confirmed) {
        CHECK(then.status().settled());
        CHECK(standard.confirmed->by.view() == "上海市民政局");
        CHECK(standard.confirmed->on.view() == step.on->iso());
        CHECK(standard.confirmed->document.view() == step.document);
        CHECK(standard.confirmed->digest.view() == now);
        CHECK(standard.opinion.empty());
      }
      text = *after;
    }
  }
  CHECK(taken > 400);
  CHECK(refused > 400);
}

TEST_CASE("any change of what is said voids a confirmation, and no change of the layout does") {
  World submitted(example_standard());
  std::string text = example_standard();
  for (const StandardState to : {StandardState::Submitted, StandardState::Confirmed}) {
    World world(text);
    const auto after = after_step(world.validation, world.status(), text, step_to(to, 1), kToday);
    REQUIRE(after);
    text = *after;
  }
  CHECK(World(text).status().settled());
  const auto without = [&](std::string from, const std::string& to) {
    std::string out = text;
    const size_t at = out.find(from);
    REQUIRE(at != out.npos);
    return out.replace(at, from.size(), to);
  };
  // Said otherwise.
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"10个工作日", "20个工作日"},
           {"[政府网站, 公开查阅点]", "[政府网站]"},
           {"综合业务", "综合"},
           {"    audience: 全社会\n", "    audience: 特定群体（低保对象）\n"},
           {"levels: [区级, 街镇级]", "levels: [区级]"}}) {
    CAPTURE(from);
    CHECK(World(without(from, to)).status().changed);
  }
  // Laid out otherwise, or released.
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"topic: 综合业务", "topic: \"综合业务\"  # 首项"},
           {"[政府网站, 公开查阅点]", "[公开查阅点, 政府网站]"},
           {"[政府网站, 公开查阅点]", "[政府网站, 公开查询点]"},
           {"mode: 主动", "公开方式: 主动"},
           {"levels: [区级, 街镇级]", "levels:\n      - 区级\n      - 街镇级"},
           {"version: \"2020.1\"", "version: \"2020.2\""},
           {"state: 确认", "state: confirmed"}}) {
    CAPTURE(from);
    const World world(without(from, to));
    CHECK(!world.status().changed);
    CHECK(world.status().state == StandardState::Confirmed);
  }
}

TEST_CASE("errors of others do not stand in the way, those of the shared files do") {
  World world("");
  world.files.put("/example/lists/310104/broken.yaml", "kind: list\ntitle: [x\n");
  world.files.put("/example/adoptions/310104.yaml", "kind: adoption\nunit: nobody\n");
  world.validation = validated(world.files);
  CHECK(world.validation.summary.errors > 0);
  CHECK(world.status().errors.empty());
  const std::string units = bytes_of(source_folder() / "tests/rules/example/units.yaml");
  world.files.put("/example/units.yaml", units + "wrong: x\n");
  world.validation = validated(world.files);
  CHECK(!world.status().errors.empty());
}

}  // namespace catalog::test
