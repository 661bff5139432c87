"""The manual pages in man/ are those that the command itself writes, one for each command that its help lists.

    man_pages.py --catalog PROGRAM
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from project import files, finish, root_of

LISTED = re.compile(r"^  ([a-z][a-z-]+)(?:\s{2,}|$)")
MENDED_BY = "run `catalog man man --lang en`"


def said_by(catalog, *arguments):
    """What the command prints in English, whatever the locale."""
    environment = {**os.environ, "CATALOG_LANG": "en"}
    return subprocess.run([catalog, *arguments], capture_output=True, text=True, check=True, env=environment).stdout


def main():
    root = root_of(sys.argv)
    catalog = sys.argv[sys.argv.index("--catalog") + 1]
    listed = {found.group(1) for line in said_by(catalog, "--help").splitlines() if (found := LISTED.match(line))}
    there = {path.name: (root / path).read_text(encoding="utf-8") for path in files(root, "man", (".1",))}
    with tempfile.TemporaryDirectory() as folder:
        said_by(catalog, "man", folder, "--lang", "en")
        written = {path.name: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}
    wanted = set(written) | {f"catalog-{name}.1" for name in listed}
    problems = [f"man/{name}:1: is missing: {MENDED_BY}" for name in sorted(wanted - set(there))]
    problems += [f"man/{name}:1: there is no such command" for name in sorted(set(there) - wanted)]
    problems += [f"man/{name}:1: is not what the command says now: {MENDED_BY}"
                 for name in sorted(set(there) & set(written)) if there[name] != written[name]]
    finish(problems, len(listed), "man pages: commands")


main()
