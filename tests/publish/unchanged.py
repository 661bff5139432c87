#!/usr/bin/env python3
"""A build of what was built before is spared, and being spared never shows: whatever was changed meanwhile, the folder is what a build from nothing makes.

    unchanged.py CATALOG SOURCE_DIR
"""
import glob, hashlib, os, random, re, shutil, subprocess, sys, tempfile

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
STEPS = 24
random.seed(20201231)
failures = []
work = tempfile.mkdtemp(prefix="catalog-unchanged-")
shutil.copytree(SOURCE + "/catalogues/national", work + "/national")
shutil.copytree(SOURCE + "/catalogues/shanghai", work + "/shanghai")
home, out, plain = work + "/shanghai", work + "/site", work + "/plain"
env = {"PATH": os.environ["PATH"], "CATALOG_DATA": work, "CATALOG_LANG": "en", "TERM": "dumb", "XDG_CACHE_HOME": work + "/cache"}
formats = ["--format", "html", "--format", "csv"]

def run(folder, *arguments, **more):
    done = subprocess.run([CATALOG, "build", "-o", folder, "--as-of", more.pop("day", "2026-01-01"), *arguments], cwd=home, env=dict(env, **more), capture_output=True, text=True, timeout=300)
    if done.returncode: failures.append(f"build {' '.join(arguments)}: exit code {done.returncode}: {done.stderr[-600:]}")
    return done
def content(folder): return {os.path.relpath(os.path.join(at, name), folder): open(os.path.join(at, name), "rb").read() for at, _, names in os.walk(folder) for name in names}
def record():
    found = glob.glob(work + "/cache/catalog/builds/*.txt")
    return found[0] if len(found) == 1 else None
def same_as_from_nothing(what, *arguments, **more):
    run(out, *arguments, **more)
    shutil.rmtree(plain, ignore_errors=True)
    run(plain, *arguments, **dict(more, XDG_CACHE_HOME=""))
    if content(out) != content(plain): failures.append(f"{what}: the folder differs from one that is built from nothing")

# Spared: a file that was changed together with the record of it is believed; --fresh is not fooled.
run(out, *formats)
if not record(): failures.append("nothing was kept in mind"); print("\n".join(failures)); sys.exit(1)
before = content(out)
forged = b"forged\n"
def forge():
    open(out + "/tax.csv", "wb").write(forged)
    kept = open(record(), encoding="utf-8").read()
    open(record(), "w", encoding="utf-8").write(re.sub(r"(?m)^\w+(?= \S+ tax\.csv$)", hashlib.sha256(forged).hexdigest(), kept))
forge(); run(out, *formats)
if content(out)["tax.csv"] != forged: failures.append("an unchanged build made its files anew")
run(out, *formats, "--fresh")
if content(out) != before: failures.append("--fresh did not make everything anew")

# Whatever else is asked for, or is another program, is no build of the same.
for arguments, more in ((["--codes"], {}), (["--draft"], {}), (["--draft=送审稿"], {}), (["--template", "national"], {}), (["--channels", "matrix"], {}), (["--fragment"], {}), (["--format", "xlsx"], {"SOURCE_DATE_EPOCH": "1700000000"}), ([], {})):
    same_as_from_nothing(" ".join(arguments), *formats, *arguments, **more)
forge()
copied = work + "/catalog"
shutil.copy(CATALOG, copied)
spared, CATALOG = CATALOG, copied
run(out, *formats)
if content(out) != before: failures.append("another program took over what this one had built")
CATALOG = spared

# The style of embedded pages goes with the last of them, not before.
style = out + "/assets/fragment.css"
run(out, "--format", "html", "--fragment")
run(out, "--format", "html", "--unit", "310104", "--fragment")
run(out, "--format", "html")
if not os.path.exists(style): failures.append("the embedded pages of a unit lost their style")
run(out, "--format", "html", "--all-units")
if os.path.exists(style): failures.append("a style stayed that no page needs")
shutil.rmtree(out)
run(out, *formats)

# Random changes, between builds, of what is read and of what was written.
originals = {path: open(path, encoding="utf-8").read() for path in glob.glob(home + "/standards/*.yaml") + [home + "/catalog.yaml"]}
def edit():
    path = random.choice(sorted(originals))
    text = open(path, encoding="utf-8").read()
    line = random.choice([line for line in text.splitlines() if " topic: " in line or line.startswith(("title: ", "note: "))] or [text.splitlines()[0]])
    open(path, "w", encoding="utf-8").write(text.replace(line, line + "改", 1) if ": " in line and not line.endswith(("|", ">", '"')) else text + "# 改\n")
def revert():
    for path, text in originals.items(): open(path, "w", encoding="utf-8").write(text)
def damage():
    path = random.choice(glob.glob(out + "/*.csv") + glob.glob(out + "/*.html"))
    with open(path, "ab") as file: file.write(b"x")
def lose(): os.remove(random.choice(glob.glob(out + "/*.csv")))
def other(): run(out, "--format", "json")
def spoil():
    kept = open(record(), "rb").read()
    head, rest = kept.split(b"\n", 1)
    some = random.choice([b"", b"\n", b"\xff\x00", kept[:-1], kept[:len(kept) // 2], kept + b"x y z\n", head.replace(b" ", b"  x") + b"\n" + rest, head + b"9\n" + rest, head + b"\n" + rest.replace(b" ", b"", 2), rest])
    open(record(), "wb").write(some)
def nothing(): pass
for step in range(STEPS):
    change = random.choice([edit, edit, revert, damage, lose, other, spoil, nothing])
    change()
    same_as_from_nothing(f"step {step}, {change.__name__}", *formats)
revert()

# Units: also their names of the day, and the words that the search is made of.
units = ["--format", "html", "--unit", "310104"]
shutil.rmtree(out)
same_as_from_nothing("units", *units)
again = run(out, *units)
if " 0 files written" not in again.stderr: failures.append(f"units, again: {again.stderr[-300:]}")
words = work + "/national/pinyin.txt"
open(words, "a", encoding="utf-8").write("徐汇 xu hui\n")
same_as_from_nothing("other words of pinyin", *units)
same_as_from_nothing("another day", *units, day="2021-01-01")

# Where nothing can be kept, all is built all the same, again and again.
shutil.rmtree(out)
for cache in ("", "relative", "/proc/none", work + "/site/index.html"):
    run(out, *formats, XDG_CACHE_HOME=cache, HOME="")
    if content(out) != before: failures.append(f"XDG_CACHE_HOME={cache}: another folder")
    damage()
shutil.rmtree(work, ignore_errors=True)
print("\n".join(failures) or f"{STEPS} changes between builds: the same as built from nothing")
sys.exit(bool(failures))
