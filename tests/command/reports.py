#!/usr/bin/env python3
"""Every format of findings, read by software that is not ours, says the same as the JSON.

    reports.py CATALOG SOURCE_DIR
"""
import html, html.parser, json, os, re, shutil, subprocess, sys, tempfile, unicodedata, urllib.parse
import xml.etree.ElementTree as ElementTree
try: import jsonschema
except ImportError: jsonschema = None

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-reports-")
shutil.copytree(source + "/catalogues", folder + "/catalogues")
root = folder + "/catalogues/shanghai"
# Hostile words in values, keys and a path, beside ordinary mistakes.
text = open(root + "/lists/310104/social-assistance.yaml", encoding="utf-8").read()
text = text.replace("topic: 综合业务", 'topic: "<b>50%|\\u0001\\n::error::`x`</b>, 😀"', 1).replace("mode: 主动", 'mode: "<主动>|%0A"', 1)
text = text.replace("10个工作日内", "30个工作日内", 3).replace("audience: 全社会", "audi|<ence: 全社会", 1)
os.makedirs(root + "/lists/310105", exist_ok=True)
open(root + "/lists/310105/50% a,b:<c>.yaml", "w", encoding="utf-8").write(text.replace('unit: "310104"', 'unit: "310105"'))
# Marks of Markdown and HTML, mentions, and what a terminal obeys, in a value and in a path.
live = text.replace("audi|<ence", "audience", 1).replace("[区级, 街镇级]", '["\\e[31m@admin #12 &amp; </summary>`\\x9b2J\\u202e", "@team\\e[2J<i>`|"]')
open(root + "/lists/310105/@team `code` #1 &amp; <summary>.yaml", "w", encoding="utf-8").write(live.replace('unit: "310104"', 'unit: "310105"').replace("domain: social-assistance", "domain: tax"))
open(root + "/lists/310105/broken.yaml", "w", encoding="utf-8").write("kind: list\ntitle: [x\n")
env = dict(os.environ, CATALOG_DATA=folder + "/catalogues", TERM="dumb")
failures = []
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")

def run(lang, *arguments):
    done = subprocess.run([catalog, "validate", "--lang", lang, "--as-of", "2026-01-01", *arguments], cwd=root, env=env, capture_output=True)
    if done.returncode != 1: failures.append(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")

def all_formats(lang, *arguments):
    """What each format says, of one run."""
    reports = [part for name in FORMATS for part in ("--report", f"{name}={folder}/report.{name}")]
    text = run(lang, *arguments, *reports)
    out = {name: open(f"{folder}/report.{name}", encoding="utf-8", newline="").read() for name in FORMATS}
    equal("a report and the terminal's", text, out["text"])
    return out

def normal(text):
    """A message as a terminal may show it: one line, control characters as pictures, no turning of the direction."""
    text = re.sub(r"[\n\r\t\u2028\u2029]", " ", text)
    text = re.sub(r"[\x00-\x1f]", lambda m: chr(0x2400 + ord(m[0])), text).replace("\x7f", "\u2421")
    return re.sub(r"[\x80-\x9f\u202a-\u202e\u2066-\u2069]", "\ufffd", text)

def harmless(what, text):
    bad = {c for c in text if c != "\n" and (unicodedata.category(c) == "Cc" or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")}
    if bad: failures.append(f"{what}: lets {sorted(map(ascii, bad))} through")

def plain(markdown):
    """Markdown as a reader sees it, but for invisible characters."""
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)).replace("\u200b", "")

def valid(what, schema, data):
    if jsonschema is None: return print(f"{what}: python3-jsonschema is not installed, not checked against its schema")
    schema = json.load(open(schema, encoding="utf-8"))
    errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(data))
    for error in errors[:3]: failures.append(f"{what}: not as its schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")

class Page(html.parser.HTMLParser):
    """A report as a browser and a screen reader take it: well nested, findings by id, links and headings."""
    VOID = {"meta", "br", "link", "img"}
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.headings, self.articles, self.tags, self.bad = [], [], [], [], {}, [], []
        self.feed(text)
        if self.open: self.bad.append(f"not closed: {self.open}")
    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag in self.VOID: return
        self.open.append(tag)
        if "id" in found: self.ids.append(found["id"])
        if tag == "a": self.links.append(found["href"])
        if tag == "article": self.article = found["id"]
        if re.fullmatch("h[1-6]", tag): self.headings.append([int(tag[1]), ""])
    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag: self.bad.append(f"{tag} closes nothing")
        if tag == "h4": self.articles[self.article.removeprefix("f-")] = self.headings[-1][1]
    def handle_data(self, text):
        if any(re.fullmatch("h[1-6]", tag) for tag in self.open): self.headings[-1][1] += text

def contrast(one, other):
    def light(color):
        parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        return sum(f * (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4) for f, c in zip((0.2126, 0.7152, 0.0722), parts))
    a, b = sorted((light(one), light(other)))
    return (b + 0.05) / (a + 0.05)

