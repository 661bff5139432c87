#!/usr/bin/env python3
"""Every format of findings, read by software that is not ours, says the same as the JSON.

    reports.py CATALOG SOURCE_DIR
"""
import json, os, re, shutil, subprocess, sys, tempfile, urllib.parse
import xml.etree.ElementTree as ElementTree

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-reports-")
shutil.copytree(source + "/catalogues", folder + "/catalogues")
root = folder + "/catalogues/shanghai"
# Hostile words in values, keys and a path, beside ordinary mistakes.
text = open(root + "/lists/310104/social-assistance.yaml", encoding="utf-8").read()
text = text.replace("topic: 综合业务", 'topic: "<b>50%|\\u0001\\n::error::`x`</b>, 😀"', 1).replace("mode: 主动", 'mode: "<主动>|%0A"', 1)
text = text.replace("10个工作日内", "30个工作日内", 3).replace("audience: 全社会", "audi|<ence: 全社会", 1)
os.makedirs(root + "/lists/310105")
open(root + "/lists/310105/50% a,b:<c>.yaml", "w", encoding="utf-8").write(text.replace('unit: "310104"', 'unit: "310105"'))
open(root + "/lists/310105/broken.yaml", "w", encoding="utf-8").write("kind: list\ntitle: [x\n")
env = dict(os.environ, CATALOG_DATA=folder + "/catalogues", TERM="dumb")
failures = []

def run(lang, *arguments):
    done = subprocess.run([catalog, "validate", "--lang", lang, "--as-of", "2026-01-01", *arguments], cwd=root, env=env, capture_output=True)
    if done.returncode != 1: failures.append(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")

def equal(what, left, right):
    if left != right: failures.append(f"{what}: {str(left)[:300]} is not {str(right)[:300]}")

for lang in ("zh", "en"):
    findings = json.loads(run(lang, "--format", "json"))["findings"]
    if len(findings) < 40: failures.append(f"only {len(findings)} findings to compare")

    sarif = json.loads(run(lang, "--format", "sarif"))["runs"][0]
    rules = sarif["tool"]["driver"]["rules"]
    equal("sarif results", [(r["ruleId"], r["partialFingerprints"]["catalog/v1"], r["level"]) for r in sarif["results"]],
          [(f["rule"], f["fingerprint"], f["severity"]) for f in findings])
    for result, finding in zip(sarif["results"], findings):
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]: failures.append("sarif: ruleIndex leads to another rule")
        where = result["locations"][0]["physicalLocation"]
        equal("sarif path", urllib.parse.unquote(where["artifactLocation"]["uri"]), finding["file"])
        equal("sarif region", [where["region"][k] for k in ("startLine", "startColumn", "endLine", "endColumn")],
              [finding[k] for k in ("line", "column", "end_line", "end_column")])
        if min(where["region"].values()) < 1: failures.append("sarif: a line or column of 0")
        if ("fix" in finding) != ("fixes" in result): failures.append("sarif: a fix is missing")

    gitlab = json.loads(run(lang, "--format", "gitlab"))
    equal("gitlab", [(g["check_name"], g["location"]["path"], g["location"]["lines"]["begin"], g["description"]) for g in gitlab],
          [(f["rule"], f["file"], f["line"], f["message"]) for f in findings])
    equal("gitlab fingerprints are unique", len({g["fingerprint"] for g in gitlab}), len(gitlab))

    junit = ElementTree.fromstring(run(lang, "--format", "junit"))
    cases = junit.findall("./testsuite/testcase")
    equal("junit cases", [(c.get("classname"), c.get("file"), int(c.get("line"))) for c in cases], [(f["rule"], f["file"], f["line"]) for f in findings])
    equal("junit failures", [len(junit.findall("./testsuite/testcase/failure")), int(junit.get("failures"))], [sum(f["severity"] != "note" for f in findings)] * 2)

    lines = run(lang, "--format", "concise").split("\n")[:-1]
    parsed = [re.fullmatch(r"(.*):(\d+):(\d+): (error|warning|note): (.*) \[([a-z-]+)\]", line) for line in lines]
    equal("concise", [m and (m[1], int(m[2]), int(m[3]), m[4], m[6]) for m in parsed], [(f["file"], f["line"], f["column"], f["severity"], f["rule"]) for f in findings])

    lines = run(lang, "--format", "github").split("\n")[:-1]
    commands = [re.fullmatch(r"::(error|warning|notice) file=([^,:]*)(?:,line=(\d+),endLine=\d+(?:,col=\d+,endColumn=\d+)?)?,title=([a-z-]+)::(.*)", line) for line in lines]
    equal("github", [m and (urllib.parse.unquote(m[2]), int(m[3]), m[4], urllib.parse.unquote(m[5]).split("\n")[0]) for m in commands],
          [(f["file"], f["line"], f["rule"], f["message"].split("\n")[0]) for f in findings])

    markdown = run(lang, "--format", "markdown")
    rows = re.findall(r"^\| (\d+) \| .* \| `([a-z-]+)` \|$", markdown, re.M)
    equal("markdown rows", rows, [(str(f["line"]), f["rule"]) for f in findings])
    if re.search(r"(?<!\\)[`|]x|<b>", markdown): failures.append("markdown: markup of a value is live")

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
