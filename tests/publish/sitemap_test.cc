#include "publish/sitemap.h"

#include <doctest/doctest.h>

#include <set>

using namespace catalog;

namespace {

std::vector<SitemapPage> pages(size_t count) {
  std::vector<SitemapPage> out;
  for (size_t i = 0; i < count; i++)
    out.push_back({"u" + std::to_string(i) + "/tax.html",
                   i % 3 ? "20" + std::to_string(10 + i % 20) + "-12-31" : ""});
  return out;
}

size_t count_of(const std::string& text, std::string_view sign) {
  size_t count = 0;
  for (size_t at = 0; (at = text.find(sign, at)) != std::string::npos; at += sign.size()) count++;
  return count;
}

}  // namespace

TEST_CASE("one file while it holds all, else parts within the limits and their index") {
  for (const size_t count : {0, 1, 4, 5, 23}) {
    for (const size_t bytes : {400, 1000, 50'000'000}) {
      const SitemapLimits limits{.addresses = 4, .bytes = bytes};
      const auto all = pages(count);
      const auto files = write_sitemaps("https://a.cn/b/", all, limits);
      size_t addresses = 0;
      std::set<std::string> names;
      for (const FileBytes& file : files) {
        names.insert(file.path);
        CHECK(is_sitemap(file.path));
        if (file.bytes.find("<urlset") == std::string::npos) continue;
        addresses += count_of(file.bytes, "<loc>");
        CHECK(count_of(file.bytes, "<loc>") <= limits.addresses);
        CHECK(file.bytes.size() <= limits.bytes);
      }
      CHECK(addresses == count);
      CHECK(names.size() == files.size());
      CHECK(files.back().path == "sitemap.xml");
      if (files.size() > 1) CHECK(count_of(files.back().bytes, "<loc>") == files.size() - 1);
      for (const FileBytes& file : files)
        if (files.size() > 1 && &file != &files.back())
          CHECK(files.back().bytes.find("<loc>https://a.cn/b/" + file.path + "</loc>") !=
                std::string::npos);
    }
  }
  CHECK(write_sitemaps("https://a.cn/", pages(4), {.addresses = 4}).size() == 1);
  CHECK(write_sitemaps("https://a.cn/", pages(5), {.addresses = 4}).size() == 3);
}

TEST_CASE("addresses are encoded for the web and escaped for XML, unknown days left out") {
  const std::vector<SitemapPage> some{{"a b/目.html", "2020-12-31"}, {"c.html", ""}};
  const std::string text = write_sitemaps("https://a.cn/x&y'z/", some).front().bytes;
  CHECK(text.find("<url><loc>https://a.cn/x&amp;y&#39;z/a%20b/%E7%9B%AE.html</loc><lastmod>"
                  "2020-12-31</lastmod></url>") != std::string::npos);
  CHECK(text.find("<url><loc>https://a.cn/x&amp;y&#39;z/c.html</loc></url>") != std::string::npos);
}

TEST_CASE("the address of a site is a web address that pages can stand behind") {
  CHECK(site_address("https://www.example.gov.cn").value() == "https://www.example.gov.cn/");
  CHECK(site_address("http://a.cn:8080/x/").value() == "http://a.cn:8080/x/");
  CHECK(site_address("https://a.cn/目录").value() == "https://a.cn/%E7%9B%AE%E5%BD%95/");
  CHECK(site_address("https://a.cn/%E7%9B%AE/").value() == "https://a.cn/%E7%9B%AE/");
  for (const char* given :
       {"", "a.cn", "ftp://a.cn", "javascript:alert(1)", "https://", "https:///x", "https://a b.cn",
        "https://a.cn/\n", "https://a.cn/\x01", "https://a.cn/?q=1", "https://a.cn/#x",
        "https://a.cn/<x>", "https://u:p@a.cn/", "https://目录.cn/", "https://a.cn\\x"}) {
    CAPTURE(given);
    CHECK_FALSE(site_address(given).has_value());
  }
}

TEST_CASE("sitemaps and pages are known by their names") {
  for (const char* name : {"sitemap.xml", "sitemap.1.xml", "sitemap.12.xml"})
    CHECK(is_sitemap(name));
  for (const char* name : {"sitemap.x.xml", "sitemap..xml", "sitemap-1.xml", "a/sitemap.xml",
                           "tax.xml", "sitemap.html"})
    CHECK_FALSE(is_sitemap(name));
  CHECK(is_sitemap_page("310104/tax.table.html"));
  CHECK_FALSE(is_sitemap_page("tax.fragment.html"));
  CHECK_FALSE(is_sitemap_page("tax.cms.html"));
  CHECK_FALSE(is_sitemap_page("tax.xml"));
}
