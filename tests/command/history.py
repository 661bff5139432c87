#!/usr/bin/env python3
"""The history of an item against an independent walk over its versions, made at random; and how long 300 versions take.

    history.py CATALOG SOURCE_DIR
"""
import json, os, random, re, resource, subprocess, sys, tempfile
try: import yaml
except ImportError: sys.exit(77)

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-history-")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues", TERM="dumb", HOME=folder, GIT_AUTHOR_NAME="t", GIT_AUTHOR_EMAIL="t@t", GIT_COMMITTER_NAME="t", GIT_COMMITTER_EMAIL="t@t")
failures = []
dice = random.Random(20260101)

CONFIG = 'kind: workspace\ntitle: 测试\nversion: "%s"\nguidelines: builtin:national\nunits: units.yaml\n'
UNITS = open(source + "/catalogues/shanghai/units.yaml", encoding="utf-8").read()
CHANNELS = ["政府网站", "政府公报", "公开查阅点", "政务服务中心", "广播电视"]

def fresh(number):
    return {"id": str(number), "topic": f"事项{number}", "subtopic": "信息", "elements": ["甲", "乙", "丙"], "deadline": "10个工作日内",
            "channels": CHANNELS[:2], "audience": "全社会", "mode": "主动", "levels": ["区级"]}

def change(items):
    """One change at random to one item; whether the item that is followed (id 1) is another now."""
    item = dice.choice(items)
    before = json.dumps(items[0], ensure_ascii=False)
    kind = dice.randrange(5)
    if kind == 0: item["deadline"] = f"{dice.choice([5, 7, 10, 15, 20, 30])}个工作日内"
    elif kind == 1: item["channels"] = sorted(dice.sample(CHANNELS, dice.randrange(1, 5)))
    elif kind == 2: item["elements"] = dice.sample(["甲", "乙", "丙", "丁", "戊"], dice.randrange(1, 5))
    elif kind == 3: item["mode"] = dice.choice(["主动", "依申请"])
    else: item["subtopic"] = dice.choice(["信息", "资料", "公告"])
    return json.dumps(items[0], ensure_ascii=False) != before

def text_of(items, version):
    return yaml.safe_dump({"kind": "list", "domain": "tax", "unit": "310104", "version": version, "items": items}, allow_unicode=True, sort_keys=False).replace(f"version: '{version}'", f'version: "{version}"')

def repository(name, versions):
    """A repository with these versions of one list, by fast-import."""
    path = f"{folder}/{name}"
    subprocess.run(["git", "init", "-q", "-b", "main", path], check=True, env=env)
    out = []
    for number, (text, config) in enumerate(versions):
        def data(content): raw = content.encode(); return f"data {len(raw)}\n".encode() + raw + b"\n"
        out.append(f"commit refs/heads/main\nmark :{number + 1}\ncommitter t <t@t> {1600000000 + number * 86400} +0800\n".encode() + data(f"第{number + 1}版"))
        if number: out.append(f"from :{number}\n".encode())
        out.append(b"M 100644 inline lists/310104/tax.yaml\n" + data(text))
        out.append(b"M 100644 inline catalog.yaml\n" + data(CONFIG % config))
        if number == 0: out.append(b"M 100644 inline units.yaml\n" + data(UNITS))
    subprocess.run(["git", "-C", path, "fast-import", "--quiet"], input=b"".join(out), check=True, env=env)
    subprocess.run(["git", "-C", path, "reset", "-q", "--hard"], check=True, env=env)
    return path

