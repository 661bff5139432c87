#!/usr/bin/env python3
"""Every kind of bad input × every command → the exact exit code, a message that names the place, and nothing half-written.

    exit_codes.py CATALOG SOURCE_DIR
"""
import os, resource, shutil, subprocess, sys, tempfile

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SANITIZED = bool(os.environ.get("CATALOG_SANITIZED"))
failures, runs = [], 0
PUBLIC = ""  # where anybody may read: set by permissions()

GOOD_LIST = open(SOURCE + "/catalogues/shanghai/lists/310104/social-assistance.yaml", encoding="utf-8").read()
LIST = "lists/310104/social-assistance.yaml"

def workspace(folder):
    """A small workspace with one good list."""
    os.makedirs(folder + "/lists/310104")
    open(folder + "/catalog.yaml", "w").write(
        'kind: workspace\ntitle: 测试\nversion: "2020.1"\nguidelines: builtin:national\nunits: units.yaml\n')
    shutil.copy(SOURCE + "/catalogues/shanghai/units.yaml", folder + "/units.yaml")
    open(f"{folder}/{LIST}", "w", encoding="utf-8").write(GOOD_LIST)

def write(folder, path, content):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    open(full, "wb").write(content if isinstance(content, bytes) else content.encode("utf-8"))

def replaced(old, new): return GOOD_LIST.replace(old, new, 1)

# name → what is done to the workspace; the exit codes of `validate`, `build` and `new`; words that must be printed by validate
DEEP = "a: " + "[" * 10000
BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98+i)}: &{chr(98+i)} [{','.join('*'+chr(97+i) for _ in range(10))}]\n" for i in range(12))
BAD_LISTS = {
    "syntax error": (lambda f: write(f, LIST, replaced("topic: 综合业务", "topic: [综合业务")), 1, 1, 0, [LIST]),
    "half-width colon in a text": (lambda f: write(f, LIST, replaced("topic: 综合业务", "topic: 综合: 业务")), 1, 1, 0, [LIST]),
    "UTF-16": (lambda f: write(f, LIST, GOOD_LIST.encode("utf-16")), 1, 1, 0, [LIST, "UTF-16"]),
    "GB18030": (lambda f: write(f, LIST, GOOD_LIST.encode("gb18030")), 1, 1, 0, [LIST, "GB18030"]),
    "truncated UTF-8": (lambda f: write(f, LIST, GOOD_LIST.encode()[:2000] + b"\xe6\x94"), 1, 1, 0, [LIST]),
    "unknown key": (lambda f: write(f, LIST, replaced("audience:", "audiense:")), 1, 1, 0, ["key-unknown", "audience"]),
    "doubled key": (lambda f: write(f, LIST, replaced("    audience: 全社会", "    audience: 全社会\n    audience: 全社会")), 1, 1, 0, ["key-doubled"]),
    "wrong type": (lambda f: write(f, LIST, replaced("topic: 综合业务", "topic: {a: b}")), 1, 1, 0, ["type-wrong"]),
    "malformed date": (lambda f: write(f, LIST, replaced('effective: "2020-12-31"', 'effective: "2020-13-31"')), 1, 1, 0, ["value-malformed"]),
    "empty file": (lambda f: write(f, LIST, ""), 1, 1, 0, [LIST]),
    "comments only": (lambda f: write(f, LIST, "# nothing\n"), 1, 1, 0, [LIST]),
    "no kind": (lambda f: write(f, LIST, replaced("kind: list\n", "")), 1, 1, 0, [LIST]),
    "two documents": (lambda f: write(f, LIST, GOOD_LIST + "\n---\nkind: list\n"), 1, 1, 0, [LIST]),
    "NUL byte": (lambda f: write(f, LIST, GOOD_LIST + "\x00"), 1, 1, 0, [LIST]),
    "nesting of 10,000": (lambda f: write(f, LIST, DEEP), 1, 1, 0, [LIST]),
    "alias bomb": (lambda f: write(f, LIST, BOMB), 1, 1, 0, [LIST]),
    "a key a million times": (lambda f: write(f, LIST, "kind: list\n" + "a: b\n" * 1000000), 1, 1, 0, [LIST]),
    "a text of 100 MB": (lambda f: write(f, LIST, "kind: list\nnote: " + "x" * 100_000_000), 1, 1, 0, [LIST]),
    "a text of 20 MB": (lambda f: write(f, LIST, "kind: list\nnote: " + "x" * 20_000_000), 1, 1, 0, [LIST]),
    "broken catalog.yaml": (lambda f: write(f, "catalog.yaml", "kind: workspace\ntitle: [x\n"), 1, 1, 2, ["catalog.yaml"]),
    "a path in catalog.yaml that leads nowhere": (lambda f: write(f, "catalog.yaml", 'kind: workspace\ntitle: x\nversion: "1"\nguidelines: nowhere\nunits: units.yaml\n'), 1, 1, 2, ["nowhere", "catalog.yaml"]),
    "no list at all": (lambda f: shutil.rmtree(f + "/lists"), 2, 2, 0, []),
    "no workspace": (lambda f: os.remove(f + "/catalog.yaml"), 2, 2, 2, ["catalog.yaml"]),
    "good": (lambda f: None, 0, 0, 0, []),
}

