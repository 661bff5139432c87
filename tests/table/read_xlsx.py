#!/usr/bin/env python3
"""Workbooks made by openpyxl, LibreOffice and by hand are read as their makers meant them; hostile ones are refused in words, in little
time and memory.

    read_xlsx.py DRIVER          (exit code 77 without python3-openpyxl)
"""
import datetime, json, os, random, re, resource, shutil, subprocess, sys, tempfile, zipfile
try: import openpyxl
except ImportError as missing:
    print(f"skipped: needs python3-openpyxl ({missing})")
    sys.exit(77)

driver = os.path.abspath(sys.argv[1])
folder = tempfile.mkdtemp(prefix="catalog-xlsx-")
failures = []
SANITIZED = bool(os.environ.get("CATALOG_SANITIZED"))
PIECES = ["=1+1", "+86", "-1", "@a", "'", "_x0041_", "_x000D_", "<b>&amp;</b>", "]]>", "\t", "\n", "  ", " 前后 ", "😀", "𠮷", "1.50", "TRUE", "2020-12-31", "\u202e", "\u2028", "全角　空格"]

def read(path, seconds=20):
    def limited():
        if not SANITIZED: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    done = subprocess.run([driver, path], capture_output=True, timeout=seconds * (5 if SANITIZED else 1), preexec_fn=limited)
    text = done.stdout.decode("utf-8")
    if done.returncode == 0: return json.loads(text)
    if done.returncode != 1 or not text.strip(): failures.append(f"{os.path.basename(path)}: exit code {done.returncode}: {done.stderr.decode()[:300]}")
    return text.strip()

def equal(what, left, right):
    if left != right: failures.append(f"{what}: {str(left)[:250]} is not {str(right)[:250]}")

