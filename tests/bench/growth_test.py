"""The work of `validate` grows in step with the number of items, counted in memory that is asked for.

    growth_test.py --rules PROGRAM --generate PROGRAM --catalogues DIR

What is read once (guidelines, law, vocabulary) is the same for every size; so what counts is what twice as many items
add: as much an item for the second thousands as for the first, within a tenth. Measured over lists in the words of the
guidelines, and over lists of which half the texts are their own.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (3000, 6000, 12000)
OWN_TEXTS = ("0", "0.5")
ITEMS_A_FILE = 60
MOST = 1.1


def option(name):
    return sys.argv[sys.argv.index(name) + 1]


def counts_of(folder, items, own_texts):
    workspace = Path(folder) / f"{items}-{own_texts}"
    catalogues = Path(option("--catalogues"))
    subprocess.run([option("--generate"), workspace, "--national", catalogues / "national", "--city",
                    catalogues / "shanghai", "--items", str(items), "--files", str(items // ITEMS_A_FILE),
                    "--fresh", own_texts, "--defects", "0.02"], check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run([option("--rules"), workspace], check=True, capture_output=True, text=True)
    found, findings, allocations, size = map(int, done.stdout.split())
    if found < items * 0.97 or findings < items * 0.01:
        sys.exit(f"{items} items were asked for: {found} checked, {findings} findings")
    return allocations, size


def problems_of(own_texts):
    with tempfile.TemporaryDirectory() as folder:
        few, more, many = (counts_of(folder, items, own_texts) for items in SIZES)
    problems = 0
    for i, what in enumerate(("allocations", "bytes")):
        first = (more[i] - few[i]) / (SIZES[1] - SIZES[0])
        second = (many[i] - more[i]) / (SIZES[2] - SIZES[1])
        print(f"own texts {own_texts}: {what} an item: {first:.1f}, then {second:.1f}: {second / first:.2f} ×")
        problems += not 0 < second <= MOST * first
    return problems


sys.exit(1 if sum(map(problems_of, OWN_TEXTS)) else 0)
