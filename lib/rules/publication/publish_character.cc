#include "rules/rule.h"

namespace catalog {

namespace {

constexpr std::string_view kFields[] = {"topic", "subtopic", "elements",
                                        "basis", "deadline", "publisher"};

}  // namespace

extern const Rule publish_character_rule{
    .name = "publish-character",
    .title = {"有不能发布的字符", "character that cannot be published"},
    .family = Family::Publication,
    .severity = Severity::Warning,
    .summary = {"文字里有控制字符，发布时以“�”代替。",
                "A text holds control characters; “�” stands for them in what is published."},
    .rationale = {"控制字符多半是从旧系统复制来的，看不见，XML和网页里不允许。删去。",
                  "Control characters mostly come with a copy from an old system, are not seen, "
                  "and are forbidden in XML and HTML. Delete them."},
    .source = {"XML 1.0（W3C）第2.2节", "XML 1.0 (W3C), section 2.2"},
    .fields = kFields,
    .bad = R"yaml(# file: standards/social-assistance.yaml item 6
    detail: "审批\x01信息"
)yaml",
    .good = R"yaml(# file: standards/social-assistance.yaml item 6
    detail: 审批信息
)yaml",
    .at_build = true,
};

}  // namespace catalog
