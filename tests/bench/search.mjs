// node search.mjs SITE TOOLS CHROMIUM: how long the search page takes to load its texts, and to answer; and how many bytes
// stand before the first content of a page.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import vm from "node:vm";
import {createRequire} from "node:module";

const [site, tools, executablePath] = process.argv.slice(2);
const {chromium} = createRequire(path.resolve(tools, "package.json"))("playwright-core");
const TURNS = 7, MOST_MS = 100, MOST_KB = 150;
const QUESTIONS = ["低保", "低保审核公示", "低保审核公示 天平路街道", "天平路街道低保审核公示", "最低生活保障 申请材料", "行政处罚", "徐汇区 行政处罚 公示", "征地补偿安置",
  "政府 信息 公开", "财政预算", "养老服务补贴", "食品安全 抽检", "国发〔2012〕45号", "社会救助暂行办法", "民政局 低保", "浦东新区 义务教育 招生", "公租房 轮候", "环境影响评价",
  "村务公开", "就业 补贴 申请", "税务 办税指南", "zuidishenghuobaozhang", "dibao", "zdshbz", "changning", "申请材料流程标准对象名单", "公", "鑫淼焱垚"];

// What the index holds, from its own files.
let distinct = 0, places = 0, bytes = 0;
const add = ({items, units, ids, ...rest}) => {
  const width = Object.keys(rest).filter((key) => typeof rest[key] === "string" && !["domain", "name", "publishers"].includes(key)).length + 2;
  distinct += items.length / width;
  for (let i = width - 1; i < items.length; i += width) places += units[items[i]].length / 2;
};
for (const name of fs.readdirSync(`${site}/assets/search`)) {
  const text = fs.readFileSync(`${site}/assets/search/${name}`, "utf8");
  bytes += Buffer.byteLength(text);
  vm.runInNewContext(text, {catalogSearch: {add}});
}
console.log(`items: ${places}, of them distinct: ${distinct}; texts of the search: ${(bytes / 1e6).toFixed(1)} MB`);

const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]});
const held = (measured, most) => (measured <= most ? "held" : "MISSED");

// Bytes to first content: all that a page asks for until it is loaded, as it is sent without compression.
let sent = 0;
const server = http.createServer((request, response) => {
  const file = path.join(site, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const body = fs.readFileSync(file), type = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}[path.extname(file)];
  sent += body.length;
  response.writeHead(200, {"Content-Type": type ?? "application/octet-stream"}).end(body);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const unit = fs.readdirSync(site).find((name) => fs.existsSync(`${site}/${name}/index.html`));
for (const name of ["index.html", "search.html", `${unit}/index.html`]) {
  const page = await browser.newPage();
  sent = 0;
  await page.goto(`http://127.0.0.1:${server.address().port}/${name}`, {waitUntil: "load"});
  console.log(`bytes to first content, ${name}: ${(sent / 1e3).toFixed(1)} KB (bar ${MOST_KB}) ${held(sent / 1e3, MOST_KB)}`);
  await page.close();
}
server.close();

const page = await browser.newPage();
const start = performance.now();
await page.goto(`file://${site}/search.html?q=${encodeURIComponent("低保")}`);
await page.waitForSelector("#_results > li", {timeout: 300000});
console.log(`first load: texts of all domains read and indexed, first answer: ${((performance.now() - start) / 1e3).toFixed(2)} s`);
await page.waitForFunction(() => !catalogSearch.prepare());
console.log(`ready for questions by sound: ${((performance.now() - start) / 1e3).toFixed(2)} s`);
const rows = await page.evaluate(({questions, turns}) => questions.map((question) => {
  const took = [];
  let found = 0;
  for (let i = 0; i < turns; i++) {
    const from = performance.now();
    found = catalogSearch.find(question, {}).results.length;
    took.push(performance.now() - from);
  }
  return [question, found, took[0], ...took.sort((a, b) => a - b)];
}), {questions: QUESTIONS, turns: TURNS});
console.log(`question, found: asked first, quickest / median / slowest of ${TURNS} (ms)`);
for (const [question, found, first, ...ms] of rows)
  console.log(`${question}, ${found}: ${first.toFixed(1)}, ${[ms[0], ms[TURNS >> 1], ms[TURNS - 1]].map((n) => n.toFixed(1)).join(" / ")}`);
const medians = rows.map(([, , , ...ms]) => ms[TURNS >> 1]).sort((a, b) => a - b);
const slowest = Math.max(...rows.map(([, , , ...ms]) => ms[TURNS - 1]));
console.log(`answers to ${rows.length} questions: median ${medians[medians.length >> 1].toFixed(1)} ms, slowest question's median ${medians.at(-1).toFixed(1)} ms, ` +
  `slowest answer of all ${slowest.toFixed(1)} ms (bar ${MOST_MS}) ${held(slowest, MOST_MS)}`);
const memory = await page.evaluate(() => performance.memory?.usedJSHeapSize);
if (memory) console.log(`memory of scripts: ${(memory / 1e6).toFixed(0)} MB`);
await browser.close();
