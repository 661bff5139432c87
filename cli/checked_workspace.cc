#include "cli/checked_workspace.h"

#include <algorithm>

#include "cli/workspace_paths.h"
#include "report/text_report.h"

namespace catalog {

namespace {

void complain_of_all(const std::vector<Finding>& findings, const Workspace& workspace,
                     size_t at_most, Context& context) {
  Sources sources(*context.files, &workspace);
  for (size_t i = 0; i < std::min(findings.size(), at_most); i++) {
    const std::string text =
        finding_text(findings[i], sources, {.lang = context.lang, .color = context.color_err}) +
        "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
}

}  // namespace

void complain_of_news(const std::vector<Finding>& warnings, const Workspace& workspace,
                      Context& context) {
  if (warnings.empty()) return;
  constexpr size_t kShown = 20;
  complain_of_all(warnings, workspace, kShown, context);
  context.complain(say({"得出的目录有{}个警告，是标准、采用和清单本身没有的",
                        "The resolved catalogues have {} warnings that standards, adoptions and "
                        "lists by themselves don't have"},
                       warnings.size()));
}

void complain_of_errors(std::vector<Finding> findings, const Workspace& workspace,
                        const Message& nothing_made, Context& context) {
  std::erase_if(findings, [](const Finding& f) { return f.severity != Severity::Error; });
  complain_of_all(findings, workspace, findings.size(), context);
  context.complain(say({"有{}个错误，{}", "There are {} errors, {}"}, findings.size(),
                       Phrase(nothing_made.in(Lang::Zh), nothing_made.in(Lang::En))));
  context.exit = Exit::Findings;
}

std::unique_ptr<CheckedWorkspace> checked_workspace(const std::string& folder, bool draft,
                                                    Context& context) {
  const auto today = context.today();
  if (!today) return nullptr;
  const auto root = workspace_root(*context.files, folder);
  if (!root) {
    context.fail(root.error());
    return nullptr;
  }
  auto out = std::make_unique<CheckedWorkspace>();
  out->root = *root;
  out->checks.builtin = context.builtin;
  out->checks.threads = context.threads;
  out->checks.as_of = *today;
  auto validation = validate_workspace(*context.files, out->root, out->checks);
  if (!validation) {
    context.fail(validation.error());
    return nullptr;
  }
  out->validation = std::move(*validation);
  out->validated = ValidatedWorkspace::of(out->validation, draft);
  if (out->validated) return out;
  complain_of_errors(out->validation.findings, out->workspace(),
                     say({"没有生成：请先改正。", "so nothing was made: mend them first."}),
                     context);
  const bool unparsed = std::ranges::any_of(out->validation.findings, [](const Finding& finding) {
    return finding.rule == "syntax" || finding.rule == "encoding";
  });
  if (unparsed) context.exit = Exit::Failed;
  return nullptr;
}

}  // namespace catalog
