#include "publish/table_form.h"

#include <algorithm>
#include <charconv>

#include "model/fields_item.h"
#include "model/template_heading.h"
#include "publish/build_rules.h"
#include "publish/publishable_text.h"

namespace catalog {

namespace {

constexpr double kUsualWidth = 16;  // display columns, where the template gives none
constexpr double kWidestColumn = 255;
constexpr double kChannelWidth = 5;  // of each column in matrix style

/// Columns that are no key of the item.
constexpr std::array<Bilingual, 2> kMadeColumns{{{"序号", "number"}, {"事项编码", "code"}}};

/// The English name of a column's field, which the template may give in Chinese; empty if unknown.
std::string_view field_of(std::string_view key) {
  for (const Bilingual& made : kMadeColumns) {
    if (key == made.zh || key == made.en) return made.en;
  }
  const RecordInfo& item = *record_info<Item>();
  const auto found = item.find(key);
  return found ? item.fields[found->index].key.en : std::string_view{};
}

std::optional<double> width_of(const Text& text) {
  if (text.empty()) return kUsualWidth;
  double width = 0;
  const std::string_view digits = text.view();
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), width);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (!(width > 0) || width > kWidestColumn) return std::nullopt;
  return width;
}

bool is_yes(const Text& text) { return words::kYesNo.index(text.view()) == 0; }

/// The word that a column ticks, by its id or its name, in the vocabulary of the column's field.
const VocabularyWord* word_of(const TemplateColumn& column, const Workspace& workspace) {
  const FieldInfo* field = record_info<Item>()->field(field_of(column.field.view()));
  const auto list = field ? word_list(field->vocabulary) : std::nullopt;
  if (!list || column.word.empty()) return nullptr;
  const Vocabulary& vocabulary = workspace.vocabulary;
  if (const VocabularyWord* word = vocabulary.by_id(*list, column.word.view())) return word;
  return vocabulary.find(*list, column.word.value).word;
}

/// Whether any item has something to show in this column.
bool is_used(const Edition& edition, std::string_view field, std::string_view heading) {
  const auto filled = [&](const Item& item) {
    bool found = false;
    for_each_field<Item>([&]<class Field>(const Field& known) {
      if (known.info.key.en != field) return;
      if constexpr (
          requires { Field::get(item).size(); } || requires { Field::get(item).empty(); })
        found = !Field::get(item).empty();
    });
    if (field != "extra") return found;
    return std::ranges::any_of(item.seldom->extra, [&](const NamedText& pair) {
      return publishable(pair.key.view()) == heading;
    });
  };
  for (size_t i = 0; i < edition.size(); i++) {
    if (filled(edition.item(i))) return true;
  }
  return false;
}

bool is_wanted(const TemplateColumn& column, std::string_view field, const Edition& edition,
               const FormOptions& options) {
  if (field == "code") return options.codes;
  return !is_yes(column.optional) || is_used(edition, field, publishable(heading_of(column)));
}

ChannelStyle channel_style(const TemplateFile& file, const FormOptions& options) {
  if (options.channels) return *options.channels;
  return words::kChannelStyle.index(file.channels.view()) == 1 ? ChannelStyle::Matrix
                                                               : ChannelStyle::List;
}

void add_channel_columns(const Column& column, const Vocabulary& vocabulary, TableForm& form) {
  for (const VocabularyWord& word : vocabulary.words(WordList::Channels)) {
    Column one = column;
    one.group = column.heading;
    one.heading = word.name.view();
    one.word = &word;
    one.width = kChannelWidth;
    form.columns.push_back(std::move(one));
  }
}

void set_marks(const TemplateFile& file, const Vocabulary& vocabulary, TableForm& form) {
  const auto mark = [&](const Text& given, std::string_view id) {
    if (!given.empty()) return std::string(given.view());
    const VocabularyWord* word = vocabulary.by_id(WordList::Marks, id);
    return std::string(word ? word->name.view() : std::string_view{});
  };
  form.chosen = mark(file.marks->chosen, "chosen");
  form.unchosen = mark(file.marks->unchosen, "unchosen");
  form.tick = mark(file.marks->tick, "tick");
  form.bullet = mark(file.marks->bullet, "bullet");
}

