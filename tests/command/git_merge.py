#!/usr/bin/env python3
"""Real git in temporary repositories merges lists with `catalog merge --driver`, as `catalog git-setup` sets it up.

    git_merge.py CATALOG SOURCE_DIR
"""
import os, re, shutil, subprocess, sys, tempfile

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
LIST = "lists/310104/social-assistance.yaml"
failures, checks = [], 0

def check(what, ok, detail=""):
    global checks
    checks += 1
    if not ok: failures.append(f"{what}\n{detail}")

class Repository:
    """A repository with one list of the shipped workspace (or another file), and the drivers set up."""
    def __init__(self, text=None, path=LIST, more={}):
        self.file = path
        self.folder = tempfile.mkdtemp(prefix="catalog-git-")
        os.mkdir(self.folder + "/.bin"); os.symlink(CATALOG, self.folder + "/.bin/catalog")
        self.env = dict(os.environ, PATH=self.folder + "/.bin:" + os.environ["PATH"], HOME=self.folder, CATALOG_DATA=SOURCE + "/catalogues", CATALOG_LANG="en", GIT_CONFIG_NOSYSTEM="1",
                        GIT_AUTHOR_NAME="a", GIT_AUTHOR_EMAIL="a@example.org", GIT_COMMITTER_NAME="a", GIT_COMMITTER_EMAIL="a@example.org", LC_ALL="C.UTF-8")
        self.git("init", "-q", "-b", "main")
        self.write(path, text if text is not None else open(f"{SOURCE}/catalogues/shanghai/{LIST}", encoding="utf-8").read())
        self.write("catalog.yaml", "kind: workspace\ntitle: t\nversion: \"1\"\n")
        for name, content in more.items(): self.write(name, content)
        self.write(".git/info/exclude", ".bin\n")
        self.catalog("git-setup")
        self.commit("base")
    def path(self, name): return os.path.join(self.folder, name)
    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8", newline="") as out: out.write(text)
    def read(self, name=None): return open(self.path(name or self.file), encoding="utf-8", newline="").read()
    def run(self, *words): return subprocess.run(words, cwd=self.folder, env=self.env, capture_output=True, text=True, timeout=120)
    def git(self, *words, ok=True):
        done = self.run("git", *words)
        if ok and done.returncode: failures.append(f"git {' '.join(words)}: {done.stdout}{done.stderr}")
        return done
    def catalog(self, *words): return self.run("catalog", *words)
    def commit(self, message): self.git("add", "-A"); self.git("commit", "-q", "-m", message)
    def edit(self, *pairs):
        text = self.read()
        for old, new in pairs:
            if old not in text: failures.append(f"the list has no “{old}”")
            text = text.replace(old, new, 1)
        self.write(self.file, text)
    def branches(self, ours, theirs):
        """Edits on two branches from one commit; ends on main."""
        self.git("checkout", "-q", "-b", "side"); self.edit(*theirs); self.commit("theirs")
        self.git("checkout", "-q", "main"); self.edit(*ours); self.commit("ours")
    def merge(self):
        done = self.git("merge", "-q", "side", "-m", "merge", ok=False)
        return done.returncode, self.read(), done.stdout + done.stderr
    def form_findings(self): return self.catalog("validate", self.file, "--format", "concise").stdout
    def close(self): shutil.rmtree(self.folder)

SIX = "    subtopic: 审批信息\n    elements: [低保对象名单及相关信息]\n"
SIX_DEADLINE = SIX + "    basis: [《国务院关于进一步加强和改进最低生活保障工作的意见》（国发〔2012〕45号）]\n    deadline: "

def setup_is_idempotent():
    r = Repository()
    attributes = r.read(".gitattributes"); config = r.read(".git/config")
    again = r.catalog("git-setup")
    check("git-setup twice changes nothing", again.returncode == 0 and r.read(".gitattributes") == attributes and r.read(".git/config") == config, again.stdout)
    check("git-setup --check is content", r.catalog("git-setup", "--check").returncode == 0)
    r.git("config", "--unset", "merge.catalog.driver")
    missing = r.catalog("git-setup", "--check")
    check("git-setup --check sees what is missing", missing.returncode == 1 and "missing" in missing.stdout, missing.stdout)
    check("git knows the attribute", "merge: catalog" in r.git("check-attr", "merge", LIST).stdout)
    outside = subprocess.run([CATALOG, "git-setup", tempfile.gettempdir()], capture_output=True, text=True, env=dict(r.env, GIT_CEILING_DIRECTORIES="/"))
    check("git-setup outside of a repository", outside.returncode == 2, outside.stderr)
    r.close()