def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # other work on the machine does not count
    return used.ru_utime + used.ru_stime

def ordinary():
    """What checking a small good workspace takes on this machine, now: it may be a slow one."""
    folder, before = fresh(), processor_time()
    subprocess.run([CATALOG, "validate"], cwd=folder, env=dict(os.environ, CATALOG_DATA=SOURCE + "/catalogues"), check=True, capture_output=True)
    return processor_time() - before

ORDERLY = None # whatever the code is, as long as no signal ended the command

def run(arguments, folder, expected, what, words=(), as_nobody=False, stdout=None, seconds=None, memory=1 << 30):
    global runs
    runs += 1
    program, data = (PUBLIC + "/catalog", PUBLIC + "/catalogues") if as_nobody else (CATALOG, SOURCE + "/catalogues")
    env = dict(os.environ, CATALOG_LANG="zh", CATALOG_DATA=data, TERM="dumb")
    def prepare():
        if not SANITIZED: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if as_nobody: os.setgid(65534); os.setuid(65534)
    before = processor_time()
    done = subprocess.run([program] + arguments, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=prepare, timeout=120)
    took = processor_time() - before
    printed = ((done.stdout or b"") + done.stderr).decode("utf-8", "replace")
    name = f"{what}: catalog {' '.join(arguments)}"
    allowed = (0, 1, 2) if expected is ORDERLY else (expected,)
    if done.returncode not in allowed: failures.append(f"{name}: exit code {done.returncode}, not {allowed}\n{printed[:1500]}")
    if done.returncode and not printed.strip(): failures.append(f"{name}: fails without a word")
    for word in words:
        if word not in printed: failures.append(f"{name}: does not print “{word}”\n{printed[:1500]}")
    if seconds and not SANITIZED and took > seconds and took > 30 * ordinary(): failures.append(f"{name}: took {took:.2f} s of processor time, more than {seconds}, and more than 30 ordinary runs")
    return printed

def fresh():
    folder = tempfile.mkdtemp(prefix="catalog-exit-")
    os.chmod(folder, 0o755)
    workspace(folder)
    return folder

def files_of(folder): return sorted(os.path.join(d, n) for d, _, names in os.walk(folder) for n in names)

