#!/usr/bin/env python3
"""A list that `catalog new` drafts lacks only what the guideline does not say: for every domain and a unit of each level,
`catalog validate` finds nothing above a note but fields and grounds to fill in, and what the ministries' own citations have.

    drafts.py CATALOG SOURCE_DIR
"""
import glob, json, os, shutil, subprocess, sys, tempfile

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-drafts-")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues", CATALOG_LANG="en")
open(folder + "/catalog.yaml", "w").write('kind: workspace\ntitle: 测试\nversion: "2026.1"\nguidelines: builtin:national\nunits: units.yaml\n')
shutil.copy(source + "/catalogues/shanghai/units.yaml", folder)
domains = [os.path.basename(p)[:-5] for p in sorted(glob.glob(source + "/catalogues/national/guidelines/*.yaml"))]
failures, drafted = [], 0
for unit, keys in (("civil-affairs", "en"), ("310104", "zh"), ("310104003", "en"), ("310112101", "zh")):
    for domain in domains:
        done = subprocess.run([catalog, "new", "--domain", domain, "--unit", unit, "--keys", keys], cwd=folder, env=env, capture_output=True, text=True)
        drafted += done.returncode == 0
        if done.returncode not in (0, 2) or (done.returncode == 2 and "demands no item" not in done.stderr): failures.append(f"{unit} {domain}: {done.stderr}")
result = json.loads(subprocess.run([catalog, "validate", "--format", "json", "--as-of", "2026-11-01"], cwd=folder, env=env, capture_output=True).stdout)
for finding in result["findings"]:
    if finding["severity"] != "note" and finding["rule"] not in ("field-missing", "ground-missing", "basis-superseded", "basis-number-malformed"):
        failures.append(f"{finding['file']}:{finding['line']}: {finding['severity']}[{finding['rule']}] {finding['message']}")
for failure in failures[:40]: print(failure)
print(f"{drafted} lists drafted, {result['summary']['items']} items, {len(failures)} failures")
shutil.rmtree(folder)
sys.exit(1 if failures or drafted < 60 else 0)
