#pragma once

#include <optional>

#include "model/field_relation.h"

namespace catalog {

// The public's side of two values of one field: the shorter limit and the longer display, the union
// of sets, the wider audience, 主动 over 依申请, 全文 over 部分, the earlier review; of two that
// mean the same, or of which one is absent, the one that is there (the first). Nothing where the
// two can't be ordered, so that a person must decide. The outcome means the same for either order
// of the arguments.

std::optional<Text> stricter(const FieldInfo& field, const Text& a, const Text& b,
                             const ItemPair& items);
std::optional<Texts> stricter(const FieldInfo& field, const Texts& a, const Texts& b,
                              const ItemPair& items);
std::optional<LevelText> stricter(const FieldInfo& field, const LevelText& a, const LevelText& b,
                                  const ItemPair& items);
std::optional<LevelTexts> stricter(const FieldInfo& field, const LevelTexts& a, const LevelTexts& b,
                                   const ItemPair& items);
std::optional<std::vector<Element>> stricter(const FieldInfo& field, const std::vector<Element>& a,
                                             const std::vector<Element>& b, const ItemPair& items);

}  // namespace catalog
