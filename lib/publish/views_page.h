#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/html.h"
#include "publish/item_answers.h"

namespace catalog {

/// An item of one of a unit's catalogues, as a view over all of them shows it.
struct ViewRow {
  std::string domain;
  std::string href;  ///< of the item
  const ItemAnswers* item = nullptr;
};

/// A view over all catalogues of one unit. Publishable texts.
struct ViewPage {
  PagePlace place;
  std::string unit_name;
  std::string note;
  std::vector<Fact> facts;
  std::string_view draft{};  ///< the word that marks a draft, or empty
  std::vector<ViewRow> rows;
};

/// 主动公开目录: what the unit discloses without being asked, by category (综合政务 and so on) and
/// domain, each with the link to the information itself; behind it what it discloses on request.
std::string write_active_page(const ViewPage& page);

/// What each publisher has to disclose, and by when.
std::string write_publishers_page(const ViewPage& page);

}  // namespace catalog
