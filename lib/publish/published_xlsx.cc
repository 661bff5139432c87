#include <algorithm>

#include "model/fields_files.h"
#include "publish/published_table.h"
#include "publish/read_published.h"
#include "publish/table_item.h"
#include "table/xlsx_reader.h"
#include "text/normal.h"

namespace catalog {

namespace {

/// Which catalogue a table is.
struct TableOwner {
  Kind kind = Kind::Standard;
  Symbol domain;
  Symbol unit;  ///< of a list
};

/// By the codes of its items: list/UNIT/DOMAIN/ID, standard/DOMAIN/ID, of a unit's own
/// UNIT/DOMAIN/ID.
std::optional<TableOwner> owner_by_code(const PublishedTable& table) {
  const auto& columns = table.form.columns;
  const auto code = std::ranges::find(columns, "code", &Column::field);
  if (code == columns.end()) return std::nullopt;
  for (const auto& row : table.rows) {
    std::vector<std::string> parts;
    std::string_view rest = trim(row[static_cast<size_t>(code - columns.begin())]);
    for (size_t slash = rest.find('/'); slash != rest.npos; slash = rest.find('/')) {
      parts.emplace_back(rest.substr(0, slash));
      rest.remove_prefix(slash + 1);
    }
    if (parts.size() == 3 && parts[0] == "list")
      return TableOwner{Kind::List, Symbol::of(parts[2]), Symbol::of(parts[1])};
    if (parts.size() == 2 && parts[0] == "standard")
      return TableOwner{Kind::Standard, Symbol::of(parts[1]), {}};
    if (parts.size() == 2)
      return TableOwner{Kind::List, Symbol::of(parts[1]), Symbol::of(parts[0])};
  }
  return std::nullopt;
}

/// The title without its end; false where it ends otherwise.
bool cut_end(std::string_view& title, std::string_view end) {
  if (!title.ends_with(end)) return false;
  title.remove_suffix(end.size());
  return true;
}

/// By its title: 徐汇区社会救助领域政务公开事项清单.
std::optional<TableOwner> owner_by_title(const PublishedTable& table, const Workspace& words) {
  std::string_view title = trim(table.title);
  cut_end(title, "（" + std::string(kDraftMark) + "）");
  const std::string end = "政务公开";
  const bool standard = cut_end(title, end + std::string(Fields<Standard>::name.zh));
  if (!standard && !cut_end(title, end + std::string(Fields<List>::name.zh))) return std::nullopt;
  TableOwner best;
  std::string_view best_unit;
  size_t longest = 0;
  for (const Guideline& guideline : words.guidelines) {
    const std::string name(words.domain_name(guideline.domain.value));
    for (const std::string& written : {name, name + "领域"}) {
      std::string_view rest = title;
      if (written.size() <= longest || !cut_end(rest, written)) continue;
      longest = written.size();
      best.domain = guideline.domain.value;
      best_unit = rest;
    }
  }
  if (longest == 0) return std::nullopt;
  if (!best_unit.empty()) {
    // Without a file of units around it, the name must do.
    const Unit* unit = words.units.by_name(best_unit);
    best.unit = unit ? unit->code.value : Symbol::of(best_unit);
  }
  best.kind = standard && best.unit.empty() ? Kind::Standard : Kind::List;
  return best;
}

template <class Document>
void fill(Document& document, const TableOwner& owner, const PublishedTable& table,
          const std::string& path, const Workspace& words) {
  document.file = Symbol::of(path);
  document.domain.value = owner.domain;
  for (const auto& row : table.rows) {
    auto& item = document.items.emplace_back();
    static_cast<Item&>(item) = read_row(table.form, words.vocabulary, row);
  }
}

PublishedCatalogue catalogue_of(const PublishedTable& table, const TableOwner& owner,
                                const std::string& path, const Workspace& words) {
  PublishedCatalogue out;
  if (owner.kind == Kind::List) {
    out.list = std::make_unique<List>();
    out.list->unit.value = owner.unit;
    fill(*out.list, owner, table, path, words);
  } else {
    out.standard = std::make_unique<Standard>();
    fill(*out.standard, owner, table, path, words);
  }
  out.view = [form = table.form, &words](const Item& item) {
    return seen_in_table(form, words, item);
  };
  return out;
}

/// What the table does not show of an item, by the names of the keys.
std::string unseen(const TableForm& form) {
  std::string out;
  for (const FieldInfo& field : record_info<Item>()->fields) {
    if (field.identity || field.compare == Compare::None || form.has(field.key.en)) continue;
    if (field.key.en == "detail" || field.key.en == "extent" || field.key.en == "ground" ||
        field.key.en == "review")
      continue;  // told in other columns
    out += (out.empty() ? "" : "、") + std::string(field.key.zh);
  }
  return out;
}

Message no_table(const Workspace& words) {
  std::string names;
  for (const TemplateFile& file : words.templates)
    names += (names.empty() ? "" : "、") + std::string(file.name.view());
  return say({"其中没有按目录样式（{}）编排的表：表头可能经手工改动",
              "there is no table in it by one of the templates ({}): its headings were perhaps "
              "edited by hand"},
             names);
}

}  // namespace

std::expected<PublishedCatalogues, Message> read_published_xlsx(const std::string& bytes,
                                                                const std::string& path,
                                                                const Workspace& words) {
  const auto sheets = read_xlsx(bytes);
  if (!sheets) return std::unexpected(sheets.error());
  PublishedCatalogues out;
  for (const Sheet& sheet : *sheets) {
    auto table = find_table(sheet, words);
    if (!table) continue;
    auto owner = owner_by_code(*table);
    if (!owner) owner = owner_by_title(*table, words);
    if (!owner) {
      return std::unexpected(
          say({"看不出工作表“{}”是哪个领域的目录：标题“{}”应为“…领域政务公开标准目录”或“…领域政务"
               "公开事项清单”，或保留“事项编码”栏",
               "sheet “{}” does not say of which domain it is: its title “{}” should be "
               "“…领域政务公开标准目录” or “…领域政务公开事项清单”; or keep the column 事项编码"},
              sheet.name, table->title));
    }
    std::ranges::move(table->oddities, std::back_inserter(out.oddities));
    if (const std::string left = unseen(table->form); !left.empty() && out.catalogues.empty()) {
      out.oddities.push_back(say({"{}是表格，不含目录头和{}，这些没有比较。",
                                  "{} is a table without the head and {}; they are not compared."},
                                 path, left));
    }
    out.catalogues.push_back(catalogue_of(*table, *owner, path, words));
  }
  if (out.catalogues.empty()) return std::unexpected(no_table(words));
  return out;
}

}  // namespace catalog
