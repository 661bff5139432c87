"""Includes follow the flow of lib/: a station includes only itself and earlier ones, and never the commands.

Checked besides: the libraries a station links in lib/CMakeLists.txt, that includes are written from lib/
("yaml/tree.h"), and that heavy headers stay out of lib/'s own.
"""

import re
import sys

from project import STATIONS, files, finish, lines, root_of

INCLUDE = re.compile(r'\s*#\s*include\s+(["<])([^">]+)[">]')
LINKED = re.compile(r"catalog_station\((\w+)([^)]*)\)")
HEAVY = re.compile(r"nlohmann/json\.hpp|CLI/|unicode/|yaml-cpp/|pugixml|xlsxwriter")

ORDER = list(STATIONS)


def against_the_flow(station, other):
    """Why `station` may not use `other`, or None."""
    if other == "cli":
        return f"lib/{station} does not know the commands: cli/ is the last station"
    if other not in STATIONS or ORDER.index(other) <= ORDER.index(station):
        return None
    return (f"lib/{station} ({STATIONS[station]}) comes before lib/{other}; "
            f"an include only points to an earlier station: {' '.join(ORDER)}, then cli")


def problem_of_include(path, quote, target):
    """What is wrong with one include of a file in lib/ or cli/, or None."""
    station = path.parts[1] if path.parts[0] == "lib" else "cli"
    head = target.removeprefix("lib/").split("/")[0]
    if target.startswith((".", "lib/")) or (quote == '"' and "/" not in target and station != "cli"):
        return f'"{target}" is not written from lib/, as "station/file.h"'
    if station != "cli" and (reason := against_the_flow(station, head)):
        return f'"{target}": {reason}'
    if station != "cli" and path.suffix == ".h" and HEAVY.match(target):
        return f"<{target}> is slow to compile: include it in a .cc, declare what the header needs"
    return None


def main():
    root = root_of(sys.argv)
    problems, checked = [], 0
    for path in files(root, "lib", (".h", ".cc")) + files(root, "cli", (".h", ".cc")):
        checked += 1
        if path.parts[0] == "lib" and path.parts[1] not in STATIONS:
            problems.append(f"{path}:1: lib/{path.parts[1]} is no station; they are: {' '.join(ORDER)}")
            continue
        for number, line in lines(root, path):
            if (found := INCLUDE.match(line)) and (problem := problem_of_include(path, *found.groups())):
                problems.append(f"{path}:{number}: {problem}")
    build_file = root / "lib" / "CMakeLists.txt"
    for number, line in lines(root, build_file.relative_to(root)) if build_file.exists() else []:
        if found := LINKED.match(line.strip()):
            station, linked = found.groups()
            for other in re.findall(r"\bcatalog_(\w+)", linked):
                if station in STATIONS and (reason := against_the_flow(station, other)):
                    problems.append(f"lib/CMakeLists.txt:{number}: links catalog_{other}: {reason}")
    finish(problems, checked, "layering: files")


main()
