#!/usr/bin/env python3
"""The page, the workbook and the SARIF of `diff`, read by software that is not ours, say the same as its JSON.

    diff_formats.py CATALOG SOURCE_DIR
"""
import html.parser, json, os, re, shutil, subprocess, sys, tempfile, urllib.parse
try: import openpyxl
except ImportError: sys.exit(77)
try: import jsonschema
except ImportError: jsonschema = None

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-diff-formats-")
shutil.copytree(source + "/catalogues", folder + "/catalogues")
os.chdir(folder + "/catalogues")
env = dict(os.environ, CATALOG_DATA=folder + "/catalogues", TERM="dumb")
failures = []

def fail(text): failures.append(text)
def equal(what, left, right):
    if left != right: fail(f"{what}: {str(left)[:400]} is not {str(right)[:400]}")

# Two versions: losses with and without a reason, words that would be live in a page, a formula, a text as long as a page.
shutil.copytree("shanghai", "next")
path = "next/lists/310104/social-assistance.yaml"
text = open(path, encoding="utf-8").read()
text = text.replace("10个工作日内", "30个工作日内", 1).replace("两微一端", "政务新媒体", 1).replace("audience: 全社会", "audience: 特定群体（<script>alert(1)</script>）", 1)
text = text.replace("topic: 综合业务", 'topic: "=1+1</td><img src=x onerror=alert(1)>\\u202e&amp;"', 1)
text = re.sub("^note: .*$", "note: " + json.dumps("长" * 9000, ensure_ascii=False), text, 1, re.M)
open(path, "w", encoding="utf-8").write(text)
other = "next/lists/310104/" + sorted(n for n in os.listdir("next/lists/310104") if n != "social-assistance.yaml")[0]
os.remove(other)
open("next/adjustments.yaml", "w", encoding="utf-8").write("kind: adjustments\nadjustments:\n  - {item: list/310104/social-assistance/1, field: deadline, reason: 核对需要更多时间, "
    "basis: 《上海市社会救助条例》, approved: {by: 上海市民政局, on: \"2021-03-01\", document: 沪民办〔2021〕3号}}\n  - {item: list/310104/nothing/1, reason: 无}\n")