def different_fields_of_one_item():
    r = Repository()
    r.branches([(SIX, SIX.replace("审批信息", "审批结果"))], [(SIX + "    basis", "    subtopic: 审批信息\n    elements: [低保对象名单及相关信息, 监督电话]\n    basis")])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    text = r.read()
    check("fields of one item merge clean", done.returncode == 0 and "审批结果" in text and "[低保对象名单及相关信息, 监督电话]" in text, done.stdout + done.stderr)
    # All other lines are those of ours.
    ours = r.git("show", "HEAD^1:" + LIST).stdout
    changed = [l for l in text.split("\n") if l not in ours.split("\n")]
    check("the rest keeps its bytes", len(changed) == 1, "\n".join(changed))
    r.close()

NEW = """
  - id: "{id}"
    # {who}
    guideline: social-assistance/13
    topic: {topic}
    elements: [名单]
    basis: [《上海市社会救助条例》]
    deadline: 制定或获取信息之日起10个工作日内  # {who}的行末注释
    publisher: 徐汇区民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
"""

def both_add_at_the_same_place():
    r = Repository()
    end = r.read()
    add = lambda id, who, topic: [(end, end.rstrip("\n") + "\n" + NEW.format(id=id, who=who, topic=topic))]
    r.branches(add("21", "甲", "新事项甲"), add("22", "乙", "新事项乙"))
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    text = r.read()
    check("items added at one place merge clean", done.returncode == 0 and "新事项甲" in text and "新事项乙" in text and "<<<<" not in text, done.stdout + done.stderr)
    for comment in ("# 甲\n", "# 乙\n", "# 甲的行末注释", "# 乙的行末注释"): check("comment survives: " + comment, text.count(comment) == 1, text[-900:])
    check("the file is a list", "form" not in r.form_findings(), r.form_findings())
    r.close()

def a_real_conflict():
    r = Repository()
    ten = "制定或获取信息之日起10个工作日内"
    r.branches([(SIX_DEADLINE + ten, SIX_DEADLINE + "制定或获取信息之日起5个工作日内"), ("政策法规文件", "政策法规")],
               [(SIX_DEADLINE + ten, SIX_DEADLINE + "制定或获取信息之日起7个工作日内"), ("监督检查", "监督检查信息")])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    status = r.git("status", "--porcelain").stdout
    text = r.read()
    check("a conflict is git's conflict", done.returncode == 1 and "UU " + LIST in status, done.stdout + done.stderr + status)
    block = re.search(r"<<<<<<< ours\n(.*?)\|\|\|\|\|\|\| base\n(.*?)=======\n(.*?)>>>>>>> theirs\n", text, re.S)
    check("only the field stands between markers", block is not None and [len(g.strip().split("\n")) for g in block.groups()] == [1, 1, 1] and text.count("<<<<<<<") == 1, text[:3000])
    check("what did not conflict is merged", "监督检查信息" in text and "subtopic: 政策法规\n" in text)
    if block:
        r.write(LIST, text.replace(block.group(0), block.group(1)))
        r.git("add", LIST); done = r.git("commit", "-q", "-m", "merged", ok=False)
        check("settled by hand", done.returncode == 0 and "5个工作日" in r.read(), done.stderr)
    r.close()

def removed_and_changed():
    r = Repository()
    text = r.read()
    item = re.search(r'  - id: "2"\n.*?\n\n', text, re.S).group(0)
    r.branches([(item, "")], [("监督检查", "监督检查信息")])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    check("an item taken out here and changed there is a conflict", done.returncode == 1 and "<<<<<<<" in r.read() and "监督检查信息" in r.read(), done.stdout + r.read()[:1500])
    r.close()

