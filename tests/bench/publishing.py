#!/usr/bin/env python3
"""Measures publishing and prints the table of ratios; publishing.sh makes what it needs.

Each line is a ratio to a floor or a peer in the same run. Programs that measure themselves print `NAME WALL CPU`, loading
aside, and take turns with their floor: the ratio is the median over neighbouring turns, so that a machine that is now quick
and now slow does not decide it; the seconds are the quickest. Whole commands are measured from outside, with their peak
memory."""
import argparse
import os
import pathlib
import shutil
import statistics
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
work = arguments.work
parts = arguments.only.split(",")
rows = [("work", "measured", "against", "ratio", "bar", "")]
missed = 0


def stop(message):
    sys.exit(f"publishing.py: {message}")


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)
    if done.returncode != 0:
        stop(f"{words[0]} ended with exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def times(text):
    """What a program printed: by name, wall and CPU seconds, or a number."""
    return {name: [float(number) for number in numbers] for name, *numbers in (line.split() for line in text.splitlines())}


class Paced:
    """A program that takes a turn when it is told to."""

    def __init__(self, *words):
        self.child = subprocess.Popen([str(word) for word in (*words, "--turns", 0)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def turn(self):
        self.child.stdin.write("\n")
        printed = ""
        for line in self.child.stdout:
            if line == ".\n":
                return times(printed)
            printed += line
        stop(f"{self.child.args[0]} ended with exit code {self.child.wait()}")

    def end(self):
        self.child.stdin.close()
        printed = self.child.stdout.read()
        if self.child.wait() != 0:
            stop(f"{self.child.args[0]} ended with exit code {self.child.returncode}")
        return times(printed)


def publish(workspace, *options):
    return Paced(arguments.tools / "bench_publish", workspace, work / "out", *options)


def in_turns(ours, floor_words=None):
    """Turns of a program and its floor side by side, and what both print at their ends. The first turns, of which the floor
    has what it reads, are not counted."""
    ours.turn()
    floor = Paced(*floor_words) if floor_words else None
    if floor:
        floor.turn()
    turns = [(ours.turn(), floor.turn() if floor else None) for _ in range(arguments.turns)]
    return turns, ours.end(), floor.end() if floor else None


def seconds(value):
    return f"{value:.3f} s" if value >= 0.1 else f"{value * 1e3:.2f} ms"


def megabytes(value):
    return f"{value / 1e6:.1f} MB"


def line(what, text, pairs, floor, bar=None, least=False):
    """Pairs of what was measured and what it is measured against."""
    global missed
    ratio = statistics.median(mine / against for mine, against in pairs)
    held = bar is None or (ratio >= bar if least else ratio <= bar)
    missed += not held
    mine, against = map(min, zip(*pairs))
    rows.append((what, text(mine), f"{floor} {text(against)}", f"{ratio:.2f}",
                 "" if bar is None else f"{'≥' if least else '≤'} {bar:g}", "" if bar is None else "held" if held else "MISSED"))


def both(what, pairs, floor, bar=None, least=False):
    for index, clock in enumerate(("wall", "CPU")):
        line(f"{what}, {clock}", seconds, [(mine[index], against[index]) for mine, against in pairs], floor, bar, least)


def written(what, turns, floor, bar):
    for name, words, limit in (("write", "written", bar), ("plan", "laid out and checked", None)):
        both(f"{what}, {words}", [(ours[name], against["write"]) for ours, against in turns], floor, limit)


def xlsx():
    cells, out = work / "cells.tsv", work / "floor.xlsx"
    turns, _, floor = in_turns(publish(work / "rows", "--cells", cells), [arguments.tools / "floor_xlsx", cells, out])
    written(f"XLSX of {int(floor['rows'][0]):,} rows", turns, "libxlsxwriter, same cells", 1.1)
    if not arguments.peers:
        return
    here = pathlib.Path(__file__).parent
    ours = publish(work / "rows", "--cells", cells)
    # What has a bar writes texts alone; a workbook for people has formats and heights too.
    for options, with_what, bars in (((), "texts alone", (1, 4)), (("--formats",), "with formats and heights", (None, None))):
        exceljs, openpyxl = [], []
        for _ in range(min(arguments.turns, 3)):
            turn = ours.turn()
            mine = [plan + write for plan, write in zip(turn["plan"], turn["write"])]
            exceljs.append((times(run("node", here / "xlsx_peer.cjs", cells, out, *options, env={**os.environ, "NODE_PATH": str(arguments.peers)}))["write"], mine))
            openpyxl.append((times(run("/usr/bin/python3", here / "xlsx_peer.py", cells, out, *options))["write"], mine))
        both(f"exceljs streaming, {with_what}", exceljs, "laid out and written", bars[0], least=True)
        both(f"openpyxl write-only, {with_what}", openpyxl, "laid out and written", bars[1], least=True)
    ours.end()


def text_formats():
    for name, bar in (("xml", 1.2), ("json", 1.2), ("ndjson", None), ("csv", 1.2), ("html", 1.5)):
        turns, ours, floor = in_turns(publish(work / "lists", "--steps", name), [arguments.tools / "floor_append", name, work / "out", work / "floor"])
        shutil.rmtree(work / "floor")
        written(f"{name.upper()}, {ours['items'][0]:,.0f} items, {megabytes(floor['bytes'][0])}", turns, "appended and written", bar)


def again():
    every = [word for name in ("xlsx", "xml", "html", "json", "ndjson", "csv") for word in ("--format", name)]
    for what, workspace, options in (("lists, xlsx xml html", work / "lists", every[:6]),
                                     ("whole Shanghai, all formats", arguments.city, [*every, "--units", "0"])):
        turns, _, _ = in_turns(publish(workspace, *options))
        both(f"rebuild without a change: {what}", [(ours["again"], ours["full"]) for ours, _ in turns], "full build", 0.3)


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
    both(f"whole Shanghai, {len(built)} units, {len(files):,} files, {megabytes(size)}, all formats", [(whole, load)], "validate")
    one = build("--unit", built[0])
    some = build(*[word for code in built[:17] for word in ("--unit", code)])
    line("peak memory of 17 units", megabytes, [(some[2], one[2])], "of 1")
    line(f"peak memory of {len(built)} units", megabytes, [(whole[2], some[2])], "of 17", 1.25)


def print_table():
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


for name, measure in (("xlsx", xlsx), ("text", text_formats), ("again", again), ("city", city)):
    if name in parts:
        measure()
print(f"{arguments.turns} turns; loading and checking the workspace aside where it is not named.\n")
print_table()
