#!/usr/bin/env python3
"""The list of findings (xlsx) says the same as the JSON; filled by units, sorted and saved by other software, it comes back with the next run.

    issue_list.py CATALOG SOURCE_DIR          (exit code 77 without python3-openpyxl)
"""
import json, os, random, shutil, subprocess, sys, tempfile
try: import openpyxl
except ImportError as missing:
    print(f"skipped: needs python3-openpyxl ({missing})")
    sys.exit(77)

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-issues-")
shutil.copytree(source + "/catalogues", folder + "/catalogues")
root = folder + "/catalogues/shanghai"
LIST = root + "/lists/310104/social-assistance.yaml"
env = dict(os.environ, CATALOG_DATA=folder + "/catalogues", TERM="dumb", HOME=folder)
failures = []
COLUMNS = ["序号", "单位", "领域", "事项编码及名称", "位置", "问题", "依据", "整改要求", "时限", "责任人", "整改情况", "佐证链接", "复核", "销号情况", "级别", "规则", "问题编号"]
WRITTEN = ["责任人", "整改情况", "佐证链接", "复核"]
SEVERITY = {"error": "错误", "warning": "警告", "note": "提示"}

def run(*arguments, expected=None, lang="zh"):
    done = subprocess.run([catalog, "validate", "--lang", lang, "--as-of", "2026-01-01", *arguments], cwd=root, env=env, capture_output=True)
    if done.returncode not in ([0, 1] if expected is None else [expected]):
        failures.append(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8")

def findings(*arguments): return {f["fingerprint"]: f for f in json.loads(run("--format", "json", *arguments)[0])["findings"]}

def equal(what, left, right):
    if left != right: failures.append(f"{what}: {str(left)[:300]} is not {str(right)[:300]}")

def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w", encoding="utf-8").write(text)

def rows_of(path):
    """Every row of every unit's sheet as a dictionary, by the headings."""
    out = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        head = next((i for i, row in enumerate(rows) if "问题编号" in row or "Finding ID" in row), None)
        for row in rows[head + 1:] if head is not None else []: out.append(dict(zip(rows[head], row), sheet=sheet.title))
    return out

def plant(text):
    """A bad list: deadlines too long, an audience too narrow, and texts that Excel would take for formulas."""
    return (text.replace("10个工作日内", "30个工作日内", 3).replace("audience: 全社会", "audience: 特定群体", 2)
                .replace("mode: 主动", 'mode: "=cmd|x"', 1).replace("mode: 主动", 'mode: "+1\\u0007\\uFFFE😀"', 1).replace("audience: 全社会", 'audience: "@SUM(A1)_x0041_"', 1))

good = open(LIST, encoding="utf-8").read()
write(LIST, plant(good))
write(root + "/lists/310105/social-assistance.yaml", plant(good).replace('unit: "310104"', 'unit: "310105"'))
write(root + "/lists/310105/tax.yaml", "kind: list\ntitle: [x\n")
write(root + "/lists/no-such-unit-[with]-a-very-long-name-of-more-than-31/tax.yaml", "kind: list\n")

# 1. What is found is what is there, and it is fit to be printed and filled.
before = findings()
run("--report", "xlsx=one.xlsx", "--due", "2026年3月31日")
first = rows_of(root + "/one.xlsx")
equal("every finding once", sorted(r["问题编号"] for r in first), sorted(before))
for row in first:
    found = before[row["问题编号"]]
    equal("severity", row["级别"], SEVERITY[found["severity"]])
    equal("due", row["时限"], "2026-03-31")
    shown = "".join("\ufffd" if ord(c) < 32 and c not in "\t\n" or c in "\ufffe\uffff" else c for c in found["message"])
    if row["问题"] not in (shown, shown.replace("_x0041_", "_x005F_x0041_")): failures.append(f"problem: {row['问题']!r} is not {shown!r}")
    if found["address"] and not row["事项编码及名称"].startswith(found["address"]): failures.append(f"{row['事项编码及名称']} is not {found['address']}")
    if not row["位置"].startswith(f"{found['file']}:{found['line']}") and found["file"].startswith("lists/"): failures.append(f"{row['位置']} is not {found['file']}:{found['line']}")
    for column in ("单位", "依据", "整改要求", "规则"):
        if not row[column]: failures.append(f"{row['问题编号']}: nothing in {column}")
book = openpyxl.load_workbook(root + "/one.xlsx")
equal("the first sheet", book.sheetnames[0], "汇总")
for sheet in book.worksheets:
    if len(sheet.title) > 31: failures.append(f"{sheet.title}: a name that Excel refuses")
    if any(c.data_type == "f" for row in sheet.iter_rows() for c in row): failures.append(f"{sheet.title}: a text became a formula")
    equal(f"{sheet.title}: paper", (sheet.page_setup.orientation, str(sheet.page_setup.paperSize), sheet.page_setup.fitToHeight), ("landscape", "8", 0))
for sheet in book.worksheets[1:]:
    equal(f"{sheet.title}: columns", [c.value for c in sheet[3]], COLUMNS)
    equal(f"{sheet.title}: units", len({row[1] for row in sheet.iter_rows(min_row=4, values_only=True)}), 1)
    equal(f"{sheet.title}: head", (sheet.print_title_rows, sheet.freeze_panes, sheet.auto_filter.ref), ("$3:$3", "E4", f"A3:Q{sheet.max_row}"))
    equal(f"{sheet.title}: drop-downs", sorted(str(v.sqref).split(":")[0] for v in sheet.data_validations.dataValidation), ["K4", "M4"])
    if not all(c.alignment.wrap_text for c in sheet[4]): failures.append(f"{sheet.title}: text does not wrap")
summary = {row[0]: row[1:] for row in book.worksheets[0].iter_rows(values_only=True)}
equal("counts of the summary", summary["合计"][:4], tuple([sum(f["severity"] == s for f in before.values()) for s in SEVERITY] + [len(before)]))
equal("counts of a rule", summary["公开时限长于指引要求"][3], sum(f["rule"] == "deadline-longer" for f in before.values()))
run("--report", "xlsx=again.xlsx", "--due", "2026-03-31")
equal("the same bytes", open(root + "/again.xlsx", "rb").read() == open(root + "/one.xlsx", "rb").read(), True)

# 2. Units fill it, and treat it as people treat workbooks.
dice = random.Random(1)
def filled(path, to):
    """Answers in half of the rows; rows shuffled, columns in another order, sheets renamed, a row added by hand, a remark below."""
    said = {}
    source_book, book = openpyxl.load_workbook(path), openpyxl.Workbook()
    book.remove(book.active)
    for n, sheet in enumerate(source_book.worksheets):
        rows = [list(r) for r in sheet.iter_rows(values_only=True)]
        copy = book.create_sheet(f"交回{n}")
        if n == 0:
            for row in rows: copy.append(row)
            continue
        head, body = rows[2], rows[3:]
        dice.shuffle(body)
        order = list(range(len(head)))
        dice.shuffle(order)
        for row in body:
            if dice.random() < 0.5: continue
            answer = {"责任人": dice.choice(["张三", "李四\n王五"]), "整改情况": dice.choice(["已整改", "整改中", "已完成，见附件"]), "佐证链接": dice.choice(["https://x.cn/a?b=1&c", "=HYPERLINK(1)", "+86"]), "复核": dice.choice(["通过", ""])}
            for column, text in answer.items(): row[head.index(column)] = text
            said[row[head.index("问题编号")]] = answer
        titles = [{"整改情况": " 整改情况（必填）", "责任人": "责任 人"}.get(head[i], head[i]) for i in order]
        copy.append(["交回稿"])
        copy.append(titles)
        for row in body: copy.append([None if row[i] is None else row[i] for i in order])
        for cells in copy.iter_rows():
            for cell in cells:
                if isinstance(cell.value, str): cell.data_type = "s"
        if n == 1:
            by_hand = {"单位": body[0][1], "问题": "人工检查发现：公开栏未更新", "责任人": "赵六", "整改情况": "整改中"}
            copy.append([by_hand.get(head[i]) for i in order])
            copy.append([None] * titles.index("责任 人") + ["填表人签字"])
    book.save(to)
    return said

def through_office(path):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program: return print("LibreOffice is not installed: the list was saved by openpyxl only") or path
    subprocess.run([program, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", folder + "/office", path], check=True, capture_output=True, timeout=240)
    return f"{folder}/office/{os.path.basename(path)}"

said = filled(root + "/one.xlsx", folder + "/filled.xlsx")
back = through_office(folder + "/filled.xlsx")
# 3. Some are mended, some are new.
write(LIST, plant(good).replace("30个工作日内", "10个工作日内").replace("levels: [区级, 街镇级]", "levels: [区级]", 1))
after = findings()
out, err = run("--report", "xlsx=two.xlsx", "--previous", back, "--due", "2026-06-30")
if "1行" not in err: failures.append(f"the row that can't be kept is not mentioned: {err}")
second = rows_of(root + "/two.xlsx")
new, gone, still = after.keys() - before.keys(), before.keys() - after.keys(), before.keys() & after.keys()
if not new or not gone or not still: failures.append(f"the test tries nothing: {len(new)} new, {len(gone)} gone, {len(still)} still there")
by_id = {r["问题编号"]: r for r in second if r["问题编号"]}
equal("all are there", set(by_id), after.keys() | before.keys())
equal("once each, and the row by hand", len(second), len(by_id) + 1)
for id, row in by_id.items():
    answer = said.get(id, {})
    done = answer.get("整改情况", "").startswith(("已整改", "已完成"))
    wanted = "新增" if id in new else "已销号" if id in gone else "未整改（填报已整改，检查仍发现）" if done else "未整改"
    equal(f"status of {id}", row["销号情况"], wanted)
    for column in WRITTEN: equal(f"{column} of {id}", row[column] or "", answer.get(column, ""))
    equal("a date that was given stays", row["时限"], "2026-06-30" if id in new else "2026-03-31")
    if id in gone: equal("the problem of a closed row", row["问题"], next(r for r in first if r["问题编号"] == id)["问题"])
hand = [r for r in second if not r["问题编号"]]
equal("the row by hand", [(r["问题"], r["责任人"], r["整改情况"], r["销号情况"]) for r in hand], [("人工检查发现：公开栏未更新", "赵六", "整改中", "人工填写")])
summary = {row[0]: row[1:] for row in openpyxl.load_workbook(root + "/two.xlsx").worksheets[0].iter_rows(values_only=True)}
equal("the summary", summary["合计"][4:8], (len(new), len(still), len(gone), 0))

# 4. What comes again is not new; a run of a part closes nothing elsewhere.
write(LIST, plant(good))
run("--report", "xlsx=three.xlsx", "--previous", "two.xlsx")
third = {r["问题编号"]: r["销号情况"] for r in rows_of(root + "/three.xlsx")}
equal("found again after it was closed", {third[id] for id in gone}, {"未整改（销号后再次发现）"})
write(LIST, good)
run("lists/310105", "--report", "xlsx=part.xlsx", "--previous", "one.xlsx")
for row in rows_of(root + "/part.xlsx"):
    outside = not row["位置"].startswith("lists/310105/")
    equal(f"{row['位置']}", row["销号情况"], "本次未检查" if outside else "未整改")
run("--skip", "deadline-longer", "--report", "xlsx=skip.xlsx", "--previous", "one.xlsx")
for row in rows_of(root + "/skip.xlsx"):
    if before.get(row["问题编号"], {}).get("rule") == "deadline-longer": equal("a rule that did not run", row["销号情况"], "本次未检查")
run("--report", "xlsx=few.xlsx", "--previous", back, "--max-findings", "1")
if missing := said.keys() - {r["问题编号"] for r in rows_of(root + "/few.xlsx")}: failures.append(f"--max-findings loses what people wrote: {missing}")

# 5. In English, from a Chinese list; and what is no list.
run("--report", "xlsx=english.xlsx", "--previous", "one.xlsx", lang="en")
rows = rows_of(root + "/english.xlsx")
equal("English headings", [c.value for c in openpyxl.load_workbook(root + "/english.xlsx").worksheets[1][3]][-1], "Finding ID")
equal("English words", {r["Status"] for r in rows} - {"open", "closed"}, set())
run("--report", "xlsx=chinese.xlsx", "--previous", "english.xlsx")
equal("and back", {r["问题编号"] for r in rows_of(root + "/chinese.xlsx")}, {r["Finding ID"] for r in rows})
openpyxl.Workbook().save(folder + "/other.xlsx")
for path, word in ((folder + "/other.xlsx", "问题编号"), (LIST, "Excel"), (folder + "/nowhere.xlsx", "nowhere.xlsx")):
    out, err = run("--report", "xlsx=no.xlsx", "--previous", path, expected=2)
    if word not in err or os.path.basename(path) not in err: failures.append(f"--previous {path}: {err}")
if os.path.exists(root + "/no.xlsx"): failures.append("a run that failed left a list")
for arguments in (["--due", "2026-03-31"], ["--previous", "one.xlsx"], ["--report", "xlsx=no.xlsx", "--due", "soon"]): run(*arguments, expected=2)
shutil.rmtree(folder)
for failure in failures[:20]: print(failure)
print(f"{len(first)} findings, {len(said)} answers, {len(failures)} failures")
sys.exit(1 if failures else 0)
