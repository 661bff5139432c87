// Writes a workspace of synthetic lists for the benchmarks; the same bytes for the same arguments.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "arguments.h"
#include "defects.h"
#include "item_maker.h"

namespace catalog::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "bench_generate OUT --national DIR --city DIR [--items N] [--files N] [--seed N] [--fresh "
    "RATE] [--defects RATE]\n"
    "\n"
    "Writes a workspace into the new folder OUT: catalog.yaml, units.yaml and "
    "lists/UNIT/DOMAIN.yaml,\n"
    "N items (10000) over N files (150), in the words of the guidelines' rows as the city's "
    "standards hold them.\n"
    "  --national DIR  guidelines, legal register, calendar, vocabulary, templates; named in "
    "catalog.yaml\n"
    "  --city DIR      units.yaml (copied) and standards/ (the rows)\n"
    "  --fresh RATE    share of details, elements and legal documents with text of their own (0)\n"
    "  --defects RATE  share of items with a planted mistake (0), listed in OUT/defects.tsv: file, "
    "id, mistake\n";

struct Options {
  fs::path out, national, city;
  size_t items = 0, files = 0;
  uint64_t seed = 1;
  double fresh = 0, defects = 0;
};

/// One list to be written.
struct Plan {
  const Unit* unit;
  const Domain* domain;
  size_t items = 0;
};

void write_file(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) throw std::runtime_error("can't write " + path.string());
}

/// A district drafts three times as many items as a street or town, a department twice as many.
size_t weight(const Unit& unit) { return unit.level == "区级" ? 3 : unit.level == "市级" ? 2 : 1; }

bool may_draft(const Unit& unit, const Domain& domain) {
  if (unit.level == "市级") {
    return std::find(unit.domains.begin(), unit.domains.end(), domain.slug) != unit.domains.end();
  }
  return std::any_of(domain.rows.begin(), domain.rows.end(),
                     [&](const Value& row) { return at_level(row, unit.level); });
}

/// Which unit drafts which domain, and how many items each; in order of unit and domain.
std::vector<Plan> plan_lists(const Material& material, const Options& options, Dice& dice) {
  std::vector<Plan> plans;
  for (const Unit& unit : material.units) {
    for (const Domain& domain : material.domains) {
      if (may_draft(unit, domain)) plans.push_back({&unit, &domain});
    }
  }
  if (options.files == 0 || options.files > plans.size()) {
    throw std::runtime_error("--files: from 1 to " + std::to_string(plans.size()));
  }
  if (options.items < options.files)
    throw std::runtime_error("--items: at least as many as --files");
  dice.shuffle(plans);
  plans.resize(options.files);
  size_t whole = 0, dealt = 0;
  for (const Plan& plan : plans) whole += weight(*plan.unit);
  for (Plan& plan : plans) {
    plan.items = 1 + (options.items - options.files) * weight(*plan.unit) / whole;
    dealt += plan.items;
  }
  for (size_t i = 0; dealt < options.items; i = (i + 1) % plans.size(), ++dealt) ++plans[i].items;
  std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) {
    return std::pair(a.unit->code, a.domain->slug) < std::pair(b.unit->code, b.domain->slug);
  });
  return plans;
}

void append_item(std::string& to, const Value& item) {
  std::string_view lead = "  - ";
  for (const Value& value : item.list) {
    to += lead;
    to += value.key;
    to += ": ";
    if (value.kind == Value::Kind::Text) {
      append_text(to, value.text, false);
    } else {
      append_flow(to, value);
    }
    to += '\n';
    lead = "    ";
  }
}

void append_omissions(std::string& to, const Domain& domain, const std::vector<const Value*>& rows,
                      size_t listed) {
  std::vector<Value> omitted = domain.omitted;
  for (size_t i = listed; i < rows.size(); ++i) {
    Value left_out = Value::empty_map();
    left_out.set("guideline", *rows[i]->find("guideline"));
    left_out.set("reason", Value::of("本单位没有此类事项"));
    omitted.push_back(std::move(left_out));
  }
  if (omitted.empty()) return;
  to += "\nomitted:\n";
  for (const Value& left_out : omitted) append_item(to, left_out);
}

