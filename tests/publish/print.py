#!/usr/bin/env python3
"""`build --pdf`: a PDF beside each workbook, by the LibreOffice that is installed; and what it says where there is none, where it fails
or hangs, with programs in its place that do so.

    print.py CATALOG SOURCE_DIR

Exit code 77 where LibreOffice or pdftotext is not installed, unless CATALOG_TESTS_INSTALLED says that all of it was installed; what needs
neither is tried in any case.
"""
import os, re, shutil, subprocess, sys, tempfile, time

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
failures = []
work = tempfile.mkdtemp(prefix="catalog print & 打印-")  # a name that an address must encode
shutil.copytree(SOURCE + "/catalogues/national", work + "/national")
shutil.copytree(SOURCE + "/catalogues/shanghai", work + "/shanghai")
folder, out = work + "/shanghai", work + "/out"
env = dict(os.environ, CATALOG_DATA=work, CATALOG_LANG="en", TERM="dumb", HOME=work + "/own", TZ="Asia/Shanghai")
os.mkdir(work + "/own")

def fail(text): failures.append(text)
def build(*arguments, code=0, **more):
    done = subprocess.run([CATALOG, "build", "-o", out, "--as-of", "2026-01-01", *arguments], cwd=folder, env=dict(env, **more), capture_output=True, text=True, timeout=550)
    if done.returncode != code: fail(f"{arguments}: exit code {done.returncode}, not {code}: {done.stderr[-800:]}")
    return done
def content(folder): return {os.path.relpath(os.path.join(at, n), folder): open(os.path.join(at, n), "rb").read() for at, _, names in os.walk(folder) for n in names}
def state(folder): return {os.path.relpath(os.path.join(at, n), folder): os.stat(os.path.join(at, n)).st_mtime_ns for at, _, names in os.walk(folder) for n in names}
def litter(): return [n for n in os.listdir(work) if n.startswith(".")] + [n for n in os.listdir(folder) if n.startswith(".")]

# Programs in the place of LibreOffice. Each notes that it was called.
def stand_in(name, script):
    folder = f"{work}/{name}"
    os.mkdir(folder)
    with open(folder + "/soffice", "w") as file: file.write(f"#!/bin/sh\necho called >> '{work}/calls'\n{script}\n")
    os.chmod(folder + "/soffice", 0o755)
    return folder + ":/usr/bin:/bin"
def calls(): return open(work + "/calls").read().count("called") if os.path.exists(work + "/calls") else 0

empty = work + "/empty"; os.mkdir(empty)
ONE = ("standards/tax.yaml", "--format", "xlsx", "--pdf")
if "libreoffice" not in build(*ONE, code=2, PATH=empty).stderr: fail("no word of how to install LibreOffice")
if os.path.exists(out): fail("something was written although LibreOffice is missing")
if "--format xlsx" not in build("--format", "html", "--pdf", code=2).stderr: fail("--pdf without workbooks: no word of --format xlsx")
build("--pdf", "--pdf-timeout", "0", code=2)
build("standards/tax.yaml", "--format", "xlsx")
held = content(out)
for name, script, words in (("failing", "echo 'Error: source file could not be loaded' >&2; exit 0", ("tax.xlsx", "could not be loaded")),
                            ("crashing", "kill -SEGV $$", ("tax.xlsx", "139")),
                            ("hanging", "echo waiting; sleep 300 & sleep 300", ("tax.xlsx", "--pdf-timeout", "waiting")),
                            ("empty-handed", "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done; : > \"$out/0.pdf\"", ("tax.xlsx",))):
    started = time.time()
    said = build(*ONE, "--pdf-timeout", "2", code=2, PATH=stand_in(name, script)).stderr
    for word in words:
        if word not in said: fail(f"{name}: no word of “{word}”: {said}")
    if time.time() - started > 60: fail(f"{name}: was waited for too long")
    if content(out) != held or litter(): fail(f"{name}: left something behind: {litter()}")

