// The site in Chromium: from the disk, from a careful server, on a desk and on a telephone, with and without scripts.
//
//   node site.mjs FOLDER TOOLS URL CHROMIUM      FOLDER/site of all units, FOLDER/plain of the standards
import fs from "node:fs";
import path from "node:path";
import {createRequire} from "node:module";

const [folder, tools, server, executablePath] = process.argv.slice(2);
const require = createRequire(path.join(tools, "package.json"));
const {chromium} = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const disk = `file://${folder}`;
const UNIT = "310104003"; // 天平路街道
const PAGES = ["site/index.html", "site/social-assistance.html", "site/search.html?q=低保", "site/310104/index.html", `site/${UNIT}/index.html`,
  `site/${UNIT}/social-assistance.html`, `site/${UNIT}/social-assistance.table.html`, `site/${UNIT}/active.html`, "site/310104/publishers.html",
  "plain/index.html", "plain/tax.html"];
const failures = new Set();
let checks = 0;
const fail = (what) => {
  if (!failures.has(what)) console.log(what);
  failures.add(what);
};
const check = (right, what) => { checks++; if (!right) fail(what); };

const browser = await chromium.launch({executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]});

/** Opens a page and reports every request that leaves its own place, and every word of complaint. */
async function open(context, base, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(120000); // machines of tests are busy
  page.on("request", (request) => check(request.url().startsWith(base + "/"), `${address}: asks for ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && fail(`${address}: ${message.text()}`));
  page.on("pageerror", (error) => fail(`${address}: ${error.message}`));
  await page.goto(`${base}/${encodeURI(address)}`);
  if (address.includes("search.html?")) await page.waitForSelector("#_results > li, #_status:has-text('没有')");
  return page;
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const {violations} = await page.evaluate(() => axe.run({preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}));
  for (const {id, nodes} of violations) fail(`${what}: axe: ${id}: ${nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  checks++;
}

async function everyPage() {
  for (const [width, height] of [[1280, 900], [768, 1024], [390, 844], [320, 640]]) {
    const context = await browser.newContext({viewport: {width, height}});
    for (const address of PAGES) {
      const page = await open(context, disk, address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(wide <= 0, `${address} at ${width}: ${wide} pixels too wide`);
      if (width === 1280 || width === 390) await accessible(page, `${address} at ${width}`);
      await page.close();
    }
    await context.close();
  }
}

/** Headings of a table on a desk stay in sight. */
async function headingsStay() {
  const context = await browser.newContext({viewport: {width: 1600, height: 700}});
  for (const address of ["site/310104/active.html", "plain/tax.html"]) {
    const page = await open(context, disk, address);
    const row = page.locator("tbody tr").last();
    await row.scrollIntoViewIfNeeded();
    const seen = await page.locator("thead").last().locator("th").first().boundingBox();
    check(seen && seen.y >= -1 && seen.y < 700, `${address}: the headings do not stay: ${JSON.stringify(seen)}`);
    await page.close();
  }
  await context.close();
}

async function search(context, base) {
  const asked = async (address) => {
    const page = await open(context, base, `site/search.html?${address}`);
    const links = await page.locator("#_results h2 a").evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
    const status = await page.locator("#_status").textContent();
    return {page, links, status};
  };
  // What the address of a street's item is found by.
  for (const words of ["低保审核公示 天平路街道", "天平路街道低保审核公示", "低保審核公示 天平路", "天平路街道办事处 最低生活保障 审核"]) {
    const {page, links} = await asked(`q=${words}`);
    check(links[0]?.[1] === `${UNIT}/social-assistance.html#5`, `${words}: leads to ${links[0]}`);
    await page.close();
  }
  const finds = async (question, holds, what) => {
    const {page, links, status} = await asked(question);
    check(holds(links, status), `${question}: ${what}: ${status} ${JSON.stringify(links.slice(0, 3))}`);
    await page.close();
  };
  const first = (text) => (links) => links.length > 0 && links[0][0].includes(text);
  // 征地报批 sounds so too: among the first is what can be asked.
  await finds("q=dibao", (links) => links.slice(0, 3).some(([name]) => name.includes("最低生活保障")), "by the sound of a synonym");
  await finds("q=zuidishenghuobaozhang", first("最低生活保障"), "by sound");
  await finds("q=zdshbz", first("最低生活保障"), "by first letters");
  await finds("q=changning", (links, status) => status.includes("长宁区") && links.length > 0, "长宁, not zhangning");
  await finds("q=zhangning", (links, status) => !status.includes("长宁区"), "长宁 is not said so");
  await finds("q=minhang", (links, status) => status.includes("闵行区"), "闵行 has another 行");
  await finds("q=环评", first("环境影响评价"), "a synonym");
  await finds("q=国发〔2012〕45号", first("最低生活保障"), "a document's number");
  await finds("q=国发[2012]45号", (links) => links.length > 0, "its brackets otherwise");
  await finds("q=徐汇区 养老", (links) => links.length > 0 && links[0][1].startsWith("310104/elderly-care.html#"), "a district's own item");
  await finds(`q=低保&unit=${UNIT}`, (links) => links.length > 0 && links.every(([, href]) => href.startsWith(UNIT + "/")), "a unit from the address");
  await finds("q=低保&level=街镇级", (links) => links.length > 0, "a level");
  await finds("q=公示&channel=政府公报&domain=tax", (links, status) => status.length > 0, "filters that leave little");
  await finds("q=&publisher=徐汇区民政局", (links) => links.length > 0, "a publisher");
  await finds("q=&mode=依申请", (links, status) => status.length > 0, "a mode");
  await finds("q=审核&wait=1&domain=social-assistance", (links, status) => status.includes("没有") || links.length > 0, "a wait");
  await finds("q=&wait=display&domain=social-assistance", (links) => links.some(([name]) => name.includes("审核信息")), "a display period");
  await finds("q=鑫淼焱垚", (links, status) => status.includes("没有找到"), "nothing");
  await finds("q=<img src=x onerror=alert(1)>", (links, status) => status.length > 0, "markup");
}

/** The whole way with the keyboard, to the item of the chosen street. */
async function byKeyboard(context, base) {
  const page = await open(context, base, "site/index.html");
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.className === "skip"), "the first key does not lead to the link that skips");
  for (let i = 0; i < 10 && await page.evaluate(() => document.activeElement.id !== "_q"); i++) await page.keyboard.press("Tab");
  await page.keyboard.type("低保审核公示");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#_results > li");
  await page.selectOption("#_district", "310104");
  await page.selectOption("#_street", UNIT);
  await page.waitForFunction((unit) => document.querySelector("#_results a")?.getAttribute("href").startsWith(unit), UNIT);
  check(new URL(page.url()).searchParams.get("unit") === UNIT, `the street is not in the address: ${page.url()}`);
  await page.locator("#_results a").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/${UNIT}/social-assistance.html#5`);
  const item = page.locator(".item:target");
  const said = await item.locator(".answers").textContent();
  for (const part of ["谁公开天平路街道办事处", "公示多久公示7个工作日", "在哪里看徐汇区天平路街道：社区/企事业单位/村公示栏（电子屏）"])
    check(said.replace(/\s/g, "").includes(part), `the item does not answer: ${part}: ${said}`);
  await page.goBack();
  await page.waitForSelector("#_results > li");
  check(await page.inputValue("#_street") === UNIT, "going back loses the street");
  await page.close();
}

async function withoutScripts() {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  page.setDefaultTimeout(120000); // machines of tests are busy
  await page.goto(`${disk}/site/index.html`);
  check(!(await page.locator("form.search").isVisible()), "without scripts there is a form that can't search");
  await page.locator("summary", {hasText: "徐汇区"}).click();
  await page.locator("details[open] a", {hasText: "天平路街道"}).click();
  await page.locator("table.list a", {hasText: "社会救助"}).first().click();
  check(page.url().endsWith(`/site/${UNIT}/social-assistance.html`), `without scripts the links lead to ${page.url()}`);
  check(await page.locator(".item .answers").first().isVisible(), "without scripts an item does not answer");
  await page.goto(`${disk}/site/search.html`);
  check(await page.locator("noscript p a").count() > 0 || (await page.content()).includes("搜索要用脚本"), "without scripts the search page says nothing");
  await context.close();
}

async function answerTime(context) {
  const page = await open(context, disk, "site/search.html?q=低保");
  const took = await page.evaluate(() => {
    const all = [];
    for (const question of ["低保审核公示 天平路街道", "行政处罚", "国发〔2012〕45号", "zdshbz", "公", "政府 信息 公开"]) {
      const start = performance.now();
      catalogSearch.find(question, {});
      all.push(performance.now() - start);
    }
    return Math.max(...all);
  });
  console.log(`the slowest of six questions took ${took.toFixed(1)} ms`);
  const long = await page.evaluate(() => {
    const start = performance.now();
    catalogSearch.find("最低生活保障".repeat(20000), {});
    return performance.now() - start;
  }).catch((error) => error);
  check(long < 1000, `a question of 120000 characters: ${long}`);
  check(took < 1000, `a question takes ${took} ms`); // the bar of 100 ms is measured, not tested: machines of tests are busy
  await page.close();
}

await everyPage();
await headingsStay();
const context = await browser.newContext();
await search(context, disk);
await byKeyboard(context, disk);
await byKeyboard(context, server); // with a policy that forbids everything inline
await answerTime(context);
await withoutScripts();
await browser.close();
console.log(`${checks} checks in the browser, ${failures.size} failures`);
process.exit(failures.size ? 1 : 0);
