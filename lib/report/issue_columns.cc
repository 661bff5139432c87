#include "report/issue_columns.h"

#include <algorithm>

#include "text/normal.h"

namespace catalog {

namespace {

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string form = comparison_form(text);
  return std::ranges::any_of(
      words, [&](std::string_view word) { return form.starts_with(comparison_form(word)); });
}

}  // namespace

std::optional<IssueColumn> issue_column(std::string_view heading) {
  // People add notes to headings: 整改情况（已整改/整改中）.
  std::string form = comparison_form(heading);
  form = form.substr(0, form.find('('));
  for (size_t i = 0; i < kIssueColumns.size() && !form.empty(); i++) {
    const Bilingual& words = kIssueColumns[i].heading;
    if (form == comparison_form(words.zh) || form == comparison_form(words.en))
      return static_cast<IssueColumn>(i);
  }
  return std::nullopt;
}

Bilingual issue_status_word(IssueStatus status) {
  switch (status) {
    case IssueStatus::New:
      return {"新增", "new"};
    case IssueStatus::Open:
      return {"未整改", "open"};
    case IssueStatus::Claimed:
      return {"未整改（填报已整改，检查仍发现）", "open (reported as done, but still found)"};
    case IssueStatus::Again:
      return {"未整改（销号后再次发现）", "open (closed before, found again)"};
    case IssueStatus::Closed:
      return {"已销号", "closed"};
    case IssueStatus::Unchecked:
      return {"本次未检查", "not checked this time"};
    case IssueStatus::Manual:
      return {"人工填写", "written by hand"};
    case IssueStatus::None:
      break;
  }
  return {"", ""};
}

bool says_done(std::string_view progress) {
  return begins_with_any(progress, {"已整改", "已完成", "整改完成", "完成", "已改", "已处理",
                                    "done", "fixed", "resolved", "completed", "closed"});
}

bool says_closed(std::string_view status) {
  return begins_with_any(status, {issue_status_word(IssueStatus::Closed).zh,
                                  issue_status_word(IssueStatus::Closed).en});
}

}  // namespace catalog
