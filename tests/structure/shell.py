"""Every shell script of the project is read by its shell without a complaint."""

import subprocess
import sys

from project import files, finish, root_of


def shell_of(path):
    """The shell that the first line of a file names, or None."""
    with open(path, "rb") as opened:
        first = opened.readline(120).decode("utf-8", "replace")
    if not first.startswith("#!"):
        return None
    name = first.split()[-1].rsplit("/", 1)[-1]
    return name if name in ("bash", "sh") else None


def main():
    root = root_of(sys.argv)
    problems, checked = [], 0
    for path in files(root):
        shell = shell_of(root / path)
        if not shell:
            if path.suffix == ".sh":
                problems.append(f"{path}:1: a .sh file says on its first line which shell reads it")
            continue
        checked += 1
        result = subprocess.run([shell, "-n", str(path)], cwd=root, capture_output=True, text=True)
        if result.returncode:
            problems.append(result.stderr.strip())
    finish(problems, checked, "shell: scripts")


main()