/// The text of one list; `planted` gets a line for each mistake.
std::string list_text(const Plan& plan, const Material& material, const Options& options,
                      Dice& dice, Dice& mistakes, std::string& planted) {
  const std::string& slug = plan.domain->slug;
  std::string text =
      "# yaml-language-server: $schema=../../schemas/list.schema.json\nkind: list\ndomain: " +
      slug + "\nunit: \"" + plan.unit->code + "\"\nversion: \"2020.1\"\n\nitems:\n";
  ItemMaker maker(material, *plan.unit, *plan.domain, dice, options.fresh);
  std::string previous_id;
  for (size_t i = 0; i < plan.items; ++i) {
    Value item = maker.next();
    std::string id = item.find("id")->text;
    if (options.defects > 0 && mistakes.chance(options.defects)) {
      std::string_view defect = plant_defect(item, previous_id, slug, mistakes);
      planted += "lists/" + plan.unit->code + "/" + slug + ".yaml\t" + item.find("id")->text + "\t";
      planted += defect;
      planted += '\n';
    }
    if (i) text += '\n';
    append_item(text, item);
    previous_id = std::move(id);
  }
  append_omissions(text, *plan.domain, maker.rows(), plan.items);
  return text;
}

std::string workspace_text(const Options& options) {
  fs::path national = fs::relative(options.national, options.out);
  auto path = [&](const char* name) { return (national / name).generic_string(); };
  return "kind: workspace\ntitle: 基准测试目录\nversion: \"2020.1\"\neffective: \"2020-12-31\"\n"
         "note: 由基准测试程序生成，不是任何机关发布的文件。\n\nguidelines: " +
         path("guidelines") + "\nunits: units.yaml\nlegal: " + path("legal.yaml") +
         "\ncalendar: " + path("calendar.yaml") + "\nvocabulary: " + path("vocabulary.yaml") +
         "\ntemplates: " + path("templates") + "\ntemplate: shanghai-2020\n";
}

void generate(const Options& options) {
  if (fs::exists(options.out) && !fs::is_empty(options.out)) {
    throw std::runtime_error(options.out.string() + " is there already and not empty");
  }
  Material material = read_material(options.national, options.city);
  // A stream of numbers for each purpose, so that an option leaves what it has nothing to do with
  // as it is.
  Dice choice(options.seed), words(options.seed + 1), mistakes(options.seed + 2);
  std::vector<Plan> plans = plan_lists(material, options, choice);
  fs::create_directories(options.out);
  write_file(options.out / "catalog.yaml", workspace_text(options));
  fs::copy_file(options.city / "units.yaml", options.out / "units.yaml");
  std::string planted;
  uint64_t bytes = 0;
  for (const Plan& plan : plans) {
    std::string text = list_text(plan, material, options, words, mistakes, planted);
    write_file(options.out / "lists" / plan.unit->code / (plan.domain->slug + ".yaml"), text);
    bytes += text.size();
  }
  if (options.defects > 0) write_file(options.out / "defects.tsv", planted);
  std::printf("%zu files, %zu items, %.1f MB\n", plans.size(), options.items,
              static_cast<double>(bytes) / 1e6);
}

}  // namespace
}  // namespace catalog::bench

int main(int count, char** values) {
  using namespace catalog::bench;
  Arguments arguments(count, values, kUsage);
  arguments.only({"national", "city", "items", "files", "seed", "fresh", "defects"});
  if (arguments.rest().size() != 1 || arguments.text("national").empty() ||
      arguments.text("city").empty()) {
    arguments.leave(2);
  }
  try {
    generate({std::filesystem::absolute(arguments.rest()[0]),
              std::filesystem::absolute(arguments.text("national")),
              std::filesystem::absolute(arguments.text("city")), arguments.whole("items", 10000),
              arguments.whole("files", 150), arguments.whole("seed", 1), arguments.share("fresh"),
              arguments.share("defects")});
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "bench_generate: %s\n", problem.what());
    return 2;
  }
  return 0;
}
