#pragma once

#include <string>
#include <vector>

#include "diff/impact.h"
#include "report/ownership.h"
#include "text/message.h"

namespace catalog {

/// The findings of one unit, standards with the department that drafts them.
struct ImpactUnit {
  std::string code;  ///< empty for shared files
  std::string name;
  std::vector<const Finding*> findings;
};

/// Findings by unit, as the units file has them.
std::vector<ImpactUnit> impact_units(const std::vector<Finding>& findings, Ownership& ownership);

/// Which guideline, and what it stands for: 社会救助：new.yaml 替代 …
Message impact_head(const Impact& impact);
/// How a row's change bears on those who disclose: 更严, 更宽, 不同, 文字.
Bilingual strictness_word(ChangeClass of);
/// 错误2，警告1，提示0
Message counts_words(const std::vector<const Finding*>& findings);
/// 新增：错误…；可消除的问题…；清单和标准目录…，由标准得出目录的单位…
Message impact_summary(const Impact& impact);
/// Which units' own catalogues carry it: 16个单位的目录带有此处：徐汇区、…; empty for none.
Message units_words(const Impact& impact, const Finding& finding);
/// That it is graver than today: 现为提示; empty where it is new.
Message was_words(const Impact& impact, const Finding& finding);
/// What lists of the domain would have to hold, where there are none; empty where there are some.
Message needs_words(const Impact& impact);

}  // namespace catalog