def unparsable():
    for where in ("ours", "theirs"):
        r = Repository()
        broken = [("channels: [政府网站, 公开查阅点", "channels: [政府网站, 公开查阅点, ["), ]
        fine = [("监督检查", "监督检查信息")]
        r.branches(broken if where == "ours" else fine, fine if where == "ours" else broken)
        done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
        text = r.read()
        check(f"unparsable {where}: a line merge", done.returncode == 0 and "监督检查信息" in text and "公开查阅点, [" in text, done.stdout + done.stderr)
        r.close()
    r = Repository()
    line = "    channels: [政府网站, 两微一端, 公开查阅点, 政务服务中心]\n"
    r.branches([(line, line.replace("]", ", ["))], [(line, line.replace("两微一端", "精准推送"))])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    expected_status = "UU " + LIST in r.git("status", "--porcelain").stdout
    text = r.read()
    check("unparsable and both changed: markers as git merge-file leaves them", done.returncode == 1 and expected_status and text.count("<<<<<<<") == 1 and len(text) > 1000, text[:600])
    r.close()

def rebase_and_cherry_pick():
    r = Repository()
    r.branches([(SIX, SIX.replace("审批信息", "审批结果"))], [("低保对象名单及相关信息", "低保对象名单、金额")])
    r.git("checkout", "-q", "side")
    done = r.git("rebase", "main", ok=False)
    check("rebase", done.returncode == 0 and "审批结果" in r.read() and "低保对象名单、金额" in r.read(), done.stdout + done.stderr)
    r.close()
    r = Repository()
    r.branches([(SIX, SIX.replace("审批信息", "审批结果"))], [("低保对象名单及相关信息", "低保对象名单、金额")])
    done = r.git("cherry-pick", "side", ok=False)
    check("cherry-pick", done.returncode == 0 and "审批结果" in r.read() and "低保对象名单、金额" in r.read(), done.stdout + done.stderr)
    r.close()

def comments_of_both():
    r = Repository()
    r.branches([("    topic: 综合业务\n", "    # 甲：名称待核\n    topic: 综合业务\n"), ("mode: 主动\n", "mode: 主动  # 甲：已核\n")],
               [("    subtopic: 政策法规文件\n", "    # 乙：名称照指引\n    subtopic: 政策法规文件（全部）\n"), ('  - id: "2"\n', '  # 乙：两部电话\n  - id: "2"\n')])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    text = r.read()
    for comment in ("# 甲：名称待核", "# 甲：已核", "# 乙：名称照指引", "# 乙：两部电话"):
        check("survives once: " + comment, done.returncode == 0 and text.count(comment) == 1, done.stdout + text[:1200])
    check("above its item", '  # 乙：两部电话\n  - id: "2"\n' in text, text[:1500])
    check("above its field", "    # 乙：名称照指引\n    subtopic" in text, text[:800])
    r.close()

def crlf():
    r = Repository(open(f"{SOURCE}/catalogues/shanghai/{LIST}", encoding="utf-8").read().replace("\n", "\r\n"))
    r.git("config", "core.autocrlf", "false")
    r.branches([("subtopic: 审批信息", "subtopic: 审批结果")], [("低保对象名单及相关信息", "低保对象名单、金额")])
    done = r.git("merge", "-q", "side", "-m", "merge", ok=False)
    text = r.read()
    check("line ends of Windows stay", done.returncode == 0 and "审批结果" in text and "金额" in text and text.count("\r\n") == text.count("\n"), done.stdout + done.stderr)
    r.close()

ADOPTION = "adoptions/310112.yaml"
ADOPTED = """# 闵行区
kind: adoption
unit: "310112"
standards:
  - {domain: budgets, version: "2020.1"}
  - {domain: elderly-care, version: "2020.1"}  # 养老
  - {domain: tax, version: "2020.1"}
set:
  # 更严
  - match: {domain: elderly-care, topic: 养老服务}
    to: {deadline: 信息形成之日起10个工作日内}
  - match: {domain: tax, publisher: 国家税务总局<区>税务局}
    to:
      publisher: 国家税务总局上海市闵行区税务局  # 全称
      channels: [政府网站]
exclude:
  - {item: budgets/3, reason: 本区没有}
  - {domain: rural-land, reason: 没有农村}
"""
ADDED = """add:
  # {who}加
  - domain: elderly-care
    id: "{id}"
    topic: 养老服务
    subtopic: {who}餐
    elements: [名单]
    basis: [《上海市养老服务条例》]
    deadline: 信息形成之日起20个工作日内
    publisher: <区>民政局
    channels: [政府网站]
    audience: 全社会
    mode: 主动
    levels: [区级]
"""

