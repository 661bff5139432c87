"""What the checks of the project's structure share: its files, the stations of lib/, and how a check reports."""

import os
import sys
from pathlib import Path

SKIPPED_EXIT_CODE = 77  # ctest shows the test as skipped

# The stations that data passes, in order: an include only points to an earlier one.
STATIONS = {
    "text": "UTF-8, widths, columns, normal forms; knows of no file",
    "source": "files, positions, findings as plain data; knows of no YAML",
    "yaml": "a located tree over the source text; knows of no catalogue",
    "model": "items, units, deadlines and the field table; knows of no folder of files",
    "workspace": "finds and loads everything; judges nothing",
    "rules": "a file a rule; changes no catalogue",
    "merge": "joins two lists; knows of no versions",
    "diff": "compares two versions; knows of no tables",
    "table": "tables as found in the wild; publishes nothing",
    "publish": "a file a format; knows of no reports",
    "report": "findings, conflicts and changes in a file a format",
}

_FOLDERS_LEFT_OUT = {".git", ".cache", "node_modules", "__pycache__"}
_BUILD_FOLDERS = {"build", "out"}  # at the top only


def root_of(arguments):
    """The project's root: the argument after --root, else two folders above this file."""
    if "--root" in arguments:
        return Path(arguments[arguments.index("--root") + 1]).resolve()
    return Path(__file__).resolve().parents[2]


def files(root, top="", endings=()):
    """Paths below root/top, relative to the root and sorted, whose names end in one of `endings` (all if none)."""
    found = []
    for folder, folders, names in os.walk(root / top):
        relative = Path(folder).relative_to(root)
        left_out = _FOLDERS_LEFT_OUT | (_BUILD_FOLDERS if relative == Path(".") else set())
        folders[:] = sorted(f for f in folders if f not in left_out and not f.startswith("cmake-build"))
        found += [relative / name for name in names if not endings or name.endswith(tuple(endings))]
    return sorted(found)


def lines(root, path):
    """The numbered lines of a text file, from 1; none if it is not UTF-8."""
    try:
        return list(enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1))
    except UnicodeDecodeError:
        return []


def finish(problems, checked, what):
    """Prints the problems (`file:line: reason`) and ends with 1, or says what was checked and ends with 0."""
    for problem in problems:
        print(problem)
    if not checked:
        problems = ["nothing to check"]
        print(problems[0])
    print(f"{what}: {checked} checked, {len(problems)} problems")
    sys.exit(1 if problems else 0)


def skip(reason):
    """Ends the check as skipped."""
    print(f"skipped: {reason}")
    sys.exit(SKIPPED_EXIT_CODE)
