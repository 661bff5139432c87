#!/usr/bin/env python3
"""What `build` published is a side of `diff`: nothing differs from its YAML but what is said not to be compared, and a changed cell is one change.

    diff_published.py CATALOG SOURCE_DIR
"""
import json, os, re, shutil, subprocess, sys, tempfile, zipfile
try: import openpyxl
except ImportError: sys.exit(77)

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-diff-published-")
shutil.copytree(source + "/catalogues", folder + "/catalogues")
os.chdir(folder + "/catalogues/shanghai")
env = dict(os.environ, CATALOG_DATA=folder + "/catalogues", CATALOG_LANG="zh", TERM="dumb")
failures = []

def fail(text): failures.append(text)
def run(*arguments, code=0):
    done = subprocess.run([catalog, *arguments], env=env, capture_output=True)
    if done.returncode != code: fail(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}{done.stdout.decode()[:300]}")
    return done.stdout.decode(), done.stderr.decode()
def diff(*sides):
    return json.loads(run("diff", *sides, "--format", "json", "--lang", "en")[0] or '{"changes": [], "remarks": []}')
def same(what, *sides, remarks=None):
    whole = diff(*sides)
    if whole["changes"]: fail(f"{what}: {[(c['address'], c['rule'], c['before'], c['after']) for c in whole['changes'][:4]]}")
    if remarks is not None and len(whole["remarks"]) != remarks: fail(f"{what}: {whole['remarks']}")
def one(what, rule, *sides):
    found = [(c["rule"], c["address"]) for c in diff(*sides)["changes"]]
    if [r for r, _ in found] != [rule]: fail(f"{what}: {found} is not one {rule}")
    return found[0][1] if found else ""

# A list with everything an item can say, in a domain that has no standard, beside the shipped standards.
os.remove("standards/tax.yaml")
for name in sorted(os.listdir("lists")):
    if os.path.exists(f"lists/{name}/tax.yaml"): os.remove(f"lists/{name}/tax.yaml")
RICH = '''kind: list
domain: tax
unit: "310104"
version: "2020.1"
effective: "2020-12-31"
note: 头的备注
items:
  - id: "1"
    guideline: tax/1
    category: 综合政务
    topic: 政策法规
    subtopic: 税收法律/法规
    detail: 三级
    elements: [法律（试行）, {name: 名单, mode: 依申请, ground: 条例第十五条, review: "2022-12-31"}, {name: 金额, extent: 部分, deadline: 5个工作日内}, "两行\\n的内容"]
    basis: [《中华人民共和国政府信息公开条例》（国务院令第711号）, 《税收征收管理法》第十条、第十一条]
    deadline: {区级: 10个工作日内, 街镇级: 20个工作日内，公示7个工作日}
    publisher: {区级: 徐汇区税务局, 街镇级: 各街道办事处、镇人民政府}
    channels: {区级: [政府网站, 两微一端, 其他（办税服务厅）, 其他（热线）], 街镇级: [公开查询点]}
    audience: 特定群体（纳税人、扣缴义务人）
    mode: 主动公开
    levels: [区级, 街道镇]
    links: [{title: 办税, url: "https://example.org/a?b=1&c=2"}, {title: "https://example.org/x", url: "https://example.org/x"}, {title: 第三, url: "https://example.org/z"}]
    note: "=1+1"
  - id: "2"
    topic: 政策法规
    subtopic: 不予公开的
    elements: [甲]
    basis: [《税收征收管理法》]
    deadline: 实时公开
    publisher: 徐汇区税务局
    channels: [政府网站]
    audience: 全社会
    mode: 不予公开
    ground: 条例第十四条
    review: "2022-12-31"
    levels: [区级]
  - id: "3"
    topic: 长表
    elements: [%s]
    basis: [《税收征收管理法》]
    deadline: 实时公开
    publisher: 徐汇区税务局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
''' % ", ".join(f"第{i}项内容很长很长很长很长很长很长很长很长" for i in range(60))
path = "lists/310104/tax.yaml"
open(path, "w", encoding="utf-8").write(RICH)

def build(out, *options): run("build", "--draft", "-o", out, "--format", "xlsx", "--format", "xml", "--format", "json", *options)
def names(out): return [f"{out}/lists/310104/tax.{ending}" for ending in ("xml", "json", "xlsx")]

for style in ([], ["--template", "national"], ["--channels", "matrix"], ["--codes"], ["--template", "national", "--channels", "matrix", "--codes"]):
    out = "../out-" + "-".join(s.strip("-") for s in style)
    build(out, *style)
    for published in names(out):
        same(f"{published}", path, published, remarks=1 if published.endswith("xlsx") else 0)
        same(f"{published}, turned", published, path)
    same("a built folder", ".", out, remarks=1)
    same("the workbook of all", ".", out + "/catalogue.xlsx", remarks=2)
    for ending in ("xml", "json") if not style else ():
        for name in sorted(os.listdir(out))[::5]:
            if name.endswith("." + ending) and not name.endswith(".yaml"): same(name, f"standards/{name.rsplit('.', 1)[0]}.yaml", f"{out}/{name}", remarks=0)
    same("two published forms", f"{out}/lists/310104/tax.xml", f"{out}/lists/310104/tax.json")
    same("two published tables", f"{out}/lists/310104/tax.xlsx", f"{out}/lists/310104/tax.xlsx")
    # A folder in which tables are all there is.
    for name in [os.path.join(d, n) for d, _, ns in os.walk(out) for n in ns if not n.endswith(".xlsx")]: os.remove(name)
    same("a folder of workbooks", ".", out)