def adopted(ours, theirs, text=ADOPTED):
    r = Repository(text, ADOPTION)
    r.branches(ours, theirs)
    code, merged, printed = r.merge()
    findings = r.form_findings()
    r.close()
    return code, merged, printed + findings

def adoption_standards():
    code, text, printed = adopted([('budgets, version: "2020.1"', 'budgets, version: "2020.2"')], [('elderly-care, version: "2020.1"}  # 养老', 'elderly-care, version: "2020.2"}  # 养老，已核'), ("  - {domain: tax", "  # 乙\n  - {domain: health, version: \"2020.1\"}\n  - {domain: tax")])
    wanted = ADOPTED.replace('budgets, version: "2020.1"', 'budgets, version: "2020.2"').replace('elderly-care, version: "2020.1"}  # 养老', 'elderly-care, version: "2020.2"}  # 养老，已核').replace("  - {domain: tax,", "  # 乙\n  - {domain: health, version: \"2020.1\"}\n  - {domain: tax,")
    check("versions of neighbouring lines are raised on two branches", code == 0 and text == wanted, printed + text)
    code, text, printed = adopted([('tax, version: "2020.1"', 'tax, version: "2020.2"')], [('tax, version: "2020.1"', 'tax, version: "2020.3"'), ("本区没有", "本区没有此类事项")])
    check("two versions of one standard are a conflict of that line", code == 1 and text.count("<<<<<<<") == 1 and text.count("domain: tax, version") == 3 and "本区没有此类事项" in text, printed + text)
    code, text, printed = adopted([('  - {domain: tax, version: "2020.1"}\n', "")], [('budgets, version: "2020.1"', 'budgets, version: "2020.2"')])
    check("a standard that is no longer taken over goes", code == 0 and "domain: tax, version" not in text and 'budgets, version: "2020.2"' in text, printed + text)

def adoption_changes():
    code, text, printed = adopted([("信息形成之日起10个工作日内", "信息形成之日起5个工作日内")], [("      channels: [政府网站]", "      channels: [政府网站, 公开查阅点]  # 乙"), ("  # 更严", "  # 更严：已报市民政局")])
    check("changes of two sets merge clean", code == 0 and "5个工作日" in text and "channels: [政府网站, 公开查阅点]  # 乙" in text and "# 更严：已报市民政局" in text and text.count("# 更严") == 1 and "# 全称" in text, printed + text)
    code, text, printed = adopted([("to: {deadline: 信息形成之日起10个工作日内}", "to: {deadline: 信息形成之日起10个工作日内, mode: 主动}")], [("to: {deadline: 信息形成之日起10个工作日内}", "to: {deadline: 信息形成之日起10个工作日内, channels: [政府网站]}")])
    check("two fields of one set merge clean", code == 0 and "to: {deadline: 信息形成之日起10个工作日内, channels: [政府网站], mode: 主动}" in text and "<<<<" not in text, printed + text)
    new = "  - match: {{domain: budgets, topic: {0}}}\n    # {0}\n    to: {{mode: 主动}}\n"
    code, text, printed = adopted([("exclude:", new.format("甲") + "exclude:")], [("exclude:", new.format("乙") + "exclude:")])
    check("sets added at one place merge clean", code == 0 and new.format("甲") in text and new.format("乙") in text, printed + text)
    code, text, printed = adopted([("信息形成之日起10个工作日内", "信息形成之日起5个工作日内"), ("  - {item: budgets/3", "  - {item: budgets/4, reason: 甲}\n  - {item: budgets/3")], [("信息形成之日起10个工作日内", "信息形成之日起7个工作日内"), ("没有农村", "没有农村地区")])
    check("a set that both changed is a conflict, the rest is merged", code == 1 and text.count("<<<<<<<") == 1 and "没有农村地区" in text and "budgets/4" in text, printed + text)
    code, text, printed = adopted([("  - {item: budgets/3, reason: 本区没有}\n", "")], [("reason: 本区没有}", "reason: 本区没有此类事项}")])
    check("an exclusion taken out here and changed there is a conflict", code == 1 and "<<<<<<<" in text, printed + text)

