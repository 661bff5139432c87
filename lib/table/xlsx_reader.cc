#include "table/xlsx_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "table/ooxml.h"
#include "table/xlsx_styles.h"
#include "table/zip_package.h"

namespace catalog {

namespace {

using pugi::xml_document;
using pugi::xml_node;

constexpr uint32_t kMostRows = 1'048'576;
constexpr uint32_t kMostColumns = 16'384;

std::optional<uint32_t> number_of(std::string_view text) {
  uint32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

struct CellPlace {
  uint32_t row, column;
};

/// `F12`, from 0.
std::optional<CellPlace> place_of(std::string_view name) {
  size_t at = 0;
  uint32_t column = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; at++)
    column = column * 26 + static_cast<uint32_t>(name[at] - 'A' + 1);
  const auto row = number_of(name.substr(at));
  if (at == 0 || !row || *row == 0 || *row > kMostRows || column > kMostColumns)
    return std::nullopt;
  return CellPlace{*row - 1, column - 1};
}

std::optional<CellRange> range_of(std::string_view name) {
  const size_t colon = name.find(':');
  const auto first = place_of(name.substr(0, colon));
  const auto last = colon == name.npos ? first : place_of(name.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column)
    return std::nullopt;
  return CellRange{first->row, first->column, last->row, last->column};
}

/// What all sheets of a workbook share.
struct Shared {
  std::vector<std::string> strings;
  NumberKinds kinds;
  bool since_1904 = false;
};

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(const Shared& shared, const XlsxLimits& limits, size_t& cells, size_t& bytes)
      : shared_(shared), limits_(limits), cells_(cells), bytes_(bytes) {}

  /// False where the sheet is beyond the limits.
  bool read(xml_node worksheet, Sheet& sheet) {
    uint32_t row = 0;
    for (xml_node node : child(worksheet, "sheetData")) {
      if (!is(node, "row")) continue;
      if (const auto given = number_of(node.attribute("r").value()); given && *given > 0)
        row = *given - 1;
      if (row >= kMostRows || !read_row(node, row, sheet)) return false;
      row++;
    }
    for (xml_node node : child(worksheet, "mergeCells")) {
      if (const auto range = range_of(node.attribute("ref").value()))
        sheet.merges.push_back(*range);
    }
    return true;
  }

 private:
  bool read_row(xml_node node, uint32_t row, Sheet& sheet) {
    uint32_t column = 0;
    for (xml_node cell : node) {
      if (!is(cell, "c")) continue;
      if (const auto place = place_of(cell.attribute("r").value())) column = place->column;
      if (column >= kMostColumns) return false;
      std::string text = text_of(cell);
      if (!text.empty() && !put(sheet, row, column, std::move(text))) return false;
      column++;
    }
    return true;
  }

  bool put(Sheet& sheet, uint32_t row, uint32_t column, std::string text) {
    bytes_ += text.size();
    if (row >= sheet.rows.size()) {
      cells_ += row + 1 - sheet.rows.size();
      if (cells_ > limits_.cells) return false;
      sheet.rows.resize(row + 1);
    }
    auto& cells = sheet.rows[row];
    if (column >= cells.size()) {
      cells_ += column + 1 - cells.size();
      if (cells_ > limits_.cells) return false;
      cells.resize(column + 1);
    }
    cells[column] = std::move(text);
    return bytes_ <= limits_.text_bytes;
  }

  std::string text_of(xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return string_item(child(cell, "is"));
    const xml_node value_node = child(cell, "v");
    if (type == "str") return decoded(all_text(value_node));
    const std::string_view value = value_node.child_value();
    if (type == "s") {
      const auto index = number_of(value);
      return index && *index < shared_.strings.size() ? shared_.strings[*index] : std::string();
    }
    if (type == "b") return value == "1" || value == "true" ? "TRUE" : value.empty() ? "" : "FALSE";
    if (type == "e" || type == "d" || value.empty()) return readable(value);
    const auto style = number_of(cell.attribute("s").value());
    const NumberKind kind =
        style && *style < shared_.kinds.size() ? shared_.kinds[*style] : NumberKind::Plain;
    return readable(number_text(value, kind, shared_.since_1904));
  }

  const Shared& shared_;
  const XlsxLimits& limits_;
  size_t& cells_;
  size_t& bytes_;
};

/// Reads a workbook part by part.
class BookReader {
 public:
  BookReader(ZipPackage& package, const XlsxLimits& limits) : package_(package), limits_(limits) {}

  std::expected<std::vector<Sheet>, Message> read() {
    const std::string book_part = workbook_part();
    xml_document book;
    if (!load(book_part, book)) return failed();
    const xml_node root = element(book, "workbook");
    if (!root) return failed(not_a_book());
    const auto relations = relations_of(book_part);
    if (!read_shared(root, relations)) return failed();
    std::vector<Sheet> out;
    for (xml_node node : child(root, "sheets")) {
      const auto relation = relations.find(local_attribute(node, "id"));
      if (relation == relations.end() || !relation->second.type.ends_with("/worksheet")) continue;
      Sheet& sheet = out.emplace_back();
      sheet.name = readable(node.attribute("name").value());
      sheet.hidden = std::string_view(node.attribute("state").value()).contains("idden");
      if (!read_sheet(relation->second.target, sheet)) return failed();
    }
    return out;
  }

