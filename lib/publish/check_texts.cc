#include "publish/check_texts.h"

#include "publish/build_rules.h"
#include "publish/publishable_text.h"
#include "publish/record_texts.h"

namespace catalog {

namespace {

/// Reports the texts of one record; a line break that only needs writing as LF is none of them.
template <class Record>
void check_record(const Record& record, Symbol file, const std::string& address,
                  std::vector<Finding>& out) {
  for_each_field<Record>([&]<class Field>(const Field& field) {
    if constexpr (!requires { Field::get(record).front().topic; }) {
      each_text(Field::get(record), [&](const Text& text) {
        const std::string clean = publishable(text.view());
        if (clean == text.view() || clean.find("\xEF\xBF\xBD") == clean.npos) return;
        add_finding(
            out, publish_character_rule, {file, text.span}, address, std::string(field.info.key.en),
            {clean},
            say({"“{}”中有不能发布的控制字符，已用“�”代替",
                 "“{}” holds control characters that can't be published; “�” stands for them"},
                Phrase(std::string(field.info.key.zh), std::string(field.info.key.en))));
      });
    }
  });
}

template <class Document>
void check_document(const Document& document, const Edition& edition, std::vector<Finding>& out) {
  check_record(document, document.file, edition.address, out);
  for (size_t i = 0; i < document.items.size(); i++)
    check_record(document.items[i], document.file, edition.item_address(i), out);
}

}  // namespace

std::vector<Finding> check_texts(const Edition& edition) {
  std::vector<Finding> out;
  if (edition.standard) {
    check_document(*edition.standard, edition, out);
  } else {
    check_document(*edition.list, edition, out);
  }
  return out;
}

}  // namespace catalog
