#!/usr/bin/env python3
"""The files of examples/ci, .pre-commit-hooks.yaml and examples/editors work as they stand.

    ci_examples.py CATALOG SOURCE_DIR

The script parts are taken out of the YAML and run in a repository made for the test, with `catalog` on the PATH, as the CI would: one shell, its
options, its variables. What they write is read by other software.
"""
import glob, json, os, re, shutil, subprocess, sys, tempfile
import xml.etree.ElementTree as xml
import yaml

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
LIST = "lists/310104/social-assistance.yaml"
ZEROS = "0" * 40
failures = []

def check(condition, what):
    if not condition: failures.append(what)

def read(path): return open(os.path.join(SOURCE, path), encoding="utf-8").read()

class Repository:
    """The model workspace in a repository; branch `work` is one commit ahead of `main`."""
    def __init__(self, broken):
        self.folder = tempfile.mkdtemp(prefix="catalog-ci-")
        self.path = os.path.join(self.folder, "repository")
        bin_folder = os.path.join(self.folder, "bin"); os.mkdir(bin_folder); os.symlink(CATALOG, os.path.join(bin_folder, "catalog"))
        shutil.copytree(os.path.join(SOURCE, "catalogues/shanghai"), self.path)
        shutil.copytree(os.path.join(SOURCE, "catalogues/national"), os.path.join(self.folder, "national"))
        self.env = {"PATH": bin_folder + ":" + os.environ["PATH"], "HOME": self.folder, "LANG": "C.UTF-8", "CATALOG_DATA": SOURCE + "/catalogues"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ: self.env[name] = os.environ[name]
        self.git("init", "-q", "-b", "main")
        self.before = self.commit("first")
        self.git("checkout", "-q", "-b", "work")
        text = open(os.path.join(self.path, LIST), encoding="utf-8").read()
        change = ("制定或获取信息之日起10个工作日内", "制定或获取信息之日起30个工作日内") if broken else ("公开查阅点", "公开查询点")
        assert change[0] in text
        open(os.path.join(self.path, LIST), "w", encoding="utf-8").write(text.replace(*change, 1))
        self.after = self.commit("second")
        self.git("update-ref", "refs/remotes/origin/main", self.before)

    def git(self, *arguments):
        done = subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], cwd=self.path, env=self.env, capture_output=True, check=True, text=True)
        return done.stdout.strip()

    def commit(self, message):
        self.git("add", "-A"); self.git("commit", "-qm", message)
        return self.git("rev-parse", "HEAD")

    def run(self, shell, script, **variables):
        return subprocess.run(shell + [script], cwd=self.path, env=dict(self.env, **variables), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)

    def __enter__(self): return self
    def __exit__(self, *_): shutil.rmtree(self.folder)

def check_sarif(path, broken, what):
    results = json.load(open(path, encoding="utf-8"))["runs"][0]["results"]
    rules = [r["ruleId"] for r in results]
    check(("deadline-longer" in rules) == broken, f"{what}: SARIF has {rules}")
    for result in results:
        check(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == LIST, f"{what}: SARIF has findings on what did not change")

def check_junit(path, broken, what):
    failed = xml.parse(path).getroot().findall(".//failure")
    check(bool(failed) == broken, f"{what}: JUnit has {len(failed)} failures")

def check_changes(path, broken, what):
    """The difference names what the public loses; the same word in another spelling is no loss."""
    text = open(path, encoding="utf-8").read()
    check(("30个工作日" in text) == broken, f"{what}: the difference says\n{text}")

