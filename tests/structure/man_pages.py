"""Every command that `catalog --help` lists has a manual page, catalog-COMMAND.1 or a part of catalog.1, and no page
is of a command that is not there.

    man_pages.py --catalog PATH
"""

import os
import re
import subprocess
import sys

from project import files, finish, root_of

LISTED = re.compile(r"^  ([a-z][a-z-]+)(?:,\s*\S+)?(?:\s{2,}|$)")
PART = re.compile(r'^\.(?:SS|SH|B|TP) +"?(?:\\fB)?(?:catalog +)?([a-z][a-z-]+)')


def commands(catalog):
    """Names of the commands, as the command line's own help lists them."""
    help_text = subprocess.run([catalog, "--help"], capture_output=True, text=True, check=True,
                               env={**os.environ, "CATALOG_LANG": "en", "COLUMNS": "200"}).stdout
    return sorted({found.group(1) for line in help_text.splitlines() if (found := LISTED.match(line))})


def main():
    root = root_of(sys.argv)
    listed = commands(sys.argv[sys.argv.index("--catalog") + 1])
    pages = {p.stem.removeprefix("catalog-") for p in files(root, "man", (".1",))} - {"catalog"}
    overview = root / "man" / "catalog.1"
    text = overview.read_text(encoding="utf-8") if overview.exists() else ""
    parts = {found.group(1) for line in text.splitlines() if (found := PART.match(line))}
    problems = [] if text else ["man/catalog.1:1: the overview is missing"]
    problems += [f"man/catalog.1:1: `catalog {name}` has neither a part here nor man/catalog-{name}.1"
                 for name in listed if name not in pages | parts]
    problems += [f"man/catalog-{name}.1:1: there is no command `catalog {name}`" for name in sorted(pages - set(listed))]
    finish(problems, len(listed), "man pages: commands")


main()
