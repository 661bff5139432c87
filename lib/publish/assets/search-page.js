// The search page: reads the question from the address, loads the domains' texts at the first one, shows the answers.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const FILTERS = ["domain", "level", "channel", "audience", "mode", "wait", "publisher"];
  const STEP = 20, LINKS_SHOWN = 6;
  const PAUSE = 20;  // milliseconds
  const WAITS = [["1", "实时或及时"], ["2", "7个工作日以内"], ["3", "20个工作日以内"], ["display", "有公示期或公开期"]];
  const byId = (id) => document.getElementById(id);
  const form = byId("_form"), status = byId("_status"), list = byId("_results"), more = byId("_more");
  const {data} = catalogSearch;
  const folder = new URL("search/", document.querySelector("script[src*='search-data.js']").src);
  const loads = new Map();
  let answers = null, shown = 0, turn = 0, preparing = false;

  const make = (tag, text, attributes = {}) => {
    const out = document.createElement(tag);
    if (text !== undefined) out.textContent = text;
    for (const [name, value] of Object.entries(attributes)) out.setAttribute(name, value);
    return out;
  };

  // ---- the form ----------------------------------------------------------------------------------------------------
  const options = (select, pairs) => {
    select.length = 1;
    for (const [value, text] of pairs) select.append(make("option", text, {value}));
    select.disabled = pairs.length === 0;
  };
  const named = (numbers) => numbers.map((n) => [data.units[n][0], data.units[n][3]]);
  const tops = data.units.map((_, n) => n).filter((n) => data.units[n][1] < 0);
  const numberOf = (code) => data.units.findIndex((unit) => unit[0] === code);
  function fillStreets(district) {
    const number = numberOf(district);
    options(form.street, number < 0 ? [] : named(data.children[number]));
  }
  options(form.district, named(tops));
  options(form.domain, data.domains);
  for (const [name, words] of [["level", "levels"], ["channel", "channels"], ["audience", "audiences"], ["mode", "modes"]])
    options(form[name], data[words].map((word) => [word, word]));
  options(form.wait, WAITS);

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    form.q.value = asked.get("q") || "";
    for (const name of FILTERS) form[name].value = asked.get(name) || "";
    const number = numberOf(asked.get("unit") || asked.get("street") || asked.get("district") || "");
    const parent = number < 0 ? -1 : data.units[number][1];
    form.district.value = number < 0 ? "" : data.units[parent < 0 ? number : parent][0];
    fillStreets(form.district.value);
    form.street.value = parent < 0 ? "" : data.units[number][0];
    form.anyUnit = asked.get("unit") === "any";
    // On a telephone the answers come before what narrows them.
    const scope = byId("_scope"), narrowed = form.district.value || FILTERS.some((name) => form[name].value);
    if (scope && (narrowed || matchMedia("(min-width: 641px)").matches)) scope.open = true;
  }
  function address(unit) {
    const asked = new URLSearchParams();
    if (form.q.value.trim()) asked.set("q", form.q.value.trim());
    if (unit) asked.set("unit", unit);
    for (const name of FILTERS) if (form[name].value) asked.set(name, form[name].value);
    return "search.html?" + asked;
  }
  const chosenUnit = () => form.street.value || form.district.value || (form.anyUnit ? "any" : "");

  // ---- loading -----------------------------------------------------------------------------------------------------
  function load(slug) {
    if (catalogSearch.has(slug)) return Promise.resolve();
    if (!loads.has(slug)) loads.set(slug, new Promise((done, failed) => {
      const script = make("script", undefined, {src: new URL(slug + ".js", folder)});
      script.addEventListener("load", done);
      script.addEventListener("error", () => { loads.delete(slug); failed(new Error(slug)); });
      document.head.append(script);
    }));
    return loads.get(slug);
  }

  // ---- answers -----------------------------------------------------------------------------------------------------
  async function ask() {
    const mine = ++turn, question = form.q.value.trim(), unit = chosenUnit();
    const filters = {unit: unit === "any" ? "" : unit, anyUnit: unit === "any"};
    for (const name of FILTERS) filters[name] = form[name].value;
    list.replaceChildren();
    more.hidden = true;
    if (!question && !unit && FILTERS.every((name) => !filters[name])) {
      status.textContent = "";
      return;
    }
    status.textContent = "正在查找……";
    try {
      await Promise.all((filters.domain ? [filters.domain] : data.domains.map(([slug]) => slug)).map(load));
    } catch (error) {
      if (mine === turn) status.textContent = `没有读到搜索数据（${error.message}.js）：请检查网站文件是否齐全，再试一次。`;
      return;
    }
    if (mine !== turn) return;
    const start = performance.now();
    answers = catalogSearch.find(question, filters);
    performance.measure("catalog-search", {start, end: performance.now()});
    shown = 0;
    say();
    showMore();
    if (!preparing) setTimeout(prepare, PAUSE);
    preparing = true;
  }

  /** What a question by sound needs, in short steps, so that the page stays quick meanwhile. */
  function prepare() {
    preparing = catalogSearch.prepare();
    if (preparing) setTimeout(prepare, PAUSE);
  }

  function say() {
    const {results, units, loose, elsewhere} = answers;
    const place = units.length ? "在" + units.map((n) => data.units[n][3]).join("、") : "";
    let text = results.length ? `找到${results.length}项` : "没有找到，可以少写几个字或放宽范围再试";
    if (results.length && loose) text = `没有同时符合各词的事项，${results.length}项符合一部分`;
    if (results.length && place) text = elsewhere ? `${place}没有找到；其他单位：${text}` : `${place}${text}`;
    status.textContent = text + "。";
    if (!units.length || form.district.value) return;
    status.append(" ", make("a", "不限单位查找", {href: address("any")}));
  }

  function showMore() {
    const next = answers.results.slice(shown, shown + STEP);
    list.append(...next.map(resultOf));
    shown += next.length;
    more.hidden = shown >= answers.results.length;
  }

  function resultOf(result) {
    const known = catalogSearch.describe(result), out = make("li");
    const href = (unit) => `${data.units[unit][0]}/${result.domain}.html#${known.id}`;
    const single = known.units.length === 1;
    const heading = make("h2");
    heading.append(make("a", known.name, {href: href(known.units[0])}));
    out.append(heading);
    const facts = make("dl", undefined, {class: "answers"});
    const fact = (label, text) => {
      if (!text) return;
      const pair = make("div");
      pair.append(make("dt", label), make("dd", text));
      facts.append(pair);
    };
    const whole = (unit) => (data.units[unit][1] >= 0 ? data.units[data.units[unit][1]][3] : "") + data.units[unit][3];
    fact("单位", single ? whole(known.units[0]) : `${known.units.length}个单位`);
    fact("领域", known.domain);
    fact("谁公开", known.publishers.length === 1 ? known.publishers[0] : "");
    fact("何时公开", known.deadline);
    fact("公示多久", known.display);
    fact("在哪里看", known.channels.replaceAll("；", "、"));
    if (!known.mode.startsWith(data.modes[0])) fact("公开方式", known.mode);
    out.append(facts);
    if (!single) out.append(unitLinks(known, href, whole));
    return out;
  }

  function unitLinks(known, href, whole) {
    const links = (units) => {
      const ul = make("ul", undefined, {class: "links"});
      for (const unit of units) {
        const li = make("li");
        li.append(make("a", whole(unit), {href: href(unit), "aria-label": `${whole(unit)}：${known.name}`}));
        ul.append(li);
      }
      return ul;
    };
    if (known.units.length <= LINKS_SHOWN) return links(known.units);
    const details = make("details");
    details.append(make("summary", "选择区、街镇"));
    details.addEventListener("toggle", () => details.children.length < 2 && details.append(links(known.units)), {once: true});
    return details;
  }

  // ---- begin -------------------------------------------------------------------------------------------------------
  function go() {
    const target = address(chosenUnit());
    try {
      history.pushState(null, "", target);
    } catch {
      location.href = target;
      return;
    }
    ask();
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); form.anyUnit = false; go(); });
  form.addEventListener("change", (event) => {
    if (event.target === form.q) return;
    if (event.target === form.district) fillStreets(form.district.value);
    go();
  });
  more.querySelector("button").addEventListener("click", () => {
    const first = shown;
    showMore();
    const link = list.children[first]?.querySelector("a");
    if (link) link.focus();
  });
  window.addEventListener("popstate", () => { readAddress(); ask(); });
  form.hidden = false;
  readAddress();
  ask();
});
