#include "yaml/anchors.h"

#include "yaml/lines.h"

namespace catalog::yaml {

namespace {

bool ends_property(char sigil, char c) {
  if (sigil == '!') return is_blank_or_break(c);
  // libyaml's anchors are letters, digits, `-` and `_`.
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return !letter && !(c >= '0' && c <= '9') && c != '-' && c != '_';
}

}  // namespace

const Anchor* Anchors::find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? nullptr : found->second;
}

void Anchors::add(std::string_view name, const Anchor& anchor) {
  anchors_.push_back(anchor);
  by_name_.emplace(name, &anchors_.back());
}

void skip_properties(std::string_view text, Node& node, uint32_t end) {
  uint32_t at = node.span.begin;
  while (at < end) {
    const char c = text[at];
    if (is_blank_or_break(c)) {
      ++at;
    } else if (c == '#') {
      at = line_at(text, at).end;
    } else if (c == '&' || c == '!') {
      const uint32_t from = at++;
      while (at < end && !ends_property(c, text[at])) ++at;
      if (c == '&') node.anchor = {from, at};
    } else {
      break;
    }
  }
  node.span.begin = at < end ? at : end;
}

}  // namespace catalog::yaml
