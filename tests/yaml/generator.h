#pragma once

#include <string>
#include <vector>

#include "yaml/support.h"

namespace catalog::yaml {

/// A document made by chance, and what it means.
struct Generated {
  std::string text;
  Model model;
};

/// What may occur in generated documents.
struct Shapes {
  bool only_common = false;  ///< nothing that the fast reader hands over
};

/// Makes documents in all of YAML's common styles, with comments, Chinese text and special
/// characters.
class Generator {
 public:
  explicit Generator(uint64_t seed, Shapes shapes = {}) : dice_(seed), shapes_(shapes) {}

  Generated document() {
    Generated made;
    line_break_ = dice_.chance(15) ? "\r\n" : "\n";
    out_.clear();
    ends_in_block_ = false;
    if (dice_.chance(5)) out_ += "\xEF\xBB\xBF";
    if (dice_.chance(20)) comment_line(0);
    if (!shapes_.only_common && dice_.chance(8)) out_ += "---" + line_break_;
    made.model = dice_.chance(85) ? mapping(0, 0, false) : sequence(0, 0, false);
    if (dice_.chance(10)) comment_line(0);
    if (dice_.chance(10) && !ends_in_block_ && out_.ends_with(line_break_))
      out_.resize(out_.size() - line_break_.size());
    made.text = std::move(out_);
    return made;
  }

  static std::string scalar(Dice& dice) {
    static const std::vector<std::string> parts{"低保",
                                                "公开",
                                                "最低生活保障",
                                                "《条例》",
                                                "（国务院令第711号）",
                                                "a",
                                                "B7",
                                                "区级",
                                                "，",
                                                "、",
                                                "：",
                                                "。",
                                                " ",
                                                "  ",
                                                "-",
                                                "http://a.cn/x?y=1",
                                                ": ",
                                                ":",
                                                " #",
                                                "#",
                                                "'",
                                                "\"",
                                                "\\",
                                                "[",
                                                "]",
                                                "{",
                                                "}",
                                                ",",
                                                ", ",
                                                "&",
                                                "*",
                                                "!",
                                                "|",
                                                ">",
                                                "%",
                                                "@",
                                                "`",
                                                "?",
                                                "? ",
                                                "- ",
                                                "\u3000",
                                                "\u00A0",
                                                "𠮷",
                                                "é",
                                                "e\u0301",
                                                "=",
                                                "~",
                                                "null",
                                                "yes",
                                                "No",
                                                "2020",
                                                "2020.10",
                                                "0x1F",
                                                "1e5",
                                                "12:30",
                                                "2020-06-30",
                                                ".5",
                                                "+1",
                                                "<区>民政局",
                                                "“双减”",
                                                "〔2012〕45号"};
    std::string text;
    for (uint32_t n = dice.below(5) + (dice.chance(93) ? 1 : 0); n > 0; --n)
      text += dice.one(parts);
    return text;
  }

 private:
  void comment_line(uint32_t column) {
    // Behind a block scalar an indented comment would be its text.
    const uint32_t indent = ends_in_block_ ? 0 : dice_.chance(80) ? column : dice_.below(9);
    out_ += std::string(indent, ' ') + "#" + (dice_.chance(80) ? " " : "") + dice_.one(kComments) +
            line_break_;
  }

  void end_line() {
    if (dice_.chance(12))
      out_ += std::string(1 + dice_.below(3), ' ') + "# " + dice_.one(kComments);
    else if (dice_.chance(5))
      out_ += std::string(1 + dice_.below(3), ' ');
    out_ += line_break_;
    if (dice_.chance(5)) out_ += line_break_;
    if (dice_.chance(5)) comment_line(dice_.below(6));
  }

  Model mapping(uint32_t column, uint32_t depth, bool behind_dash) {
    Model model{NodeKind::Mapping, {}, {}};
    const uint32_t pairs = 1 + dice_.below(5);
    for (uint32_t i = 0; i < pairs; ++i) {
      if (i > 0 || !behind_dash) out_ += std::string(column, ' ');
      Model key = text_node(Context::Block, true);
      out_ += dice_.chance(4) ? " :" : ":";
      model.children.push_back(std::move(key));
      model.children.push_back(value(column, depth, true));
    }
    return model;
  }

