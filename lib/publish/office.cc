#include "publish/office.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <functional>
#include <numeric>
#include <optional>
#include <vector>

#include "source/child_process.h"
#include "source/file_system.h"
#include "text/normal.h"
#include "text/percent.h"
#include "workspace/parallel.h"

namespace catalog {

namespace {

constexpr size_t kMostAtOnce = 200;    // LibreOffice never gives memory back
constexpr size_t kWorthAProcess = 12;  // files that take as long as a start
constexpr unsigned kMostProcesses = 4;
constexpr size_t kMostQuoted = 600;  // bytes of what LibreOffice said

/// A profile in which LibreOffice is Chinese, whatever the user's language: it decides by that
/// which font stands in for one that is missing.
constexpr std::string_view kProfile =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="DefaultLocale_CJK" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>
)";

/// Numbered names, as workbooks of several folders are called the same.
std::string numbered(size_t index, std::string_view ending) {
  return std::to_string(index) + std::string(ending);
}

/// The workbook under its number: another name of the same file where that can be, else a copy.
std::optional<Message> lay_ready(const std::string& from, const std::string& to) {
  std::error_code error;
  std::filesystem::create_hard_link(from, to, error);
  if (!error) return std::nullopt;
  std::filesystem::copy_file(from, to, error);
  if (!error) return std::nullopt;
  return say({"写不了“{}”：{}", "“{}” can't be written: {}"}, to, error.message());
}

size_t files_in(const std::string& folder) {
  const auto entries = disk().list(folder);
  return entries ? entries->size() : 0;
}

/// The end of what was said, on lines of its own; nothing where nothing was.
std::string words_of(std::string_view output) {
  std::string_view text = trim(output);
  if (text.size() > kMostQuoted) {
    text.remove_prefix(text.size() - kMostQuoted);
    text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
  }
  return text.empty() ? "" : "\n" + std::string(text);
}

Message complaint(const Office& office, const PrintJob& job, const ChildRun& run) {
  if (run.stopped) {
    return say({"LibreOffice 转换“{}”超过{}秒没有结果，已停止；可用 --pdf-timeout 放宽。{}",
                "LibreOffice gave no result of “{}” in {} seconds and was stopped; --pdf-timeout "
                "gives it more.{}"},
               job.name, office.patience_seconds, words_of(run.output));
  }
  return say({"LibreOffice 没有把“{}”转成PDF（{} 的退出码为{}）。{}",
              "LibreOffice made no PDF of “{}” ({} ended with {}).{}"},
             job.name, office.program, run.status, words_of(run.output));
}

/// Prints some of the workbooks with one process.
std::optional<Message> print_some(const Office& office, std::span<PrintJob> jobs,
                                  const std::string& folder,
                                  const std::function<void(size_t)>& printed) {
  const std::string in = folder + "/in", out = folder + "/out", profile = folder + "/profile";
  for (const std::string& made : {in, out}) {
    if (auto done = disk().create_folders(made); !done) return done.error().message;
  }
  const auto set_up = write_file(disk(), profile + "/user/registrymodifications.xcu", kProfile);
  if (!set_up) return set_up.error().message;
  ChildCommand command;
  command.words = {office.program,
                   "--headless",
                   "--norestore",
                   "--nolockcheck",
                   "-env:UserInstallation=file://" + percent_encoded(profile, "/"),
                   "--convert-to",
                   "pdf",
                   "--outdir",
                   out};
  command.variables = {"LC_ALL=C.UTF-8", "TZ=UTC0", "SAL_USE_VCLPLUGIN=svp"};
  command.patience_seconds = office.patience_seconds;
  command.progress = [&] {
    const size_t count = files_in(out);
    printed(count);
    return count;
  };
  for (size_t i = 0; i < jobs.size(); i++) {
    const std::string workbook = in + "/" + numbered(i, ".xlsx");
    if (auto problem = lay_ready(jobs[i].workbook, workbook)) return problem;
    command.words.push_back(workbook);
  }
  const auto run = run_child(command);
  if (!run) return run.error().message;
  // It ends with 0 even where it could not load a file: only what is there counts.
  for (size_t i = 0; i < jobs.size(); i++) {
    const std::string path = out + "/" + numbered(i, ".pdf");
    auto bytes = disk().kind(path) == PathKind::File ? disk().read(path) : std::string();
    if (!bytes) return bytes.error().message;
    if (!bytes->starts_with("%PDF-") || run->stopped) return complaint(office, jobs[i], *run);
    jobs[i].pdf = std::move(*bytes);
  }
  return std::nullopt;
}

}  // namespace

std::expected<Office, Message> find_office(unsigned patience_seconds) {
  for (const std::string_view name : {"soffice", "libreoffice"}) {
    if (auto program = find_program(name)) return Office{std::move(*program), patience_seconds, {}};
  }
  return std::unexpected(
      say({"没有找到 LibreOffice（soffice）：--pdf 用它生成PDF。请先安装（如 apt install "
           "libreoffice-calc），或去掉 --pdf",
           "LibreOffice (soffice) was not found, and --pdf needs it: install it (as apt install "
           "libreoffice-calc), or leave --pdf out"}));
}

std::expected<void, Message> print_workbooks(const Office& office, std::span<PrintJob> jobs,
                                             const std::string& folder, unsigned threads) {
  const size_t processes = std::min<size_t>(threads ? threads : default_threads(), kMostProcesses);
  const size_t share = (jobs.size() + processes - 1) / processes;
  const size_t batch = std::clamp(share, kWorthAProcess, kMostAtOnce);
  const size_t count = (jobs.size() + batch - 1) / batch;
  std::vector<std::optional<Message>> problems(count);
  std::vector<std::atomic<size_t>> done(count);
  parallel_for(count, static_cast<unsigned>(processes), [&](size_t i, unsigned) {
    const auto some = jobs.subspan(i * batch, std::min(batch, jobs.size() - i * batch));
    const std::string own = folder + "/" + std::to_string(i);
    problems[i] = print_some(office, some, own, [&](size_t files) {
      done[i] = files;
      const size_t sum = std::accumulate(done.begin(), done.end(), size_t{0});
      if (office.progress) office.progress(std::min(sum, jobs.size()), jobs.size());
    });
    std::error_code ignored;
    std::filesystem::remove_all(own, ignored);
  });
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  for (const auto& problem : problems) {
    if (problem) return std::unexpected(*problem);
  }
  // It lies where the published folder is made and must not be published.
  if (error)
    return std::unexpected(
        say({"删不掉临时文件夹“{}”：{}", "“{}” can't be removed: {}"}, folder, error.message()));
  return {};
}

}  // namespace catalog
