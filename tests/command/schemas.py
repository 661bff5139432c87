#!/usr/bin/env python3
"""An independent JSON Schema validator reads all shipped files against the generated schemas, and the tool's JSON against its own.

    schemas.py CATALOG SOURCE_DIR
"""
import glob, json, os, subprocess, sys
import jsonschema, yaml

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
def schema(name): return json.load(open(f"{source}/schemas/{name}.schema.json", encoding="utf-8"))
failures, files = [], 0
validators = {}
for path in sorted(glob.glob(f"{source}/catalogues/**/*.yaml", recursive=True) + glob.glob(f"{source}/examples/design/**/*.yaml", recursive=True)):
    # As an editor does it: scalars get YAML's own types, dates stay texts.
    loader = type("Loader", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": {k: [r for r in v if "timestamp" not in r[0]] for k, v in yaml.CSafeLoader.yaml_implicit_resolvers.items()}})
    document = yaml.load(open(path, encoding="utf-8"), loader)
    kind = document.get("kind") or {"事项清单": "list", "标准目录": "standard"}[document["类型"]]
    if kind not in validators:
        jsonschema.Draft202012Validator.check_schema(schema(kind)); validators[kind] = jsonschema.Draft202012Validator(schema(kind))
    files += 1
    for error in list(validators[kind].iter_errors(document))[:3]:
        failures.append(f"{os.path.relpath(path, source)}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
# A schema that accepts anything would pass all of the above.
for kind, broken in (("list", {"kind": "list"}), ("list", {"kind": "list", "domain": "Social Assistance", "unit": "310104", "version": "1", "items": [{"id": "1"}]}), ("workspace", {"kind": "list"})):
    if validators[kind].is_valid(broken): failures.append(f"{kind}.schema.json accepts {broken}")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues")
printed = subprocess.run([catalog, "validate", source + "/catalogues/shanghai", "--format", "json", "--as-of", "2026-01-01"], capture_output=True, env=env).stdout
findings = json.loads(printed)
jsonschema.Draft202012Validator.check_schema(schema("findings"))
for error in list(jsonschema.Draft202012Validator(schema("findings")).iter_errors(findings))[:5]: failures.append(f"findings: {error.message[:300]}")
if not findings["findings"]: failures.append("no finding to try the schema on")
for name, command in (("why", ["why", "310114/social-assistance/6", "deadline"]), ("why", ["why", "310112/elderly-care/a1"]), ("resolved", ["resolve", "310114"]), ("confirmation", ["confirm"])):
    printed = subprocess.run([catalog, *command, "--format", "json", "--as-of", "2020-12-31"], capture_output=True, env=env, cwd=source + "/catalogues/shanghai").stdout
    jsonschema.Draft202012Validator.check_schema(schema(name))
    for error in list(jsonschema.Draft202012Validator(schema(name)).iter_errors(json.loads(printed)))[:5]: failures.append(f"{name}: {error.message[:300]}")
# What a law's successor and a new guideline come to.
import tempfile
guideline = open(source + "/catalogues/national/guidelines/social-assistance.yaml", encoding="utf-8").read()
with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as new:
    new.write(guideline.replace("10个工作日内", "3个工作日内").replace('number: "2"', 'number: "22"', 1) + "\n"); new.flush()
    for name, command, filled in (("impact", ["impact", new.name], ("rows", "renumbered", "findings")), ("basis", ["adjust", "--replace-basis", "国务院令第649号", "民发〔2021〕57号", "--dry-run"], ("citations", "look_again"))):
        printed = json.loads(subprocess.run([catalog, *command, "--format", "json", "--as-of", "2026-01-01"], capture_output=True, env=env, cwd=source + "/catalogues/shanghai").stdout)
        jsonschema.Draft202012Validator.check_schema(schema(name))
        for error in list(jsonschema.Draft202012Validator(schema(name)).iter_errors(printed))[:5]: failures.append(f"{name}: {error.message[:300]}")
        for key in filled:
            if not printed[key]: failures.append(f"{name}: nothing in {key} to try the schema on")
        if name == "impact" and not any(finding["units"] for finding in printed["findings"]): failures.append("impact: no unit to try the schema on")
# Every pair of the shipped workspace whose two lists are there, with and without settlement.
jsonschema.Draft202012Validator.check_schema(schema("merge"))
merges = 0
for domain in ("social-assistance", "elderly-care", "work-safety", "public-culture", "food-drug"):
    for extra in ([], ["--resolve", "stricter"]):
        done = subprocess.run([catalog, "merge", "--domain", domain, "--workspace", source + "/catalogues/shanghai", "--dry-run", "--format", "json"] + extra, capture_output=True, env=env)
        if done.returncode not in (0, 1): failures.append(f"merge {domain}: exit code {done.returncode}: {done.stderr.decode()[:300]}"); continue
        merges += 1
        for error in list(jsonschema.Draft202012Validator(schema("merge")).iter_errors(json.loads(done.stdout)))[:5]: failures.append(f"merge {domain}: {error.message[:300]}")
if not merges: failures.append("no merge to try the schema on")
# What is published, a catalogue at once and line by line, of the city and of two units.
published = schema("published")
jsonschema.Draft202012Validator.check_schema(published)
store = {name + ".schema.json": schema(name) for name in ("list", "standard")}
reader = jsonschema.Draft202012Validator(published, resolver=jsonschema.RefResolver("published.schema.json", published, store=store))
with tempfile.TemporaryDirectory() as out:
    for name, options in (("city", []), ("units", ["--unit", "310104", "--unit", "310104003"]), ("draft", ["--draft", "--domain", "tax"])):
        done = subprocess.run([catalog, "build", "-o", f"{out}/{name}", "--format", "json", "--format", "ndjson", "--as-of", "2026-01-01", *options], capture_output=True, env=env, cwd=source + "/catalogues/shanghai")
        if done.returncode: failures.append(f"build {name}: exit code {done.returncode}: {done.stderr.decode()[:300]}")
        texts = [(path, text) for path in glob.glob(f"{out}/{name}/**/*.json", recursive=True) for text in [open(path, encoding="utf-8").read()]]
        texts += [(path, line) for path in glob.glob(f"{out}/{name}/**/*.ndjson", recursive=True) for line in open(path, encoding="utf-8").read().splitlines()[:20]]
        if len(texts) < 2: failures.append(f"build {name}: nothing to try the schema on")
        for path, text in texts:
            for error in list(reader.iter_errors(json.loads(text)))[:1]: failures.append(f"{os.path.relpath(path, out)}: {error.message[:200]} {[e.message[:200] for e in (error.context or [])][:4]}")
if reader.is_valid({"schema": "list.schema.json", "address": "list/310104/tax", "title": "x", "domain_name": "x", "unit_name": "x", "catalogue": {"kind": "list"}}): failures.append("published.schema.json accepts an empty list")
for failure in failures: print(failure)
print(f"{files} files, {len(failures)} failures")
sys.exit(1 if failures or not files else 0)