def bad_lists():
    for name, (damage, validate, build, new, words) in BAD_LISTS.items():
        folder = fresh()
        damage(folder)
        before = files_of(folder)
        run(["validate"], folder, validate, name, words, seconds=4)
        if name not in ("no workspace", "no list at all", "good", "broken catalog.yaml", "a path in catalog.yaml that leads nowhere"):
            run(["validate", LIST], folder, validate, name, words)
        run(["build"], folder, build, name)
        if build and files_of(folder) != before: failures.append(f"{name}: a build that failed left {set(files_of(folder)) - set(before)}")
        run(["new", "--domain", "tax", "--unit", "310104", "-o", "-"], folder, new, name)
        for command in (["rules"], ["schema", "list"], ["explain", "key-unknown"], ["completion", "bash"], ["--version"], ["validate", "--help"]):
            run(command, folder, 0, name)
        shutil.rmtree(folder)

def short_of_memory():
    if SANITIZED: return
    folder = fresh()
    with open(folder + "/" + LIST, "a", encoding="utf-8") as text: text.write("# 注\n" * 7_000_000)
    # Where it is short differs: in reading, in checking, in taking apart.
    said = [run(["validate"], folder, ORDERLY, f"{megabytes} MB of memory", memory=megabytes << 20) for megabytes in range(120, 280, 20)]
    if not any("内存不足" in text for text in said): failures.append(f"too little memory is not said: {said[0][:500]}")
    shutil.rmtree(folder)

def paths():
    folder = fresh()
    run(["validate", "nowhere.yaml"], folder, 2, "a path that does not exist", ["nowhere.yaml"])
    run(["build", "nowhere.yaml"], folder, 2, "a path that does not exist", ["nowhere.yaml"])
    run(["new", "--domain", "social-assistance", "--unit", "310104"], folder, 2, "a list that exists already", [LIST])
    run(["new", "--domain", "social-asistance", "--unit", "310104"], folder, 2, "a domain that does not exist", ["social-assistance"])
    run(["new", "--domain", "tax", "--unit", "310140"], folder, 2, "a unit that does not exist", ["3101"])
    run(["init"], folder, 2, "a workspace that exists already", ["catalog.yaml"])
    open(folder + "/file", "w").close()
    run(["build", "-o", "file"], folder, 2, "an output folder that is a file", ["file"])
    run(["init", "file/below"], folder, 2, "a folder below a file", ["file"])
    run(["build", "-o", "/proc/nowhere"], folder, 2, "an output folder that can't be made", ["/proc/nowhere"])
    empty = tempfile.mkdtemp(prefix="catalog-empty-")
    for command in (["validate"], ["build"], ["new", "--domain", "tax", "--unit", "310104"]):
        run(command, empty, 2, "an empty folder", ["catalog.yaml"])
    shutil.rmtree(empty)
    shutil.rmtree(folder)

def usage():
    folder = fresh()
    for arguments, words in ((["validat"], ["validate"]), (["validate", "--formt", "json"], ["--format"]), (["validate", "--format", "sarrif"], []),
                             (["validate", "--report", "json"], ["--report"]), (["validate", "--fail-on", "fatal"], ["--fail-on"]),
                             (["validate", "--only", "deadline-long"], ["deadline-longer"]), (["validate", "--as-of", "yesterday"], ["--as-of"]),
                             (["explain", "deadline-longr"], ["deadline-longer"]), (["explain"], ["RULE"]), (["schema", "lst"], ["list"]),
                             (["rules", "--family", "nothing"], ["nothing"]), (["build", "--format", "docx"], ["docx"]), (["build", "--fragment=all"], ["all"]), (["build", "--format", "csv", "--fragment"], ["--fragment"]),
                             (["build", "--draft=final"], ["--draft"]), (["build", "--format", "html", "--pdf"], ["--format xlsx"]), (["build", "--pdf", "--pdf-timeout", "0"], ["--pdf-timeout"]),
                             (["build", "--site-url", "ftp://a.cn"], ["--site-url"]), (["build", "--format", "csv", "--site-url", "https://a.cn"], ["--format html"]), (["completion", "tcsh"], [])):
        run(arguments, folder, 2, "wrong usage", words)
    shutil.rmtree(folder)

