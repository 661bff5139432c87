#!/usr/bin/env python3
"""xlsx_peer.py CELLS OUT.xlsx [--formats]: writes the texts of `bench_publish --cells` with openpyxl's write-only mode, its
quickest: plain cells, or with their formats and heights; no merged cells or links. Prints `write WALL CPU`, the reading of
CELLS aside."""
import resource
import sys
import time

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

formats = len(sys.argv) > 3
with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    parts = [line[:-1].split("\t") for line in lines if line[0] != "#"]
rows = [(float(height), [cell[0] for cell in cells], [cell.split("\x02")[2].replace("\x01", "\n") for cell in cells]) for height, *cells in parts]


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def style(name, **more):
    side = Side(style="thin")
    return NamedStyle(name=name, font=Font(name="宋体", size=10, underline="single" if name == "l" else None), border=Border(side, side, side, side),
                      alignment=Alignment(wrap_text=True, vertical="center", **more))


wall, before = time.perf_counter(), cpu()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("目录")
for one in (style("t"), style("c", horizontal="center"), style("n", horizontal="center"), style("l")):
    book.add_named_style(one)
for number, (height, kinds, texts) in enumerate(rows, 1):
    if texts:
        texts[0] = int(texts[0])
    if formats:
        sheet.row_dimensions[number].height = height
        cells = []
        for kind, text in zip(kinds, texts):
            cell = WriteOnlyCell(sheet, text)
            cell.style = kind
            cells.append(cell)
        texts = cells
    sheet.append(texts)
book.save(sys.argv[2])
print(f"write {time.perf_counter() - wall:.4f} {cpu() - before:.4f}")
