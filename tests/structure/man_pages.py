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


def said_by(catalog, *arguments):
    """What the command prints in English, whatever the locale."""
    environment = {**os.environ, "CATALOG_LANG": "en"}
    return subprocess.run([catalog, *arguments], capture_output=True, text=True, check=True, env=environment).stdout


def differences(root, catalog, language, folder, listed):
    there = {path.name: (root / path).read_text(encoding="utf-8")
             for path in files(root, folder, (".1",)) if path.parent == Path(folder)}
    with tempfile.TemporaryDirectory() as made:
        said_by(catalog, "man", made, "--lang", language)
        written = {path.name: path.read_text(encoding="utf-8") for path in Path(made).iterdir()}
    mended_by = f"run `catalog man {folder} --lang {language}`"
    wanted = set(written) | {f"catalog-{name}.1" for name in listed}
    problems = [f"{folder}/{name}:1: is missing: {mended_by}" for name in sorted(wanted - set(there))]
    problems += [f"{folder}/{name}:1: there is no such command" for name in sorted(set(there) - wanted)]
    problems += [f"{folder}/{name}:1: is not what the command says now: {mended_by}"
                 for name in sorted(set(there) & set(written)) if there[name] != written[name]]
    return problems


def main():
    root = root_of(sys.argv)
    catalog = sys.argv[sys.argv.index("--catalog") + 1]
    listed = {found.group(1) for line in said_by(catalog, "--help").splitlines() if (found := LISTED.match(line))}
    problems = []
    for language, folder in (("en", "man"), ("zh", "man/zh_CN")):
        problems += differences(root, catalog, language, folder, listed)
    finish(problems, len(listed), "man pages: commands")


main()
