"""No file of lib/ or cli/ is longer than 500 lines: what is longer has more than one subject."""

import sys

from project import files, finish, lines, root_of

MOST_LINES = 500


def main():
    root = root_of(sys.argv)
    paths = files(root, "lib", (".h", ".cc")) + files(root, "cli", (".h", ".cc"))
    problems = []
    for path in paths:
        count = len(lines(root, path))
        if count > MOST_LINES:
            problems.append(f"{path}:{MOST_LINES + 1}: {count} lines, at most {MOST_LINES}: divide it by subject")
    finish(problems, len(paths), "sizes: files")


main()
