#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace catalog {

/// A page of a site.
struct SitemapPage {
  std::string path;  ///< below the site's address
  std::string day;   ///< when it last changed, as 2020-12-31; may be empty
};

/// What sitemaps.org allows in one file.
struct SitemapLimits {
  size_t addresses = 50'000;
  size_t bytes = 50'000'000;
};

/// sitemap.xml of these pages (protocol 0.9 of sitemaps.org); where one file can't hold them,
/// sitemap.1.xml and so on with sitemap.xml as their index. `site` ends with `/`.
std::vector<FileBytes> write_sitemaps(std::string_view site, std::span<const SitemapPage> pages,
                                      const SitemapLimits& limits = {});

/// Whether a file of a published folder is one of its sitemaps.
bool is_sitemap(std::string_view path);
/// Whether a file is a page that people are led to: not one for embedding.
bool is_sitemap_page(std::string_view path);

/// The address of a site as it was given, with `/` at its end and what is not ASCII in its path as
/// %XX; a message where it can't be one: not http or https, no host, signs that no address has, or
/// a question or an anchor, behind which no page can stand.
std::expected<std::string, Message> site_address(std::string_view given);

}  // namespace catalog