def check_github():
    for broken in (True, False):
        for before in ("origin/main...", None, ZEROS):
            with Repository(broken) as repository:
                what = f"github.yml, {'broken' if broken else 'sound'}, since {before}"
                job = yaml.safe_load(read("examples/ci/github.yml"))["jobs"]["validate"]
                # What Actions would put in for its own expressions.
                variables = {k: "" if "${{" in v else v for k, v in job["env"].items()}
                variables["BASE"] = before or repository.before
                summary = os.path.join(repository.folder, "summary.md")
                codes, printed = {}, {}
                for step in job["steps"]:
                    if "run" not in step: continue
                    check("${{" not in step["run"], f"{what}: an expression in a script")
                    done = repository.run(["bash", "-e", "-c"], step["run"], GITHUB_STEP_SUMMARY=summary, **variables)
                    codes[step["name"]], printed[step["name"]] = done.returncode, done.stdout
                    allowed = (0, 1, 2) if step.get("continue-on-error") and before == ZEROS else (0, 1)
                    check(done.returncode in allowed, f"{what}: {step['name']} ends with {done.returncode}: {done.stderr}")
                if before == ZEROS: continue  # everything is new: whatever the model workspace has
                check(codes["Validate"] == (1 if broken else 0), f"{what}: exit code {codes['Validate']}\n{printed['Validate']}")
                annotated = [l for l in printed["Validate"].split("\n") if l.startswith("::error")]
                check(bool(annotated) == broken, f"{what}: annotations {annotated}")
                check_sarif(os.path.join(repository.path, "catalog.sarif"), broken, what)
                check_junit(os.path.join(repository.path, "catalog.junit.xml"), broken, what)
                check_changes(os.path.join(repository.path, "catalog-diff.md"), broken, what)
                both = "".join(open(os.path.join(repository.path, name), encoding="utf-8").read() for name in ("catalog.md", "catalog-diff.md"))
                check(open(summary, encoding="utf-8").read() == both, f"{what}: no summary")
                uploads = [s["with"] for s in job["steps"] if "upload" in s.get("uses", "")]
                for name in [uploads[0]["sarif_file"]] + uploads[1]["path"].split():
                    check(os.path.exists(os.path.join(repository.path, name)), f"{what}: {name} is uploaded and was not written")
    checkout = [s for s in job["steps"] if s.get("uses", "").startswith("actions/checkout")][0]
    check(checkout["with"]["fetch-depth"] == 0, "github.yml: not all commits are fetched")