def run(path, *arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([catalog, *arguments], cwd=path, env=env, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode: failures.append(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

def versions_of(count, width):
    items = [fresh(number + 1) for number in range(width)]
    versions, touched = [(text_of(items, "2020.1"), "2020.1")], [0]
    for number in range(1, count):
        if change(items): touched.append(number)
        version = f"2020.{1 + number // 10}"
        versions.append((text_of(items, version), version))
    return versions, touched

# 1. Each entry says what `diff` says of its two versions, and no commit is left out or too much.
versions, touched = versions_of(40, 3)
path = repository("small", versions)
printed, _ = run(path, "log", "list/310104/tax/1", "--format", "json")
history = json.loads(printed)
entries = list(reversed(history["entries"]))
if [e["subject"] for e in entries] != [f"第{n + 1}版" for n in touched]: failures.append(f"the commits are {[e['subject'] for e in entries]}, not those of {touched}")
for number, entry in zip(touched[1:], entries[1:]):
    for name, text in (("old", versions[number - 1][0]), ("new", versions[number][0])): open(f"{path}/{name}.yaml", "w", encoding="utf-8").write(text)
    changes = [c for c in json.loads(run(path, "diff", "old.yaml", "new.yaml", "--format", "json")[0])["changes"] if c["address"] == "list/310104/tax/1"]
    def bare(all_changes): return [{k: v for k, v in c.items() if k not in ("file", "line")} for c in all_changes]
    if bare(entry["changes"]) != bare(changes): failures.append(f"{entry['subject']}: {entry['changes']} is not {changes}")
    if entry["workspace_version"] != versions[number][1] or entry["version"] != versions[number][1]: failures.append(f"{entry['subject']}: versions {entry['version']}, {entry['workspace_version']}")
if not entries[0]["appears"] or any(e["appears"] for e in entries[1:]): failures.append("the item does not appear in its first commit alone")
os.remove(path + "/old.yaml"); os.remove(path + "/new.yaml")

# 2. What is left out by field and class is all that is not of it.
for extra, keep in ((["--field", "deadline"], lambda c: c["field"] == "deadline"), (["--only", "narrowed"], lambda c: c["class"] == "narrowed"), (["--field", "公开渠道和载体"], lambda c: c["field"] == "channels")):
    some = json.loads(run(path, "log", "list/310104/tax/1", "--format", "json", *extra)[0])["entries"]
    wanted = [(e["subject"], c["fingerprint"]) for e in history["entries"] for c in e["changes"] if keep(c)]
    if [(e["subject"], c["fingerprint"]) for e in some for c in e["changes"]] != wanted: failures.append(f"{extra}: not what it should keep")

# 3. Two branches that changed different items, merged: each commit is told once, the merge says nothing.
def git(*arguments): subprocess.run(["git", "-C", path, *arguments], check=True, env=env, capture_output=True)
git("checkout", "-q", "-b", "side", "HEAD~1")
file = path + "/lists/310104/tax.yaml"
text = open(file, encoding="utf-8").read()
first, rest = text.split("- id: '2'", 1)
open(file, "w", encoding="utf-8").write(first + "- id: '2'" + re.sub("audience: 全社会", "audience: 特定群体（纳税人）", rest, count=1))
git("commit", "-qam", "旁支")
git("checkout", "-q", "main")
text = open(file, encoding="utf-8").read()
open(file, "w", encoding="utf-8").write(text.replace("audience: 全社会", "audience: 特定群体（职工）", 1))
git("commit", "-qam", "主干")
git("merge", "-q", "-m", "合并", "side")
for number, expected in ((1, "主干"), (2, "旁支")):
    subjects = [e["subject"] for e in json.loads(run(path, "log", f"list/310104/tax/{number}", "--format", "json")[0])["entries"]]
    if subjects[0] != expected or "合并" in subjects or ("旁支" if number == 1 else "主干") in subjects: failures.append(f"item {number} of a merged history: {subjects[:4]}")

# 4. 300 versions of a list of 60 items: time grows with their number, not with its square.
def long_history(count):
    versions, touched = versions_of(count, 60)
    path = repository(f"of {count}", versions)
    printed, took = run(path, "log", "list/310104/tax/1", "--format", "json")
    if len(json.loads(printed)["entries"]) != len(touched): failures.append(f"of {count} versions some are missing")
    print(f"{count} versions of 60 items: {took:.2f} s of processor time")
    return took
one, third, whole = (long_history(count) for count in (1, 100, 300))
if whole > 6 * third: failures.append(f"300 versions took {whole:.2f} s of processor time, 100 of them {third:.2f} s")
limit = 3 if os.environ.get("CATALOG_DEBUG_BUILD") else 1
if whole > limit and whole > 30 * one: failures.append(f"300 versions took {whole:.2f} s of processor time, more than {limit}, and one {one:.2f} s")

# 5. As the schema says.
try:
    import jsonschema
    schema = json.load(open(source + "/schemas/history.schema.json", encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for error in list(jsonschema.Draft202012Validator(schema).iter_errors(history))[:5]: failures.append(f"schema: {error.message[:300]}")
except ImportError: print("without python3-jsonschema the schema was not tried")

subprocess.run(["rm", "-rf", folder])
for failure in failures: print(failure[:1500])
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
