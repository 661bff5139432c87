#include "yaml/emit.h"

#include <algorithm>

#include "text/columns.h"
#include "yaml/quote.h"

namespace catalog::yaml {

Value::Notes& Value::make_notes() {
  if (!notes_) notes_ = Notes();
  return *notes_;
}

const Value::Notes& Value::notes() const {
  static const Notes kNone;
  return notes_ ? *notes_ : kNone;
}

Value Value::sequence() {
  Value value;
  value.kind_ = Kind::Sequence;
  return value;
}

Value Value::mapping() {
  Value value;
  value.kind_ = Kind::Mapping;
  return value;
}

Value Value::texts(const std::vector<std::string>& texts) {
  Value value = sequence();
  for (const auto& text : texts) value.add(Value(text));
  return value;
}

Value& Value::add(Value item) {
  return children_.emplace_back(std::string(), std::move(item)).second;
}
Value& Value::add(std::string key, Value value) {
  return children_.emplace_back(std::move(key), std::move(value)).second;
}

Value& Value::comment(std::string line) {
  make_notes().comments.push_back(std::move(line));
  return *this;
}

Value& Value::behind(std::string line) {
  make_notes().behind = std::move(line);
  return *this;
}

Value& Value::tail(std::string line) {
  make_notes().tail.push_back(std::move(line));
  return *this;
}

Value* Value::find(std::string_view key) {
  for (auto& [name, child] : children_) {
    if (name == key) return &child;
  }
  return nullptr;
}

Value& Value::quoted() {
  quoted_ = true;
  return *this;
}

/// Appends one document to a text.
class Emitter {
 public:
  explicit Emitter(const Layout& layout) : layout_(layout) {}

  void document(const Value& value) {
    if (value.kind_ == Value::Kind::Scalar || value.empty()) {
      comments(value, 0);
      flow(value, Context::Block);
      out_ += '\n';
    } else {
      comments(value, 0);
      block(value, 0, false);
    }
    for (const std::string& line : value.notes().tail) out_ += "# " + line + "\n";
  }

  void flow(const Value& value, Context context) {
    if (value.kind_ == Value::Kind::Scalar) {
      out_ += value.quoted_ ? double_quoted(value.text_) : scalar_text(value.text_, context);
      return;
    }
    const bool mapping = value.kind_ == Value::Kind::Mapping;
    out_ += mapping ? '{' : '[';
    bool first = true;
    for (const auto& [key, child] : value.children_) {
      if (!first) out_ += ", ";
      first = false;
      if (mapping) out_ += scalar_text(key, Context::Flow) + ": ";
      flow(child, Context::Flow);
    }
    out_ += mapping ? '}' : ']';
  }

  std::string take() { return std::move(out_); }

 private:
  static constexpr size_t kPart = 256;  // entries of a long list that are written at a time

  void indent(uint32_t columns) { out_.append(columns, ' '); }

  void end_line(const Value& value) {
    if (!value.notes().behind.empty()) out_ += "  # " + value.notes().behind;
    out_ += '\n';
  }

  void comments(const Value& value, uint32_t column) {
    for (const auto& line : value.notes().comments) {
      if (!line.empty()) {
        indent(column);
        out_ += "# " + line;
      }
      out_ += '\n';
    }
  }

  /// The lines of a collection; with `inside_item` the first one stands behind its dash already.
  void block(const Value& value, uint32_t column, bool inside_item) {
    const size_t count = value.children_.size();
    const bool in_parts =
        layout_.run && !inside_item && count > 2 * kPart && value.kind_ == Value::Kind::Sequence;
    if (!in_parts) return entries(value, 0, count, column, inside_item);
    std::vector<std::string> parts((count + kPart - 1) / kPart);
    layout_.run(parts.size(), [&](size_t part) {
      Emitter emitter(layout_);
      emitter.entries(value, part * kPart, std::min(count, (part + 1) * kPart), column, false);
      parts[part] = emitter.take();
    });
    for (const std::string& part : parts) out_ += part;
  }

  void entries(const Value& value, size_t from, size_t end, uint32_t column, bool inside_item) {
    for (size_t i = from; i < end; i++) {
      const auto& [key, child] = value.children_[i];
      if (i > from || !inside_item) {
        comments(child, column);
        indent(column);
      }
      if (value.kind_ == Value::Kind::Mapping) {
        out_ += scalar_text(key);
        out_ += ':';
        pair_value(child, column);
      } else {
        out_ += "- ";
        item(child, column);
      }
    }
  }

  void pair_value(const Value& child, uint32_t column) {
    if (fits_one_line(child)) {
      out_ += ' ';
      flow(child, Context::Block);
      end_line(child);
    } else {
      end_line(child);
      block(child, column + 2, false);
    }
  }

  void item(const Value& child, uint32_t column) {
    // A comment on the first entry has no line of its own behind a dash, so such an item begins on
    // the next line.
    const bool comment_first =
        !child.children_.empty() && !child.children_.front().second.notes().comments.empty();
    if (fits_one_line(child)) {
      flow(child, Context::Block);
      end_line(child);
    } else if (comment_first) {
      out_.back() = '\n';
      block(child, column + 2, false);
    } else {
      block(child, column + 2, true);
    }
  }

  /// Whether the value is written in one line: texts always, collections of texts only where they
  /// are short enough.
  bool fits_one_line(const Value& value) {
    if (value.kind_ == Value::Kind::Scalar || value.empty()) return true;
    const bool texts_only = std::ranges::all_of(value.children_, [](const auto& child) {
      return child.second.kind_ == Value::Kind::Scalar && child.second.notes().comments.empty() &&
             child.second.notes().behind.empty();
    });
    if (!texts_only) return false;
    const size_t line = out_.rfind('\n') + 1;  // npos + 1 is 0
    size_t bytes = 0;
    for (const auto& [key, child] : value.children_) bytes += key.size() + child.text_.size() + 2;
    // A Chinese character takes three bytes and two columns: far longer texts need not be tried.
    if ((out_.size() - line + bytes) * 2 / 3 > layout_.flow_columns) return false;
    const size_t before = out_.size();
    flow(value, Context::Block);
    const bool fits = display_width(std::string_view(out_).substr(line)) < layout_.flow_columns;
    out_.resize(before);
    return fits;
  }

  const Layout& layout_;
  std::string out_;
};

std::string emit(const Value& document, const Layout& layout) {
  Emitter emitter(layout);
  emitter.document(document);
  return emitter.take();
}

std::string emit_flow(const Value& value) {
  Emitter emitter({});
  emitter.flow(value, Context::Flow);
  return emitter.take();
}

}  // namespace catalog::yaml
