"""Reads published files with software that is not the project's own, into plain tables and records."""

import csv
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl

HEADING_ROWS = 2
ROWS_ABOVE = 2  # title and facts
XML = "{urn:catalog:disclosure:1}"

# How the XML writes what JSON writes otherwise.
LISTS = {"guideline", "basis", "drafted_by", "rules", "values", "was", "levels"}
RECORDS = {"links", "deviation", "omitted"}


def flat(text):
    """A text without white space: forms break their lines differently."""
    return re.sub(r"\s+", "", str(text))


def headings(groups, names):
    """One heading a column: 公开对象/全社会."""
    return [f"{group}/{name}" if group and group != name else name or group for group, name in zip(groups, names)]


def read_sheet(sheet):
    """Headings and rows of a table's sheet; each merged cell's value stands in all its cells."""
    cells = [[sheet.cell(r, c).value for c in range(1, sheet.max_column + 1)] for r in range(1, sheet.max_row + 1)]
    tall = set()  # rows that only continue an item
    for merged in sheet.merged_cells.ranges:
        value = sheet.cell(merged.min_row, merged.min_col).value
        for r in range(merged.min_row, merged.max_row + 1):
            for c in range(merged.min_col, merged.max_col + 1):
                cells[r - 1][c - 1] = value
        if merged.min_col == 1 and merged.min_row > ROWS_ABOVE + HEADING_ROWS:
            tall.update(range(merged.min_row + 1, merged.max_row + 1))
    text = [[flat("" if v is None else v) for v in row] for row in cells]
    groups, names = text[ROWS_ABOVE:ROWS_ABOVE + HEADING_ROWS]
    rows = [row for number, row in enumerate(text, 1) if number > ROWS_ABOVE + HEADING_ROWS and number not in tall]
    return headings(groups, names), rows


def read_workbook(path):
    """{sheet: (headings, rows)} of the sheets that are tables, and the workbook."""
    book = openpyxl.load_workbook(path)
    front = {"封面", "编制说明", "目录"}
    return {s.title: read_sheet(s) for s in book.worksheets if s.title not in front}, book


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as opened:
        table = list(csv.reader(opened, strict=True))
    unmasked = [[flat(re.sub(r"^'(?=[=+\-@\t\r\n＝＋－＠])", "", cell)) for cell in row] for row in table]
    return unmasked[0], unmasked[1:]


class TableParser(HTMLParser):
    """The cells of a page's table with their spans; cells for narrow screens only are left out."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.head, self.body, self.ids, self.links, self.tags = [], [], [], [], set()
        self.rows = self.cell = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag in ("thead", "tbody"):
            self.rows = self.head if tag == "thead" else self.body
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows is not None:
            self.cell = {"text": "", "rows": int(given.get("rowspan", 1)), "columns": int(given.get("colspan", 1))}
            if "again" not in given.get("class", "").split():
                self.rows[-1].append(self.cell)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell["text"] += data


def grid(rows):
    """Rows of cells with spans as a full rectangle of texts."""
    out = [[] for _ in rows]
    covered = {}
    for r, cells in enumerate(rows):
        left, c = list(cells), 0
        while left or (r, c) in covered:
            if (r, c) in covered:
                out[r].append(covered[r, c])
            else:
                cell = left.pop(0)
                text = flat(cell["text"])
                for dr in range(cell["rows"]):
                    for dc in range(cell["columns"]):
                        covered[r + dr, c + dc] = text
                continue
            c += 1
    return out


def read_html(path):
    """Headings, rows, and the parser with what else stands on the page."""
    parser = TableParser()
    with open(path, encoding="utf-8") as opened:
        parser.feed(opened.read())
    parser.close()
    groups, names = grid(parser.head)
    return headings(groups, names), grid(parser.body), parser


def read_json(path):
    with open(path, encoding="utf-8") as opened:
        return json.load(opened)


def read_ndjson(path):
    with open(path, encoding="utf-8", newline="\n") as opened:
        return [json.loads(line) for line in opened]


def read_xml(path):
    """The document in the shape of the JSON's `catalogue`."""
    root = ElementTree.parse(path).getroot()
    out = {"kind": root.get("kind")}
    for child in root:
        name = child.tag.removeprefix(XML)
        if name not in ("title", "domain_name", "unit_name"):
            out[name] = [record(item) for item in child] if name == "items" else value(name, child)
    return out


def read_directory(path):
    """Each item's address, and what stands in its `directory`."""
    items = ElementTree.parse(path).getroot().find(XML + "items")
    return [(item.get("address"), {c.tag.removeprefix(XML): c.text or "" for c in item.find(XML + "directory")}) for item in items]


def value(name, node):
    if name in RECORDS:
        return [record(child) for child in node]
    if name in LISTS and (len(node) or not node.text):
        return [child.text or "" for child in node]
    return record(node) if len(node) else node.text or ""


def record(node):
    """A record; values by level and lists of elements as JSON has them."""
    out = {}
    for child in node:
        name = child.tag.removeprefix(XML)
        if name == "directory":  # follows from the rest
            continue
        if name == "elements":
            out[name] = [whole if set(whole := record(e)) != {"name"} else whole["name"] for e in child]
        elif name == "extra":
            out[name] = {entry.get("key", ""): entry.text or "" for entry in child}
        elif name in ("deadline", "publisher", "channels"):
            content = [e.text or "" for e in child] if name == "channels" else child.text or ""
            if child.get("level"):
                out.setdefault(name, {})[child.get("level")] = content
            else:
                out[name] = content
        else:
            out[name] = value(name, child)
    return out