def law_changes():
    """`adjust --replace-basis` and `impact`: what can't be done, what is found, and nothing half-written."""
    folder = fresh()
    guideline = open(SOURCE + "/catalogues/national/guidelines/social-assistance.yaml", encoding="utf-8").read()
    given = tempfile.mkdtemp(prefix="catalog-given-")  # outside the workspace, where nothing else reads them
    write(given, "same.yaml", guideline)
    write(given, "stricter.yaml", guideline.replace("10个工作日内", "3个工作日内"))
    write(given, "list.yaml", GOOD_LIST)
    write(given, "utf16.yaml", guideline.encode("utf-16"))
    write(given, "deep.yaml", DEEP)
    write(given, "bomb.yaml", BOMB)
    write(given, "empty.yaml", "")
    before = files_of(folder)
    run(["impact", given + "/same.yaml"], folder, 0, "the guideline in use")
    run(["impact", given + "/stricter.yaml"], folder, 1, "a stricter guideline", ["deadline-longer", LIST])
    run(["impact", given + "/stricter.yaml", "--fail-on", "never"], folder, 0, "a stricter guideline")
    for name in ("list", "utf16", "deep", "bomb", "empty", "nowhere"):
        run(["impact", f"{given}/{name}.yaml"], folder, 2, f"no guideline: {name}", [f"{name}.yaml"], seconds=4)
    run(["impact", "."], folder, 2, "a folder for a guideline", ["."])
    run(["impact"], folder, 2, "wrong usage", ["GUIDELINE"])
    run(["impact", given + "/stricter.yaml", "--format", "xlsx", "-o", "/dev/full"], folder, 2, "a report on a full disk", ["/dev/full"])
    run(["impact", given + "/stricter.yaml", "--as-of", "yesterday"], folder, 2, "wrong usage", ["--as-of"])
    run(["impact", given + "/stricter.yaml", "--fail-on", "fatal"], folder, 2, "wrong usage", ["--fail-on"])
    old, new = "国发〔2012〕45号", "国务院令第649号"
    run(["adjust", "--replace-basis", old, new, "--dry-run"], folder, 0, "a dry run", [LIST])
    run(["adjust", "--replace-basis", old], folder, 2, "wrong usage", ["--replace-basis"])
    run(["adjust", "--replace-basis", old, "国务院令第9999号"], folder, 2, "a document that is not registered", ["legal.yaml"])
    run(["adjust", "--replace-basis", "政府信息公开条例", new], folder, 2, "an ambiguous document", ["国务院令第492号"])
    if files_of(folder) != before: failures.append(f"law changes: left {set(files_of(folder)) - set(before)}")
    for name, damage in (("syntax error", replaced("topic: 综合业务", "topic: [综合业务")), ("UTF-16", GOOD_LIST.encode("utf-16")), ("truncated UTF-8", GOOD_LIST.encode()[:2000] + b"\xe6\x94")):
        write(folder, "lists/310104/broken.yaml", damage)
        run(["adjust", "--replace-basis", old, new], folder, 2, name, ["broken.yaml"])
        run(["impact", given + "/stricter.yaml"], folder, 2, name, ["broken.yaml"])
        if open(f"{folder}/{LIST}", encoding="utf-8").read() != GOOD_LIST: failures.append(f"{name}: replacing a basis wrote {LIST} although another file can't be read")
    os.remove(folder + "/lists/310104/broken.yaml")
    run(["adjust", "--replace-basis", old, new], folder, 0, "a replaced document", ["adjustments.yaml"])
    run(["adjust", "--replace-basis", old, new], folder, 0, "a replaced document, again", [old])
    empty = tempfile.mkdtemp(prefix="catalog-empty-")
    for command in (["adjust", "--replace-basis", old, new], ["impact", given + "/stricter.yaml"]): run(command, empty, 2, "an empty folder", ["catalog.yaml"])
    small = folder + "/small"
    os.mkdir(small)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small], stderr=subprocess.DEVNULL).returncode == 0:
        try:
            workspace(small)
            rest = os.statvfs(small).f_bavail * os.statvfs(small).f_frsize
            write(small, "filler", b"x" * (rest - 4096))
            there = {p: open(p, "rb").read() for p in files_of(small)}
            run(["adjust", "--replace-basis", old, new], small, 2, "replacing a basis on a full disk", [LIST])
            if {p: open(p, "rb").read() for p in files_of(small)} != there: failures.append("replacing a basis on a full disk: files were changed or left")
        finally: subprocess.run(["umount", small], check=True)
    shutil.rmtree(empty)
    shutil.rmtree(given)
    shutil.rmtree(folder)

