#!/usr/bin/env python3
"""The site of all units, as a reader has it: built, read as files, then opened in Chromium (site.mjs).

    site.py CATALOG SOURCE_DIR TOOLS [--keep FOLDER]

TOOLS is the folder that browser-tools.sh filled. Exit code 77 where something is missing, unless CATALOG_TESTS_INSTALLED says that all of
it was installed.
"""
import functools, http.server, os, re, shutil, subprocess, sys, tempfile, threading
from html.parser import HTMLParser

catalog, source, tools = (os.path.abspath(a) for a in sys.argv[1:4])
here = os.path.dirname(os.path.abspath(__file__))
FIRST_CONTENT = 150 * 1000  # bytes: the page, its style and its scripts
# What a careful server sends: nothing inline, nothing from elsewhere.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'"
failures = []

def fail(text): failures.append(text)

def missing(what):
    print(f"the site was not opened: {what}")
    sys.exit(1 if os.environ.get("CATALOG_TESTS_INSTALLED") else 77)

for command in ("chromium", "node"):
    if not shutil.which(command): missing(f"{command} is not installed")
if not os.path.isdir(tools + "/node_modules/axe-core"): missing(f"nothing in {tools}; run tests/publish/browser-tools.sh {tools}")

folder = tempfile.mkdtemp(prefix="catalog-site-")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues", HOME=folder, CATALOG_LANG="en")

def build(out, *options):
    done = subprocess.run([catalog, "build", source + "/catalogues/shanghai", "-o", f"{folder}/{out}", *options], env=env, capture_output=True, text=True)
    if done.returncode: fail(f"build {options}: {done.stderr}")
    return done

site = folder + "/site"
build("site", "--all-units", "--format", "html", "--format", "csv")
build("plain", "--format", "html")

class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.inline, self.assets = [], [], [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given: self.ids.append(given["id"])
        if tag == "a": self.links.append(given["href"])
        if tag == "link": self.assets.append(given["href"])
        if tag == "script": self.assets.append(given.get("src", ""))
        if tag == "style" or tag == "script" and "src" not in given or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(tag)

@functools.cache
def page(path):
    parser = Links()
    with open(path, encoding="utf-8") as opened: parser.feed(opened.read())
    return parser

def check_page(path):
    name, parser = os.path.relpath(path, site), page(path)
    if parser.inline: fail(f"{name}: style or script inline: {parser.inline[:3]}")
    if len(set(parser.ids)) != len(parser.ids): fail(f"{name}: an id is there twice")
    for link in parser.links + parser.assets:
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:|//", target): fail(f"{name}: leads outside: {link}"); continue
        there = os.path.normpath(os.path.join(os.path.dirname(path), target)) if target else path
        if not os.path.isfile(there): fail(f"{name}: leads nowhere: {link}")
        elif anchor and anchor not in page(there).ids: fail(f"{name}: no such place: {link}")
    size = sum(os.path.getsize(os.path.join(os.path.dirname(path), a)) for a in set(parser.assets))
    return size

largest = ("", 0)
pages = sorted(os.path.join(top, n) for top, _, names in os.walk(site) for n in names if n.endswith(".html"))
# Units are of one make: each tenth is looked at, and all that is not below one.
units = sorted(name for name in os.listdir(site) if name[0].isdigit())
looked_at = set(units[::10]) | {"310104", "310104003"}
for path in pages:
    unit = os.path.relpath(path, site).split("/")[0]
    if unit in units and unit not in looked_at: continue
    shared = check_page(path)
    # The way to the first content: what stands above it, not a long table behind it.
    with open(path, encoding="utf-8") as opened: first = len(opened.read().partition("<main")[0].encode())
    total = shared + first
    if total > FIRST_CONTENT: fail(f"{os.path.relpath(path, site)}: {total} bytes to the first content")
    largest = max(largest, (os.path.relpath(path, site), total), key=lambda pair: pair[1])
rows = sum(len(re.findall(r"<article class=\"item\"", open(p, encoding="utf-8").read())) for p in pages if re.search(r"/[a-z-]+\.html$", p))
print(f"{len(pages)} pages, {rows} items; most bytes to the first content: {largest}")
if not rows: fail("no items")

class Careful(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_): pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Careful, directory=folder))
threading.Thread(target=server.serve_forever, daemon=True).start()
done = subprocess.run(["node", here + "/site.mjs", folder, tools, f"http://127.0.0.1:{server.server_port}", shutil.which("chromium")], env=env, capture_output=True, text=True, timeout=840)
print(done.stdout, end="")
if done.returncode: fail("in the browser: " + (done.stderr.strip()[-2000:] or "see above"))
server.shutdown()
if "--keep" in sys.argv: shutil.copytree(folder, sys.argv[sys.argv.index("--keep") + 1], dirs_exist_ok=True)
shutil.rmtree(folder, ignore_errors=True)
for failure in failures[:40]: print(failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