def check_page(lang, text, findings, summary):
    page = Page(text)
    words = {"error": ("错误", "error"), "warning": ("警告", "warning"), "note": ("提示", "note")}
    equal("html findings", page.articles, {f["fingerprint"]: words[f["severity"]][lang == "en"] + normal(f["message"]) for f in findings})
    equal("html classes", [sum(t == "article" and a["class"] == s for t, a in page.tags) for s in words], [sum(f["severity"] == s for f in findings) for s in words])
    equal("html nesting", page.bad, [])
    equal("html ids", len(page.ids), len(set(page.ids)))
    equal("html links", {link for link in page.links if not link.startswith("#") or link[1:] not in page.ids}, set())
    levels = [level for level, _ in page.headings]
    if levels[0] != 1 or levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])): failures.append(f"html headings: {levels[:40]}")
    tags = {tag for tag, _ in page.tags}
    if tags & {"script", "img", "link", "iframe", "object", "i"} or re.search(r"https?:|@import|url\(", text.split("<body>")[0]): failures.append("html: not one file that stands alone")
    if any(name.startswith("on") or name == "style" for _, found in page.tags for name in found): failures.append("html: a handler of a value is live")
    if any(tag == "th" and "scope" not in found for tag, found in page.tags): failures.append("html: a heading of a table without scope")
    equal("html language", next(found for tag, found in page.tags if tag == "html").get("lang"), {"zh": "zh-CN", "en": "en"}[lang])
    for count in (summary["errors"], summary["warnings"], summary["notes"], summary["items"]):
        if f"<b>{count}</b>" not in text: failures.append(f"html: {count} is not at the top")
    colors = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", text))
    for name in ("ink", "quiet", "accent", "error", "warning", "note"):
        if min(contrast(colors[name], "#ffffff"), contrast(colors[name], colors["band"])) < 4.5: failures.append(f"html: --{name} is too pale")
    harmless("html", text)

def check_in_browser(text):
    """No page is wider than its window, on a desk or a telephone."""
    chromium = shutil.which("chromium")
    if not chromium: return print("chromium is not installed: the report was not opened in a browser")
    for width in (1280, 390):
        # A frame, as the browser's own window can't be as narrow as a telephone's.
        open(folder + "/wide.html", "w", encoding="utf-8").write(f'<!DOCTYPE html><iframe style="width:{width}px;height:2000px;border:0" srcdoc="{html.escape(text)}" '
            'onload="let d = this.contentDocument; document.title = d.documentElement.scrollWidth + `/` + this.contentWindow.innerWidth"></iframe>')
        done = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                               f"--user-data-dir={folder}/profile", f"--window-size={width + 100},2000", "--dump-dom", f"file://{folder}/wide.html"], env=dict(env, HOME=folder), capture_output=True, timeout=120)
        found = re.search(r"<title>(\d+)/(\d+)</title>", done.stdout.decode("utf-8", "replace"))
        if not found: failures.append(f"the browser shows nothing at {width}")
        elif int(found[1]) > width or int(found[2]) > width: failures.append(f"html: {found[1]} wide in a window of {found[2]}")

def equal(what, left, right):
    if left != right: failures.append(f"{what}: {str(left)[:300]} is not {str(right)[:300]}")

