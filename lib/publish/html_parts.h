#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/html.h"

namespace catalog {

/// Whether an item's id can be an anchor; one that is none (in a draft) could be taken for one of
/// the page's own.
bool is_anchor(std::string_view id);

/// Appends HTML: what pages have in common. Every text goes through append_escaped().
class HtmlWriter {
 public:
  /// `room` is a text whose memory is used again.
  explicit HtmlWriter(std::string room = {}) : out_(std::move(room)) { out_.clear(); }

  HtmlWriter& raw(std::string_view html) {
    out_ += html;
    return *this;
  }
  HtmlWriter& text(std::string_view text);
  /// Appends a publishable text if nothing in it must be escaped, and says whether it did.
  bool plain(std::string_view text);
  /// ` name="value"`
  HtmlWriter& attribute(std::string_view name, std::string_view value);

  /// From the doctype to the opening of <body>, with the link that skips to #_main.
  /// `scripts` are names below ROOTassets/; `draft` is the word that marks a draft, or empty.
  void begin_page(std::string_view title, std::string_view draft, const PagePlace& place,
                  const std::vector<std::string_view>& scripts = {});
  /// Opens <header> with the way back and the form for searching.
  void begin_header(const PagePlace& place);
  /// The element that an embedded page is in; end with end_fragment().
  void begin_fragment(std::string_view title);
  void end_fragment() { raw("</section>\n"); }
  void heading(std::string_view title, std::string_view draft);
  /// Says what draft it is where an embedded page has no heading of its own.
  void draft_mark(std::string_view draft);
  void facts(const std::vector<Fact>& facts);
  void note(std::string_view text);
  void downloads(const std::vector<Download>& downloads);
  /// The section 编制说明; nothing where there are no notes.
  void notes(const std::vector<Fact>& notes);
  /// A line of a cell, as a link where it has an address.
  HtmlWriter& link(const CellLine& line);
  /// Groups of links; one with a title opens and shuts.
  void link_groups(const std::vector<LinkGroup>& groups);
  void end_page() { raw("</body>\n</html>\n"); }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace catalog
