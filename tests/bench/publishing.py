#!/usr/bin/env python3
"""Measures publishing and prints the table of ratios; publishing.sh makes what it needs.

Each line is a ratio to a floor or a peer in the same run, the quickest of several turns on either side: another process on
the machine only ever makes a turn slower. Programs that measure themselves print `NAME WALL CPU`, loading aside; whole
commands are measured from outside, with their peak memory."""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import time

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
for name in ("catalog", "tools", "work", "city"):
    parser.add_argument("--" + name, required=True, type=pathlib.Path)
parser.add_argument("--turns", type=int, default=5)
parser.add_argument("--peers", type=pathlib.Path, help="node_modules with exceljs; openpyxl is Debian's")
parser.add_argument("--only", default="xlsx,text,again,city", help="parts, with commas between")
arguments = parser.parse_args()
work, turns = arguments.work, str(arguments.turns)
parts = arguments.only.split(",")
rows = [("work", "measured", "floor", "ratio", "bar", "")]
missed = 0


def stop(message):
    sys.exit(f"publishing.py: {message}")


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)
    if done.returncode != 0:
        stop(f"{words[0]} ended with exit code {done.returncode}\n{done.stderr}")
    return done.stdout


class Times:
    """What a program printed: by name, wall and CPU seconds, or a number."""

    def __init__(self, text):
        self.of = {}
        for line in text.splitlines():
            name, *numbers = line.split()
            self.of[name] = [float(number) for number in numbers]

    def keep(self, other):
        for name, numbers in other.of.items():
            self.of[name] = [min(pair) for pair in zip(self.of.get(name, numbers), numbers)]


def publish(workspace, *options):
    return Times(run(arguments.tools / "bench_publish", workspace, work / "out", "--turns", turns, *options))


def seconds(value):
    return f"{value:.3f} s" if value >= 0.1 else f"{value * 1e3:.2f} ms"


def megabytes(value):
    return f"{value / 1e6:.1f} MB"


def line(what, text, measured, floor, against, bar=None, least=False):
    global missed
    ratio = measured / against
    held = bar is None or (ratio >= bar if least else ratio <= bar)
    missed += not held
    rows.append((what, text(measured), f"{floor} {text(against)}", f"{ratio:.2f}",
                 "" if bar is None else f"{'≥' if least else '≤'} {bar:g}", "" if bar is None else "held" if held else "MISSED"))


def both(what, measured, floor, against, bar=None):
    for index, clock in enumerate(("wall", "CPU")):
        line(f"{what}, {clock}", seconds, measured[index], floor, against[index], bar)


def xlsx():
    cells, out = work / "cells.tsv", work / "floor.xlsx"
    ours = publish(work / "rows", "--cells", cells)
    floor = Times(run(arguments.tools / "floor_xlsx", cells, out, "--turns", turns))
    count = int(floor.of["rows"][0])
    what = f"XLSX of {count:,} rows"
    both(f"{what}, written", ours.of["write"], "libxlsxwriter, same cells", floor.of["write"], 1.1)
    both(f"{what}, laid out and checked", ours.of["plan"], "libxlsxwriter, same cells", floor.of["write"])
    if not arguments.peers:
        return
    here = pathlib.Path(__file__).parent
    # What has a bar writes texts alone; a workbook for people has formats and heights too.
    for options, with_what, bars in (((), "texts alone", (1, 4)), (("--formats",), "with formats and heights", (None, None))):
        exceljs = Times(run("node", here / "xlsx_peer.cjs", cells, out, *options, env={**os.environ, "NODE_PATH": str(arguments.peers)}))
        openpyxl = Times(run("/usr/bin/python3", here / "xlsx_peer.py", cells, out, *options))
        for index, clock in enumerate(("wall", "CPU")):
            mine = ours.of["plan"][index] + ours.of["write"][index]
            line(f"exceljs streaming, {with_what}, {clock}", seconds, exceljs.of["write"][index], "laid out and written", mine, bars[0], least=True)
            line(f"openpyxl write-only, {with_what}, {clock}", seconds, openpyxl.of["write"][index], "laid out and written", mine, bars[1], least=True)


def text_formats():
    for name, bar in (("xml", 1.2), ("json", 1.2), ("ndjson", None), ("csv", 1.2), ("html", 1.5)):
        ours = publish(work / "lists", "--format", name)
        floor = Times(run(arguments.tools / "floor_append", name, work / "out", work / "floor", "--turns", turns))
        shutil.rmtree(work / "floor")
        what = f"{name.upper()}, {ours.of['items'][0]:,.0f} items, {megabytes(floor.of['bytes'][0])}"
        both(f"{what}, written", ours.of["write"], "appended and written", floor.of["write"], bar)
        both(f"{name.upper()}, laid out and checked", ours.of["plan"], "appended and written", floor.of["write"])


def again():
    every = [word for name in ("xlsx", "xml", "html", "json", "ndjson", "csv") for word in ("--format", name)]
    for what, workspace, options in (("lists, xlsx xml html", work / "lists", every[:6]),
                                     ("whole Shanghai, all formats", arguments.city, [*every, "--units", "0"])):
        ours = publish(workspace, *options)
        both(f"rebuild without a change: {what}", ours.of["again"], "full build", ours.of["full"], 0.3)


def measured(*words):
    """Wall, CPU and peak bytes of a command."""
    begin = time.perf_counter()
    child = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        stop(f"{' '.join(str(word) for word in words)} ended with exit code {child.returncode}")
    return time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def city():
    formats = [word for name in ("xlsx", "xml", "html", "json", "ndjson", "csv") for word in ("--format", name)]
    out = work / "site"

    def build(*options):
        best = None
        for _ in range(min(arguments.turns, 3)):
            shutil.rmtree(out, ignore_errors=True)
            one = measured(arguments.catalog, "build", arguments.city, "-o", out, *formats, *options)
            best = one if best is None else tuple(map(min, best, one))
        return best

    whole = build("--all-units")
    built = sorted(place.parent.name for place in out.glob("*/catalogue.xlsx"))
    files = [place for place in out.rglob("*") if place.is_file()]
    size = sum(place.stat().st_size for place in files)
    load = measured(arguments.catalog, "validate", arguments.city)
    both(f"whole Shanghai, {len(built)} units, {len(files):,} files, {megabytes(size)}, all formats", whole, "validate", load)
    one = build("--unit", built[0])
    some = build(*[word for code in built[:17] for word in ("--unit", code)])
    line("peak memory of 17 units", megabytes, some[2], "of 1", one[2])
    line(f"peak memory of {len(built)} units", megabytes, whole[2], "of 17", some[2], 1.25)


def print_table():
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


for name, measure in (("xlsx", xlsx), ("text", text_formats), ("again", again), ("city", city)):
    if name in parts:
        measure()
print(f"The quickest of {turns} turns; loading and checking the workspace aside where it is not named.\n")
print_table()
