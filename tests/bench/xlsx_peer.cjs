// NODE_PATH=…/node_modules node xlsx_peer.cjs CELLS OUT.xlsx: writes the texts of `bench_publish --cells` with exceljs'
// streaming writer: plain cells, no formats, merged cells or links. Prints `write WALL CPU`, the reading of CELLS aside.
const fs = require("fs");
const {WorkbookWriter} = require("exceljs").stream.xlsx;
const [, , cells, out] = process.argv;
const rows = fs.readFileSync(cells, "utf8").split("\n").slice(0, -1).filter((line) => line[0] !== "#")
  .map((line) => line.split("\t").slice(1).map((cell) => cell.split("\x02")[2].replaceAll("\x01", "\n")));
(async () => {
  const begin = performance.now(), before = process.cpuUsage();
  const book = new WorkbookWriter({filename: out, useSharedStrings: true});
  const sheet = book.addWorksheet("目录");
  for (const row of rows) {
    if (row.length) row[0] = Number(row[0]);
    sheet.addRow(row).commit();
  }
  sheet.commit();
  await book.commit();
  const used = process.cpuUsage(before);
  console.log(`write ${((performance.now() - begin) / 1e3).toFixed(4)} ${((used.user + used.system) / 1e6).toFixed(4)}`);
})();
