#!/usr/bin/env python3
"""A built folder is whole at any moment, lists its digests as sha256sum and openssl take them, and shows any byte that was changed.

    integrity.py CATALOG SOURCE_DIR
"""
import json, os, random, resource, shutil, signal, subprocess, sys, tempfile, time

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
KILLS = 12
random.seed(20201231)
failures = []
for needed in ("sha256sum", "openssl"):
    if not shutil.which(needed): print(f"skipped: needs {needed}"); sys.exit(77)

work = tempfile.mkdtemp(prefix="catalog-integrity-")
shutil.copytree(SOURCE + "/catalogues/national", work + "/national")
shutil.copytree(SOURCE + "/catalogues/shanghai", work + "/shanghai")
out, home = work + "/site", work + "/shanghai"
env = dict(os.environ, CATALOG_DATA=work, CATALOG_LANG="en", TERM="dumb")

def command(*arguments, **more): return [CATALOG, *arguments, "--as-of", "2026-01-01"]
def run(*arguments, code=0, **more):
    done = subprocess.run(command(*arguments), cwd=home, env=dict(env, **more.pop("env", {})), capture_output=True, text=True, timeout=300, **more)
    if code is not None and done.returncode != code: failures.append(f"{' '.join(arguments)}: exit code {done.returncode}, not {code}: {done.stderr[-600:]}")
    return done
def build(*more, **options): return run("build", "-o", out, "--format", "html", "--format", "csv", "--format", "xml", *more, **options)
def sound(what):
    done = run("verify", out, "--format", "json", code=None)
    if done.returncode: failures.append(f"{what}: {done.stdout[:400]}{done.stderr[:400]}")
    return done.returncode == 0
def files(folder): return sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names)
def state(folder): return {path: (os.stat(f"{folder}/{path}").st_ino, os.stat(f"{folder}/{path}").st_mtime_ns) for path in files(folder)}
def content(folder): return {path: open(f"{folder}/{path}", "rb").read() for path in files(folder)}
def litter(): return [name for name in os.listdir(work) if name.startswith(".")]

# As others read it.
build()
summed = subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=out, capture_output=True, text=True)
if summed.returncode or summed.stdout or summed.stderr: failures.append(f"sha256sum: {summed.stdout}{summed.stderr}")
sound("a fresh build")
if sorted(line[66:] for line in open(out + "/SHA256SUMS").read().splitlines()) != [path for path in files(out) if path != "SHA256SUMS"]: failures.append("the manifest lists other files than there are")

# Nothing changed: nothing is touched, whatever the clock, the time zone, the threads.
before, folder = state(out), os.stat(out).st_ino
time.sleep(1.1)
build("--threads", "1", env={"TZ": "Pacific/Auckland"})
if state(out) != before or os.stat(out).st_ino != folder: failures.append("a second build touched files")
run("build", "-o", work + "/again", "--format", "html", "--format", "csv", "--format", "xml", "--threads", "3", env={"TZ": "America/Lima", "LC_ALL": "C.UTF-8"})
if content(out) != content(work + "/again"): failures.append("two builds differ")

# One standard changed: only what it is in is written.
standard = home + "/standards/tax.yaml"
original = open(standard, encoding="utf-8").read()
changed = original.replace("公开事项", "公开事项").replace("topic: ", "topic: 改", 1)
if changed == original: failures.append("nothing was changed")
open(standard, "w", encoding="utf-8").write(changed)
build()
after = state(out)
touched = sorted(path for path in after if after[path] != before.get(path))
if not {"tax.html", "tax.csv", "tax.xml", "SHA256SUMS"} <= set(touched) or any(path.startswith("social-assistance.") for path in touched): failures.append(f"touched: {touched}")
sound("a changed build")

# Signed.
for name in ("own", "other"):
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", f"{work}/{name}.pem"], check=True, capture_output=True)
    subprocess.run(["openssl", "pkey", "-in", f"{work}/{name}.pem", "-pubout", "-out", f"{work}/{name}.pub"], check=True, capture_output=True)
subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024", "-out", work + "/rsa.pem"], check=True, capture_output=True)
for key in ("own", "rsa"): os.chmod(f"{work}/{key}.pem", 0o600)
os.chmod(work + "/other.pem", 0o644)
held = content(out)
for key, word in ((work + "/other.pem", "chmod 600"), (work + "/rsa.pem", "Ed25519"), (work + "/none.pem", "does not exist")):
    if word not in build("--sign", key, code=2).stderr: failures.append(f"--sign {key}: no word of “{word}”")
