#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "publish/table.h"

namespace catalog {

/// How long the public waits, in the steps that a search can be narrowed to.
enum class Wait : uint8_t {
  Unknown,       ///< no measure, or not understood
  AtOnce,        ///< 实时, 及时 and the like
  WithinWeek,    ///< up to 7 working days
  WithinTwenty,  ///< up to 20 working days, what the law demands at the latest
  Longer
};

/// A link to the information itself.
struct AnswerLink {
  std::string text;
  std::string url;   ///< empty where it is none to follow
  bool dim = false;  ///< the address of the one above

  CellLine line() const { return {text, url, dim}; }
};

/// What an item's page answers first, and what comes behind; publishable texts.
struct ItemAnswers {
  std::string id;
  std::string name;      ///< 一级/二级/三级
  std::string topic;     ///< 一级
  std::string rest;      ///< 二级/三级; the topic where there is none
  std::string category;  ///< 综合政务
  std::string who;
  std::string when;
  std::string display;  ///< 公示7个工作日, else how long it stays public; may be empty
  Wait wait = Wait::Unknown;
  std::vector<std::string> where;  ///< channels
  std::vector<std::string> elements;
  std::vector<std::string> basis;
  std::vector<AnswerLink> links;
  std::string audience;
  std::string mode;
  std::string mode_note;      ///< what the vocabulary says of the mode: how to apply
  bool active = false;        ///< disclosed without being asked
  std::vector<Fact> further;  ///< what else the item has, by label
};

/// The answers of each item of an edition, in its order.
std::vector<ItemAnswers> item_answers(const Edition& edition);

/// The texts with 、 between them.
std::string enumerated(const std::vector<std::string>& texts);

}  // namespace catalog
