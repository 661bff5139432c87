#pragma once

#include <string_view>

namespace catalog {

// The files of lib/publish/assets.

/// The style of every published page.
extern const std::string_view kPageCss;
/// What pages of a site have beside it.
extern const std::string_view kSiteCss;
/// Shows the form for searching: it needs scripts.
extern const std::string_view kSiteJs;
/// Finds items: no page, no network.
extern const std::string_view kSearchJs;
/// The search page: form, filters, results.
extern const std::string_view kSearchPageJs;

}  // namespace catalog
