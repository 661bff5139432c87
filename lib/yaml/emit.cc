#include "yaml/emit.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "text/columns.h"
#include "yaml/quote.h"

namespace catalog::yaml {

Value::Notes& Value::make_notes() {
  if (!notes_) notes_ = Notes();
  return *notes_;
}

void Value::begin(Kind kind, size_t expected) {
  kind_ = kind;
  children_.reserve(expected);
}

Value Value::sequence(size_t expected) {
  Value value;
  value.begin(Kind::Sequence, expected);
  return value;
}

Value Value::mapping(size_t expected) {
  Value value;
  value.begin(Kind::Mapping, expected);
  return value;
}

Value Value::texts(const std::vector<std::string>& texts) {
  Value value = sequence(texts.size());
  for (const auto& text : texts) value.add(Value(text));
  return value;
}

Value& Value::add(Value&& item) {
  return children_.emplace_back(Wording(), std::move(item)).second;
}
Value& Value::add(Wording key, Value&& value) {
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
    if (name.view() == key) return &child;
  }
  return nullptr;
}

Value& Value::quoted() {
  quoted_ = true;
  return *this;
}

/// Hands pieces on in their order, whoever made them: one that comes early waits, without holding
/// up who brought it.
class InOrder {
 public:
  explicit InOrder(const Sink& sink) : sink_(sink) {}

  void give(size_t index, std::string piece) {
    std::unique_lock lock(mutex_);
    waiting_.emplace(index, std::move(piece));
    if (handing_) return;
    handing_ = true;
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      std::string next = std::move(waiting_.extract(waiting_.begin()).mapped());
      next_++;
      lock.unlock();
      sink_(next);
      lock.lock();
      used_.push_back(std::move(next));
    }
    handing_ = false;
  }

  /// An empty piece, with the memory of one that was handed on if there is one.
  std::string fresh() {
    const std::lock_guard lock(mutex_);
    if (used_.empty()) return {};
    std::string piece = std::move(used_.back());
    used_.pop_back();
    piece.clear();
    return piece;
  }

 private:
  const Sink& sink_;
  std::mutex mutex_;
  std::map<size_t, std::string> waiting_;
  std::vector<std::string> used_;
  size_t next_ = 0;
  bool handing_ = false;
};

/// Remembers which texts may stand without quotes and how many cells they take: keys, channels and
/// laws come again and again.
class TextMemo {
 public:
  /// Not for a short text: it is written sooner than room to remember in is made.
  explicit TextMemo(bool remembers) : known_(remembers ? kRoom : 0) {}

  bool is_plain(const Wording& text, Context context) { return look_at(text, context).plain; }

  /// Of a text between brackets.
  uint32_t cells(const Wording& text, bool quoted) {
    if (quoted) return display_width(double_quoted(text.view()));
    Known& known = look_at(text, Context::Flow);
    if (known.cells == 0)
      known.cells = display_width(known.plain ? text.view() : double_quoted(text.view()));
    return known.cells;
  }

 private:
  static constexpr size_t kRoom = 4096;
  struct Known {
    const char* data = nullptr;
    uint32_t size = 0;
    uint32_t cells = 0;  ///< 0: not yet counted
    Context context = Context::Block;
    bool plain = false;
  };

  Known& look_at(const Wording& text, Context context) {
    const std::string_view view = text.view();
    const auto size = static_cast<uint32_t>(view.size());
    if (known_.empty() || !text.lasts())
      return once_ = {view.data(), size, 0, context, is_plain_safe(view, context)};
    const auto place = reinterpret_cast<uintptr_t>(view.data());
    const size_t kind = context == Context::Flow;
    Known& known = known_[((place >> 3) * 2 + kind) % kRoom];
    if (known.data != view.data() || known.size != size || known.context != context)
      known = {view.data(), size, 0, context, is_plain_safe(view, context)};
    return known;
  }

  std::vector<Known> known_;
  Known once_;  ///< of a text that is not remembered
};