def full_disk():
    folder = fresh()
    with open("/dev/full", "w") as full:
        run(["rules"], folder, 2, "standard output on a full disk", stdout=full)
        run(["validate", "--format", "json"], folder, 2, "standard output on a full disk", stdout=full)
    run(["validate", "--report", "json=/dev/full"], folder, 2, "a report on a full disk", ["/dev/full"])
    run(["new", "--domain", "tax", "--unit", "310104", "-o", "/dev/full"], folder, 2, "a list on a full disk", ["/dev/full"])
    small = folder + "/small"
    os.mkdir(small)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], stderr=subprocess.DEVNULL).returncode == 0:
        try:
            run(["build", "-o", "small"], folder, 2, "a full disk", ["small"])
            left = [p for p in files_of(small) if os.path.basename(p).startswith(".")]
            if left: failures.append(f"a full disk: half-written files are left: {left}")
        finally: subprocess.run(["umount", small], check=True)
    else: print("a small tmpfs can't be mounted here: the full disk was tried with /dev/full only")
    shutil.rmtree(folder)

def merging():
    folder = tempfile.mkdtemp(prefix="catalog-exit-")
    shutil.copytree(SOURCE + "/catalogues", folder, dirs_exist_ok=True)
    merge = ["merge", "--domain", "social-assistance", "--workspace", "shanghai"]
    before = {path: open(path, "rb").read() for path in files_of(folder)}
    run(merge + ["-o", "/dev/full"], folder, 2, "a standard on a full disk", ["/dev/full"])
    with open("/dev/full", "w") as full:
        run(merge + ["-o", "-"], folder, 2, "standard output on a full disk", stdout=full)
    run(merge + ["--report", "json=/dev/full"], folder, 2, "a report on a full disk", ["/dev/full"])
    run(merge + ["-o", "shanghai/catalog.yaml/standard.yaml"], folder, 2, "a file for a folder", ["catalog.yaml"])
    if {path: open(path, "rb").read() for path in files_of(folder)} != before: failures.append("a merge that failed changed files")
    run(merge + ["-o", "merged/standard.yaml"], folder, 0, "a folder that is new", ["merged/standard.yaml"])
    shutil.rmtree(folder)

def permissions():
    global PUBLIC
    if os.getuid() != 0: return print("not root: permissions were not tried")
    # The project may lie where nobody may look.
    PUBLIC = tempfile.mkdtemp(prefix="catalog-public-")
    shutil.copy(CATALOG, PUBLIC + "/catalog")
    shutil.copytree(SOURCE + "/catalogues/national", PUBLIC + "/catalogues/national")
    subprocess.run(["chmod", "-R", "a+rX", PUBLIC], check=True)
    def become_nobody(): os.setgid(65534); os.setuid(65534)
    try: subprocess.run([PUBLIC + "/catalog", "--version"], check=True, capture_output=True, preexec_fn=become_nobody)
    except PermissionError:
        shutil.rmtree(PUBLIC)
        return print("no other user may enter this machine's folders: permissions were not tried")
    folder = fresh()
    os.chmod(f"{folder}/{LIST}", 0)
    run(["validate"], folder, 2, "an unreadable file", [LIST], as_nobody=True)
    run(["build"], folder, 2, "an unreadable file", [LIST], as_nobody=True)
    os.chmod(f"{folder}/{LIST}", 0o644)
    run(["build"], folder, 2, "a folder that can't be written", ["build"], as_nobody=True)
    run(["validate"], folder, 0, "a folder that can't be written", as_nobody=True)
    run(["adjust", "--replace-basis", "国发〔2012〕45号", "国务院令第649号"], folder, 2, "a folder that can't be written", [LIST], as_nobody=True)
    run(["new", "--domain", "tax", "--unit", "310104"], folder, 2, "a folder that can't be written", as_nobody=True)
    shutil.rmtree(folder)
    shutil.rmtree(PUBLIC)

