#!/usr/bin/env python3
"""A real browser opens the pages from the disk, without a server: every item stands at its own address, links between the pages lead
somewhere, and nothing else is asked for.

    browser.py CATALOG SOURCE_DIR          (exit code 77 where there is no Chromium)
"""
import glob, json, os, re, shutil, subprocess, sys, tempfile

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
chromium = shutil.which("chromium")
if not chromium:
    print("chromium is not installed: the pages were not opened")
    sys.exit(77)
folder = tempfile.mkdtemp(prefix="catalog-browser-")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues", HOME=folder)
subprocess.run([catalog, "build", source + "/catalogues/shanghai", "-o", folder + "/site", "--format", "html", "--format", "json", "--format", "xlsx", "--format", "xml"],
               env=env, check=True, capture_output=True)
options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
           "--disable-sync", "--disable-dev-shm-usage", f"--user-data-dir={folder}/profile"]
failures = []

def opened(page):
    return subprocess.run([chromium, *options, "--dump-dom", f"file://{folder}/site/{page}"], env=env, capture_output=True, timeout=120).stdout.decode("utf-8")

def check_links(page, dom):
    for link in re.findall(r'(?:href|src)="([^"#]*)(?:#[^"]*)?"', dom):
        if re.match(r"[a-z]+:|//", link): failures.append(f"{page}: leads outside: {link}")
        elif link and not os.path.exists(os.path.join(folder, "site", link)): failures.append(f"{page}: leads nowhere: {link}")

index = opened("index.html")
check_links("index.html", index)
domains = [os.path.basename(p)[:-5] for p in sorted(glob.glob(folder + "/site/*.json"))]
for domain in domains:
    if f'href="{domain}.html"' not in index: failures.append(f"index.html: no link to {domain}.html")
for domain in ("social-assistance", "health", "rural-land-expropriation"):
    dom = opened(domain + ".html")
    check_links(domain + ".html", dom)
    items = json.load(open(f"{folder}/site/{domain}.json", encoding="utf-8"))["catalogue"]["items"]
    there = set(re.findall(r'\bid="([^"]+)"', dom))
    missing = [item["id"] for item in items if item["id"] not in there]
    if missing or not items: failures.append(f"{domain}.html: no anchor for {missing}")
    if 'lang="zh' not in dom: failures.append(f"{domain}.html: does not say that it is Chinese")
shutil.rmtree(folder, ignore_errors=True)
for failure in failures: print(failure)
print(f"{len(domains)} domains, {len(failures)} failures")
sys.exit(1 if failures or len(domains) != 26 else 0)
