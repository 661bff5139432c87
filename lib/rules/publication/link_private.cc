#include <algorithm>

#include "rules/demand.h"
#include "rules/rule.h"
#include "rules/views.h"

namespace catalog {

namespace {

/// The host of an address, without port and user.
std::string_view host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const size_t user = url.find('@'); user != url.npos) url.remove_prefix(user + 1);
  if (url.starts_with('[')) return url;
  return url.substr(0, url.find(':'));
}

/// Whether only an office's own network knows the host: a name without a dot, a private address
/// (RFC 1918), or the machine itself.
bool is_private(std::string_view host) {
  if (host.empty()) return false;
  if (host.find('.') == host.npos) return !host.starts_with('[') || host == "[::1]";
  if (host.ends_with(".local") || host.ends_with(".lan")) return true;
  const auto is_address_char = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  if (!std::ranges::all_of(host, is_address_char)) return false;
  if (host.starts_with("10.") || host.starts_with("192.168.") || host.starts_with("127."))
    return true;
  if (!host.starts_with("172.")) return false;
  const std::string_view second = host.substr(4, host.find('.', 4) - 4);
  return second.size() == 2 && second >= "16" && second <= "31";
}

void check(const ItemView& view, Reporter& out) {
  for (const Link& link : view.item.links) {
    const std::string_view host = host_of(link.url.view());
    if (!is_private(host)) continue;
    Finding& finding =
        report_item(view, "links", view.place(link.url.span),
                    say({"网址的主机“{}”在内网，公众打不开",
                         "the host “{}” is on an internal network, closed to the public"},
                        host),
                    out);
    finding.values.emplace_back(link.url.view());
    finding.advice = say({"改为公众能打开的网址", "give an address that the public can open"});
  }
}

constexpr std::string_view kFields[] = {"links"};

}  // namespace

extern const Rule link_private_rule{
    .name = "link-private",
    .title = {"网址在内网", "link into an internal network"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"网址的主机是内网地址或本机。",
                "The host of a link is a private address or the machine itself."},
    .rationale = {"从内网页面复制来的网址，公众打不开。改为门户网站上的网址。",
                  "An address copied from an internal page can't be opened by the public. Give the "
                  "one on the portal."},
    .source = {"《政府信息公开条例》第二十三条至第二十五条；RFC 1918",
               "条例 articles 23 to 25; RFC 1918"},
    .fields = kFields,
    .bad = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    links: [{title: 低保审批公示, url: "http://192.168.1.20/oa/12.html"}]
)yaml",
    .good = R"yaml(# file: lists/310104/social-assistance.yaml item 6
    links: [{title: 低保审批公示, url: "https://www.xuhui.gov.cn/a"}]
)yaml",
    .check_item = check,
};

}  // namespace catalog
