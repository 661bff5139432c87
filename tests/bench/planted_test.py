"""`catalog validate` finds the mistakes that bench_generate plants, and no errors in what it writes without them.

    planted_test.py --catalog PROGRAM --generate PROGRAM --catalogues DIR
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

# Mistakes that some rule must point at, wherever they are planted. The others depend on the row (deadline-too-long) or
# are for rules of wording.
ALWAYS_FOUND = {"key-misspelt", "key-missing", "channel-misspelt", "id-twice", "number-malformed", "row-unknown",
                "chinese-comma-in-list"}


def option(name):
    return sys.argv[sys.argv.index(name) + 1]


def generate(workspace, *options):
    catalogues = Path(option("--catalogues"))
    subprocess.run([option("--generate"), workspace, "--national", catalogues / "national", "--city",
                    catalogues / "shanghai", "--items", "2000", "--files", "40", *options],
                   check=True, stdout=subprocess.DEVNULL)


def findings_of(workspace):
    done = subprocess.run([option("--catalog"), "validate", workspace, "--format", "json"], capture_output=True)
    if done.returncode > 1:
        sys.exit(f"validate ended with {done.returncode}: {done.stderr.decode()[:2000]}")
    return json.loads(done.stdout)["findings"]


def lines_of_item(path, number):
    """First and last line of the item that begins at the `number`th `- id:` of a list."""
    begins = [i for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.startswith("  - id: ")]
    return begins[number], begins[number + 1] - 1 if number + 1 < len(begins) else 1 << 30


def items_called(path, name):
    """Ordinals of the items whose id is `name`."""
    ids = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("  - id: ")]
    return [i for i, line in enumerate(ids) if line.removeprefix("  - id: ").strip('"') == name]


def main():
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean"
        generate(clean)
        errors = [f for f in findings_of(clean) if f["severity"] == "error"]
        problems += [f"without a mistake, but {f['file']}:{f['line']}: {f['rule']}: {f['message']}" for f in errors[:20]]

        spoilt = Path(folder) / "spoilt"
        generate(spoilt, "--defects", "0.05")
        findings = findings_of(spoilt)
        planted = [line.split("\t") for line in (spoilt / "defects.tsv").read_text(encoding="utf-8").splitlines()]
        for file, item, mistake in planted:
            ranges = [lines_of_item(spoilt / file, n) for n in items_called(spoilt / file, item)]
            found = any(f["file"].endswith(file) and first <= f["line"] <= last for f in findings for first, last in ranges)
            if mistake in ALWAYS_FOUND and not found:
                problems.append(f"not found: {file}, item {item}: {mistake}")
    for problem in problems:
        print(problem)
    print(f"{len(planted)} mistakes planted, {len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
