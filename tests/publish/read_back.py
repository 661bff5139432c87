"""What is published reads the same in every form, by software that is not the project's own.

    read_back.py --driver PATH --root PROJECT [--schema xmllint]

Publishes the shipped workspace and one of hostile texts; compares XLSX (openpyxl), HTML, CSV cell by cell, XML and JSON
field by field, and JSON with the source files; checks XML against its schema, the set-up of the sheets, and that
nothing but the content decides the bytes.
"""

import argparse
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED_EXIT_CODE = 77
try:
    import openpyxl  # noqa: F401
    import yaml
except ImportError as missing:
    print(f"skipped: needs python3-openpyxl and python3-yaml ({missing})")
    sys.exit(SKIPPED_EXIT_CODE)

import hostile
import readers

PROBLEMS = []


def check(right, what):
    if not right:
        PROBLEMS.append(what)


def publish(driver, workspace, out, *options, zone="UTC"):
    done = subprocess.run([driver, workspace, out, *options], capture_output=True, text=True, env={**os.environ, "TZ": zone})
    check(done.returncode == 0, f"{workspace}: ended with {done.returncode}: {done.stdout[:500]}{done.stderr[:500]}")
    return done.stdout


def first_difference(one, other):
    if len(one) != len(other):
        return f"{len(one)} and {len(other)}"
    for number, (a, b) in enumerate(zip(one, other)):
        if a != b:
            return f"at {number}: {a!r:.400} and {b!r:.400}"
    return ""


def compare_tables(out, stem):
    """The same headings and cells in XLSX, HTML and CSV."""
    tables, book = readers.read_workbook(out / f"{stem}.xlsx")
    check(len(tables) == 1, f"{stem}.xlsx: {len(tables)} tables")
    heads, rows = next(iter(tables.values()))
    html_heads, html_rows, page = readers.read_html(out / f"{stem}.html")
    csv_heads, csv_rows = readers.read_csv(out / f"{stem}.csv")
    for form, other_heads, other_rows in (("html", html_heads, html_rows), ("csv", csv_heads, csv_rows)):
        check(heads == other_heads, f"{stem}.{form}: headings differ: {first_difference(heads, other_heads)}")
        check(rows == other_rows, f"{stem}.{form}: cells differ: {first_difference(rows, other_rows)}")
    check("script" not in page.tags, f"{stem}.html: has a script")
    check(not [link for link in page.links if link.lower().startswith("javascript")], f"{stem}.html: links to a script")
    check(len(set(page.ids)) == len(page.ids), f"{stem}.html: an id is there twice")
    return len(rows), page, book


def normal(value, key=""):
    """A YAML value in the shape in which JSON is published: lists where the file may have a single text."""
    if key in readers.LISTS and isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        if set(value) <= {"guideline", "reason", "basis", "until"}:  # an omission names one row
            return value
        return {k: normal(v, k) for k, v in value.items() if v not in ("", [], {})}
    return [normal(v) for v in value] if isinstance(value, list) else value


def compare_records(out, stem, source):
    """The same fields in the source file, JSON and XML."""
    published = readers.read_json(out / f"{stem}.json")["catalogue"]
    from_xml = readers.read_xml(out / f"{stem}.xml")
    with open(source, encoding="utf-8") as opened:
        written = normal(yaml.load(opened, Loader=yaml.BaseLoader))
    for form, other in (("xml", from_xml), (source.name, written)):
        for key in sorted(set(published) | set(other)):
            one, two = published.get(key), other.get(key)
            difference = first_difference(one, two) if isinstance(one, list) and isinstance(two, list) else f"{one!r:.300} and {two!r:.300}"
            check(one == two, f"{stem}.json and {form} differ in {key}: {difference}")
    check_directory(out, stem, published)
    lines = readers.read_ndjson(out / f"{stem}.ndjson")
    check([line["item"] for line in lines] == published["items"], f"{stem}.ndjson and json differ")
    check([line["address"].rsplit("/", 1)[1] for line in lines] == [item["id"] for item in published["items"]], f"{stem}.ndjson: addresses")
    return [item["id"] for item in published["items"]]


def check_directory(out, stem, published):
    """What 条例第十二条 asks of each entry follows from the rest."""
    day = next((d for d in (published.get("published", {}).get("on"), published.get("confirmed", {}).get("on"), published.get("effective")) if d), None)
    entries = readers.read_directory(out / f"{stem}.xml")
    check(len(entries) == len(published["items"]), f"{stem}.xml: {len(entries)} entries of a directory")
    for (address, entry), item in zip(entries, published["items"]):
        names = [e if isinstance(e, str) else e.get("name", "") for e in item.get("elements", [])]
        topics = [item[k] for k in ("topic", "subtopic", "detail") if item.get(k)]
        right = {"index_number": address, "name": "/".join(topics), "generated": day, **({"summary": "；".join(names)} if names else {})}
        check(entry == right, f"{stem}.xml: {address}: {entry!r:.400} and {right!r:.400}")


