#include "publish/xml.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <string>

#include "model/fields_files.h"
#include "publish/publishable_text.h"

namespace catalog {

namespace {

/// A tag as it stands at a depth. It is copied in steps of a size that is known before the program
/// runs, which is quickest, and so written with some room behind it.
class Tag {
 public:
  void set(std::string text) {
    size_ = text.size();
    bytes_ = std::move(text);
    bytes_.resize((size_ + kStep - 1) / kStep * kStep);
  }
  /// The bytes that put() writes.
  size_t room() const { return bytes_.size(); }
  /// The place behind the tag.
  char* put(char* at) const {
    for (size_t i = 0; i < bytes_.size(); i += kStep) std::memcpy(at + i, bytes_.data() + i, kStep);
    return at + size_;
  }

 private:
  static constexpr size_t kStep = 32;

  size_t size_ = 0;
  std::string bytes_;
};

/// The tags of an element at a depth: the first with its indentation, the second with the end of
/// its line.
struct Tags {
  std::string_view name{};
  size_t depth = 0;
  Tag open, close;
};

}  // namespace

/// Writes records by the field table, indented.
class XmlWriter::Body {
 public:
  void begin_edition(const Edition& edition, std::string room) {
    day_ = day_of(edition);
    address_ = edition.address + "/";
    out_ = std::move(room);
    out_.clear();
  }
  std::string take() { return std::move(out_); }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_attribute(value);
    out_ += '"';
  }
  void raw(std::string_view text) { out_ += text; }

  template <class T>  // std::string_view or Symbol
  void element(std::string_view name, T text) {
    if (is_plain(text)) return plain_element(name, view_of(text));
    open(name);
    append_escaped(out_, text);
    close(name);
  }

  template <class Record>
  void fields(const Record& record) {
    for_each_field<Record>([&]<class Field>(const Field& field) {
      // The kind is an attribute of the root.
      if (field.info.content == Content::Kind) return;
      value(field.info.key.en, Field::get(record));
    });
  }

 private:
  static std::string_view view_of(std::string_view text) { return text; }
  static std::string_view view_of(Symbol text) { return text.view(); }

  /// Names are literals: the address is enough to know one again.
  const Tags& tags(std::string_view name) {
    const size_t place = reinterpret_cast<uintptr_t>(name.data()) * 31 + depth_;
    Tags& out = tags_[place % tags_.size()];
    const bool known = out.name.data() == name.data() && out.name.size() == name.size();
    if (known && out.depth == depth_) return out;
    out.name = name;
    out.depth = depth_;
    out.open.set(std::string(2 * depth_, ' ') + "<" + std::string(name) + ">");
    out.close.set("</" + std::string(name) + ">\n");
    return out;
  }

  /// Appends what write(at) writes, up to `most` bytes; it returns the place behind it.
  template <class Write>
  void append(size_t most, Write&& write) {
    const size_t begin = out_.size();
    out_.resize_and_overwrite(begin + most, [&](char* bytes, size_t) {
      return static_cast<size_t>(write(bytes + begin) - bytes);
    });
  }
  void append(const Tag& tag) {
    append(tag.room(), [&](char* at) { return tag.put(at); });
  }
  void open(std::string_view name) { append(tags(name).open); }
  void close(std::string_view name) { append(tags(name).close); }
  void plain_element(std::string_view name, std::string_view text) {
    const Tags& tag = tags(name);
    append(tag.open.room() + text.size() + tag.close.room(), [&](char* at) {
      at = tag.open.put(at);
      return tag.close.put(std::ranges::copy(text, at).out);
    });
  }

  void indent() { out_.append(2 * depth_, ' '); }
  void begin(std::string_view name) {
    open(name);
    out_ += '\n';
    depth_++;
  }
  void end(std::string_view name) {
    depth_--;
    indent();
    close(name);
  }
  /// Line breaks and tabs in attributes survive only as references (XML 1.0, section 3.3.3).
  void append_attribute(std::string_view value) {
    if (is_plain(value)) return void(out_ += value);
    const std::string text = publishable(value);
    for (size_t from = 0; from < text.size();) {
      const size_t end = std::min(text.find_first_of("\n\t", from), text.size());
      append_escaped(out_, std::string_view(text).substr(from, end - from));
      if (end < text.size()) out_ += text[end] == '\n' ? "&#10;" : "&#9;";
      from = end + 1;
    }
  }
  void attributed(std::string_view name, std::string_view key, const Text& given,
                  const Text& text) {
    if (given.empty()) return element(name, text.value);
    indent();
    out_ += '<';
    out_ += name;
    attribute(key, given.view());
    out_ += '>';
    append_escaped(out_, text.value);
    close(name);
  }

