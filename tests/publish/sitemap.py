#!/usr/bin/env python3
"""sitemap.xml of a built folder: every page of it and nothing else, each address a file that is there, days of the catalogues.

    sitemap.py CATALOG SOURCE_DIR
"""
import os, shutil, subprocess, sys, tempfile
from urllib.parse import unquote
from xml.etree import ElementTree

CATALOG, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
XSD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sitemap.xsd")
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
GIVEN, SITE = "https://www.example.gov.cn/公开&x='1'", "https://www.example.gov.cn/%E5%85%AC%E5%BC%80&x='1'/"
failures = []
work = tempfile.mkdtemp(prefix="catalog-sitemap-")
shutil.copytree(SOURCE + "/catalogues/national", work + "/national")
shutil.copytree(SOURCE + "/catalogues/shanghai", work + "/shanghai")
folder, out = work + "/shanghai", work + "/out"
env = dict(os.environ, CATALOG_DATA=work, CATALOG_LANG="en", TERM="dumb", HOME=work)

def fail(text): failures.append(text)
def run(*arguments, code=0):
    done = subprocess.run([CATALOG, *arguments], cwd=folder, env=env, capture_output=True, text=True, timeout=550)
    if done.returncode != code: fail(f"{' '.join(arguments)}: exit code {done.returncode}, not {code}: {done.stderr[-600:]}")
    return done
def build(*arguments, site=GIVEN, code=0): return run("build", "-o", out, "--format", "html", *(["--site-url", site] if site else []), *arguments, code=code)
def pages(): return {os.path.relpath(os.path.join(at, n), out) for at, _, names in os.walk(out) for n in names if n.endswith(".html") and not n.endswith((".fragment.html", ".cms.html"))}
def listed(what):
    """path → day, or None"""
    if shutil.which("xmllint"):
        done = subprocess.run(["xmllint", "--noout", "--schema", XSD, out + "/sitemap.xml"], capture_output=True, text=True)
        if done.returncode: fail(f"{what}: {done.stderr[:600]}")
    else: print("left out: xmllint is not installed (libxml2-utils)")
    found = {}
    for entry in ElementTree.parse(out + "/sitemap.xml").getroot():
        address = entry.findtext(SPACE + "loc")
        if not address.startswith(SITE): fail(f"{what}: {address} is elsewhere"); continue
        path = unquote(address[len(SITE):])
        if not os.path.isfile(f"{out}/{path}"): fail(f"{what}: {address} leads nowhere")
        found[path] = entry.findtext(SPACE + "lastmod")
    if set(found) != pages(): fail(f"{what}: lists {sorted(set(found) - pages())} and lacks {sorted(pages() - set(found))}")
    return found

build("--fragment")
first = listed("standards")
if len(first) < 27 or set(first.values()) != {"2020-12-31"}: fail(f"standards: {len(first)} pages of {set(first.values())}")
bytes_ = open(out + "/sitemap.xml", "rb").read()
time = os.stat(out + "/sitemap.xml").st_mtime_ns
build("--fragment", "--as-of", "2031-01-01")
if open(out + "/sitemap.xml", "rb").read() != bytes_ or os.stat(out + "/sitemap.xml").st_mtime_ns != time: fail("the clock is in it, or it was written again")
run("verify", out)

# The day of a catalogue is that of its publication, else of its confirmation, else from which it holds.
path = folder + "/standards/tax.yaml"
text = open(path, encoding="utf-8").read()
for head, day in (('confirmed: {by: 上海市税务局, on: "2021-01-05", digest: "0"}\n', "2021-01-05"),
                  ('published: {url: "https://a.cn/", on: "2021-02-03", digest: "0"}\nconfirmed: {by: 上海市税务局, on: "2021-01-05", digest: "0"}\n', "2021-02-03")):
    open(path, "w", encoding="utf-8").write(text.replace("items:\n", head + "items:\n", 1))
    build("--fragment", "--draft")
    days = listed(day)
    if days["tax.html"] != day or days["social-assistance.html"] != "2020-12-31" or days["index.html"] != day: fail(f"{day}: {days['tax.html']}, {days['index.html']}")
open(path, "w", encoding="utf-8").write(text)

# Units beside them: what stood there before stays in the list.
build("--unit", "310104", "--unit", "310104003")
both = listed("units beside standards")
if both.get("310104003/social-assistance.html") != "2020-12-31" or both.get("search.html") != "2020-12-31" or both.get("tax.html", "") is not None: fail(f"units beside standards: {both.get('310104003/social-assistance.html')}, {both.get('search.html')}, {both.get('tax.html')}")

# No address, no sitemap: an old one would list other pages.
said = build("--fragment", site=None).stderr
if os.path.exists(out + "/sitemap.xml") or "sitemap.xml" not in said: fail(f"a sitemap without an address: {said}")

# The comparison of versions does not take it for a catalogue.
xml = work + "/xml"
run("build", "-o", xml, "--format", "html", "--format", "xml", "--site-url", GIVEN)
if "sitemap" in (said := run("diff", xml, ".").stderr): fail(f"diff: {said}")

# What is no address is refused before anything is written.
shutil.rmtree(out)
for site in ("www.example.gov.cn", "javascript:alert(1)", "https://a.cn/\x01", "https://a.cn/?a", "https://u@a.cn/", "https://目录.cn", "https://"):
    if "--site-url" not in build(site=site, code=2).stderr or os.path.exists(out): fail(f"{site!r} is taken")
if "--format html" not in run("build", "-o", out, "--format", "csv", "--site-url", GIVEN, code=2).stderr: fail("a sitemap without pages")

shutil.rmtree(work)
for failure in failures: print(failure)
print(f"{len(first)} and {len(both)} pages, {len(failures)} failures")
sys.exit(1 if failures else 0)
