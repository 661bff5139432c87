#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "model/date.h"
#include "publish/edition.h"
#include "rules/confirmation.h"
#include "text/bilingual.h"

namespace catalog {

/// A table on the form: its columns take parts of the page's width.
struct FormTable {
  struct Column {
    std::string heading;
    uint32_t width;  ///< of the kFormColumns that the page has
    bool centred = false;
  };
  std::string title;
  std::string summary;  ///< the lines above the rows, or what is said where there are none
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};
inline constexpr uint32_t kFormColumns = 24;

/// A box to write into and sign.
struct FormBox {
  std::string label;
  std::string signature;  ///< the line at its foot
};

/// 标准确认表: what a section chief reads and signs, as plain data. Only what the files say: what
/// was merged, how conflicts were settled, what departs from the guideline and what is left out,
/// what the checks found, then the boxes of both (沪府办〔2020〕20号, part three).
struct ConfirmationForm {
  std::string title;
  std::string footer_digest;  ///< on every page: the digest's first characters
  std::string footer_name;    ///< on every page: domain and version
  std::string footer_page;    ///< 第 &P 页，共 &N 页
  std::vector<Fact> facts;
  std::vector<FormTable> tables;
  std::vector<FormBox> boxes;
  int64_t created = 0;  ///< seconds since 1970, UTC
};

/// The first characters of a digest, by which paper and file are matched: 9f3a12bc77e0d415.
std::string short_digest(std::string_view digest);

/// The form of a domain that has a standard, as it stands on that day.
ConfirmationForm confirmation_form(const Validation& validation, const ConfirmationStatus& status,
                                   Lang lang, Date today);

/// The form as a workbook of one sheet, A4 portrait.
std::expected<std::string, IoError> write_confirmation_form(const ConfirmationForm& form);

}  // namespace catalog
