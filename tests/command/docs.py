#!/usr/bin/env python3
"""Runs the examples of the documentation: what a page shows must be what the program does.

    docs.py CATALOG SOURCE_DIR PAGE...

```console blocks: each `$ COMMAND` is run in a copy of catalogues/ (the current folder is catalogues/shanghai, $SOURCE is not needed); the lines
below it must be what it prints, where `…` stands for anything,
alone on a line for any number of lines.
```yaml blocks that begin with `kind:` or `类型:` must be read without a finding on their form.
"""
import json, os, re, shutil, subprocess, sys, tempfile

CATALOG, SOURCE, PAGES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
FORM = [r["name"] for r in json.loads(subprocess.run([CATALOG, "rules", "--family", "form", "--format", "json"], capture_output=True, check=True).stdout)]
failures, count = [], 0

def matches(expected, printed):
    pattern = "".join(r"(?:[^\n]*\n)*" if line == "…" else re.escape(line).replace("…", "[^\n]*") + r"\n" for line in expected)
    return re.fullmatch(pattern, printed + "\n") is not None

def run_console(page, block, lang):
    global count
    folder = tempfile.mkdtemp(prefix="catalog-docs-")
    os.mkdir(folder + "/.bin"); os.symlink(CATALOG, folder + "/.bin/catalog")
    shutil.copytree(SOURCE + "/catalogues", folder + "/catalogues")
    env = dict(os.environ, PATH=folder + "/.bin:" + os.environ["PATH"], CATALOG_LANG=lang, CATALOG_DATA=SOURCE + "/catalogues", TERM="dumb", HOME=folder)
    steps = []
    for line in block.split("\n"):
        if line.startswith("$ "): steps.append((line[2:], []))
        elif steps: steps[-1][1].append(line)
    for command, expected in steps:
        count += 1
        while expected and not expected[-1]: expected.pop()
        done = subprocess.run(command, shell=True, executable="/bin/bash", cwd=folder + "/catalogues/shanghai", env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        printed = done.stdout.decode("utf-8", "replace").rstrip("\n")
        if expected and not matches(expected, printed):
            failures.append(f"{page}: $ {command}\n--- the page shows\n" + "\n".join(expected) + f"\n--- it prints\n{printed}")
    shutil.rmtree(folder)

def run_yaml(page, block):
    global count
    if not re.match(r"(#.*\n)*(kind|类型):", block): return
    count += 1
    only = [a for name in FORM for a in ("--only", name)]
    done = subprocess.run([CATALOG, "validate", "-"] + only, input=block.encode(), capture_output=True, cwd=tempfile.gettempdir(), env=dict(os.environ, CATALOG_DATA=SOURCE + "/catalogues", CATALOG_LANG="en"))
    if done.returncode: failures.append(f"{page}: a YAML example has findings\n{block}\n{(done.stdout + done.stderr).decode()}")

for page in PAGES:
    text = open(os.path.join(SOURCE, page), encoding="utf-8").read()
    lang = "zh" if page.endswith(".zh.md") else "en"
    for language, block in re.findall(r"^```(\w+)\n(.*?)^```", text, re.M | re.S):
        if language == "console": run_console(page, block, lang)
        if language == "yaml": run_yaml(page, block)
for failure in failures: print(failure)
print(f"{count} examples, {len(failures)} failures")
sys.exit(1 if failures or not count else 0)