def adoption_items():
    code, text, printed = adopted([("reason: 没有农村}\n", "reason: 没有农村}\n" + ADDED.format(id="a1", who="甲"))], [("reason: 没有农村}\n", "reason: 没有农村}\n" + ADDED.format(id="a2", who="乙"))])
    check("items added on both sides are both there", code == 0 and text.count("add:") == 1 and "甲餐" in text and "乙餐" in text and text.count("# 甲加") == 1 and text.count("# 乙加") == 1 and "form" not in printed, printed + text)
    code, text, printed = adopted([("没有农村", "没有农村地区")], [("reason: 没有农村}\n", "reason: 没有农村}\n# 本区另加\n" + ADDED.format(id="a1", who="乙"))])
    check("a block that one side added keeps its lines", code == 0 and text.endswith("reason: 没有农村地区}\n# 本区另加\n" + ADDED.format(id="a1", who="乙")), printed + text)
    both = ADOPTED + ADDED.format(id="a1", who="甲")
    code, text, printed = adopted([("甲餐", "甲餐点"), ("# 甲加", "# 甲加，已核")], [("20个工作日", "15个工作日"), ("    mode: 主动\n    levels", "    mode: 主动  # 乙\n    levels")], both)
    check("fields of an added item merge clean", code == 0 and "甲餐点" in text and "15个工作日" in text and "# 甲加，已核" in text and "# 乙\n" in text, printed + text)
    code, text, printed = adopted([("exclude:", "exclude: [")], [("没有农村", "没有农村地区")])
    check("an adoption that can't be read is merged as lines", code == 0 and "exclude: [" in text and "没有农村地区" in text and "as lines" in printed, printed + text)
    code, text, printed = adopted([("没有农村", "没有农村地区")], [("本区没有", "本区没有此类"), ("reason: 没有农村}\r\n", "reason: 没有农村}\r\n# 本区另加\r\n" + ADDED.format(id="a1", who="乙").replace("\n", "\r\n"))], ADOPTED.replace("  # 养老", "").replace("\n", "\r\n"))
    check("an adoption with line ends of Windows", code == 0 and "没有农村地区" in text and "乙餐" in text and text.count("\r\n") == text.count("\n"), printed + repr(text))

VOCABULARY = """kind: vocabulary
channels:
  - {id: own, name: 本市公告屏, aliases: [公告屏]}
"""

def words_of_the_workspace():
    shipped = open(SOURCE + "/catalogues/national/vocabulary.yaml", encoding="utf-8").read()
    own = re.sub(r"(?m)^channels:\n", "channels:\n" + VOCABULARY.split("channels:\n")[1], shipped, count=1)
    r = Repository(more={"catalog.yaml": "kind: workspace\ntitle: t\nversion: \"1\"\nvocabulary: vocabulary.yaml\n", "vocabulary.yaml": own})
    r.branches([("[政府网站, 两微一端", "[政府网站, 本市公告屏, 两微一端")], [("[政府网站, 两微一端", "[政府网站, 公告屏, 两微一端")])
    code, text, printed = r.merge()
    check("one word under two names is added once", own != shipped and code == 0 and text.count("公告屏") == 1, printed + text[:900])
    r.close()
    r = Repository(more={"catalog.yaml": "kind: workspace\ntitle: [\n", "vocabulary.yaml": own})
    r.branches([(SIX, SIX.replace("审批信息", "审批结果"))], [("低保对象名单及相关信息", "低保对象名单、金额")])
    code, text, printed = r.merge()
    check("a broken catalog.yaml does not stop the merge", code == 0 and "审批结果" in text and "低保对象名单、金额" in text and "as lines" not in printed, printed)
    r.close()

for test in (adoption_standards, adoption_changes, adoption_items, words_of_the_workspace, setup_is_idempotent, different_fields_of_one_item, both_add_at_the_same_place, a_real_conflict, removed_and_changed, unparsable, rebase_and_cherry_pick, comments_of_both, crlf): test()
for failure in failures: print(failure)
print(f"{checks} checks, {len(failures)} failures")
sys.exit(1 if failures or not checks else 0)