def history_and_release():
    folder = fresh()
    address = "list/310104/social-assistance/1"
    run(["log", address], folder, 2, "no repository", ["git"])
    subprocess.run("git init -q . && git add -A && git -c user.name=t -c user.email=t@t commit -qm 1", shell=True, cwd=folder, check=True)
    run(["log", address], folder, 0, "a history", [address])
    run(["log", "list/310104/social-assistance/999"], folder, 2, "an item that never was", ["list/310104/social-assistance/"])
    run(["log", "310104/social-assistance/1"], folder, 2, "an address that says no kind", ["list/310104/social-assistance/1"])
    run(["log"], folder, 2, "no address", ["ADDRESS"])
    run(["log", address, "nowhere"], folder, 2, "a revision that does not exist", ["nowhere"])
    run(["log", address, "--since", "nowhere"], folder, 2, "a revision that does not exist", ["nowhere"])
    run(["log", address, "--field", "deadlin"], folder, 2, "a field that does not exist", ["deadline"])
    run(["log", address, "--only", "smaller"], folder, 2, "a class that does not exist", ["narrowed"])
    run(["log", address, "--max-count", "-1"], folder, 2, "a count below zero", ["--max-count"])
    run(["log", address, "-o", "/dev/full"], folder, 2, "a history on a full disk", ["/dev/full"])
    before = {path: open(path, "rb").read() for path in files_of(folder) if "/.git/" not in path}
    def unchanged(what):
        now = {path: open(path, "rb").read() for path in files_of(folder) if "/.git/" not in path}
        if now != before: failures.append(f"{what}: a release that was refused or failed left {[p for p in set(now) | set(before) if now.get(p) != before.get(p)]}")
    run(["release", "2020-2"], folder, 2, "no version", ["2020-2"])
    run(["release", "2020.2", "--on", "yesterday"], folder, 2, "no date", ["--on"])
    run(["release", "2020.2", "--effective", "yesterday"], folder, 2, "no date", ["--effective"])
    run(["release", "2020.2", "--url", "example.org"], folder, 2, "no address of the web", ["--url"])
    run(["release", "2020.2", "--since", "nowhere"], folder, 2, "a revision that does not exist", ["nowhere"])
    run(["release", "--changelog", "/dev/full"], folder, 2, "a record of changes on a full disk", ["/dev/full"])
    unchanged("wrong usage")
    write(folder, LIST, replaced("audience:", "audiense:"))
    before = {path: open(path, "rb").read() for path in files_of(folder) if "/.git/" not in path}
    run(["release", "2020.2"], folder, 1, "a workspace with errors", ["key-unknown", LIST])
    unchanged("a workspace with errors")
    write(folder, LIST, GOOD_LIST)
    run(["release", "2020.1", "--dry-run"], folder, 0, "a release that is only shown", ["CHANGELOG.md"])
    run(["release", "2020.1"], folder, 0, "a release", ["git tag"])
    write(folder, "catalog.yaml", "kind: workspace\ntitle: [x\n")
    run(["release"], folder, 2, "broken catalog.yaml", ["catalog.yaml"])
    shutil.rmtree(folder)

bad_lists(); short_of_memory(); paths(); usage(); law_changes(); full_disk(); merging(); permissions(); history_and_release()
for failure in failures: print(failure)
print(f"{runs} runs, {len(failures)} failures")
sys.exit(1 if failures else 0)
