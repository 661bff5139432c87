#include "report/basis_report.h"

#include <algorithm>
#include <array>

#include "report/ownership.h"
#include "report/safe_text.h"
#include "report/version.h"
#include "source/source_text.h"

namespace catalog {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<Bilingual, kLookAgains> kWords{{
    {"条款号（已保留）", "article (kept)"},
    {"条款号（已删去）", "article (taken out)"},
    {"公开时限", "deadline"},
    {"理由", "reason"},
    {"引用不明确，未改", "unclear citation, left"},
    {"确认后又有改动，须重新确认", "changed since it was confirmed, to be confirmed again"},
}};

std::string place_text(const SourceText& text, uint32_t at) {
  const Position place = text.position({at});
  return std::to_string(place.line) + ":" + std::to_string(place.column.value);
}

/// Of deviation.basis: basis.
std::string_view last_key(std::string_view field) { return field.substr(field.rfind('.') + 1); }

class TextWriter {
 public:
  TextWriter(const BasisReplacement& replaced, Lang lang) : replaced_(replaced), lang_(lang) {}

  std::string write() {
    head();
    for (const BasisFileChange& file : replaced_.files) citations(file);
    bool first = true;
    for (const auto* files : {&replaced_.files, &replaced_.unclear}) {
      for (const BasisFileChange& file : *files) look_again(file, first);
    }
    return std::move(out_);
  }

 private:
  void line(const Message& message) { out_ += one_line(message.in(lang_)) + "\n"; }
  std::string colon() const { return lang_ == Lang::Zh ? "：" : ": "; }

  void head() {
    line(say({"{} → {}", "{} → {}"}, citation_text(replaced_.old_one()),
             citation_text(replaced_.new_one())));
    if (replaced_.later) {
      line(say({"注意：{}又已被{}替代", "note: {} has itself been replaced by {}"},
               citation_text(replaced_.new_one()),
               citation_text(replaced_.workspace->legal.at(*replaced_.later))));
    }
    if (replaced_.files.empty()) return;
    if (cites_articles()) articles();
    if (replaced_.follows) {
      line(say({"法规库登记后者替代前者，改引属于文字调整，不需要动态调整记录",
                "by the register the second followed the first: citing it is editorial and needs "
                "no adjustment"}));
    } else {
      line(say({"法规库没有登记后者替代前者；如确系替代，请在法规库中写上 superseded_by",
                "the register does not say that the second followed the first; if it did, write "
                "superseded_by into the register"}));
    }
    if (replaced_.stubs > 0) {
      line(say({"{}处变更没有理由，待填的记录列入“{}”",
                "changes without a reason: {}, with stubs in “{}” to fill in"},
               replaced_.stubs, replaced_.adjustments_path));
    }
  }

  bool cites_articles() const {
    const auto is_article = [](const LookAgainAt& one) {
      return one.what == LookAgain::ArticleKept || one.what == LookAgain::ArticleDropped;
    };
    return std::ranges::any_of(replaced_.files, [&](const BasisFileChange& file) {
      return std::ranges::any_of(file.after.look_again, is_article);
    });
  }

  void articles() {
    line(replaced_.keeps_articles
             ? say({"条款号保留原样，请逐处核对（--articles drop 删去）",
                    "articles are kept as they are: check each (--articles drop takes them out)"})
             : say({"旧文件的条款号已删去（--articles keep 保留）",
                    "articles of the old document are taken out (--articles keep keeps them)"}));
  }

  void citations(const BasisFileChange& file) {
    const SourceText text(file.path, file.after.text);
    out_ += "\n" + one_line(file.path) + "\n";
    for (const ReplacedCitation& one : file.after.citations) {
      out_ += "  " + place_text(text, one.at) + "  " + one_line(one.address) + "  " +
              field_words(last_key(one.field), lang_) + colon() + one_line(one.before) + " → " +
              (one.after.empty() ? std::string(Bilingual{"删去（同处已引新文件）",
                                                         "taken out (the new one stands beside)"}
                                                   .in(lang_))
                                 : one_line(one.after)) +
              "\n";
    }
  }

  void look_again(const BasisFileChange& file, bool& first) {
    const SourceText text(file.path, file.after.text);
    for (const LookAgainAt& one : file.after.look_again) {
      if (first)
        out_ +=
            "\n" +
            std::string(Bilingual{"请逐处重新核对：", "Look at each of these again:"}.in(lang_)) +
            "\n";
      first = false;
      out_ += one_line(file.path) + ":" + place_text(text, one.at) + "  " + one_line(one.address) +
              "  " + std::string(kWords[static_cast<size_t>(one.what)].in(lang_));
      if (!one.text.empty()) out_ += colon() + one_line(one.text);
      out_ += "\n";
    }
  }

  const BasisReplacement& replaced_;
  Lang lang_;
  std::string out_;
};

Json document_json(const LegalDocument& document) {
  return {{"title", document.title}, {"number", document.number}};
}

Json place_json(const SourceText& text, const BasisPlace& place) {
  const Position at = text.position({place.at});
  return {{"file", text.path()},
          {"line", at.line},
          {"column", at.column.value},
          {"address", place.address},
          {"field", place.field}};
}

}  // namespace

std::string basis_text(const BasisReplacement& replaced, Lang lang) {
  return TextWriter(replaced, lang).write();
}

std::string basis_json(const BasisReplacement& replaced, bool written) {
  Json out{{"tool", "catalog"},
           {"version", kVersion},
           {"old", document_json(replaced.old_one())},
           {"new", document_json(replaced.new_one())},
           {"follows", replaced.follows},
           {"articles", replaced.keeps_articles ? "kept" : "dropped"},
           {"written", written},
           {"changes",
            {{"narrowed", replaced.changes.narrowed},
             {"widened", replaced.changes.widened},
             {"changed", replaced.changes.changed},
             {"editorial", replaced.changes.editorial}}},
           {"stubs", replaced.stubs}};
  out["adjustments"] = replaced.stubs > 0 ? Json(replaced.adjustments_path) : Json();
  out["citations"] = Json::array();
  out["look_again"] = Json::array();
  for (const auto* files : {&replaced.files, &replaced.unclear}) {
    for (const BasisFileChange& file : *files) {
      const SourceText text(file.path, file.after.text);
      for (const ReplacedCitation& one : file.after.citations) {
        Json entry = place_json(text, one);
        entry["before"] = one.before;
        entry["after"] = one.after.empty() ? Json() : Json(one.after);
        out["citations"].push_back(std::move(entry));
      }
      for (const LookAgainAt& one : file.after.look_again) {
        Json entry = place_json(text, one);
        entry["what"] = look_again_key(one.what);
        entry["text"] = one.text;
        out["look_again"].push_back(std::move(entry));
      }
    }
  }
  return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog
