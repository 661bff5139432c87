// NODE_PATH=…/node_modules node xlsx_peer.cjs CELLS OUT.xlsx [--formats]: writes the texts of `bench_publish --cells` with
// exceljs' streaming writer: plain cells, or with their formats and heights; no merged cells or links. Prints `write WALL CPU`,
// the reading of CELLS aside.
const fs = require("fs");
const {WorkbookWriter} = require("exceljs").stream.xlsx;
const [, , cells, out, formats] = process.argv;
const rows = fs.readFileSync(cells, "utf8").split("\n").slice(0, -1).filter((line) => line[0] !== "#").map((line) => {
  const [height, ...rest] = line.split("\t"), parts = rest.map((cell) => cell.split("\x02"));
  return {height: Number(height), kinds: parts.map((part) => part[0][0]), texts: parts.map((part) => part[2].replaceAll("\x01", "\n"))};
});
const thin = {style: "thin"};
const style = (horizontal, underline) => ({font: {name: "宋体", size: 10, underline}, border: {left: thin, right: thin, top: thin, bottom: thin},
  alignment: {wrapText: true, vertical: "middle", horizontal}});
const styles = {t: style(), c: style("center"), n: style("center"), l: style(undefined, true)};
(async () => {
  const begin = performance.now(), before = process.cpuUsage();
  const book = new WorkbookWriter({filename: out, useSharedStrings: true, useStyles: Boolean(formats)});
  const sheet = book.addWorksheet("目录");
  for (const {height, kinds, texts} of rows) {
    if (texts.length) texts[0] = Number(texts[0]);
    const row = sheet.addRow(texts);
    if (formats) {
      row.height = height;
      kinds.forEach((kind, column) => { row.getCell(column + 1).style = styles[kind]; });
    }
    row.commit();
  }
  sheet.commit();
  await book.commit();
  const used = process.cpuUsage(before);
  console.log(`write ${((performance.now() - begin) / 1e3).toFixed(4)} ${((used.user + used.system) / 1e6).toFixed(4)}`);
})();
