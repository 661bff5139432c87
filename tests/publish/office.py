"""LibreOffice opens the published workbook, prints it, and finds no row too low for its text.

    office.py --driver PATH --root PROJECT

The rows' heights are taken out of the sheets, by way of LibreOffice's own format, as it trusts those of a workbook; it
then makes each row as tall as its text needs, and no row of ours may be lower. (Cells merged over several rows have no
say in a row's height and are not compared.)
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

SKIPPED_EXIT_CODE = 77
TOLERANCE = 0.8  # points: heights are rounded to pixels
LEAST_USED = 0.3  # of our height; less is a row that LibreOffice did not measure
FRONT = {"封面", "编制说明", "目录"}
FIRST_ITEM_ROW = 5
ITEMS = 300  # at least so many must have been measured
SECONDS = 240
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

try:
    import openpyxl
except ImportError as missing:
    print(f"skipped: needs python3-openpyxl ({missing})")
    sys.exit(SKIPPED_EXIT_CODE)


def convert(path, to, folder):
    subprocess.run([OFFICE, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", to,
                    "--outdir", folder / to, path], check=True, capture_output=True, timeout=SECONDS)
    return folder / to / f"{path.stem}.{to}"


def with_needed_heights(path, folder):
    """The workbook with each row as tall as LibreOffice finds its text to be."""
    free = folder / "free.xlsx"
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(free, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            content = book.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb'(<row [^>]*?) ht="[^"]*" customHeight="1"', rb"\1", content)
            copy.writestr(name, content)
    flat = convert(free, "fods", folder)
    flat.write_text(re.sub(r'style:row-height="[^"]*" ', "", flat.read_text(encoding="utf-8")), encoding="utf-8")
    return convert(flat, "xlsx", folder)


def low_rows(ours, theirs):
    """Rows whose text needs more than we gave, and how many were compared."""
    low, compared = [], 0
    for sheet in ours.worksheets:
        if sheet.title in FRONT:
            continue
        several = {r for m in sheet.merged_cells.ranges if m.max_row > m.min_row and m.min_col == 1 for r in range(m.min_row, m.max_row + 1)}
        for row in range(FIRST_ITEM_ROW, sheet.max_row + 1):
            needed, given = (book[sheet.title].row_dimensions[row].height for book in (theirs, ours))
            if row in several or not needed or not given:
                continue
            compared += needed > given * LEAST_USED  # a height that was really worked out
            if needed > given + TOLERANCE:
                low.append(f"{sheet.title}, row {row}: {given} points, the text needs {needed}")
    return low, compared


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--driver", required=True)
    parser.add_argument("--root", required=True, type=Path)
    given = parser.parse_args()
    if not OFFICE:
        print("skipped: LibreOffice is not installed (libreoffice-calc)")
        sys.exit(SKIPPED_EXIT_CODE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([given.driver, given.root / "catalogues/shanghai", folder / "out"], check=True, capture_output=True)
        book = folder / "out" / "catalogue.xlsx"
        printed = convert(book, "pdf", folder).read_bytes()
        pages = len(re.findall(rb"/Type\s*/Page\b", printed))
        ours, theirs = openpyxl.load_workbook(book), openpyxl.load_workbook(with_needed_heights(book, folder))
        low, compared = low_rows(ours, theirs)
    for problem in low:
        print(problem)
    print(f"office: {pages} pages, {compared} rows compared, {len(low)} too low")
    sys.exit(1 if low or not pages or compared < ITEMS else 0)


main()