 private:
  struct Relation {
    std::string type;
    std::string target;
  };
  using Relations = std::map<std::string, Relation, std::less<>>;

  std::unexpected<Message> failed(Message otherwise = {}) {
    return std::unexpected(error_ ? std::move(*error_) : std::move(otherwise));
  }
  static Message not_a_book() {
    return say({"不是Excel工作簿（.xlsx）：其中没有工作表",
                "this is no Excel workbook (.xlsx): there are no sheets in it"});
  }

  /// The part that the package names as its document.
  std::string workbook_part() {
    for (const auto& [id, relation] : relations_of("")) {
      if (relation.type.ends_with("/officeDocument")) return relation.target;
    }
    return "xl/workbook.xml";
  }

  /// Parses a part; false (with error_) where it is not there or is no XML.
  bool load(const std::string& part, xml_document& out) {
    auto bytes = package_.read(part);
    if (!bytes) {
      error_ = std::move(bytes.error());
    } else if (!*bytes) {
      error_ = not_a_book();
    } else if (!parse(std::move(**bytes), out)) {
      error_ = say({"工作簿已损坏：其中的{}不是完整的XML",
                    "the workbook is damaged: {} in it is not well-formed XML"},
                   part);
    }
    return !error_;
  }

  Relations relations_of(const std::string& part) {
    Relations out;
    const size_t slash = part.rfind('/');
    const std::string folder = slash == part.npos ? "" : part.substr(0, slash + 1);
    const std::string name = slash == part.npos ? part : part.substr(slash + 1);
    auto bytes = package_.read(folder + "_rels/" + name + ".rels");
    xml_document document;
    if (!bytes || !*bytes || !parse(std::move(**bytes), document)) return out;
    for (xml_node node : element(document, "Relationships")) {
      if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
      out[node.attribute("Id").value()] = {node.attribute("Type").value(),
                                           part_name(folder, node.attribute("Target").value())};
    }
    return out;
  }

  bool read_shared(xml_node root, const Relations& relations) {
    const std::string_view since = child(root, "workbookPr").attribute("date1904").value();
    shared_.since_1904 = since == "1" || since == "true";
    for (const auto& [id, relation] : relations) {
      if (relation.type.ends_with("/sharedStrings") && !read_strings(relation.target)) return false;
      if (relation.type.ends_with("/styles") && !read_styles(relation.target)) return false;
    }
    return true;
  }

  bool read_strings(const std::string& part) {
    if (!package_.has(part)) return true;
    xml_document document;
    if (!load(part, document)) return false;
    for (xml_node node : element(document, "sst")) {
      if (is(node, "si")) shared_.strings.push_back(string_item(node));
    }
    return true;
  }

  bool read_styles(const std::string& part) {
    if (!package_.has(part)) return true;
    xml_document document;
    if (!load(part, document)) return false;
    const xml_node sheet = element(document, "styleSheet");
    std::map<uint32_t, NumberKind> custom;
    for (xml_node node : child(sheet, "numFmts")) {
      if (const auto id = number_of(node.attribute("numFmtId").value()))
        custom[*id] = number_kind(std::string_view(node.attribute("formatCode").value()));
    }
    for (xml_node node : child(sheet, "cellXfs")) {
      const uint32_t id = number_of(node.attribute("numFmtId").value()).value_or(0);
      const auto own = custom.find(id);
      shared_.kinds.push_back(own != custom.end() ? own->second : number_kind(id));
    }
    return true;
  }

  bool read_sheet(const std::string& part, Sheet& sheet) {
    xml_document document;
    if (!load(part, document)) return false;
    SheetReader reader(shared_, limits_, cells_, bytes_);
    if (reader.read(element(document, "worksheet"), sheet)) return true;
    error_ = say({"工作表“{}”过大，超出可读取的范围（单元格最多{}个）",
                  "the sheet “{}” is too large to be read (at most {} cells)"},
                 sheet.name, limits_.cells);
    return false;
  }

  ZipPackage& package_;
  const XlsxLimits& limits_;
  Shared shared_;
  size_t cells_ = 0;
  size_t bytes_ = 0;
  std::optional<Message> error_;
};

}  // namespace

std::expected<std::vector<Sheet>, Message> read_xlsx(const std::string& bytes,
                                                     const XlsxLimits& limits) {
  auto package = ZipPackage::open(bytes, limits);
  if (!package) return std::unexpected(std::move(package.error()));
  return BookReader(*package, limits).read();
}

std::string cell_name(uint32_t row, uint32_t column) {
  std::string out;
  for (uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    out.insert(out.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return out + std::to_string(row + 1);
}

}  // namespace catalog
