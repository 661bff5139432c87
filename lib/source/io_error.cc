#include "source/io_error.h"

#include <cerrno>
#include <optional>
#include <system_error>

namespace catalog {

namespace {

Bilingual verb_of(IoAction action) {
  switch (action) {
    case IoAction::Read:
      return {"读取", "read"};
    case IoAction::Write:
      return {"写入", "write"};
    case IoAction::List:
      return {"列出文件夹", "list the folder"};
    case IoAction::MakeFolder:
      break;
  }
  return {"新建文件夹", "make the folder"};
}

/// Sentences whose wording hangs on what was being done; {0} is the path.
std::optional<Bilingual> sentence_for_action(int code, IoAction action) {
  const bool writes = action == IoAction::Write || action == IoAction::MakeFolder;
  if (code == ENOENT && writes) {
    return Bilingual{
        "“{0}”所在的文件夹不存在：请检查路径，或先建立该文件夹。",
        "The folder of “{0}” does not exist: check the path, or make the folder first."};
  }
  if (code == ENOENT) {
    return Bilingual{"“{0}”不存在：请检查路径和当前文件夹。",
                     "“{0}” does not exist: check the path and the current folder."};
  }
  if (code == ENOTDIR && action == IoAction::List) {
    return Bilingual{"“{0}”是文件，不是文件夹：请给出文件夹的路径。",
                     "“{0}” is a file, not a folder: give the path of a folder."};
  }
  if (code == EFBIG && !writes) {
    return Bilingual{"“{0}”太大，无法读取：请确认这是目录文件，或拆分后再试。",
                     "“{0}” is too large to read: make sure that it is a catalogue, or split it."};
  }
  return std::nullopt;
}

/// Sentences that hold whatever was being done; {0} is the path, {1} the verb.
std::optional<Bilingual> sentence_for(int code) {
  switch (code) {
    case EACCES:
    case EPERM:
      return Bilingual{
          "没有权限{1}“{0}”：请检查文件和文件夹的权限，或请管理员授权。",
          "No permission to {1} “{0}”: check the permissions of the file and its folder."};
    case EISDIR:
      return Bilingual{"“{0}”是文件夹，不是文件：请给出文件的路径。",
                       "“{0}” is a folder, not a file: give the path of a file."};
    case ENOTDIR:
    case EEXIST:
      return Bilingual{
          "无法{1}“{0}”：路径中有一段是文件，不是文件夹，请检查路径。",
          "Can't {1} “{0}”: a part of the path is a file, not a folder; check the path."};
    case ENOSPC:
      return Bilingual{"磁盘已满，无法{1}“{0}”：请清理磁盘空间后再试。",
                       "The disk is full, can't {1} “{0}”: free some space and try again."};
    case EDQUOT:
      return Bilingual{"磁盘配额已用完，无法{1}“{0}”：请清理文件或申请扩大配额。",
                       "The disk quota is used up, can't {1} “{0}”: remove files or ask for more."};
    case EROFS:
      return Bilingual{
          "磁盘是只读的，无法{1}“{0}”：请换一个可写的位置。",
          "The disk is read-only, can't {1} “{0}”: choose a place that can be written."};
    case ENAMETOOLONG:
      return Bilingual{
          "无法{1}“{0}”：文件名或路径太长，请缩短（汉字每字占3个字节，文件名限255个字节）。",
          "Can't {1} “{0}”: the name or path is too long (a name takes 255 bytes)."};
    case ELOOP:
      return Bilingual{
          "无法{1}“{0}”：符号链接层数过多或互相指向，请检查链接。",
          "Can't {1} “{0}”: too many symbolic links, or links in a circle; check them."};
    case EFBIG:
      return Bilingual{"无法{1}“{0}”：文件超过系统允许的大小。",
                       "Can't {1} “{0}”: the file is larger than the system allows."};
    case EMFILE:
    case ENFILE:
      return Bilingual{
          "无法{1}“{0}”：打开的文件过多，请关闭其他程序，或调高系统上限（ulimit -n）。",
          "Can't {1} “{0}”: too many open files; raise the limit (ulimit -n)."};
    case ENOMEM:
      return Bilingual{"内存不足，无法{1}“{0}”：请关闭其他程序后再试。",
                       "Out of memory, can't {1} “{0}”: close other programs and try again."};
    case EPIPE:
      return Bilingual{"无法{1}“{0}”：接收数据的程序已经退出。",
                       "Can't {1} “{0}”: the program that takes the data has ended."};
    case EIO:
      return Bilingual{
          "{1}“{0}”时磁盘或网络出错：请检查设备，并确认数据完好后再试。",
          "The disk or network failed, can't {1} “{0}”: check the device and try again."};
    default:
      return std::nullopt;
  }
}

}  // namespace

IoError io_error(const std::string& path, int code, IoAction action) {
  const Phrase shown = path.empty() ? Phrase("（空）", "(empty)") : Phrase(path);
  if (const auto form = sentence_for_action(code, action)) {
    return {path, code, say(*form, shown)};
  }
  if (const auto form = sentence_for(code)) return {path, code, say(*form, shown, verb_of(action))};
  return {path, code,
          say({"无法{1}“{0}”：{2}。", "Can't {1} “{0}”: {2}."}, shown, verb_of(action),
              std::generic_category().message(code))};
}

}  // namespace catalog
