#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/html.h"

namespace catalog {

/// Appends HTML: what pages have in common. Every text goes through append_escaped().
class HtmlWriter {
 public:
  HtmlWriter& raw(std::string_view html) {
    out_ += html;
    return *this;
  }
  HtmlWriter& text(std::string_view text);
  /// ` name="value"`
  HtmlWriter& attribute(std::string_view name, std::string_view value);

  /// From the doctype to the opening of <body>, with the link that skips to #_main.
  void begin_page(std::string_view title, bool draft);
  void heading(std::string_view title, bool draft);
  void facts(const std::vector<Fact>& facts);
  void note(std::string_view text);
  void downloads(const std::vector<Download>& downloads);
  void end_page() { raw("</body>\n</html>\n"); }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace catalog
