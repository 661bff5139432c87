#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/value.h"

namespace catalog {

/// Where the information itself is (公开网址).
struct Link {
  Text title;
  Text url;
  Span span;
};

/// Who approved a departure, when, and by which document.
struct Approval {
  Text by;
  Text on;
  Text document;
  Span span;
};

/// An accepted departure (偏离说明): suppresses exactly the rules (and values) that it names, until
/// its date.
struct Deviation {
  Texts rules;
  Texts values;
  Text reason;
  Text basis;
  Text until;
  Rare<Approval> approved;
  Span span;
};

/// What an element has of its own where it differs from its item.
struct ElementOwn {
  Text required;
  Text mode;
  Text extent;
  Text ground;
  Text review;
  Text deadline;
};

/// One thing that is disclosed (公开内容（要素）).
struct Element {
  Text name;
  Rare<ElementOwn> own;
};

/// Fields that few items have.
struct ItemSeldom {
  Text extent;
  Text ground;
  Text review;
  Text note;
  std::vector<Deviation> deviation;
  TextMap extra;
};

/// One row of a catalogue (公开事项). Texts are as written; words and phrases get their meaning
/// from the vocabulary and the parsers.
struct Item {
  Text id;
  Texts guideline;
  Text category;
  Text topic;
  Text subtopic;
  Text detail;
  std::vector<Element> elements;
  Texts basis;
  LevelText deadline;
  LevelText publisher;
  LevelTexts channels;
  Text audience;
  Text mode;
  Texts levels;
  std::vector<Link> links;
  Rare<ItemSeldom> seldom;
  Span span;  ///< the whole item; its end is the place to insert an absent field
};

/// A guideline row or a domain left out, with its reason (不设说明).
struct Omission {
  Text guideline;
  Text reason;
  Text basis;
  Text until;
  Span span;
};

/// The item's name as people say it: 一级/二级/三级, those that are there.
std::string item_name(const Item& item);

}  // namespace catalog
