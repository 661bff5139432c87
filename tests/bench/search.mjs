// node search.mjs SITE TOOLS CHROMIUM: how long the search page takes to load its texts, and to answer.
import path from "node:path";
import {createRequire} from "node:module";

const [site, tools, executablePath] = process.argv.slice(2);
const {chromium} = createRequire(path.resolve(tools, "package.json"))("playwright-core");
const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]});
const page = await browser.newPage();
const start = performance.now();
await page.goto(`file://${site}/search.html?q=低保`);
await page.waitForSelector("#_results > li", {timeout: 120000});
console.log(`first answer, texts read and indexed: ${(performance.now() - start).toFixed(0)} ms`);
const rows = await page.evaluate(() => {
  const out = [];
  for (const question of ["zuidishenghuobaozhang", "低保审核公示 天平路街道", "低保审核公示", "行政处罚", "国发〔2012〕45号", "政府 信息 公开", "申请材料流程标准对象名单", "公", "zdshbz",
    "changning", "民政局 低保", "鑫淼焱垚"]) {
    const took = [];
    let found = 0;
    for (let i = 0; i < 7; i++) {
      const from = performance.now();
      found = catalogSearch.find(question, {}).results.length;
      took.push(performance.now() - from);
    }
    const first = took[0];
    took.sort((a, b) => a - b);
    out.push([question, found, first, took[3], took[6]]);
  }
  return out;
});
console.log("question, found, first / median / most of 7 (ms)");
for (const [question, found, ...ms] of rows) console.log(`${question}, ${found}, ${ms.map((n) => n.toFixed(0)).join(" / ")}`);
const memory = await page.evaluate(() => performance.memory?.usedJSHeapSize);
if (memory) console.log(`memory of scripts: ${(memory / 1e6).toFixed(0)} MB`);
await browser.close();
