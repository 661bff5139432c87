#include "report/change_words.h"
#include "report/changelog.h"
#include "report/safe_text.h"

namespace catalog {

namespace {

std::string in_quotes(std::string_view text) { return "“" + one_line(text) + "”"; }

/// 公开时限（区级）·公示期 as 公开时限（区级）的公示期.
std::string subject(const Change& change) {
  std::string out(change_subject(change).in(Lang::Zh));
  if (const size_t dot = out.find("·"); dot != out.npos)
    out.replace(dot, std::string_view("·").size(), "的");
  return one_line(out);
}

/// “最低生活保障/审批信息”的; of the catalogue itself 本目录的.
std::string owner(const Change& change) {
  const bool of_item = change.before_item || change.after_item;
  return of_item ? in_quotes(change.item_name) : "本目录";
}

std::string from_to(const std::string& before, const std::string& after) {
  if (before.empty()) return "写明为" + in_quotes(after);
  if (after.empty()) return "不再写明（原为" + in_quotes(before) + "）";
  return "由" + in_quotes(before) + "改为" + in_quotes(after);
}

/// A member that came or went, by what it is a member of.
std::string member(const Change& change, bool came) {
  const std::string who = owner(change);
  const std::string what = in_quotes(came ? change.after : change.before);
  if (change.field == "elements") return who + (came ? "增加公开" : "不再公开") + what;
  if (change.field == "channels") return who + (came ? "增加在" : "不再在") + what + "公开";
  if (change.field == "levels") return who + (came ? "增加由" : "不再由") + what + "公开";
  return who + "的" + subject(change) + (came ? "增加" : "删去") + what;
}

}  // namespace

std::string public_sentence(const Change& change) {
  const ChangeTexts texts = change_texts(change);
  switch (change.kind) {
    case ChangeKind::CatalogueRemoved:
      return "取消本领域目录";
    case ChangeKind::CatalogueAdded:
      return "新编本领域目录";
    case ChangeKind::ItemRemoved:
      return "不再公开" + in_quotes(change.item_name);
    case ChangeKind::ItemAdded:
      return "新增公开事项" + in_quotes(change.item_name);
    case ChangeKind::ItemRenamed:
      return in_quotes(texts.before) + "更名为" + in_quotes(texts.after);
    case ChangeKind::ItemRenumbered:
      return in_quotes(change.item_name) + "的编号由" + texts.before + "改为" + texts.after;
    case ChangeKind::ItemMoved:
      return in_quotes(change.item_name) + "由" + texts.before + "移至" + texts.after;
    case ChangeKind::ItemSplit:
      return in_quotes(texts.before) + "拆分为" + in_quotes(texts.after);
    case ChangeKind::ItemJoined:
      return in_quotes(texts.before) + "合并为" + in_quotes(texts.after);
    case ChangeKind::OmissionRemoved:
      return "不再列为不设：" + in_quotes(texts.before);
    case ChangeKind::OmissionAdded:
      return "不设指引事项" + in_quotes(texts.after);
    case ChangeKind::MemberRemoved:
      return member(change, false);
    case ChangeKind::MemberAdded:
      return member(change, true);
    case ChangeKind::MemberChanged:
    case ChangeKind::FieldChanged:
      break;
  }
  return owner(change) + "的" + subject(change) + from_to(texts.before, texts.after);
}

}  // namespace catalog