if content(out) != held: failures.append("a key that is none changed the folder")
run("verify", out, "--key", work + "/own.pub", code=1)
build("--sign", work + "/own.pem")
checked = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", work + "/own.pub", "-rawin", "-in", out + "/SHA256SUMS", "-sigfile", out + "/SHA256SUMS.sig"], capture_output=True, text=True)
if checked.returncode: failures.append(f"openssl: {checked.stdout}{checked.stderr}")
run("verify", out, "--key", work + "/own.pub")
run("verify", out, "--key", work + "/other.pub", code=1)
run("verify", out, "--key", work + "/own.pem", code=2)

# Any byte that was changed, in any file, is found; so is what is lost or added.
for path in files(out):
    full = f"{out}/{path}"
    bytes_ = open(full, "rb").read()
    at = random.randrange(len(bytes_))
    with open(full, "r+b") as file: file.seek(at); file.write(bytes([bytes_[at] ^ (1 << random.randrange(8))]))
    done = run("verify", out, "--key", work + "/own.pub", "--format", "json", code=None)
    if done.returncode not in (1, 2) or (path not in ("SHA256SUMS", "SHA256SUMS.sig") and (done.returncode != 1 or json.loads(done.stdout)["changed"] != [path])): failures.append(f"a changed byte of {path}: {done.returncode} {done.stdout[:300]}")
    with open(full, "r+b") as file: file.seek(at); file.write(bytes_[at:at + 1])
os.rename(out + "/tax.html", work + "/tax.html"); os.mkdir(out + "/more"); open(out + "/more/new.html", "w").close()
done = json.loads(run("verify", out, "--format", "json", code=1).stdout)
if (done["lost"], done["added"], done["signature"]) != (["tax.html"], ["more/new.html"], "not-checked"): failures.append(f"lost and added: {done}")

# Others' files are never lost.
held = content(out)
if "more/new.html" not in build(code=2).stderr or content(out) != held: failures.append("a folder with another's file was not left alone")
shutil.rmtree(out + "/more")
os.mkdir(work + "/foreign"); open(work + "/foreign/thesis.txt", "w").write("mine")
if "thesis.txt" not in run("build", "-o", work + "/foreign", code=2).stderr or files(work + "/foreign") != ["thesis.txt"]: failures.append("a folder of others was not left alone")
open(work + "/file", "w").close()
run("build", "-o", work + "/file", code=2)

# A build without the key leaves the signature of an equal manifest, and takes that of another away.
build()
run("verify", out, "--key", work + "/own.pub")
open(standard, "w", encoding="utf-8").write(original)
build()
if os.path.exists(out + "/SHA256SUMS.sig"): failures.append("a signature of another manifest is left")

# A domain that is no more goes, and this is said; what was built for units stays.
run("build", "--unit", "310104", "-o", out, "--format", "html")
os.rename(home + "/standards/tax.yaml", work + "/tax.yaml")
shutil.copytree(home + "/adoptions", work + "/adoptions")
subprocess.run(["sed", "-i", "/{domain: tax,/d"] + [f"{home}/adoptions/{name}" for name in os.listdir(home + "/adoptions")], check=True)
said = build()
if os.path.exists(out + "/tax.html") or "removed" not in said.stderr: failures.append(f"tax.html is left: {said.stderr[-300:]}")
if not os.path.exists(out + "/310104/social-assistance.html"): failures.append("the unit's catalogue is gone")
os.rename(work + "/tax.yaml", home + "/standards/tax.yaml")
shutil.rmtree(home + "/adoptions"); os.rename(work + "/adoptions", home + "/adoptions")
sound("after a domain went")

# A disk that is full: the old site stands.
def no_room(): signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
build()
held = content(out)
open(standard, "w", encoding="utf-8").write(changed)
if not build(code=2, preexec_fn=no_room).stderr: failures.append("no word of the full disk")
if content(out) != held or litter(): failures.append(f"a full disk left something: {litter()}")

# Killed at any moment, a reader sees one version or the other, whole.
open(standard, "w", encoding="utf-8").write(original); build(); versions = [content(out)]
open(standard, "w", encoding="utf-8").write(changed); build(); versions.append(content(out))
started = time.time(); build(); whole = time.time() - started
for turn in range(KILLS):
    open(standard, "w", encoding="utf-8").write([original, changed][turn % 2])
    process = subprocess.Popen(command("build", "-o", out, "--format", "html", "--format", "csv", "--format", "xml"), cwd=home, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(whole * random.uniform(0.3, 1.1)); process.kill(); process.wait()
    if content(out) not in versions: failures.append(f"kill {turn}: half a site")
build(); sound("after kills")
if litter(): failures.append(f"killed builds left {litter()}")

# Two builds at once do not mix.
both = [subprocess.Popen(command("build", "-o", out, *more), cwd=home, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for more in (["--format", "html"], ["--format", "json", "--format", "csv"])]
if [process.wait() for process in both] != [0, 0]: failures.append("two builds at once fail")
sound("two builds at once")

shutil.rmtree(work)
for failure in failures: print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
