#include "item_maker.h"

#include <string_view>
#include <utility>

namespace catalog::bench {

namespace {

constexpr std::string_view kCity = "市级", kDistrict = "区级", kStreet = "街镇级";

/// Characters that names of measures and reports are made of.
constexpr std::string_view kCommon =
    "关于本市加强规范促进完善建设管理服务保障实施意见通知办法规定细则方案标准项目资金人员机构信息公"
    "示名单流程材料"
    "条件范围期限责任监督评价结果情况年度季度社区居民企业单位";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

ItemMaker::ItemMaker(const Material& material, const Unit& unit, const Domain& domain, Dice& dice,
                     double fresh)
    : material_(material), unit_(unit), domain_(domain), dice_(dice), fresh_(fresh) {
  for (const Value& row : domain.rows) {
    if (unit.level == kCity || at_level(row, unit.level)) rows_.push_back(&row);
  }
  first_detail_ = dice_.below(material_.elements.size());
}

/// `<区>` and `<街镇>` filled in as a list of this unit has them.
std::string ItemMaker::placed(std::string text) const {
  if (unit_.level == kDistrict) {
    replace_all(text, "<区>", unit_.name);
    replace_all(text, "<街镇>", "各街道办事处、镇人民政府");
  } else if (unit_.level == kStreet) {
    replace_all(text, "<区>", unit_.parent_name);
    replace_all(text, "<街镇>", unit_.office);
  } else {
    replace_all(text, "<区>", "各区");
    replace_all(text, "<街镇>", "各街道办事处、镇人民政府");
  }
  return text;
}

Value ItemMaker::publisher(const Value& row) {
  if (unit_.level != kDistrict) return Value::of(unit_.office);
  const Value* there = row.find("publisher");
  if (!there || there->kind != Value::Kind::Map)
    return Value::of(placed(there ? there->text : unit_.name));
  Value by_level = Value::empty_map();
  for (const Value& body : there->list) {
    if (body.key != kCity) by_level.set(body.key, Value::of(placed(body.text)));
  }
  return by_level.list.size() == 1 ? by_level.list.front() : by_level;
}

/// The guideline's phrase, in a third of the cases with a shorter limit, as a unit may promise.
std::string ItemMaker::deadline(std::string phrase) {
  static constexpr std::pair<std::string_view, std::string_view> kShorter[] = {
      {"20个工作日", "15个工作日"},
      {"20个工作日", "10个工作日"},
      {"10个工作日", "7个工作日"},
      {"7个工作日", "5个工作日"}};
  // 组织听证7个工作日前: there a smaller number is later, not earlier.
  if (!dice_.chance(1.0 / 3) || phrase.contains("日前")) return phrase;
  const auto& [from, to] = kShorter[dice_.below(std::size(kShorter))];
  size_t at = phrase.find(from);
  bool whole_number =
      at != phrase.npos && (at == 0 || phrase[at - 1] < '0' || phrase[at - 1] > '9');
  if (whole_number) phrase.replace(at, from.size(), to);
  return phrase;
}

/// Adds up to `at_most` entries of the pool that the list does not have: a unit may disclose more
/// than is demanded.
void ItemMaker::lengthen(Value& item, const char* key, const std::vector<std::string>& pool,
                         size_t at_most) {
  Value* list = item.find(key);
  if (!list || list->kind != Value::Kind::List) return;
  for (size_t more = dice_.below(at_most + 1); more > 0; --more) {
    const std::string& entry = dice_.one(pool);
    if (!list->has(entry)) list->list.push_back(Value::of(entry));
  }
}

std::string ItemMaker::own_words() {
  std::string words;
  for (size_t left = 4 + dice_.below(8); left > 0; --left)
    words += kCommon.substr(3 * dice_.below(kCommon.size() / 3), 3);
  return words;
}

void ItemMaker::make_fresh(Value& item) {
  if (Value* detail = item.find("detail"); detail && dice_.chance(fresh_))
    detail->text += own_words();
  for (Value& element : item.find("elements")->list) {
    if (element.kind == Value::Kind::Text && dice_.chance(fresh_)) element.text += own_words();
  }
  for (Value& law : item.find("basis")->list) {
    if (dice_.chance(fresh_)) {
      law.text = "《" + own_words() + "》（沪府办〔" + std::to_string(2000 + dice_.below(21)) +
                 "〕" + std::to_string(1 + dice_.below(99)) + "号）";
    }
  }
}

Value ItemMaker::next() {
  size_t round = made_ / rows_.size();
  const Value& row = *rows_[made_ % rows_.size()];
  const std::string& id = row.find("id")->text;
  Value item = Value::empty_map();
  item.set("id", Value::of(round == 0 ? id : id + "-" + std::to_string(round + 1)));
  for (const Value& value : row.list) {
    if (value.key == "id") continue;
    item.set(value.key, value);
    if (value.key == "subtopic" && round > 0) item.set("detail", Value());
  }
  if (round > 0) {
    // The step is a prime, so that no detail comes twice in a list.
    const std::string& detail =
        material_.elements[(first_detail_ + made_ * 389) % material_.elements.size()];
    item.set("detail", Value::of(detail));
  }
  lengthen(item, "elements", material_.elements, 2);
  lengthen(item, "basis", material_.laws, 2);
  lengthen(item, "channels", material_.channels, 2);
  if (Value* phrase = item.find("deadline"); phrase && phrase->kind == Value::Kind::Text) {
    phrase->text = deadline(phrase->text);
  }
  item.set("publisher", publisher(row));
  if (unit_.level == kDistrict) {
    std::erase_if(item.find("levels")->list,
                  [](const Value& level) { return level.text == kCity; });
  } else {
    item.set("levels", Value::of(std::vector<std::string>{unit_.level}));
  }
  if (dice_.chance(0.6)) {
    const Value* title = item.find("subtopic");
    Value link = Value::empty_map();
    link.set("title", title ? *title : *item.find("topic"));
    link.set("url", Value::raw("\"https://www.example.cn/" + domain_.slug + "/" + unit_.code + "/" +
                               std::to_string(100000 + dice_.below(900000)) + ".html\""));
    Value links;
    links.kind = Value::Kind::List;
    links.list.push_back(std::move(link));
    item.set("links", std::move(links));
  }
  if (fresh_ > 0) make_fresh(item);
  ++made_;
  return item;
}

}  // namespace catalog::bench
