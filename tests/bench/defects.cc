#include "defects.h"

#include <string>

namespace catalog::bench {

namespace {

struct Site {
  Value& item;
  std::string_view previous_id;
  std::string_view domain;
};

void misspell_key(Site site) {
  if (Value* deadline = site.item.find("deadline")) deadline->key = "deadlin";
}
void drop_key(Site site) { site.item.remove("publisher"); }
void misspell_channel(Site site) {
  site.item.set("channels", Value::of(std::vector<std::string>{"政府网战"}));
}
void repeat_id(Site site) { site.item.set("id", Value::of(std::string(site.previous_id))); }
void leave_title_open(Site site) {
  site.item.find("basis")->list.push_back(Value::of("《社会救助暂行办法（国务院令第649号）"));
}
void write_number_wrong(Site site) {
  site.item.find("basis")->list.push_back(
      Value::of("《最低生活保障审核审批办法（试行）》（民发[2012]220号）"));
}
void use_half_width(Site site) {
  site.item.set("deadline", Value::of("信息形成之日起10个工作日内,公示5个工作日"));
}
void lengthen_deadline(Site site) {
  site.item.set("deadline", Value::of("自信息形成或者变更之日起60个工作日内"));
}
void name_no_row(Site site) {
  site.item.set("guideline", Value::of(std::string(site.domain) + "/999"));
}
void use_chinese_comma(Site site) {
  site.item.set("channels", Value::raw("[政府网站，公开查阅点]"));
}

struct Defect {
  std::string_view name;
  void (*plant)(Site);
};

constexpr Defect kDefects[] = {
    {"key-misspelt", misspell_key},         {"key-missing", drop_key},
    {"channel-misspelt", misspell_channel}, {"id-twice", repeat_id},
    {"title-left-open", leave_title_open},  {"number-malformed", write_number_wrong},
    {"half-width-comma", use_half_width},   {"deadline-too-long", lengthen_deadline},
    {"row-unknown", name_no_row},           {"chinese-comma-in-list", use_chinese_comma},
};

}  // namespace

std::string_view plant_defect(Value& item, std::string_view previous_id, std::string_view domain,
                              Dice& dice) {
  const Defect* defect = &kDefects[dice.below(std::size(kDefects))];
  if (defect->plant == repeat_id && previous_id.empty()) defect = &kDefects[0];
  defect->plant({item, previous_id, domain});
  return defect->name;
}

}  // namespace catalog::bench
