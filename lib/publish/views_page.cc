#include "publish/views_page.h"

#include <algorithm>
#include <functional>

#include "publish/html_parts.h"

namespace catalog {

namespace {

using Rows = std::vector<const ViewRow*>;

/// Rows that belong together, in the order in which their titles first come.
struct Block {
  std::string title;
  Rows rows;
};

std::vector<Block> blocks_by(const Rows& rows,
                             const std::function<std::string(const ItemAnswers&)>& title) {
  std::vector<Block> out;
  for (const ViewRow* row : rows) {
    const std::string name = title(*row->item);
    auto at = std::ranges::find(out, name, &Block::title);
    if (at == out.end()) at = out.insert(out.end(), {name, {}});
    at->rows.push_back(row);
  }
  return out;
}

std::string block_id(size_t number) { return "_b" + std::to_string(number + 1); }

/// Writes blocks as tables; `by_publisher` leaves out the column that all rows of a block share.
class BlockWriter {
 public:
  BlockWriter(HtmlWriter& out, bool by_publisher) : out_(out), by_publisher_(by_publisher) {}

  void contents(const std::vector<Block>& blocks) {
    out_.raw("<nav class=\"contents\" aria-label=\"本页各部分\">\n<ul class=\"links\">");
    for (size_t i = 0; i < blocks.size(); i++) {
      out_.raw("<li><a").attribute("href", "#" + block_id(i)).raw(">").text(blocks[i].title);
      out_.raw("（" + std::to_string(blocks[i].rows.size()) + "）</a></li>\n");
    }
    out_.raw("</ul>\n</nav>\n");
  }

  void write(const std::vector<Block>& blocks) {
    for (size_t i = 0; i < blocks.size(); i++) {
      out_.raw("<section").attribute("id", block_id(i)).raw(">\n<h2>").text(blocks[i].title);
      out_.raw("</h2>\n");
      table(blocks[i]);
      out_.raw("</section>\n");
    }
  }

 private:
  void table(const Block& block) {
    out_.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    out_.attribute("aria-label", block.title).raw(">\n<table class=\"list cards\">\n<thead><tr>");
    for (const char* title : {"序号", "领域", "公开事项", "公开时限", "公示期限"})
      out_.raw("<th scope=\"col\">").raw(title).raw("</th>");
    if (!by_publisher_) out_.raw("<th scope=\"col\">公开主体</th>");
    out_.raw(
        "<th scope=\"col\">公开渠道</th><th scope=\"col\">信息网址</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < block.rows.size(); i++) row(*block.rows[i], i + 1);
    out_.raw("</tbody>\n</table>\n</div>\n");
  }

  void row(const ViewRow& row, size_t number) {
    const ItemAnswers& item = *row.item;
    out_.raw("<tr><td class=\"centre\" data-label=\"序号\">").raw(std::to_string(number));
    out_.raw("</td>");
    cell("领域", row.domain);
    out_.raw("<th scope=\"row\" data-label=\"公开事项\"><a").attribute("href", row.href).raw(">");
    out_.text(item.name).raw("</a></th>");
    cell("公开时限", item.when);
    cell("公示期限", item.display);
    if (!by_publisher_) cell("公开主体", item.who);
    cell("公开渠道", enumerated(item.where));
    out_.raw("<td data-label=\"信息网址\"");
    out_.raw(item.links.empty() ? " class=\"none\">" : ">");
    for (const AnswerLink& link : item.links) {
      if (!link.dim) out_.raw("<p>").link(link.line()).raw("</p>");
    }
    out_.raw("</td></tr>\n");
  }

  void cell(std::string_view label, const std::string& text) {
    out_.raw("<td").attribute("data-label", label).raw(text.empty() ? " class=\"none\">" : ">");
    out_.text(text).raw("</td>");
  }

  HtmlWriter& out_;
  bool by_publisher_;
};

HtmlWriter begin(const ViewPage& page, std::string_view title) {
  HtmlWriter out;
  out.begin_page(title, page.draft, page.place);
  out.begin_header(page.place);
  out.heading(title, page.draft);
  out.facts(page.facts);
  out.note(page.note);
  out.raw("</header>\n<main id=\"_main\">\n");
  return out;
}

std::string finish(HtmlWriter& out) {
  out.raw("</main>\n");
  out.end_page();
  return out.take();
}

}  // namespace

std::string write_active_page(const ViewPage& page) {
  Rows active, other;
  for (const ViewRow& row : page.rows) (row.item->active ? active : other).push_back(&row);
  std::vector<Block> blocks = blocks_by(active, [](const ItemAnswers& item) {
    return item.category.empty() ? std::string("未分类") : item.category;
  });
  std::ranges::move(blocks_by(other,
                              [](const ItemAnswers& item) {
                                return item.mode.empty() ? std::string("未注明公开方式")
                                                         : "公开方式：" + item.mode;
                              }),
                    std::back_inserter(blocks));
  HtmlWriter out = begin(page, page.unit_name + "主动公开目录");
  BlockWriter writer(out, false);
  writer.contents(blocks);
  writer.write(blocks);
  return finish(out);
}

std::string write_publishers_page(const ViewPage& page) {
  Rows rows;
  for (const ViewRow& row : page.rows) rows.push_back(&row);
  const std::vector<Block> blocks = blocks_by(rows, [](const ItemAnswers& item) {
    return item.who.empty() ? std::string("未注明公开主体") : item.who;
  });
  HtmlWriter out = begin(page, page.unit_name + "各公开主体的事项");
  BlockWriter writer(out, true);
  writer.contents(blocks);
  writer.write(blocks);
  return finish(out);
}

}  // namespace catalog
