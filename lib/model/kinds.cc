#include "model/kinds.h"

#include <array>

#include "model/fields_reference.h"

namespace catalog {

namespace {

constexpr std::array kKinds{
    KindInfo{Kind::Workspace, {"工作区", "workspace"}, record_info<WorkspaceFile>},
    KindInfo{Kind::List, {"事项清单", "list"}, record_info<List>},
    KindInfo{Kind::Standard, {"标准目录", "standard"}, record_info<Standard>},
    KindInfo{Kind::Adoption, {"采用", "adoption"}, record_info<Adoption>},
    KindInfo{Kind::Guideline, {"标准指引", "guideline"}, record_info<Guideline>},
    KindInfo{Kind::Units, {"单位", "units"}, record_info<UnitsFile>},
    KindInfo{Kind::Legal, {"法规", "legal"}, record_info<LegalFile>},
    KindInfo{Kind::Calendar, {"工作日历", "calendar"}, record_info<CalendarFile>},
    KindInfo{Kind::Vocabulary, {"词表", "vocabulary"}, record_info<VocabularyFile>},
    KindInfo{Kind::Template, {"样式", "template"}, record_info<TemplateFile>},
    KindInfo{Kind::Baseline, {"基线", "baseline"}, record_info<BaselineFile>},
    KindInfo{Kind::Demands, {"法定要求", "demands"}, record_info<DemandsFile>},
    KindInfo{Kind::Adjustments, {"动态调整", "adjustments"}, record_info<AdjustmentsFile>},
};

}  // namespace

std::span<const KindInfo> kinds() { return kKinds; }

const KindInfo& kind_info(Kind kind) { return kKinds[static_cast<size_t>(kind)]; }

std::optional<Kind> kind_of_word(std::string_view word) {
  for (const KindInfo& info : kKinds) {
    if (info.word.zh == word || info.word.en == word) return info.kind;
  }
  return std::nullopt;
}

}  // namespace catalog