def shown(value):
    if value is None: return ""
    if isinstance(value, bool): return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime): return value.strftime("%Y-%m-%d" if value.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")
    if isinstance(value, datetime.time): return value.strftime("%H:%M:%S")
    if isinstance(value, float) and value == int(value): return str(int(value))
    # openpyxl leaves the codes that stand for a character (_x000D_) as they are written.
    text = re.sub(r"_x([0-9a-fA-F]{4})_", lambda m: chr(int(m[1], 16)), str(value))
    return text.replace("\r\n", "\n").replace("\r", "\n")

def rows_of(sheet):
    rows = [[shown(v) for v in row] for row in sheet.iter_rows(values_only=True)]
    for row in rows:
        while row and row[-1] == "": row.pop()
    while rows and not rows[-1]: rows.pop()
    return rows

def as_openpyxl_reads(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return [{"name": s.title, "hidden": s.sheet_state != "visible", "rows": rows_of(s), "merges": sorted(str(m) for m in s.merged_cells.ranges)} for s in book.worksheets]

def compare(path):
    ours = read(path)
    if isinstance(ours, str): return failures.append(f"{os.path.basename(path)}: {ours}")
    for sheet in ours: sheet["merges"].sort()
    for what, theirs in zip(ours, as_openpyxl_reads(path)):
        equal(f"{os.path.basename(path)} {what['name']}", [what[k] for k in ("name", "hidden", "merges")], [theirs[k] for k in ("name", "hidden", "merges")])
        equal(f"{os.path.basename(path)} {what['name']}", len(what["rows"]), len(theirs["rows"]))
        for left, right in zip(what["rows"], theirs["rows"]): equal(f"{os.path.basename(path)} {what['name']}", left, right)
    equal(path, len(ours), len(as_openpyxl_reads(path)))

def generated(seed):
    dice = random.Random(seed)
    # LibreOffice writes _x005F_x0041_, of which openpyxl makes something else than it reads elsewhere.
    pieces = [p for p in PIECES if seed or not p.startswith("_x")]
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n in range(3):
        sheet = book.create_sheet(f"表{n} '&<")
        for row in range(dice.randint(1, 30)):
            for column in range(dice.randint(0, 9)):
                if dice.random() < 0.3: continue
                kind = dice.random()
                cell = sheet.cell(row + 1, column + 1)
                if kind < 0.6:
                    cell.value = "".join(dice.choice(pieces) for _ in range(dice.randint(1, 4)))
                    cell.data_type = "s"
                elif kind < 0.7: cell.value = dice.choice([0, 3, -2.5, 0.1, 310104000000, 1 / 3])
                elif kind < 0.8: cell.value = datetime.datetime(2020, 12, 31) + datetime.timedelta(days=dice.randint(-9999, 9999))
                elif kind < 0.9: cell.value = datetime.datetime(2021, 2, 3, 9, 30)
                else: cell.value = dice.random() < 0.5
        if n == 1: sheet.merge_cells("A1:C2")
        if n == 2: sheet.sheet_state = "hidden"
    path = f"{folder}/generated-{seed}.xlsx"
    book.save(path)
    return path

def office(path):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program: return print("LibreOffice is not installed: only openpyxl's files were read")
    subprocess.run([program, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", folder + "/office", path],
                   check=True, capture_output=True, timeout=240)
    compare(f"{folder}/office/{os.path.basename(path)}")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
def package(name, sheet, strings="", book=None, more=()):
    """A workbook made by hand, of one sheet, all with other prefixes and places than is usual."""
    path = f"{folder}/{name}.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", "<Types/>")
        out.writestr("_rels/.rels", f'<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="{REL}/officeDocument" Target="/buch/mappe.xml"/></p:Relationships>')
        out.writestr("buch/mappe.xml", book or f'<m:workbook xmlns:m="{MAIN}" xmlns:q="{REL}"><m:sheets><m:sheet name="一" sheetId="1" q:id="s1"/></m:sheets></m:workbook>')
        out.writestr("buch/_rels/mappe.xml.rels", f'<Relationships><Relationship Id="s1" Type="{REL}/worksheet" Target="../blatt.xml"/><Relationship Id="s2" Type="{REL}/sharedStrings" Target="/s.xml"/></Relationships>')
        out.writestr("blatt.xml", sheet)
        if strings: out.writestr("s.xml", strings)
        for part, content in more: out.writestr(part, content)
    return path

def sheet_xml(rows): return f'<?xml version="1.0"?><m:worksheet xmlns:m="{MAIN}"><m:sheetData>{rows}</m:sheetData></m:worksheet>'

def by_hand():
    strings = f'<sst xmlns="{MAIN}"><si><r><t>富</t></r><r><t xml:space="preserve"> 文 </t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si><si><t xml:space="preserve">  </t></si><si><t>a_x000A_b_x005F_x0041_<![CDATA[<c>]]></t></si></sst>'
    rows = '<m:row><m:c t="s"><m:v>0</m:v></m:c><m:c r="D1" t="s"><m:v>1</m:v></m:c><m:c t="s"><m:v>2</m:v></m:c></m:row><m:row r="3"><m:c t="inlineStr"><m:is><m:t>内</m:t></m:is></m:c><m:c t="str"><m:f>A1</m:f><m:v>公式</m:v></m:c><m:c t="e"><m:v>#N/A</m:v></m:c><m:c t="s"><m:v>99</m:v></m:c></m:row><m:row><m:c t="b"><m:v>1</m:v></m:c></m:row>'
    equal("by hand", read(package("hand", sheet_xml(rows), strings)), [{"name": "一", "hidden": False, "merges": [], "rows": [["富 文 ", "", "", "  ", "a\nb_x0041_<c>"], [], ["内", "公式", "#N/A"], ["TRUE"]]}])

def refused(what, path, word=""):
    said = read(path)
    if not isinstance(said, str) or word not in said: failures.append(f"{what}: is not refused as it should be: {str(said)[:200]}")

def hostile():
    for name, content in {"empty": b"", "text": b"kind: list\n", "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cut": open(package("whole", sheet_xml("")), "rb").read()[:300]}.items():
        open(f"{folder}/{name}.xlsx", "wb").write(content)
        refused(name, f"{folder}/{name}.xlsx", "密码" if name == "ole" else "xlsx")
    bare = f"{folder}/bare.xlsx"
    with zipfile.ZipFile(bare, "w") as out: out.writestr("word/document.xml", "<w/>")
    refused("a zip that is no workbook", bare, "xlsx")
    refused("broken XML", package("broken", sheet_xml("")[:-9]), "blatt.xml")
    refused("a bomb of blanks", package("bomb", " " * 60_000_000 + sheet_xml("")), "过大")
    refused("far cells", package("far", sheet_xml("".join(f'<m:row><m:c r="XFD{n}"><m:v>1</m:v></m:c></m:row>' for n in range(1, 2000)))), "过大")
    long = f'<sst xmlns="{MAIN}"><si><t>{"长" * 300_000}</t></si></sst>'
    refused("one long string a thousand times", package("shared", sheet_xml("<m:row>" + '<m:c t="s"><m:v>0</m:v></m:c>' * 1000 + "</m:row>"), long), "过大")
    deep = package("deep", "<a>" * 1_000_000 + "</a>" * 1_000_000)
    if isinstance(read(deep), str) and not read(deep): failures.append("deep nesting")
    secret = f"{folder}/secret"
    open(secret, "w").write("geheim")
    laugh = "".join(f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"" if not n else ("&l" + str(n - 1) + ";") * 9}">' for n in range(12))
    entities = f'<!DOCTYPE sst [<!ENTITY x SYSTEM "file://{secret}">{laugh}]><sst xmlns="{MAIN}"><si><t>&x;&l11;</t></si></sst>'
    got = json.dumps(read(package("entities", sheet_xml('<m:row><m:c t="s"><m:v>0</m:v></m:c></m:row>'), entities)))
    if "geheim" in got or len(got) > 1000: failures.append(f"entities are expanded: {got[:200]}")
    equal("a sheet of a million rows", len(read(package("tall", sheet_xml('<m:row r="1048576"><m:c><m:v>1</m:v></m:c></m:row>')))[0]["rows"]), 1048576)
    refused("a row below the last", package("below", sheet_xml('<m:row r="1048577"><m:c><m:v>1</m:v></m:c></m:row>')), "过大")
    external = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="x" r:id="none"/></sheets></workbook>'
    equal("a sheet that is not there", read(package("nowhere", sheet_xml(""), book=external)), [])

def damaged(path, times):
    dice, bytes_ = random.Random(7), open(path, "rb").read()
    for n in range(times):
        broken = bytearray(bytes_)
        for _ in range(dice.randint(1, 8)): broken[dice.randrange(len(broken))] = dice.randrange(256)
        if n % 5 == 0: broken = broken[:dice.randrange(len(broken))]
        open(f"{folder}/damaged.xlsx", "wb").write(broken)
        read(f"{folder}/damaged.xlsx")

paths = [generated(seed) for seed in range(12)]
for path in paths: compare(path)
office(paths[0])
by_hand()
hostile()
damaged(paths[1], 150)
shutil.rmtree(folder)
for failure in failures[:20]: print(failure)
print(f"{len(paths)} workbooks compared, {len(failures)} failures")
sys.exit(1 if failures else 0)
