#include "publish/items_page.h"

#include <algorithm>

#include "publish/html_parts.h"

namespace catalog {

namespace {

/// Writes the items of one page.
class ItemsWriter {
 public:
  ItemsWriter(const ItemsPage& page, HtmlWriter& out)
      : page_(page), answers_(*page.answers), out_(out) {}

  void write_contents() {
    out_.raw(
        "<nav class=\"contents\" aria-label=\"本页事项\">\n<h2>本页事项</h2>\n<ul "
        "class=\"links\">");
    for (const ItemAnswers& item : answers_) {
      if (!is_anchor(item.id)) continue;
      out_.raw("<li><a").attribute("href", "#" + item.id).raw(">").text(item.name);
      out_.raw("</a></li>\n");
    }
    out_.raw("</ul>\n</nav>\n");
  }

  void write_items() {
    for (size_t i = 0; i < answers_.size(); i++) {
      const bool begins = i == 0 || answers_[i].topic != answers_[i - 1].topic;
      if (begins && i > 0) out_.raw("</section>\n");
      if (begins) out_.raw("<section>\n<h2>").text(answers_[i].topic).raw("</h2>\n");
      write_item(answers_[i]);
    }
    if (!answers_.empty()) out_.raw("</section>\n");
  }

 private:
  void write_item(const ItemAnswers& item) {
    out_.raw("<article class=\"item\"");
    if (is_anchor(item.id)) {
      out_.attribute("id", item.id).raw(">\n<h3><a").attribute("href", "#" + item.id);
      out_.raw(">").text(item.rest).raw("</a>");
    } else {
      out_.raw(">\n<h3>").text(item.rest);
    }
    if (!item.category.empty())
      out_.raw(" <span class=\"tag\">").text(item.category).raw("</span>");
    if (!item.active && !item.mode.empty())
      out_.raw(" <span class=\"tag mode\">").text(item.mode).raw("</span>");
    out_.raw("</h3>\n<dl class=\"answers\">\n");
    answer("谁公开", item.who);
    answer("何时公开", item.when);
    answer("公示多久", item.display.empty() ? "目录没有规定" : item.display);
    answer("在哪里看", page_.place_name + "：" + enumerated(item.where));
    out_.raw("</dl>\n<dl class=\"more\">\n");
    write_links(item);
    list("公开内容", item.elements);
    list("公开依据", item.basis);
    answer("公开对象", item.audience);
    answer("公开方式", item.mode);
    if (!item.mode_note.empty()) answer("怎样申请", item.mode_note);
    for (const Fact& fact : item.further) answer(fact.label, fact.value);
    answer("版本", page_.version);
    answer("更新日期", page_.updated);
    answer("监督电话", page_.hotline);
    out_.raw("</dl>\n</article>\n");
  }

  void answer(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out_.raw("<div><dt>").text(label).raw("</dt><dd>").text(text).raw("</dd></div>\n");
  }

  void list(std::string_view label, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    out_.raw("<div><dt>").text(label).raw("</dt>");
    for (const std::string& text : texts) out_.raw("<dd>").text(text).raw("</dd>");
    out_.raw("</div>\n");
  }

  void write_links(const ItemAnswers& item) {
    if (item.links.empty()) return;
    out_.raw("<div><dt>信息网址</dt>");
    for (const AnswerLink& link : item.links) out_.raw("<dd>").link(link.line()).raw("</dd>");
    out_.raw("</div>\n");
  }

  const ItemsPage& page_;
  const std::vector<ItemAnswers>& answers_;
  HtmlWriter& out_;
};

}  // namespace

std::string write_items_page(const ItemsPage& page) {
  const Edition& edition = *page.edition;
  HtmlWriter out;
  out.begin_page(edition.title, edition.draft, page.frame.place);
  out.begin_header(page.frame.place);
  out.heading(edition.title, edition.draft);
  out.facts(edition.facts);
  out.note(page.frame.note);
  out.raw("<p class=\"ways\"><a").attribute("href", page.table_href);
  out.raw(">目录表（公文样式，可打印）</a></p>\n");
  out.downloads(page.frame.downloads);
  out.raw("</header>\n<main id=\"_main\">\n");
  ItemsWriter writer(page, out);
  writer.write_contents();
  writer.write_items();
  out.notes(edition.notes);
  out.raw("</main>\n");
  out.end_page();
  return out.take();
}

std::string write_items_fragment(const ItemsPage& page) {
  const Edition& edition = *page.edition;
  HtmlWriter out;
  out.begin_fragment(edition.title);
  out.draft_mark(edition.draft);
  out.facts(edition.facts);
  out.note(page.frame.note);
  out.downloads(page.frame.downloads);
  ItemsWriter(page, out).write_items();
  out.notes(edition.notes);
  out.end_fragment();
  return out.take();
}

}  // namespace catalog
