#include "report/change_line.h"

#include "report/safe_text.h"
#include "report/word_diff.h"

namespace catalog {

namespace {

std::string_view class_color(ChangeClass of) {
  switch (of) {
    case ChangeClass::Narrowed:
      return "\x1b[1;31m";
    case ChangeClass::Widened:
      return "\x1b[1;32m";
    case ChangeClass::Changed:
      return "\x1b[1;33m";
    case ChangeClass::Editorial:
      break;
  }
  return "\x1b[2m";
}

/// Both texts in one, with what went and what came marked.
std::string marked(const std::string& before, const std::string& after, bool color) {
  std::string out;
  for (const WordPiece& piece : word_diff(one_line(before), one_line(after))) {
    switch (piece.kind) {
      case WordPiece::Kind::Same:
        out += piece.text;
        break;
      case WordPiece::Kind::Gone:
        out += color ? painted("\x1b[9;31m", piece.text, true) : "[-" + piece.text + "-]";
        break;
      case WordPiece::Kind::Come:
        out += color ? painted("\x1b[32m", piece.text, true) : "{+" + piece.text + "+}";
        break;
    }
  }
  return out;
}

std::string bracketed(const std::string& text, Lang lang) {
  return lang == Lang::Zh ? "（" + text + "）" : " (" + text + ")";
}

std::string values(const Change& change, bool color) {
  const ChangeTexts texts = change_texts(change);
  return marked(texts.before, texts.after, color);
}

}  // namespace

std::string change_line(const Change& change, const ReportOptions& options) {
  const Lang lang = options.lang;
  std::string label(class_word(change.cls).in(lang));
  if (!change.certain && change.cls != ChangeClass::Editorial)
    label = say({"可能{}", "perhaps {}"}, class_word(change.cls)).in(lang);
  std::string out = "  " + painted(class_color(change.cls), label, options.color) + "  " +
                    one_line(change_subject(change).in(lang)) + (lang == Lang::Zh ? "：" : ": ") +
                    values(change, options.color);
  if (!change.note.zh.empty()) out += bracketed(std::string(change.note.in(lang)), lang);
  if (change.score > 0 && change.score < 1) {
    const Message likeness =
        say({"相似度{}%", "likeness {}%"}, static_cast<int>(change.score * 100 + 0.5));
    out += bracketed(likeness.in(lang), lang);
  }
  out += "\n";
  if (change.explained) {
    out += "      " + one_line(explanation_line(*change.explained).in(lang)) + "\n";
  } else if (change.cls == ChangeClass::Narrowed) {
    out += "      " +
           one_line(say({"没有说明理由（指纹 {}）", "no reason on record (fingerprint {})"},
                        fingerprint_text(change.fingerprint))
                        .in(lang)) +
           "\n";
  }
  return out;
}

}  // namespace catalog