  Model sequence(uint32_t column, uint32_t depth, bool behind_dash) {
    Model model{NodeKind::Sequence, {}, {}};
    const uint32_t items = 1 + dice_.below(4);
    for (uint32_t i = 0; i < items; ++i) {
      if (i > 0 || !behind_dash) out_ += std::string(column, ' ');
      out_ += "-";
      const uint32_t blanks = dice_.chance(90) ? 1 : 3;
      if (depth < 4 && dice_.chance(40)) {
        out_ += std::string(blanks, ' ');
        const uint32_t inner = column + 1 + blanks;
        model.children.push_back(dice_.chance(80) ? mapping(inner, depth + 1, true)
                                                  : sequence(inner, depth + 1, true));
      } else {
        model.children.push_back(value(column, depth, false));
      }
    }
    return model;
  }

  /// A value behind `:` or `-`, with its line break.
  Model value(uint32_t column, uint32_t depth, bool of_key) {
    const uint32_t what = dice_.below(100);
    if (what < 6) {
      end_line();
      return {};
    }
    if (depth < 4 && what < 30) {
      end_line();
      const uint32_t inner = column + 1 + dice_.below(4);
      if (of_key && dice_.chance(20)) return sequence(column, depth + 1, false);
      return dice_.chance(60) ? mapping(inner, depth + 1, false)
                              : sequence(inner, depth + 1, false);
    }
    out_ += std::string(dice_.chance(92) ? 1 : 2, ' ');
    if (what < 50) {
      Model model = flow(0);
      end_line();
      return model;
    }
    if (!shapes_.only_common && what < 58) return block_scalar(column);
    if (!shapes_.only_common && what < 64) return folded_plain(column);
    Model model = text_node(Context::Block, false);
    end_line();
    return model;
  }

  Model flow(uint32_t depth) {
    const bool mapping = dice_.chance(35);
    Model model{mapping ? NodeKind::Mapping : NodeKind::Sequence, {}, {}};
    out_ += mapping ? "{" : "[";
    const uint32_t entries = dice_.below(4);
    for (uint32_t i = 0; i < entries; ++i) {
      if (i > 0) out_ += dice_.chance(85) ? ", " : ",";
      if (i > 0 && !shapes_.only_common && dice_.chance(4))
        out_ += line_break_ + std::string(20, ' ');
      if (mapping) {
        model.children.push_back(text_node(Context::Flow, true));
        out_ += ": ";
      }
      if (depth < 3 && dice_.chance(20)) {
        model.children.push_back(flow(depth + 1));
      } else {
        model.children.push_back(text_node(Context::Flow, false));
      }
    }
    if (dice_.chance(5)) out_ += " ";
    out_ += mapping ? "}" : "]";
    return model;
  }

  Model text_node(Context context, bool key) {
    std::string text = scalar(dice_);
    if (key) text = "k" + std::to_string(++keys_) + text;
    const bool plain = is_plain_safe(text, context);
    const uint32_t what = dice_.below(100);
    if (plain && what < 60) {
      out_ += text;
    } else if (what < 80) {
      out_ += double_quoted(text);
    } else {
      out_ += "'";
      for (const char c : text) out_ += c == '\'' ? "''" : std::string(1, c);
      out_ += "'";
    }
    return {NodeKind::Scalar, std::move(text), {}};
  }

  Model block_scalar(uint32_t column) {
    ends_in_block_ = true;  // without its last line break it would mean something else
    const bool literal = dice_.chance(60);
    const bool strip = dice_.chance(50);
    out_ += literal ? "|" : ">";
    if (strip) out_ += "-";
    if (dice_.chance(20)) out_ += "  # " + dice_.one(kComments);
    out_ += line_break_;
    std::string text;
    const uint32_t lines = 1 + dice_.below(3);
    for (uint32_t i = 0; i < lines; ++i) {
      const std::string line = "第" + std::to_string(i) + "行 " + dice_.one(kComments);
      out_ += std::string(column + 2, ' ') + line + line_break_;
      if (i > 0) text += literal ? "\n" : " ";
      text += line;
    }
    if (!strip) text += "\n";
    return {NodeKind::Scalar, std::move(text), {}};
  }

  Model folded_plain(uint32_t column) {
    out_ += "甲" + line_break_ + std::string(column + 1 + dice_.below(4), ' ') + "乙";
    end_line();
    return {NodeKind::Scalar, "甲 乙", {}};
  }

  static inline const std::vector<std::string> kComments{"注释",   "a: b", "- x",          "[1, 2",
                                                         "\"引号", "# 二", "说明：见附件", ""};

  Dice dice_;
  Shapes shapes_;
  std::string out_;
  std::string line_break_ = "\n";
  uint32_t keys_ = 0;
  bool ends_in_block_ = false;
};

}  // namespace catalog::yaml