for lang in ("zh", "en"):
    said = all_formats(lang)
    whole = json.loads(said["json"])
    findings = whole["findings"]
    valid("json", source + "/schemas/findings.schema.json", whole)
    harmless("text", said["text"])
    if len(findings) < 40: failures.append(f"only {len(findings)} findings to compare")

    whole = json.loads(said["sarif"])
    if os.environ.get("SARIF_SCHEMA"): valid("sarif", os.environ["SARIF_SCHEMA"], whole)  # the OASIS schema, where it is at hand
    sarif = whole["runs"][0]
    equal("sarif columns", sarif["columnKind"], "unicodeCodePoints")
    rules = sarif["tool"]["driver"]["rules"]
    equal("sarif results", [(r["ruleId"], r["partialFingerprints"]["catalog/v1"], r["level"]) for r in sarif["results"]],
          [(f["rule"], f["fingerprint"], f["severity"]) for f in findings])
    for result, finding in zip(sarif["results"], findings):
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]: failures.append("sarif: ruleIndex leads to another rule")
        where = result["locations"][0]["physicalLocation"]
        equal("sarif path", urllib.parse.unquote(where["artifactLocation"]["uri"]), finding["file"])
        equal("sarif region", [where["region"][k] for k in ("startLine", "startColumn", "endLine", "endColumn")],
              [finding[k] for k in ("line", "column", "end_line", "end_column")])
        for place in result["locations"] + result.get("relatedLocations", []):
            at = place["physicalLocation"]["artifactLocation"]
            if at["uri"].startswith(("/", "..")) or at["uri"].startswith("file:") == ("uriBaseId" in at): failures.append(f"sarif: {at} is no place of SARIF")
        if min(where["region"].values()) < 1: failures.append("sarif: a line or column of 0")
        if ("fix" in finding) != ("fixes" in result): failures.append("sarif: a fix is missing")

    gitlab = json.loads(said["gitlab"])
    equal("gitlab", [(g["check_name"], g["location"]["path"], g["location"]["lines"]["begin"], g["description"]) for g in gitlab],
          [(f["rule"], f["file"], f["line"], f["message"]) for f in findings])
    equal("gitlab fingerprints are unique", len({g["fingerprint"] for g in gitlab}), len(gitlab))

    junit = ElementTree.fromstring(said["junit"])
    cases = junit.findall("./testsuite/testcase")
    equal("junit cases", [(c.get("classname"), c.get("file"), int(c.get("line"))) for c in cases], [(f["rule"], f["file"], f["line"]) for f in findings])
    equal("junit failures", [len(junit.findall("./testsuite/testcase/failure")), int(junit.get("failures"))], [sum(f["severity"] != "note" for f in findings)] * 2)

    lines = said["concise"].split("\n")[:-1]
    parsed = [re.fullmatch(r"(.*):(\d+):(\d+): (error|warning|note): (.*) \[([a-z-]+)\]", line) for line in lines]
    harmless("concise", "\n".join(lines))
    equal("concise messages", [m and m[5] for m in parsed], [normal(f["message"]) for f in findings])
    equal("concise", [m and (m[1], int(m[2]), int(m[3]), m[4], m[6]) for m in parsed], [(f["file"], f["line"], f["column"], f["severity"], f["rule"]) for f in findings])

    lines = said["github"].split("\n")[:-1]
    commands = [re.fullmatch(r"::(error|warning|notice) file=([^,:]*)(?:,line=(\d+),endLine=\d+(?:,col=\d+,endColumn=\d+)?)?,title=([a-z-]+)::(.*)", line) for line in lines]
    harmless("github", "\n".join(lines))
    equal("github", [m and (urllib.parse.unquote(m[2]), int(m[3]), m[4], urllib.parse.unquote(m[5]).split("\n")[0]) for m in commands],
          [(f["file"], f["line"], f["rule"], normal(f["message"])) for f in findings])

    markdown = said["markdown"]
    rows = re.findall(r"^\| (\d+) \| (?:\S+) \| (.*?[^\\]) \| (.*) \| `([a-z-]+)` \|$", markdown, re.M)
    equal("markdown rows", [(r[0], plain(r[1]), r[3]) for r in rows], [(str(f["line"]), normal(f["message"]), f["rule"]) for f in findings])
    harmless("markdown", markdown)
    titles = [html.unescape(a).replace("\u200b", "") or b or c for a, b, c in re.findall(r"^(?:<details><summary>(.*) \(\d+\)</summary>|`` (.*) `` \(\d+\)|`([^`]*)` \(\d+\))$", markdown, re.M)]
    equal("markdown titles", titles, list(dict.fromkeys(f["file"] for f in findings)))
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", re.sub(r"\\.", "", markdown))
    if found := re.search(r"@\w|(?<!&)#\d|<(?!/?(?:details|summary)>)[a-z/]", outside): failures.append(f"markdown: “{outside[found.start() - 20:found.end() + 20]}” of a value is live")

    check_page(lang, said["html"], findings, json.loads(said["json"])["summary"])
    if lang == "zh": check_in_browser(said["html"])

    # What is left out is counted and said by every format, and the gravest stay.
    most = 3
    cut = all_formats(lang, "--max-findings", str(most))
    left = json.loads(cut["json"])
    gravest = sorted(findings, key=lambda f: ["error", "warning", "note"].index(f["severity"]))[:most]
    equal("the gravest are kept, in file order", left["findings"], [f for f in findings if f in gravest])
    equal("the counts are of all", left["summary"], dict(json.loads(said["json"])["summary"], left_out=len(findings) - most))
    valid("json, cut", source + "/schemas/findings.schema.json", left)
    for name in FORMATS:
        if str(len(findings) - most) not in plain(cut[name]) and str(len(findings)) not in plain(cut[name]): failures.append(f"{name}: does not say that {len(findings) - most} were left out")
    equal("gitlab, cut", len(json.loads(cut["gitlab"])), most + 1)
    equal("junit, cut", int((cases := ElementTree.fromstring(cut["junit"])).get("tests")), len(cases.findall("./testsuite/testcase")))

# Several reports in one run, and the terminal's.
run("zh", "--format", "concise", "--report", "sarif=a.sarif", "--report", "junit=a.xml", "--report", "json=a.json")
for name in ("a.sarif", "a.xml", "a.json"):
    if not os.path.getsize(f"{root}/{name}"): failures.append(f"{name} is empty")
# A comment must fit.
for n in range(60): open(f"{root}/lists/310105/copy-{n}.yaml", "w", encoding="utf-8").write(text.replace('unit: "310104"', f"unit: u{n}"))
long = run("zh", "--format", "markdown")
if not 40_000 < len(long) <= 60_000 or "未列出" not in long: failures.append(f"markdown of many findings has {len(long)} characters")
shutil.rmtree(folder)
for failure in failures[:20]: print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