  void value(std::string_view name, const Text& text) {
    if (!text.empty()) element(name, text.value);
  }
  void value(std::string_view name, const Texts& texts) {
    if (texts.empty()) return;
    begin(name);
    for (const Text& text : texts) element("entry", text.value);
    end(name);
  }
  void value(std::string_view name, const TextMap& pairs) {
    if (pairs.empty()) return;
    begin(name);
    for (const NamedText& pair : pairs) attributed("entry", "key", pair.key, pair.value);
    end(name);
  }
  void value(std::string_view name, const LevelText& parts) {
    for (const auto& part : parts) attributed(name, "level", part.level, part.value);
  }
  void value(std::string_view name, const LevelTexts& parts) {
    for (const auto& part : parts) value(name, part);
  }
  void value(std::string_view name, const Leveled<Texts>& part) {
    if (part.level.empty()) {
      open(name);
    } else {
      indent();
      out_ += '<';
      out_ += name;
      attribute("level", part.level.view());
      out_ += '>';
    }
    out_ += '\n';
    depth_++;
    for (const Text& text : part.value) element("entry", text.value);
    end(name);
  }
  template <class Record>
  void value(std::string_view name, const Rare<Record>& record) {
    if (!record.present()) return;
    begin(name);
    fields(record.get());
    end(name);
  }
  void value(std::string_view, const std::vector<Item>& all) { items(all); }
  void value(std::string_view, const std::vector<StandardItem>& all) { items(all); }
  template <class Record>
  void value(std::string_view name, const std::vector<Record>& all) {
    if (all.empty()) return;
    begin(name);
    for (const Record& record : all) {
      begin(Fields<Record>::name.en);
      fields(record);
      end(Fields<Record>::name.en);
    }
    end(name);
  }

  template <class Record>
  void items(const std::vector<Record>& all) {
    begin("items");
    for (size_t i = 0; i < all.size(); i++) item(i + 1, all[i]);
    end("items");
  }
  template <class Record>
  void item(size_t number, const Record& item) {
    const size_t above = address_.size();
    address_ += item.id.view();
    indent();
    out_ += "<item";
    attribute("number", std::to_string(number));
    attribute("address", address_);
    out_ += ">\n";
    depth_++;
    directory(item);
    fields(item);
    end("item");
    address_.resize(above);
  }
  /// What the Regulation on Open Government Information asks of a directory (条例第十二条): 索引号,
  /// 名称, 内容概述, 生成日期. All of it follows from the rest.
  void directory(const Item& item) {
    begin(kXmlDirectory);
    element("index_number", std::string_view(address_));
    joined("name", std::array{item.topic, item.subtopic, item.detail}, "/");
    const auto names = std::views::transform(item.elements, &Element::name);
    if (!std::ranges::all_of(names, &Text::empty)) joined("summary", names, "；");
    if (!day_.empty()) element("generated", std::string_view(day_));
    end(kXmlDirectory);
  }
  /// An element of several texts with a sign between two; empty ones are left out.
  void joined(std::string_view name, const auto& texts, std::string_view between) {
    open(name);
    const size_t begin = out_.size();
    for (const Text& text : texts) {
      if (text.empty()) continue;
      if (out_.size() > begin) out_ += between;
      append_escaped(out_, text.value);
    }
    close(name);
  }

  std::string day_;
  std::string address_;  ///< of the edition with a slash, of an item while it is written
  size_t depth_ = 1;
  std::array<Tags, 509> tags_;
  std::string out_;
};

XmlWriter::XmlWriter() = default;
XmlWriter::XmlWriter(XmlWriter&&) noexcept = default;
XmlWriter::~XmlWriter() = default;

std::string XmlWriter::write(const Edition& edition, std::string room) {
  if (!body_) body_ = std::make_unique<Body>();
  Body& out = *body_;
  out.begin_edition(edition, std::move(room));
  out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<catalogue");
  out.attribute("xmlns", kXmlNamespace);
  out.attribute("kind", edition.standard ? Fields<Standard>::name.en : Fields<List>::name.en);
  out.attribute("address", edition.address);
  if (!edition.draft.empty()) {
    out.attribute("draft", "true");
    out.attribute("draft_mark", edition.draft);
  }
  out.raw(">\n");
  out.element("title", std::string_view(edition.title));
  out.element("domain_name", std::string_view(edition.domain_name));
  if (edition.list) out.element("unit_name", std::string_view(edition.unit_name));
  edition.standard ? out.fields(*edition.standard) : out.fields(*edition.list);
  out.raw("</catalogue>\n");
  return out.take();
}

}  // namespace catalog
