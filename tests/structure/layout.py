"""The code is laid out as .clang-format says (version 14, Debian 12's: others lay out differently)."""

import re
import shutil
import subprocess
import sys

from project import files, finish, root_of, skip

VERSION = "14"
AT_ONCE = 40  # files a call


def clang_format():
    """The command of the right version; ends the check as skipped without one."""
    seen = []
    for name in (f"clang-format-{VERSION}", "clang-format"):
        if not shutil.which(name):
            continue
        said = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
        version = re.search(r"version (\d+)", said)
        if version and version.group(1) == VERSION:
            return name
        seen.append(said.strip())
    return skip(f"needs clang-format {VERSION} (apt-get install clang-format); found: {', '.join(seen) or 'none'}")


def main():
    root = root_of(sys.argv)
    command = clang_format()
    paths = [p for top in ("lib", "cli", "tests") for p in files(root, top, (".h", ".cc"))]
    problems = []
    for start in range(0, len(paths), AT_ONCE):
        part = [str(p) for p in paths[start:start + AT_ONCE]]
        result = subprocess.run([command, "--dry-run", "--style=file", *part], cwd=root, capture_output=True, text=True)
        if result.returncode:
            problems.append(result.stderr.strip())
        seen = set()
        for found in re.finditer(r"^(.+?):(\d+):\d+: (?:warning|error): ", result.stderr, re.MULTILINE):
            if found.group(1) not in seen:  # the first place in a file is enough
                seen.add(found.group(1))
                problems.append(f"{found.group(1)}:{found.group(2)}: not laid out: {command} -i {found.group(1)}")
    finish(problems, len(paths), "layout: files")


main()
