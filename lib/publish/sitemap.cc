#include "publish/sitemap.h"

#include <algorithm>

#include "publish/fragment.h"
#include "publish/publishable_text.h"
#include "text/percent.h"

namespace catalog {

namespace {

constexpr std::string_view kName = "sitemap";
constexpr std::string_view kEnd = ".xml";
constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One file: its root, a list of addresses, within limits.
class SitemapFile {
 public:
  SitemapFile(std::string_view root, std::string_view entry) : root_(root), entry_(entry) {
    text_ =
        std::string(kDeclaration) + "<" + root_ + " xmlns=\"" + std::string(kNamespace) + "\">\n";
  }

  bool takes(const std::string& line, const SitemapLimits& limits) const {
    return count_ < limits.addresses &&
           text_.size() + line.size() + root_.size() + 4 <= limits.bytes;
  }
  std::string line(std::string_view address, std::string_view day) const {
    std::string out = "<" + entry_ + "><loc>";
    append_escaped(out, address);
    out += "</loc>";
    if (!day.empty()) out += "<lastmod>" + std::string(day) + "</lastmod>";
    return out + "</" + entry_ + ">\n";
  }
  void add(const std::string& line, std::string_view day) {
    text_ += line;
    latest_ = std::max(latest_, std::string(day));
    count_++;
  }
  const std::string& latest() const { return latest_; }
  std::string take() { return std::move(text_) + "</" + root_ + ">\n"; }

 private:
  std::string root_, entry_, text_, latest_;
  size_t count_ = 0;
};

std::string named(std::string_view middle) {
  return std::string(kName) + std::string(middle) + std::string(kEnd);
}

std::unexpected<Message> no_address(std::string_view given, const Phrase& why) {
  return std::unexpected(
      say({"--site-url 的“{}”{}；应是网站首页所在的网址，如 https://www.example.gov.cn/mulu/",
           "--site-url “{}” {}; give the address that the site's first page stands at, as "
           "https://www.example.gov.cn/mulu/"},
          given, why));
}

bool is_host_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-.:[]").contains(c);
}

}  // namespace

std::vector<FileBytes> write_sitemaps(std::string_view site, std::span<const SitemapPage> pages,
                                      const SitemapLimits& limits) {
  std::vector<SitemapFile> files{{"urlset", "url"}};
  for (const SitemapPage& page : pages) {
    const std::string address = std::string(site) + percent_encoded(page.path, "/");
    const std::string line = files.back().line(address, page.day);
    if (!files.back().takes(line, limits)) files.emplace_back("urlset", "url");
    files.back().add(line, page.day);
  }
  if (files.size() == 1) return {{named(""), files.front().take()}};
  std::vector<FileBytes> out;
  SitemapFile index("sitemapindex", "sitemap");
  for (size_t i = 0; i < files.size(); i++) {
    const std::string name = named("." + std::to_string(i + 1));
    index.add(index.line(std::string(site) + name, files[i].latest()), files[i].latest());
    out.push_back({name, files[i].take()});
  }
  out.push_back({named(""), index.take()});
  return out;
}

bool is_sitemap(std::string_view path) {
  if (!path.starts_with(kName) || !path.ends_with(kEnd)) return false;
  if (path.size() == kName.size() + kEnd.size()) return true;
  path.remove_prefix(kName.size());
  path.remove_suffix(kEnd.size());
  return path.size() > 1 && path.front() == '.' &&
         path.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool is_sitemap_page(std::string_view path) {
  return path.ends_with(".html") && !path.ends_with(kFragmentEnd) &&
         !path.ends_with(kPlainTableEnd);
}

std::expected<std::string, Message> site_address(std::string_view given) {
  if (!is_web_address(given))
    return no_address(given, Bilingual{"不是以 http:// 或 https:// 开头、不含空格和控制字符的网址",
                                       "is no address that begins with http:// or https://, "
                                       "without spaces and control characters"});
  if (given.find_first_of("?#") != std::string_view::npos)
    return no_address(given, Bilingual{"带有“?”或“#”，后面接不了网页",
                                       "has a “?” or “#”, behind which no page can stand"});
  if (given.find_first_of("\"<>\\^`{|}") != std::string_view::npos)
    return no_address(given, Bilingual{"含有网址不能有的符号", "has signs that no address has"});
  const size_t host = given.find("://") + 3;
  const size_t end = std::min(given.find('/', host), given.size());
  const std::string_view name = given.substr(host, end - host);
  if (name.empty() || !std::ranges::all_of(name, is_host_sign))
    return no_address(given, Bilingual{"没有主机名，或主机名含有别的符号（中文域名请写 xn-- 形式，"
                                       "网址里不写用户名）",
                                       "has no host, or one with other signs (write a Chinese "
                                       "domain in its xn-- form, and no user)"});
  std::string out(given.substr(0, end));
  out += percent_encoded(given.substr(end), "/%:@!$&'()*+,;=");
  if (!out.ends_with('/')) out += '/';
  return out;
}

}  // namespace catalog
