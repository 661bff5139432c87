#include "cli/build_arguments.h"

#include <algorithm>
#include <array>

#include "workspace/validated_workspace.h"

namespace catalog {

namespace {

/// What drafts are called: as --draft takes it, and as pages say it.
constexpr std::array<std::string_view, 3> kDraftMarks{kDraftMark, "征求意见稿", "送审稿"};
constexpr std::array<std::string_view, 3> kDraftWords{"draft", "consultation", "submitted"};

std::string format_names() {
  std::string out;
  for (const PublishFormatInfo& info : publish_formats()) {
    if (!out.empty()) out += ", ";
    out += info.name;
  }
  return out;
}

}  // namespace

std::string_view draft_mark(std::string_view given) {
  for (size_t i = 0; i < kDraftMarks.size(); i++)
    if (given == kDraftMarks[i] || given == kDraftWords[i]) return kDraftMarks[i];
  return kDraftMark;
}

std::optional<BuildOptions> build_options(const BuildArguments& arguments,
                                          const std::vector<std::string>& paths, Context& context) {
  BuildOptions options;
  options.out = arguments.output;
  options.only_paths = paths;
  options.only_domain = arguments.domain;
  options.template_name = arguments.table_template;
  options.with_codes = arguments.codes;
  options.source_date_epoch = source_date_epoch();
  if (!arguments.channels.empty()) {
    options.channels = arguments.channels == "matrix" ? ChannelStyle::Matrix : ChannelStyle::List;
  }
  if (!arguments.formats.empty()) options.formats.clear();
  for (const std::string& name : arguments.formats) {
    const auto format = publish_format(name);
    if (!format) {
      context.fail(
          say({"没有“{}”这种发布格式；可用的有：{}", "There is no format “{}”; there are: {}"},
              name, format_names()));
      return std::nullopt;
    }
    options.formats.push_back(*format);
  }
  options.pdf = arguments.pdf;
  options.threads = context.threads;
  if (arguments.pdf && !options.wants(PublishFormat::Xlsx)) {
    context.fail(say({"--pdf 由工作簿转成：请加 --format xlsx",
                      "--pdf is printed from the workbooks: add --format xlsx"}));
    return std::nullopt;
  }
  if (!arguments.site_url.empty() && !options.wants(PublishFormat::Html)) {
    context.fail(say({"--site-url 只用于网页：请加 --format html",
                      "--site-url is for pages: add --format html"}));
    return std::nullopt;
  }
  if (arguments.fragment.empty()) return options;
  if (!options.wants(PublishFormat::Html)) {
    context.fail(say({"--fragment 只用于网页：请加 --format html",
                      "--fragment is for pages: add --format html"}));
    return std::nullopt;
  }
  options.fragment = arguments.fragment == "cms" ? Fragment::Plain : Fragment::Page;
  return options;
}

void add_build_arguments(CLI::App& command, BuildArguments& arguments, Context& context) {
  command.add_option(
      "PATH", arguments.paths,
      context.say({"只生成这些文件的目录；缺省为整个工作区。与 --unit、--all-units 同用时，只生成"
                   "这些标准目录和清单的领域",
                   "only the catalogues of these files; by default the workspace. With --unit or "
                   "--all-units: only the domains of these standards and lists"}));
  command
      .add_option("-o,--output", arguments.output,
                  context.say({"写入的文件夹；缺省为工作区的 build/",
                               "folder to write into; by default build/ of the workspace"}))
      ->option_text("FOLDER");
  command
      .add_option(
          "--format", arguments.formats,
          context.say({"发布格式，可重复；缺省为 xlsx、xml、html。可用：",
                       "format, may be repeated; by default xlsx, xml, html. There are: "}) +
              format_names())
      ->option_text("FORMAT")
      ->allow_extra_args(false);
  command
      .add_option("--domain", arguments.domain, context.say({"只生成这一领域", "this domain only"}))
      ->option_text("DOMAIN");
  command
      .add_option("--unit", arguments.units,
                  context.say({"生成该单位自己的目录（代码或名称），可重复",
                               "build this unit's own catalogues (code or name); may be "
                               "repeated"}))
      ->option_text("UNIT")
      ->allow_extra_args(false);
  command.add_flag(
      "--all-units", arguments.all_units,
      context.say({"生成所有单位各自的目录，写入 build/单位/，连同全市标准目录成为一个网站",
                   "build every unit's own catalogues, into build/UNIT/, with the "
                   "city's standards as one site"}));
  command
      .add_option("--template", arguments.table_template,
                  context.say({"目录样式，如 national、shanghai-2020；缺省为工作区所定",
                               "the table's template, as national, shanghai-2020; by default the "
                               "workspace's"}))
      ->option_text("NAME");
  command
      .add_option("--channels", arguments.channels,
                  context.say({"渠道写法：list（一栏列出）或 matrix（每种渠道一栏）",
                               "channels: list (one column) or matrix (a column each)"}))
      ->option_text("STYLE")
      ->check(CLI::IsMember({"list", "matrix"}));
  command
      .add_flag(
          "--fragment{page}", arguments.fragment,
          context.say({"每个网页另写一份供嵌入：缺省嵌入门户网页（领域.fragment.html），"
                       "--fragment=cms 为内联样式的普通表格（领域.cms.html），供内容管理系统使用",
                       "with a copy of each page for embedding: by default for a portal's "
                       "page (DOMAIN.fragment.html); --fragment=cms: a plain table with "
                       "inline styles for content systems (DOMAIN.cms.html)"}))
      ->check(CLI::IsMember({"page", "cms"}));
  command.add_flag("--codes", arguments.codes,
                   context.say({"加事项编码一栏", "with a column of item codes"}));
  command
      .add_option("--sign", arguments.sign,
                  context.say({"用该Ed25519私钥（PEM）给 SHA256SUMS 签名，写成 SHA256SUMS.sig",
                               "sign SHA256SUMS with this Ed25519 private key (PEM), into "
                               "SHA256SUMS.sig"}))
      ->option_text("KEY");
  std::vector<std::string> drafts(kDraftMarks.begin(), kDraftMarks.end());
  drafts.insert(drafts.end(), kDraftWords.begin(), kDraftWords.end());
  command
      .add_flag(
          "--draft{草稿}", arguments.draft,
          context.say(
              {"有错误也生成，每页标明草稿；--draft=征求意见稿、--draft=送审稿 则标明这些字样",
               "build in spite of errors, every page marked 草稿; "
               "--draft=consultation or --draft=submitted marks them 征求意见稿 or "
               "送审稿"}))
      ->check(CLI::IsMember(drafts));
  command.add_flag(
      "--pdf", arguments.pdf,
      context.say({"每个工作簿旁边另写一份PDF，由已安装的 LibreOffice 转成",
                   "with a PDF beside each workbook, by the LibreOffice that is installed"}));
  command
      .add_option("--pdf-timeout", arguments.pdf_timeout,
                  context.say({"LibreOffice 转一个文件最多用多少秒；缺省为",
                               "seconds that LibreOffice may take for a file; by default "}) +
                      std::to_string(kOfficePatience))
      ->option_text("SECONDS")
      ->check(CLI::Range(1u, 86400u));
  command
      .add_option("--site-url", arguments.site_url,
                  context.say({"网站将放在哪个网址；据此生成 sitemap.xml，列出所有网页",
                               "where the site will stand; makes a sitemap.xml of all its "
                               "pages"}))
      ->option_text("URL");
  command.add_flag("--fresh", arguments.fresh,
                   context.say({"即使没有变化，也全部重新生成",
                                "make everything anew, also where nothing has changed"}));
}

}  // namespace catalog