def check_sheet(stem, sheet):
    """A3 landscape, one page wide, headings repeated and frozen, filters, page numbers; nothing hidden, no formula."""
    for right, what in (
            (sheet.page_setup.orientation == "landscape" and str(sheet.page_setup.paperSize) == "8", "not A3 landscape"),
            (sheet.page_setup.fitToWidth in (None, 1) and sheet.page_setup.fitToHeight == 0, "not one page wide"),
            (sheet.print_title_rows == "$3:$4", f"repeats {sheet.print_title_rows}"),
            (str(sheet.freeze_panes or "").endswith("5"), f"frozen at {sheet.freeze_panes}"),
            (sheet.auto_filter.ref and sheet.auto_filter.ref.startswith("A4:"), f"filter {sheet.auto_filter.ref}"),
            (bool(sheet.print_area), "no print area"),
            ("&P" in (sheet.oddFooter.center.text or "") or "&P" in str(sheet.oddFooter.center), "no page number"),
            (sheet.sheet_state == "visible", "hidden"),
            (not any(d.hidden for d in sheet.row_dimensions.values()), "hidden rows"),
            (not any(d.hidden for d in sheet.column_dimensions.values()), "hidden columns"),
            (all((d.height or 0) <= 409.5 for d in sheet.row_dimensions.values()), "a row taller than Excel's"),
            (not any(c.data_type == "f" for row in sheet.iter_rows() for c in row), "a formula")):
        check(right, f"{stem}.xlsx, {sheet.title}: {what}")


def check_contents(book):
    """Each line of the contents leads to a sheet that is there."""
    for row in book["目录"].iter_rows(min_row=3):
        for cell in row:
            if cell.hyperlink:
                target = cell.hyperlink.location.rsplit("!", 1)[0].strip("'").replace("''", "'")
                check(target in book.sheetnames, f"contents: no sheet {target!r}")


def same_bytes(one, other):
    """Files of two folders that differ in anything."""
    names = sorted(str(p.relative_to(one)) for p in one.rglob("*") if p.is_file())
    there = sorted(str(p.relative_to(other)) for p in other.rglob("*") if p.is_file())
    return names == there and not filecmp.cmpfiles(one, other, names, shallow=False)[1]


def check_schema(out, schema):
    if not shutil.which("xmllint"):
        print("left out: xmllint is not installed (libxml2-utils)")
        return
    pages = sorted(out.rglob("*.xml"))
    done = subprocess.run(["xmllint", "--noout", "--schema", schema, *pages], capture_output=True, text=True)
    check(done.returncode == 0, f"{out}: against the schema: {[l for l in done.stderr.splitlines() if 'validates' not in l][:5]}")


def compare_workspace(driver, workspace, out, again, schema, sources, options):
    publish(driver, workspace, out, *options)
    publish(driver, workspace, again, *options, zone="America/New_York")
    check(same_bytes(out, again), f"{workspace}: two builds differ")
    check_schema(out, schema)
    items = 0
    for stem, source in sources.items():
        count, page, book = compare_tables(out, stem)
        ids = compare_records(out, stem, source)
        check(count == len(ids), f"{stem}: {count} rows, {len(ids)} items")
        check([i for i in page.ids if not i.startswith("_")] == ids, f"{stem}.html: anchors are not the items' ids")
        check_sheet(stem, book.worksheets[-1])
        items += count
    tables, book = readers.read_workbook(out / "catalogue.xlsx")
    check(sum(len(rows) for _, rows in tables.values()) == items, "catalogue.xlsx: other items than its parts")
    if len(tables) > 1:
        check_contents(book)
    return items


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--driver", required=True)
    parser.add_argument("--root", required=True, type=Path)
    given = parser.parse_args()
    schema = given.root / "schemas" / "catalogue.xsd"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shipped = given.root / "catalogues" / "shanghai"
        sources = {p.stem: p for p in sorted((shipped / "standards").glob("*.yaml"))}
        items = compare_workspace(given.driver, shipped, work / "a", work / "b", schema, sources, [])
        hostile.write_workspace(work / "w", given.root)
        sources = {"social-assistance": work / "w/standards/social-assistance.yaml", "lists/310104/tax": work / "w/lists/310104/tax.yaml"}
        for options in ([], ["--codes", "--matrix"], ["--template", "national"]):
            name = "h" + "".join(options)
            items += compare_workspace(given.driver, work / "w", work / name, work / (name + "2"), schema, sources, options)
    for problem in PROBLEMS:
        print(problem)
    print(f"read back: {items} items compared in five forms, {len(PROBLEMS)} problems")
    sys.exit(1 if PROBLEMS or not items else 0)


main()
