"""Each check of this folder finds the mistake that it is there for, and says where; and passes what is right.

A small project is made in a temporary folder, right at first; then one mistake at a time is planted in it.
"""

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

RIGHT = {
    ".clang-format": "BasedOnStyle: Google\n",
    "lib/CMakeLists.txt": "catalog_station(text fmt::fmt)\ncatalog_station(yaml catalog_text)\n",
    "lib/text/utf8.h": "#pragma once\n#include <string>\n",
    "lib/yaml/tree.cc": '#include "yaml/tree.h"\n\n#include <yaml.h>\n\n#include "text/utf8.h"\n',
    "cli/main.cc": '#include "yaml/tree.h"\n',
    "examples/go.sh": "#!/usr/bin/env bash\necho hello\n",
    "man/catalog.1": ".TH CATALOG 1\n",
    "man/catalog-build.1": ".TH CATALOG-BUILD 1\n",
    "man/zh_CN/catalog.1": ".TH CATALOG 1\n",
    "man/zh_CN/catalog-build.1": ".TH CATALOG-BUILD 1\n",
    "catalog-stand-in": """#!/bin/sh
case $1 in
  --help) printf 'Options:\\n  -h,--help    help\\nAuthor:\\n  build        publish\\n' ;;
  man)
    echo '.TH CATALOG 1' >"$2/catalog.1"
    echo '.TH CATALOG-BUILD 1' >"$2/catalog-build.1"
    ;;
esac
""",
}
SLASH = "/"

# check, file, its text, what the check must say
PLANTED = [
    ("layering", "lib/text/utf8.cc", '// one\n#include "yaml/tree.h"\n', "lib/text/utf8.cc:2: \"yaml/tree.h\": lib/text (UTF-8"),
    ("layering", "lib/text/utf8.cc", "#  include <yaml/tree.h>\n", "lib/text/utf8.cc:1: "),
    ("layering", "lib/yaml/tree.cc", '#include "cli/options.h"\n', "does not know the commands"),
    ("layering", "lib/yaml/tree.cc", '#include "../text/utf8.h"\n', "is not written from lib/"),
    ("layering", "lib/yaml/tree.cc", '#include "tree.h"\n', "is not written from lib/"),
    ("layering", "lib/yaml/json.h", "#include <nlohmann/json.hpp>\n", "slow to compile"),
    ("layering", "lib/extras/a.h", "#pragma once\n", "lib/extras is no station"),
    ("layering", "lib/CMakeLists.txt", "catalog_station(text catalog_model)\n", "lib/CMakeLists.txt:1: links catalog_model"),
    ("sizes", "lib/text/long.cc", "//\n" * 501, "lib/text/long.cc:501: 501 lines"),
    ("words", "README.md", f"\nsee {SLASH}home/somebody\n", "README.md:2: "),
    ("words", "lib/text/utf8.cc", f'auto p = "{SLASH}tmp";\n', "an absolute path"),
    ("words", "README.md", "https://registry." + "npmjs.org\n", "package registry"),
    ("words", "lib/text/utf8.cc", "// TO" + "DO later\n", "unfinished"),
    ("layout", "lib/text/utf8.cc", "int  a ;\n", "lib/text/utf8.cc:1: not laid out"),
    ("shell", "examples/go.sh", "#!/usr/bin/env bash\nif true; then\n", "examples/go.sh: line"),
    ("shell", "examples/go.sh", "echo hello\n", "which shell"),
    ("man_pages", "man/catalog.1", ".TH CATALOG 2\n", "man/catalog.1:1: is not what the command says now"),
    ("man_pages", "man/zh_CN/catalog.1", ".TH CATALOG 2\n", "man/zh_CN/catalog.1:1: is not what the command says now"),
    ("man_pages", "man/catalog-bild.1", ".TH X 1\n", "man/catalog-bild.1:1: there is no such command"),
    ("man_pages", "catalog-stand-in", RIGHT["catalog-stand-in"].replace("  build  ", "  built  "), "catalog-built.1:1: is missing"),
]


def write(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    if text.startswith("#!"):
        (root / path).chmod(stat.S_IRWXU)


def run(check, root):
    command = [sys.executable, "-B", HERE / f"{check}.py", "--root", root, "--catalog", root / "catalog-stand-in"]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def main():
    failed = 0
    checks = sorted({check for check, *_ in PLANTED})
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in RIGHT.items():
            write(root, path, text)
        skipped = set()
        for check in checks:
            code, said = run(check, root)
            if code == 77:
                skipped.add(check)
            elif code != 0:
                failed += 1
                print(f"{check} should pass, but: {said}")
        for check, path, text, expected in PLANTED:
            if check in skipped:
                continue
            write(root, path, text)
            code, said = run(check, root)
            if code != 1 or expected not in said:
                failed += 1
                print(f"{check} should say “{expected}” of {path}, but ended with {code} and said: {said}")
            if path in RIGHT:
                write(root, path, RIGHT[path])
            else:
                (root / path).unlink()
                if not any((root / path).parent.iterdir()):
                    (root / path).parent.rmdir()
    print(f"self test: {len(PLANTED)} planted mistakes, {failed} failures; left out: {', '.join(sorted(skipped)) or 'none'}")
    sys.exit(1 if failed else 0)


main()
