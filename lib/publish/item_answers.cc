#include "publish/item_answers.h"

#include <algorithm>

#include "model/fields_item.h"
#include "publish/publishable_text.h"
#include "text/normal.h"

namespace catalog {

namespace {

constexpr double kWorkingDaysOfWeek = 5;
constexpr double kDaysOfWeek = 7;

/// About how many working days a period takes; enough to sort by, not to judge.
double working_days(Duration period) {
  switch (period.unit) {
    case TimeUnit::Hour:
      return period.count / 24.0;
    case TimeUnit::WorkingDay:
      return period.count;
    case TimeUnit::Day:
      return period.count * kWorkingDaysOfWeek / kDaysOfWeek;
    case TimeUnit::Week:
      return period.count * kWorkingDaysOfWeek;
    case TimeUnit::Month:
      return period.count * 21.0;
    case TimeUnit::Quarter:
      return period.count * 63.0;
    case TimeUnit::HalfYear:
      return period.count * 126.0;
    case TimeUnit::Year:
      break;
  }
  return period.count * 252.0;
}

Wait wait_of(const Limit& limit) {
  if (limit.timing == Timing::AtOnce || limit.timing == Timing::Prompt ||
      limit.timing == Timing::With)
    return Wait::AtOnce;
  if (limit.timing != Timing::Within || !limit.within) return Wait::Unknown;
  const double days = working_days(*limit.within);
  return days <= 7 ? Wait::WithinWeek : days <= 20 ? Wait::WithinTwenty : Wait::Longer;
}

/// The longest wait of a phrase's branches.
Wait wait_of(const Deadline& deadline) {
  Wait out = Wait::Unknown;
  for (const Branch& branch : deadline.branches) {
    if (branch.limit) out = std::max(out, wait_of(*branch.limit));
  }
  return out;
}

void add_once(std::vector<std::string>& out, std::string text) {
  if (!text.empty() && std::ranges::find(out, text) == out.end()) out.push_back(std::move(text));
}

/// A form with a column for each field of an item, so that a cell says what the field does.
TableForm form_of_fields(const Item& item) {
  TableForm form;
  for (const char* field : {"elements", "basis", "deadline", "publisher", "channels", "audience",
                            "mode", "extent", "ground", "review", "levels", "links", "note"}) {
    Column column;
    column.field = field;
    column.heading = record_info<Item>()->field(field)->key.zh;
    form.columns.push_back(std::move(column));
  }
  for (const NamedText& pair : item.seldom->extra) {
    Column column;
    column.field = "extra";
    column.heading = publishable(pair.key.view());
    form.columns.push_back(std::move(column));
  }
  return form;
}

std::vector<std::string> lines_of(const Cell& cell) {
  std::vector<std::string> out;
  for (const CellLine& line : cell.lines) {
    if (!line.dim) out.emplace_back(trim(line.text));
  }
  return out;
}

/// What the deadline says of display and of how long the information stays.
void read_deadlines(const Item& item, ItemAnswers& out) {
  std::vector<std::string> displays, stays;
  for (const Leveled<Text>& part : item.deadline) {
    const Deadline& deadline = deadline_of(part.value.value);
    const std::string_view phrase = part.value.view();
    out.wait = std::max(out.wait, wait_of(deadline));
    for (const Branch& branch : deadline.branches) {
      if (branch.display) add_once(displays, publishable(text_at(phrase, branch.display->at)));
      if (branch.retention) add_once(stays, publishable(text_at(phrase, branch.retention->at)));
    }
  }
  std::ranges::move(stays, std::back_inserter(displays));
  out.display = enumerated(displays);
}

void read_mode(const Vocabulary& vocabulary, const Item& item, ItemAnswers& out) {
  const WordUse& use = vocabulary.find(WordList::Modes, item.mode.value);
  out.active = use && use.word == vocabulary.by_id(WordList::Modes, "active");
  if (use) out.mode_note = publishable(use.word->note.view());
}

ItemAnswers answers_of(const Edition& edition, size_t index) {
  const Item& item = edition.item(index);
  const TableForm form = form_of_fields(item);
  CellStore store;
  const TableRow row = make_row(edition, form, index, store);
  ItemAnswers out;
  out.id = item.id.view();
  out.name = publishable(item_name(item));
  out.topic = publishable(item.topic.view());
  out.category = publishable(item.category.view());
  out.rest = publishable(item.subtopic.view());
  const std::string detail = publishable(item.detail.view());
  if (!detail.empty()) out.rest += (out.rest.empty() ? "" : "/") + detail;
  if (out.rest.empty()) out.rest = out.topic;
  for (size_t i = 0; i < form.columns.size(); i++) {
    const Column& column = form.columns[i];
    std::vector<std::string> lines = lines_of(*row.cells[i]);
    if (column.field == "elements") {
      out.elements = std::move(lines);
    } else if (column.field == "basis") {
      out.basis = std::move(lines);
    } else if (column.field == "deadline") {
      out.when = enumerated(lines);
    } else if (column.field == "publisher") {
      out.who = enumerated(lines);
    } else if (column.field == "channels") {
      out.where = std::move(lines);
    } else if (column.field == "audience") {
      out.audience = enumerated(lines);
    } else if (column.field == "mode") {
      out.mode = enumerated(lines);
    } else if (column.field == "links") {
      for (const CellLine& line : row.cells[i]->lines)
        out.links.push_back({std::string(line.text), std::string(line.url), line.dim});
    } else if (!lines.empty()) {
      out.further.push_back({column.heading, enumerated(lines)});
    }
  }
  read_deadlines(item, out);
  read_mode(edition.workspace->vocabulary, item, out);
  return out;
}

}  // namespace

std::string enumerated(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += "、";
    out += text;
  }
  return out;
}

std::vector<ItemAnswers> item_answers(const Edition& edition) {
  std::vector<ItemAnswers> out;
  out.reserve(edition.size());
  for (size_t i = 0; i < edition.size(); i++) out.push_back(answers_of(edition, i));
  return out;
}

}  // namespace catalog