def check_gitlab():
    for broken in (True, False):
        for merge_request in (True, False):
            with Repository(broken) as repository:
                what = f"gitlab.yml, {'broken' if broken else 'sound'}, {'merge request' if merge_request else 'push'}"
                job = yaml.safe_load(read("examples/ci/gitlab.yml"))["catalog"]
                check(job["variables"]["GIT_DEPTH"] == "0", "gitlab.yml: GIT_DEPTH")
                variables = dict(job["variables"], CI_COMMIT_BEFORE_SHA=ZEROS if merge_request else repository.before)
                if merge_request: variables["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = repository.before
                # GitLab runs the lines as one script and stops at the first that fails.
                done = repository.run(["sh", "-e", "-c"], "\n".join(job["before_script"] + job["script"]), **variables)
                check(done.returncode == (1 if broken else 0), f"{what}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
                after = repository.run(["sh", "-c"], "\n".join(job["after_script"]), **variables)
                check(after.returncode == 0, f"{what}: after_script ends with {after.returncode}: {after.stderr}")
                check_changes(os.path.join(repository.path, "catalog-diff.md"), broken, what)
                reports = job["artifacts"]["reports"]
                quality = json.load(open(os.path.join(repository.path, reports["codequality"]), encoding="utf-8"))
                check(any(f["check_name"] == "deadline-longer" for f in quality) == broken, f"{what}: code quality")
                check(all(f["location"]["path"] == LIST for f in quality), f"{what}: findings on what did not change")
                check_junit(os.path.join(repository.path, reports["junit"]), broken, what)
                for name in job["artifacts"]["paths"]:
                    check(os.path.exists(os.path.join(repository.path, name)), f"{what}: {name} is kept and was not written")
                check_sarif(os.path.join(repository.path, "catalog.sarif"), broken, what)

def check_shell():
    script = os.path.join(SOURCE, "examples/ci/check.sh")
    for broken in (True, False):
        with Repository(broken) as repository:
            done = repository.run(["sh"], script)  # without a revision: everything
            check(done.returncode in (0, 1), f"check.sh: {done.returncode} {done.stderr}")
            done = subprocess.run([script, "main"], cwd=repository.path, env=repository.env, capture_output=True, text=True)
            check(done.returncode == (1 if broken else 0), f"check.sh main: {done.returncode} {done.stdout}{done.stderr}")
            found = json.load(open(os.path.join(repository.path, "catalog-reports/findings.json"), encoding="utf-8"))["findings"]
            check(any(f["rule"] == "deadline-longer" for f in found) == broken, "check.sh: findings.json")
            check_junit(os.path.join(repository.path, "catalog-reports/junit.xml"), broken, "check.sh")
            check_changes(os.path.join(repository.path, "catalog-reports/changes.md"), broken, "check.sh")
            done = subprocess.run([script, "nowhere"], cwd=repository.path, env=repository.env, capture_output=True, text=True)
            check(done.returncode == 2, f"check.sh nowhere: {done.returncode}")

def check_hooks():
    hooks = {h["id"]: h for h in yaml.safe_load(read(".pre-commit-hooks.yaml"))}
    check(set(hooks) == {"catalog-validate", "catalog-fmt"}, f"hooks: {list(hooks)}")
    for hook in hooks.values():
        check(hook["language"] == "system" and hook["entry"].split()[0] == "catalog", f"hook {hook['id']}")
        command = hook["entry"].split()[1]
        known = subprocess.run([CATALOG, command, "--help"], capture_output=True).returncode == 0
        check(known, f"hook {hook['id']}: there is no catalog {command}")
    pattern = re.compile(hooks["catalog-fmt"]["files"])
    for path, ours in ((LIST, True), ("catalog.yaml", True), ("catalogues/shanghai/standards/x.yaml", True), (".github/workflows/catalog.yml", False),
                       (".gitlab-ci.yml", False), ("units.yaml", False)):
        check(bool(pattern.search(path)) == ours, f"hook catalog-fmt: {path}")
    validate = hooks["catalog-validate"]
    check(validate["pass_filenames"] is False and re.search(validate["files"], LIST), "hook catalog-validate: files")
    for broken in (True, False):
        with Repository(broken) as repository:
            repository.git("reset", "-q", "--soft", "HEAD~1")  # as in a commit that is being made
            done = repository.run(["sh", "-c"], validate["entry"])
            check(done.returncode == (1 if broken else 0), f"hook catalog-validate: {done.returncode}\n{done.stdout}{done.stderr}")
            shutil.rmtree(os.path.join(repository.path, ".git")); repository.git("init", "-q")
            done = repository.run(["sh", "-c"], validate["entry"])
            check(done.returncode in (0, 1), f"hook catalog-validate before the first commit: {done.stderr}")

def check_matchers():
    """The patterns of editors and of GitHub take every line of the concise format apart."""
    github = json.loads(read("examples/ci/github-matcher.json"))["problemMatcher"][0]["pattern"][0]
    code = json.loads(read("examples/editors/vscode/tasks.json"))["tasks"][0]
    check(code["problemMatcher"]["pattern"] == github, "the two problem matchers differ")
    env = dict(os.environ, CATALOG_DATA=SOURCE + "/catalogues")
    for lang in ("zh", "en"):
        found = json.loads(subprocess.run([CATALOG, "validate", "--format", "json", "--lang", lang], cwd=SOURCE + "/catalogues/shanghai", env=env, capture_output=True, check=True).stdout)["findings"]
        lines = subprocess.run([code["command"].replace("catalog", CATALOG), *code["args"], "--lang", lang], cwd=SOURCE + "/catalogues/shanghai", env=env, capture_output=True, check=True).stdout.decode().splitlines()
        check(len(lines) == len(found) > 0, f"concise: {len(lines)} lines, {len(found)} findings")
        for line, finding in zip(lines, found):
            match = re.match(github["regexp"], line)
            parts = {k: match.group(github[k]) for k in ("file", "line", "column", "severity", "message", "code")} if match else {}
            wanted = {"file": finding["file"], "line": str(finding["line"]), "column": str(finding["column"]), "severity": finding["severity"],
                      "message": finding["message"], "code": finding["rule"]}
            check(parts == wanted, f"matcher: {line}: {parts}")

def glob_pattern(text):
    """A glob of yaml-language-server as a regular expression over a path from the workspace's root."""
    out = re.escape(text).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return re.compile(out + r"\Z")

def check_editors():
    settings = json.loads(read("examples/editors/vscode/settings.json"))
    schemas = {os.path.basename(path): [glob_pattern(g) for g in globs] for path, globs in settings["yaml.schemas"].items()}
    for name in schemas: check(os.path.exists(os.path.join(SOURCE, "schemas", name)), f"settings.json: there is no {name}")
    count = 0
    for top in ("catalogues", "catalogues/shanghai", "catalogues/national"):
        for path in sorted(glob.glob(os.path.join(SOURCE, top, "**/*.yaml"), recursive=True)):
            document = yaml.safe_load(open(path, encoding="utf-8"))
            kind = document.get("kind") or {"采用": "adoption", "事项清单": "list"}[document["类型"]]
            inside = os.path.relpath(path, os.path.join(SOURCE, top))
            matched = [name for name, globs in schemas.items() if any(g.match(inside) for g in globs)]
            check(matched == [kind + ".schema.json"], f"settings.json: {inside} of {top}: {matched}")
            count += 1
    check(count > 100, "settings.json: few files were tried")
    for name in ("helix-languages.toml", "neovim.lua", "emacs.el"):
        for path in re.findall(r"/usr/share/catalog/schemas/([a-z.]+)", read("examples/editors/" + name)):
            check(os.path.exists(os.path.join(SOURCE, "schemas", path)), f"{name}: there is no {path}")
    try:
        import tomllib
        tomllib.loads(read("examples/editors/helix-languages.toml"))
    except ImportError: pass

for test in (check_github, check_gitlab, check_shell, check_hooks, check_matchers, check_editors): test()
for failure in failures: print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