# Many workbooks, few processes; names that are the same in several folders.
fake = stand_in("counting", """while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2
for book; do n=$(basename "$book" .xlsx); printf '%%PDF-1.6\\n%s\\n/ID [ <00000000000000000000000000000000>\\n<00000000000000000000000000000000> ]\\n' "$(cksum < "$book")" > "$out/$n.pdf"; done""")
shutil.rmtree(out)
before = calls()
said = build("--unit", "310104", "--unit", "310104003", "--format", "xlsx", "--pdf", PATH=fake)
made, books = ([p for p in content(out) if p.endswith(e)] for e in (".pdf", ".xlsx"))
if sorted(p[:-4] for p in made) != sorted(p[:-5] for p in books) or len(books) < 40: fail(f"{len(made)} PDFs of {len(books)} workbooks")
if not 1 <= calls() - before <= 4: fail(f"{calls() - before} processes for {len(books)} workbooks")
for path in made:
    right = subprocess.run(["cksum"], stdin=open(f"{out}/{path[:-4]}.xlsx", "rb"), capture_output=True).stdout
    if right not in content(out)[path]: fail(f"{path}: of another workbook")
before, times = calls(), state(out)
build("--unit", "310104", "--unit", "310104003", "--format", "xlsx", "--pdf", PATH=fake)
if calls() != before or state(out) != times: fail("nothing changed, and it was printed again")
os.remove(f"{out}/310104/tax.pdf")
build("--unit", "310104", "--unit", "310104003", "--format", "xlsx", "--pdf", PATH=fake)
if calls() != before + 1 or not os.path.exists(f"{out}/310104/tax.pdf"): fail("a PDF that was lost is not made again")
if [p for p, t in state(out).items() if times.get(p) != t] not in (["310104/tax.pdf"], []): fail("other files than the lost one were touched")
shutil.rmtree(out)

office = shutil.which("soffice") or shutil.which("libreoffice")
if not office or not shutil.which("pdftotext"):
    print("skipped: LibreOffice or pdftotext is not installed (libreoffice-calc, poppler-utils)")
    for failure in failures: print(failure)
    sys.exit(1 if failures or os.environ.get("CATALOG_TESTS_INSTALLED") else 77)

def text_of(pdf): return re.sub(r"\s", "", subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout)
SOME = ("standards/tax.yaml", "standards/social-assistance.yaml", "--format", "xlsx", "--format", "html", "--pdf")
build(*SOME)
for name, title, item in (("tax", "税收管理领域政务公开标准目录", "纳税服务"), ("social-assistance", "社会救助领域政务公开标准目录", "最低生活保障")):
    text = text_of(f"{out}/{name}.pdf")
    for word in (title, item, "公开时限"):
        if word not in text: fail(f"{name}.pdf: no “{word}”")
    if f'href="{name}.pdf"' not in open(f"{out}/{name}.html", encoding="utf-8").read(): fail(f"{name}.html does not lead to the PDF")
if litter(): fail(f"left behind: {litter()}")
if "tax.pdf" not in open(out + "/SHA256SUMS").read(): fail("the digests leave the PDF out")
checked = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=out, capture_output=True, text=True)
if checked.returncode: fail(f"sha256sum: {checked.stdout}{checked.stderr}")
# Nothing changed: nothing is printed or touched. A byte of a PDF that changed is mended.
times, right = state(out), content(out)
started = time.time(); build(*SOME); again = time.time() - started
if state(out) != times: fail("a second build touched files")
with open(out + "/tax.pdf", "r+b") as file: file.seek(500); byte = file.read(1); file.seek(500); file.write(bytes([byte[0] ^ 4]))
words = text_of(out + "/tax.pdf")
build(*SOME)
if b"%PDF-" not in content(out)["tax.pdf"][:5] or text_of(out + "/tax.pdf") != words: fail("a PDF that was changed is not printed again")
if {p: b for p, b in content(out).items() if p not in ("tax.pdf", "SHA256SUMS", ".catalog-build.json")} != {p: b for p, b in right.items() if p not in ("tax.pdf", "SHA256SUMS", ".catalog-build.json")}: fail("other files changed with it")
shutil.rmtree(out)
build(*SOME, LANG="ja_JP.UTF-8", TZ="America/Lima")
if content(out) != right: fail("PDFs are not the same when they are printed again, at another time and in another language")
print(f"two PDFs of {sum(len(v) for p, v in right.items() if p.endswith('.pdf'))} bytes; a second build took {again:.1f} s")

shutil.rmtree(work)
for failure in failures: print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