/// Appends one document to a text.
class Emitter {
 public:
  explicit Emitter(const Layout& layout, bool remembers = true)
      : layout_(layout), texts_(remembers) {}

  void document(const Value& value) {
    comments(value, 0);
    if (value.kind_ == Value::Kind::Scalar || value.empty()) {
      flow(value, Context::Block);
      out_ += '\n';
    } else {
      entries(value, 0, false);
    }
    tail(value);
  }

  void document(const Value& head, const Entries& list, const Sink& sink) {
    comments(head, 0);
    entries(head, 0, false);
    out_ += '\n';
    scalar(list.key, Context::Block);
    out_ += list.count == 0 ? ": []\n" : ":\n";
    InOrder pieces(sink);
    pieces.give(0, take());
    Idle idle(layout_);
    const size_t parts = (list.count + kPart - 1) / kPart;
    const auto write = [&](size_t part) {
      std::unique_ptr<Emitter> emitter = idle.take();
      emitter->out_ = pieces.fresh();
      emitter->out_.reserve(kPart * kUsualEntry);
      const size_t end = std::min(list.count, (part + 1) * kPart);
      for (size_t i = part * kPart; i < end; i++) emitter->entry(list.make(i), 2, true);
      pieces.give(part + 1, emitter->take());
      idle.give(std::move(emitter));
    };
    if (layout_.run) {
      layout_.run(parts, write);
    } else {
      for (size_t part = 0; part < parts; part++) write(part);
    }
    tail(head);
    pieces.give(parts + 1, take());
  }

  void flow(const Value& value, Context context) {
    if (value.kind_ == Value::Kind::Scalar) {
      if (value.quoted_) {
        out_ += double_quoted(value.text());
      } else {
        scalar(value.text_, context);
      }
      return;
    }
    const bool mapping = value.kind_ == Value::Kind::Mapping;
    out_ += mapping ? '{' : '[';
    bool first = true;
    for (const auto& [key, child] : value.children_) {
      if (!first) out_ += ", ";
      first = false;
      if (mapping) {
        scalar(key, Context::Flow);
        out_ += ": ";
      }
      flow(child, Context::Flow);
    }
    out_ += mapping ? '}' : ']';
  }

  std::string take() { return std::exchange(out_, {}); }

 private:
  /// Emitters that wait for the next part, with what they remember.
  class Idle {
   public:
    explicit Idle(const Layout& layout) : layout_(layout) {}

    std::unique_ptr<Emitter> take() {
      const std::lock_guard lock(mutex_);
      if (idle_.empty()) return std::make_unique<Emitter>(layout_);
      std::unique_ptr<Emitter> out = std::move(idle_.back());
      idle_.pop_back();
      return out;
    }
    void give(std::unique_ptr<Emitter> emitter) {
      const std::lock_guard lock(mutex_);
      idle_.push_back(std::move(emitter));
    }

   private:
    const Layout& layout_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Emitter>> idle_;
  };

  static constexpr size_t kPart = 256;         // entries of a long list that are written at a time
  static constexpr size_t kUsualEntry = 1280;  // bytes

  void indent(uint32_t columns) { out_.append(columns, ' '); }

  void end_line(const Value& value) {
    if (value.has_behind()) out_ += "  # " + value.notes_->behind;
    out_ += '\n';
  }

  void comments(const Value& value, uint32_t column) {
    if (!value.has_comments()) return;
    for (const auto& line : value.notes_->comments) {
      if (!line.empty()) {
        indent(column);
        out_ += "# " + line;
      }
      out_ += '\n';
    }
  }

  void scalar(const Wording& text, Context context) {
    if (texts_.is_plain(text, context)) {
      out_ += text.view();
    } else {
      out_ += double_quoted(text.view());
    }
  }

  void tail(const Value& document) {
    if (!document.notes_) return;
    for (const std::string& line : document.notes_->tail) out_ += "# " + line + "\n";
  }