def run(*arguments, code=0):
    done = subprocess.run([catalog, "diff", "shanghai", "next", *arguments], env=env, capture_output=True)
    if done.returncode != code: fail(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout

class Page(html.parser.HTMLParser):
    """The rows of the tables of changes, as a browser has them."""
    VOID = {"meta", "br", "input"}
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.rows, self.bad, self.tags, self.ids = [], [], [], [], []
        self.feed(text)
        if self.open: self.bad.append(f"not closed: {self.open}")
    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        if "id" in found: self.ids.append(found["id"])
        if tag == "br" and self.rows: self.rows[-1][1][-1] += "\n"
        if tag in self.VOID: return
        self.open.append(tag)
        if tag == "tr" and found.get("class"): self.rows.append([found, []])
        if tag in ("td", "th") and self.rows: self.rows[-1][1].append("")
    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag: self.bad.append(f"{tag} closes nothing")
    def handle_data(self, data):
        if self.rows and self.rows[-1][1] and ("td" in self.open or "th" in self.open): self.rows[-1][1][-1] += data

def one_line(text): return re.sub(r"[\u202a-\u202e]", "\ufffd", text or "")

for lang in ("zh", "en"):
    whole = json.loads(run("--lang", lang, "--format", "json"))
    changes = whole["changes"]
    if len(changes) < 8: fail(f"only {len(changes)} changes to compare")
    losses = [c for c in changes if c["class"] == "narrowed"]
    if not any(c["explained"] for c in losses) or all(c["explained"] for c in losses): fail("losses with and without a reason are wanted")

    page_text = run("--lang", lang, "--format", "html").decode()
    page = Page(page_text)
    for bad in page.bad: fail(f"html: {bad}")
    equal("html rows", [(r["class"].split()[0], "unexplained" in r["class"], r.get("id"), r["data-unit"]) for r, _ in page.rows],
          [(c["class"], c["class"] == "narrowed" and not c["explained"], "c-" + c["fingerprint"], c["unit"] or "") for c in changes])
    equal("html ids are unique", len(page.ids), len(set(page.ids)))
    for (_, cells), change in zip(page.rows, changes):
        if not cells[0].startswith(one_line(change["address"])): fail(f"html: {cells[0]} is not {change['address']}")
        for cell, key in ((cells[2], "before"), (cells[3], "after")):
            if isinstance(change[key], str) and not cell.startswith(one_line(change.get(key + "_words", change[key]))) and change["kind"] != "item-removed" and change["kind"] != "item-added":
                if key + "_words" in change or not change.get("before_words"): fail(f"html: {cell[:80]} is not {change[key][:80]}")
        if change["explained"] and change["explained"]["reason"] not in cells[4]: fail(f"html: {cells[4]} gives no reason")
    if any(t in ("img", "link", "iframe", "object", "base") for t, _ in page.tags) or sum(t == "script" for t, _ in page.tags) != 1: fail("html: something is live or from elsewhere")
    if any(k.startswith("on") or k in ("src", "style") for _, a in page.tags for k in a): fail("html: an attribute is live")
    if re.search(r"https?://|@import|url\(", page_text.split("<main")[0]): fail("html: something is fetched")
    for box in ("narrowed", "widened", "changed", "editorial", "unexplained"):
        if "f-" + box not in page.ids or not any(t == "label" and a.get("for") == "f-" + box for t, a in page.tags): fail(f"html: no filter {box}")
        if f"#f-{box}" not in page_text: fail(f"html: the filter {box} needs a script")

    equal("xlsx goes to its file alone", run("--lang", lang, "--format", "xlsx", "-o", "changes.xlsx"), b"")
    book = openpyxl.load_workbook("changes.xlsx")
    sheet = book.worksheets[0]
    if lang == "zh": equal("xlsx headings", [c.value for c in sheet[3]], ["序号", "单位", "领域", "事项编码", "公开事项", "调整类型", "公众影响", "调整前", "调整后", "调整理由", "依据", "批准单位及文号", "生效日期"])
    rows = [r for r in sheet.iter_rows(min_row=4) if isinstance(r[0].value, (int, float))]
    equal("xlsx rows", [(r[0].value, r[3].value) for r in rows], [(i + 1, c["address"]) for i, c in enumerate(changes)])
    WORDS = {"narrowed": "缩小", "widened": "扩大", "changed": "变更", "editorial": "文字调整"}
    for row, change in zip(rows, changes):
        impact = (row[6].value or "").split("（")[0].split(" (")[0]
        equal("xlsx impact", impact, WORDS[change["class"]] if lang == "zh" else change["class"])
        for cell, key in ((row[7], "before"), (row[8], "after")):
            wanted = change.get(key + "_words", "") if change.get("before_words") or change.get("after_words") else change[key]
            if isinstance(wanted, str) or wanted is None:
                if change["kind"].startswith(("item-", "omission-", "catalogue-")): continue
                equal("xlsx " + key, cell.value or "", wanted or "")
            if cell.data_type == "f": fail("xlsx: a formula")
        if change["explained"]:
            why = change["explained"]
            equal("xlsx reason", (row[9].value, row[10].value), (why["reason"], why.get("basis")))
            if why.get("by"): equal("xlsx approval", row[11].value, why["by"] + "\n" + why["document"])
    words = [c.value for c in sheet[sheet.max_row] if c.value]
    if lang == "zh": equal("xlsx signatures", words, ["填报单位（盖章）：", "填报人：", "审核人：", "填报日期："])
    setup = sheet.page_setup
    equal("xlsx page", (setup.orientation, str(setup.paperSize), setup.fitToHeight, sheet.print_title_rows), ("landscape", "8", 0, "$3:$3"))
    if not all((d.height or 0) <= 409.5 for d in sheet.row_dimensions.values()): fail("xlsx: a row is taller than Excel allows")
    long = next(r for r in rows if len(str(r[8].value)) >= 9000)
    span = next(m for m in sheet.merged_cells.ranges if m.min_row == long[0].row and m.min_col == 9)
    room = sum(sheet.row_dimensions[i].height for i in range(span.min_row, span.max_row + 1))
    if room < 9000 * 2 / 36 * 13: fail(f"xlsx: {room} points are too few for the longest text")
    equal("xlsx domains", len([1 for r in book.worksheets[1].iter_rows(min_row=3)]), len(whole["domains"]))
    first = open("changes.xlsx", "rb").read()
    run("--lang", lang, "--format", "xlsx", "-o", "changes.xlsx")
    equal("the same content is the same bytes", first == open("changes.xlsx", "rb").read(), True)

    whole_sarif = json.loads(run("--lang", lang, "--format", "sarif", "--fail-on", "unexplained", code=1))
    if os.environ.get("SARIF_SCHEMA") and jsonschema:  # the OASIS schema, where it is at hand
        schema = json.load(open(os.environ["SARIF_SCHEMA"], encoding="utf-8"))
        for error in list(jsonschema.validators.validator_for(schema)(schema).iter_errors(whole_sarif))[:3]: fail(f"sarif: {error.message[:200]}")
    sarif = whole_sarif["runs"][0]
    results = [r for r in sarif["results"] if r["ruleId"] != "adjustment-unused"]
    equal("sarif results", [(r["ruleId"], r["partialFingerprints"]["catalog/v1"], r["level"], bool(r.get("suppressions"))) for r in results],
          [(c["rule"], c["fingerprint"], "note" if c["explained"] else "error" if c["certain"] else "warning", bool(c["explained"])) for c in losses])
    for result, change in zip(results, losses):
        where = result["locations"][0]["physicalLocation"]
        equal("sarif place", (urllib.parse.unquote(where["artifactLocation"]["uri"]), where["region"]["startLine"]), (change["file"], change["line"] or 1))
        if sarif["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]: fail("sarif: ruleIndex leads to another rule")
    equal("sarif idle adjustments", len(sarif["results"]) - len(results), len(whole["idle_adjustments"]))

shutil.rmtree(folder)
print("\n".join(failures) or "page, workbook and SARIF agree with the JSON")
sys.exit(bool(failures))
