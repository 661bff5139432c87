"""No text of the project names a place on somebody's machine, a host of a package registry, or unfinished work."""

import re
import sys

from project import files, finish, lines, root_of

# Written with one-letter classes, so that this file does not find itself.
PATTERNS = [
    (re.compile(r"(?<![\w.:/$}~-])/(?:hom[e]|wor[k]|tm[p])(?=/|\b(?![-/.\w]))"),
     "an absolute path of one machine; take it from an option, the project's folder or the system's temporary folder"),
    (re.compile(r"registry\.npm[j]s|registry\.yar[n]pkg|pyp[i]\.org|pythonhoste[d]\.org|crate[s]\.io|"
                r"proxy\.golan[g]|de[b]\.debian\.org|repo\d?\.maven\.apach[e]", re.IGNORECASE),
     "a host of a package registry; name the package and leave the host to the machine's settings"),
    (re.compile(r"\b(?:TOD[O]|FIXM[E])\b"),
     "unfinished by its own words; finish it or say in the documentation what is not there"),
]
TEXTS = (".h", ".cc", ".py", ".sh", ".md", ".txt", ".cmake", ".json", ".yaml", ".yml", ".xsd", ".1", ".in", ".tsv",
         ".css", ".js", ".html")
ALSO = {"run", "LICENSE", ".clang-format", ".clang-tidy", ".editorconfig", ".gitignore"}


def main():
    root = root_of(sys.argv)
    paths = [p for p in files(root) if p.name.endswith(TEXTS) or p.name in ALSO]
    problems = []
    for path in paths:
        for number, line in lines(root, path):
            for pattern, reason in PATTERNS:
                if found := pattern.search(line):
                    problems.append(f"{path}:{number}: “{found.group()}” is {reason}")
    finish(problems, len(paths), "words: files")


main()