  /// The lines of a collection; with `inside_item` the first one stands behind its dash already.
  void entries(const Value& value, uint32_t column, bool inside_item) {
    bool own_line = !inside_item;
    for (const auto& [key, child] : value.children_) {
      if (value.kind_ == Value::Kind::Mapping) {
        before_entry(child, column, own_line);
        scalar(key, Context::Block);
        out_ += ':';
        pair_value(child, column);
      } else {
        entry(child, column, own_line);
      }
      own_line = true;
    }
  }

  /// An entry of a list with its dash.
  void entry(const Value& child, uint32_t column, bool own_line) {
    before_entry(child, column, own_line);
    out_ += "- ";
    item(child, column);
  }

  void before_entry(const Value& child, uint32_t column, bool own_line) {
    if (!own_line) return;
    comments(child, column);
    indent(column);
  }

  void pair_value(const Value& child, uint32_t column) {
    if (in_one_line(child, " ")) {
      end_line(child);
    } else {
      end_line(child);
      entries(child, column + 2, false);
    }
  }

  void item(const Value& child, uint32_t column) {
    // A comment on the first entry has no line of its own behind a dash, so such an item begins on
    // the next line.
    const bool comment_first =
        !child.children_.empty() && child.children_.front().second.has_comments();
    if (in_one_line(child, "")) {
      end_line(child);
    } else if (comment_first) {
      out_.back() = '\n';
      entries(child, column + 2, false);
    } else {
      entries(child, column + 2, true);
    }
  }

  /// Writes the value in one line, if it is one: texts always, collections of texts only where they
  /// are short enough. `lead` stands before it and does not count.
  bool in_one_line(const Value& value, std::string_view lead) {
    if (value.kind_ == Value::Kind::Scalar || value.empty()) {
      out_ += lead;
      flow(value, Context::Block);
      return true;
    }
    const bool texts_only = std::ranges::all_of(value.children_, [](const auto& child) {
      const Value& entry = child.second;
      return entry.kind_ == Value::Kind::Scalar && !entry.has_comments() && !entry.has_behind();
    });
    if (!texts_only) return false;
    const size_t line = out_.rfind('\n') + 1;  // npos + 1 is 0
    size_t bytes = 0;
    for (const auto& [key, child] : value.children_)
      bytes += key.view().size() + child.text().size() + 2;
    // A Chinese character takes three bytes and two columns: far longer texts need not be tried.
    if ((out_.size() - line + bytes) * 2 / 3 > layout_.flow_columns) return false;
    const size_t before = out_.size();
    out_ += lead;
    flow(value, Context::Block);
    // No character takes more columns than bytes: shorter texts need not be measured.
    const std::string_view before_it = std::string_view(out_).substr(line, before - line);
    const bool fits = out_.size() - line < layout_.flow_columns + lead.size() ||
                      display_width(before_it) + cells_of(value) < layout_.flow_columns;
    if (!fits) out_.resize(before);
    return fits;
  }

  /// The cells of a collection of texts between its brackets.
  uint32_t cells_of(const Value& value) {
    auto cells = static_cast<uint32_t>(2 * value.children_.size());  // with what parts two
    for (const auto& [key, child] : value.children_) {
      if (value.kind_ == Value::Kind::Mapping) cells += texts_.cells(key, false) + 2;
      cells += texts_.cells(child.text_, child.quoted_);
    }
    return cells;
  }

  const Layout& layout_;
  std::string out_;
  TextMemo texts_;
};

std::string emit(const Value& document, const Layout& layout) {
  Emitter emitter(layout);
  emitter.document(document);
  return emitter.take();
}

void emit(const Value& head, const Entries& entries, const Layout& layout, const Sink& sink) {
  Emitter(layout).document(head, entries, sink);
}

std::string emit_flow(const Value& value) {
  const Layout layout;
  Emitter emitter(layout, false);
  emitter.flow(value, Context::Flow);
  return emitter.take();
}

}  // namespace catalog::yaml