/// The form with the columns that are wanted.
template <class Wanted>
TableForm make_form(const TemplateFile& file, const Workspace& workspace, ChannelStyle channels,
                    Wanted&& wanted) {
  TableForm form;
  set_marks(file, workspace.vocabulary, form);
  for (const TemplateColumn& given : file.columns) {
    const std::string_view field = field_of(given.field.view());
    if (field.empty() || !wanted(given, field)) continue;
    Column column;
    column.field = field;
    column.heading = publishable(heading_of(given));
    column.group = publishable(given.group.view());
    column.word = word_of(given, workspace);
    column.width = width_of(given.width).value_or(kUsualWidth);
    column.optional = is_yes(given.optional);
    column.merge = is_yes(given.merge);
    if (field == "channels" && channels == ChannelStyle::Matrix && !column.ticks()) {
      add_channel_columns(column, workspace.vocabulary, form);
    } else {
      form.columns.push_back(std::move(column));
    }
  }
  return form;
}

void add_template_finding(const TemplateFile& file, const Text& at, std::string_view field,
                          Message message, std::vector<Finding>& out) {
  add_finding(out, publish_template_rule, {file.file, at.span}, {}, std::string(field),
              {std::string(file.name.view()), std::string(at.view())}, std::move(message));
}

void check_column(const TemplateFile& file, const TemplateColumn& column,
                  const Workspace& workspace, std::vector<Finding>& out) {
  if (field_of(column.field.view()).empty()) {
    add_template_finding(file, column.field, "field",
                         say({"目录样式“{}”的列“{}”取自未知字段“{}”",
                              "Template “{}”: column “{}” takes an unknown field “{}”"},
                             file.name.view(), heading_of(column), column.field.view()),
                         out);
  } else if (!column.word.empty() && !word_of(column, workspace)) {
    add_template_finding(
        file, column.word, "word",
        say({"目录样式“{}”的列“{}”勾选的“{}”不在词表中",
             "Template “{}”: column “{}” ticks “{}”, which is not in the vocabulary"},
            file.name.view(), heading_of(column), column.word.view()),
        out);
  }
  if (!width_of(column.width)) {
    add_template_finding(
        file, column.width, "width",
        say({"目录样式“{}”的列“{}”列宽为“{}”，应大于0、不超过255",
             "Template “{}”: column “{}” has the width “{}”; it must be above 0 and at most 255"},
            file.name.view(), heading_of(column), column.width.view()),
        out);
  }
}

}  // namespace

bool TableForm::has(std::string_view field) const {
  return std::ranges::any_of(columns, [&](const Column& column) { return column.field == field; });
}

const Column* TableForm::ticking(std::string_view field, const VocabularyWord* word) const {
  const auto found = std::ranges::find_if(columns, [&](const Column& column) {
    return column.ticks() && column.word == word && column.field == field;
  });
  return found == columns.end() ? nullptr : &*found;
}

TableForm table_form(const TemplateFile& file, const Edition& edition, const FormOptions& options) {
  return make_form(file, *edition.workspace, channel_style(file, options),
                   [&](const TemplateColumn& column, std::string_view field) {
                     return is_wanted(column, field, edition, options);
                   });
}

TableForm whole_form(const TemplateFile& file, const Workspace& workspace, ChannelStyle channels) {
  return make_form(file, workspace, channels,
                   [](const TemplateColumn&, std::string_view) { return true; });
}

std::vector<Finding> check_template(const TemplateFile& file, const Workspace& workspace) {
  std::vector<Finding> out;
  for (const TemplateColumn& column : file.columns) check_column(file, column, workspace, out);
  if (file.columns.empty()) {
    add_template_finding(
        file, file.name, "columns",
        say({"目录样式“{}”没有列", "Template “{}” has no columns"}, file.name.view()), out);
  }
  return out;
}

}  // namespace catalog