# A changed cell is one change, told of the item's own address.
out = "../out"
build(out)
xml, js, xlsx = names(out)
def edited(published, old, new):
    text = open(published, encoding="utf-8").read()
    if old not in text: fail(f"{published} has no {old}")
    name = published.replace("tax.", "edited.")
    open(name, "w", encoding="utf-8").write(text.replace(old, new, 1))
    return name
def sheet_edit(change, name="edited.xlsx"):
    book = openpyxl.load_workbook(xlsx)
    sheet = book.worksheets[-1]
    change(sheet)
    book.save(f"{out}/{name}")
    return f"{out}/{name}"
def cell(sheet, text):
    found = [c for row in sheet.iter_rows() for c in row if c.value and text in str(c.value)]
    if not found: fail(f"no cell with {text}")
    return found[0]
def rewrite(old, new):
    def change(sheet):
        c = cell(sheet, old); c.value = c.value.replace(old, new, 1)
    return sheet_edit(change)
for published in (edited(xml, "10个工作日内", "30个工作日内"), edited(js, "10个工作日内", "30个工作日内"), rewrite("10个工作日内", "30个工作日内")):
    if one(published, "deadline-limit-narrowed", path, published) != "list/310104/tax/1": fail(f"{published}: another address")
    one(published + ", turned", "deadline-limit-widened", published, path)
one("an element", "elements-narrowed", path, rewrite("● 第7项内容很长很长很长很长很长很长很长很长\n", ""))
one("a channel", "channels-widened", path, rewrite("□政府公报", "■政府公报"))
def drop(sheet):
    row = cell(sheet, "不予公开的").row
    for merged in [m for m in sheet.merged_cells.ranges if m.min_row <= row + 1 and m.max_row >= row]: sheet.unmerge_cells(str(merged))
    sheet.delete_rows(row)
found = diff(path, sheet_edit(drop))["changes"]
if [c["rule"] for c in found] != ["item-removed"]: fail(f"a removed row: {[(c['rule'], c['before']) for c in found]}")

# Edited by hand: read with a remark, or a clear message.
def no_deadline(sheet): sheet.delete_cols(cell(sheet, "公开时限").column)
def new_column(sheet): sheet.cell(4, sheet.max_column + 1, "经办人"); sheet.cell(5, sheet.max_column, "张三")
def foot(sheet): sheet.cell(sheet.max_row + 2, 1, "填表人：李四")
for change, word in ((new_column, "经办人"), (foot, "looks like no item")):
    whole = diff(path, sheet_edit(change))
    if whole["changes"] or not any(word in r for r in whole["remarks"]): fail(f"{word}: {whole['remarks']} {len(whole['changes'])}")
book = sheet_edit(lambda sheet: [sheet.unmerge_cells(str(m)) for m in list(sheet.merged_cells.ranges)] and no_deadline(sheet))
if not any("公开时限" in r for r in diff(path, book)["remarks"]): fail("a missing column is not remarked")
def complains(what, words, *sides):
    said = run("diff", *sides, code=2)
    if said[0] or not all(w in said[1] for w in words): fail(f"{what}: {said}")
complains("other headings", ["表头"], path, sheet_edit(lambda sheet: [setattr(c, "value", "改了") for row in sheet.iter_rows(max_row=4) for c in row if c.value and not isinstance(c, openpyxl.cell.cell.MergedCell)]))
complains("another title", ["标题“某表”"], path, sheet_edit(lambda sheet: setattr(sheet["A1"], "value", "某表")))
for name, content, words in (("broken.xlsx", b"PK\3\4nothing", ["broken.xlsx"]), ("broken.xml", b"<catalogue><", ["XML"]), ("other.xml", b"<html/>", ["catalogue"]),
        ("broken.json", b"{", ["JSON"]), ("other.json", b'{"changes": [1]}', ["catalogue"]), ("deep.json", b"[" * 100000, ["JSON"]),
        ("list.json", b'{"catalogue": {"kind": "workspace"}}', ["list"]), ("empty.xlsx", b"", ["empty.xlsx"]), ("empty.xml", b"", ["XML"])):
    open(name, "wb").write(content)
    complains(name, words, path, name)
odd = edited(xml, "<mode>", "<colour>red</colour><mode>")
whole = diff(path, odd)
if whole["changes"] or not any("colour" in r for r in whole["remarks"]): fail(f"an unknown element: {whole['remarks']}")

# In git, and without any workspace around.
for command in (["git", "init", "-q"], ["git", "-c", "user.name=t", "-c", "user.email=t@t", "add", "-f", "."], ["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "1"]):
    subprocess.run(command, check=True, env=env, capture_output=True)
shutil.copy(xlsx, "published.xlsx")
subprocess.run(["git", "add", "published.xlsx"], check=True); subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "2"], check=True)
one("two published tables, edited", "deadline-limit-narrowed", xlsx, rewrite("10个工作日内", "30个工作日内"))
same("a workbook of a revision", path, "HEAD:./published.xlsx")

shutil.rmtree(folder)
print("\n".join(failures) or "what is published says what its YAML says")
sys.exit(bool(failures))
