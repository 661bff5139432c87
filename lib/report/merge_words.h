#pragma once

#include <string>

#include "merge/plan.h"
#include "report/sources.h"

namespace catalog {

/// A side's value as people read it: the text, or the words of a list; （无） where there is none.
std::string side_text(const ConflictSide& side, Lang lang);
/// deadline.区级 → 公开时限（区级）; in English the key itself.
std::string field_text(std::string_view field, Lang lang);
/// lists/310104/social-assistance.yaml:42; empty where there is no file.
std::string place_text(Sources& sources, const Place& place);
/// The unit's name, else its code.
std::string unit_text(const Workspace& workspace, const Text& unit);
/// 部门 民政局, 区 徐汇区, 双方.
std::string roles_text(const std::vector<Role>& roles, Lang lang);
/// How a conflict can be settled, in one sentence.
std::string settle_advice(const Conflict& conflict, Lang lang);

}  // namespace catalog
