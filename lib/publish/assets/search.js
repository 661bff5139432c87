// Finds items of all units. Knows nothing of the page, so that it can be tried without one.
//
// catalogSearch.setup({…})   once: units, domains, readings, synonyms (assets/search-data.js)
// catalogSearch.add({…})     each domain's texts (assets/search/DOMAIN.js)
// catalogSearch.find(question, filters)
// catalogSearch.prepare()   between questions, until it says false: the first question by sound is then as quick as others
//
// Every distinct text stands once. A question becomes at most 30 atoms (a phrase, a group of synonyms, a pair of
// characters); each has a bit, each text the bits of the atoms found in it, each item those of its texts. An index from
// pairs of characters to texts says where to look, so that no question reads everything.
"use strict";
const catalogSearch = (() => {
  const FIELDS = ["names", "elements", "basis", "deadlines", "channels", "audiences"];
  const WEIGHTS = [12, 5, 3, 3, 2, 1];
  const PUBLISHER_WEIGHT = 4, DOMAIN_WEIGHT = 5;
  const STRIDE = 10;  // of an item: the nine fields as written, then its set of units
  const BUCKETS = 1 << 15, MOST_ATOMS = 30, LONGEST = 200;  // characters of a question that are read
  const ITEM_FIELD = {ids: 0, names: 1, elements: 2, basis: 3, deadlines: 4, displays: 5, channels: 6, audiences: 7, modes: 8, set: 9};
  const domains = new Map();
  let setup = null, readings = null;

  // ---- words -------------------------------------------------------------------------------------------------------
  const SAME = new Map();
  for (const [to, from] of [["(", "（〔［【["], [")", "）〕］】]"], ["\"", "“”‘’「」『』'"], [",", "，、"], [";", "；"], [":", "："], ["-", "—–－"]])
    for (const c of from) SAME.set(c, to);
  for (let i = 0xff01; i <= 0xff5e; i++)
    if (!SAME.has(String.fromCharCode(i))) SAME.set(String.fromCharCode(i), String.fromCharCode(i - 0xfee0).toLowerCase());
  const FOLDABLE = /[A-Z！-～“”‘’「」『』〔〕【】、—–[\]']/g;
  /** The form in which texts are compared: as long as the text itself, so that places stay the same. */
  const fold = (text) => text.replace(FOLDABLE, (c) => SAME.get(c) || c.toLowerCase());
  const HAN = /[\u3400-\u9fff\u{20000}-\u{3134f}]/u;

  function makeReadings() {
    const characters = new Map(), words = new Map();
    for (const [syllable, all] of Object.entries(setup.chars)) for (const c of all) characters.set(c, syllable);
    for (const line of setup.words) {
      const [word, ...said] = line.split(" ");
      if (!words.has(word[0])) words.set(word[0], []);
      words.get(word[0]).push({word, said});
    }
    for (const same of words.values()) same.sort((a, b) => b.word.length - a.word.length);
    return {characters, words};
  }
  /** Texts by sound: letters joined, each syllable begun with a capital, and the first letters alone. The longest word
      counts, as 银行; what has no sound is a space. */
  function sounds(text) {
    readings ||= makeReadings();
    let full = "", first = "";
    const say = (s) => {
      full += s ? s[0].toUpperCase() + s.slice(1) : " ";
      first += s ? s[0] : " ";
    };
    for (let i = 0; i < text.length;) {
      const known = readings.words.get(text[i])?.find(({word}) => text.startsWith(word, i));
      if (known) known.said.forEach(say);
      else say(readings.characters.get(text[i]));
      i += known ? known.word.length : 1;
    }
    return {full, lower: full.toLowerCase(), first};
  }
  /** Calls f with each place at which letters are said: from the beginning of a syllable on, or as first letters. */
  function eachSaid(sound, letters, f) {
    for (let at = sound.lower.indexOf(letters); at >= 0; at = sound.lower.indexOf(letters, at + 1))
      if (sound.full[at] !== sound.lower[at]) f(at, false);
    if (letters.length < 2) return;
    for (let at = sound.first.indexOf(letters); at >= 0; at = sound.first.indexOf(letters, at + 1)) f(at, true);
  }
  function isSaid(sound, letters) {
    let found = false;
    eachSaid(sound, letters, () => { found = true; });
    return found;
  }

  // ---- data --------------------------------------------------------------------------------------------------------
  function load(data) {
    setup = data;
    for (const unit of setup.units) unit.names = unit.slice(3).map(fold);
    const pairs = [...setup.traditional];
    setup.simple = new Map();
    for (let i = 0; i < pairs.length; i += 2) setup.simple.set(pairs[i], pairs[i + 1]);
    setup.groups = setup.synonyms.map((group) => group.map(fold));
    setup.children = setup.units.map(() => []);
    setup.units.forEach((unit, i) => unit[1] >= 0 && setup.children[unit[1]].push(i));
  }

  const bucket = (a, b) => (Math.imul(a, 0x9e37) ^ Math.imul(b, 0x85eb) ^ (a >> 3)) & (BUCKETS - 1);

  function add(data) {
    const d = {slug: data.domain, name: data.name, folded: fold(data.name), texts: [], starts: {}, waits: data.waits, items: Int32Array.from(data.items), sets: data.units};
    d.shown = {};
    for (const field of [...FIELDS, "ids", "displays", "modes"]) d.shown[field] = data[field].split("\n");
    d.shown.publishers = data.publishers.split("\n");
    for (const field of [...FIELDS, "publishers"]) {
      d.starts[field] = d.texts.length;
      for (const text of fold(data[field]).split("\n")) d.texts.push(text);
    }
    d.bits = new Uint32Array(d.texts.length);
    index(d);
    domains.set(d.slug, d);
  }

  /** For each bucket of pairs the texts that have one of them: a count first, then the places filled. */
  function index(d) {
    const counts = new Uint32Array(BUCKETS + 1), last = new Int32Array(BUCKETS).fill(-1);
    const each = (f) => {
      last.fill(-1);
      for (let t = 0; t < d.texts.length; t++) {
        const text = d.texts[t];
        for (let i = 1; i < text.length; i++) {
          const b = bucket(text.charCodeAt(i - 1), text.charCodeAt(i));
          if (last[b] !== t) last[b] = t, f(b, t);
        }
      }
    };
    each((b) => { counts[b + 1]++; });
    for (let b = 0; b < BUCKETS; b++) counts[b + 1] += counts[b];
    const places = new Uint32Array(counts[BUCKETS]), next = counts.slice(0, BUCKETS);
    each((b, t) => { places[next[b]++] = t; });
    d.pairs = {counts, places};
  }

  /** Calls f for each text of a domain that has the term. */
  function holding(d, term, f) {
    if (term.length < 2) {
      d.texts.forEach((text, t) => text.includes(term) && f(t));
      return;
    }
    const {counts, places} = d.pairs;
    let best = -1, fewest = Infinity;
    for (let i = 1; i < term.length; i++) {
      const b = bucket(term.charCodeAt(i - 1), term.charCodeAt(i)), size = counts[b + 1] - counts[b];
      if (size < fewest) fewest = size, best = b;
    }
    for (let i = counts[best]; i < counts[best + 1]; i++) if (d.texts[places[i]].includes(term)) f(places[i]);
  }

  // ---- questions ---------------------------------------------------------------------------------------------------
  /** The units that a word names, and the word without the name; the longest name counts. */
  function takeUnit(word) {
    let found = null;
    setup.units.forEach((unit, number) => {
      for (const name of unit.names) {
        if (!word.includes(name) || (found && name.length < found.name.length)) continue;
        if (found && name.length === found.name.length) {
          if (name === found.name) found.units.push(number);
        } else found = {name, units: [number]};
      }
    });
    if (!found) return null;
    const at = word.indexOf(found.name);
    return {units: found.units, rest: [word.slice(0, at), word.slice(at + found.name.length)].filter(Boolean)};
  }
  /** Letters that say a unit's whole name, or its name without its type. */
  function unitsSaid(letters) {
    const out = [];
    setup.units.forEach((unit, number) => {
      unit.sounds ||= unit.names.map((name) => sounds(name).lower.replaceAll(" ", ""));
      if (unit.sounds.includes(letters)) out.push(number);
    });
    return out;
  }

  function parse(question, namesUnits) {
    const text = [...fold(question).slice(0, LONGEST)].map((c) => setup.simple.get(c) || c).join("");
    const out = {words: [], units: []};
    for (const word of text.split(/[\s,;:"。?!]+/).filter(Boolean)) {
      const named = namesUnits && !out.units.length ? takeUnit(word) : null;
      if (named) {
        out.units = named.units;
        out.words.push(...named.rest);
        continue;
      }
      const letters = /^[a-z']+$/.test(word) ? word.replaceAll("'", "") : "";
      const said = letters && namesUnits && !out.units.length ? unitsSaid(letters) : [];
      if (said.length) out.units = said;
      else out.words.push(word);
    }
    return out;
  }

  /** A word as atoms: itself, groups of synonyms in it, pairs of characters of what is left. */
  function atomsOf(word, atoms) {
    const atom = (spec) => {
      const known = atoms.findIndex((a) => a.key === spec.key);
      if (known >= 0) return known;
      if (atoms.length >= MOST_ATOMS) return -1;
      return atoms.push(spec) - 1;
    };
    const letters = /^[a-z'üv]+$/.test(word) ? word.replaceAll("'", "").replaceAll("ü", "v") : "";
    const out = {length: word.length, whole: atom({key: word, terms: [word], letters}), parts: []};
    if (!HAN.test(word)) return out;
    const pieces = [];
    const split = (text) => {
      let best = null;
      for (const group of setup.groups) for (const name of group)
        if (text.includes(name) && (!best || name.length > best.name.length)) best = {name, group};
      if (!best) return text && pieces.push({text});
      const at = text.indexOf(best.name);
      split(text.slice(0, at));
      pieces.push({text: best.name, group: best.group});
      split(text.slice(at + best.name.length));
    };
    split(word);
    for (const {text, group} of pieces) {
      if (group) {
        out.parts.push({weight: text.length, bits: [atom({key: "=" + group[0], terms: group})]});
      } else if (text.length === 1 || pieces.length > 1 && text.length === 2) {
        out.parts.push({weight: text.length, bits: [atom({key: text, terms: [text]})]});
      } else {
        const bits = [];
        for (let i = 1; i < text.length; i++) {
          const pair = text.slice(i - 1, i + 1);
          bits.push(atom({key: pair, terms: [pair]}));
        }
        out.parts.push({weight: text.length, bits});
      }
    }
    for (const part of out.parts) part.bits = part.bits.filter((bit) => bit >= 0);
    return out;
  }

  function mark(d, atoms) {
    d.bits.fill(0);
    d.mask = 0;
    atoms.forEach((a, bit) => {
      const set = 1 << bit;
      for (const term of a.terms) {
        holding(d, term, (t) => { d.bits[t] |= set; a.found = true; });
        if (d.folded.includes(term)) d.mask |= set, a.found = true;
      }
      if (!a.letters) return;
      const found = (t) => { d.bits[t] |= set; a.found = true; };
      d.sounds ||= soundsOf(d);
      eachSaid(d.sounds, a.letters, (at, first) => found(d.sounds.textAt(at, first)));
      if (isSaid(d.sounds.domain, a.letters)) d.mask |= set, a.found = true;
      setup.groupSounds ||= setup.groups.map((group) => group.map(sounds));
      setup.groups.forEach((group, g) => {
        if (!setup.groupSounds[g].some((sound) => isSaid(sound, a.letters))) return;
        for (const name of group) holding(d, name, (t) => { if (t < d.starts.elements) found(t); });
      });
    });
  }
  /** The names and publishers of a domain by sound, as one text. */
  function soundsOf(d) {
    const full = [], first = [], fullAt = [], firstAt = [], texts = [];
    let fullLength = 0, firstLength = 0;
    for (let t = 0; t < d.texts.length; t++) {
      if (t === d.starts.elements) t = d.starts.publishers;
      const sound = sounds(d.texts[t]);
      texts.push(t), full.push(sound.full), first.push(sound.first), fullAt.push(fullLength), firstAt.push(firstLength);
      fullLength += sound.full.length + 1, firstLength += sound.first.length + 1;
    }
    const textAt = (at, inFirst) => {
      const starts = inFirst ? firstAt : fullAt;
      let low = 0, high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= at) low = middle;
        else high = middle;
      }
      return texts[low];
    };
    const joined = full.join("\n");
    return {full: joined, lower: joined.toLowerCase(), first: first.join("\n"), textAt, domain: sounds(d.name)};
  }

  /** How well an item with these bits answers a word: 0 not at all. */
  function wordScore(word, all) {
    if (word.whole >= 0 && all & 1 << word.whole) return 20 + 2 * weight(word.whole);
    let total = 0, got = 0, value = 0;
    for (const part of word.parts) {
      const bits = part.known;
      if (!bits.length) continue;
      total += part.weight;
      let found = 0;
      for (const bit of bits) if (all & 1 << bit) found++, value += weight(bit) * part.weight / bits.length;
      got += part.weight * found / bits.length;
    }
    if (!total || got < total / 2) return 0;
    return 8 * got / total + (got === total ? 6 : 0) + value / total;
  }

  // ---- answers -----------------------------------------------------------------------------------------------------
  function unitFilter(filters, named) {
    if (filters.unit) {
      const number = setup.units.findIndex((unit) => unit[0] === filters.unit);
      return number < 0 ? null : [number];
    }
    return named.length ? named : null;
  }

  /** {results, units, words, loose, elsewhere}: the best first; describe() says what a result shows. */
  function find(question, filters = {}) {
    const asked = parse(question, !filters.unit && filters.anyUnit !== true);
    const atoms = [], words = asked.words.map((word) => atomsOf(word, atoms));
    const searched = [...domains.values()].filter((d) => !filters.domain || d.slug === filters.domain);
    for (const d of searched) mark(d, atoms);
    for (const word of words) for (const part of word.parts) part.known = part.bits.filter((bit) => atoms[bit].found);
    const chosen = unitFilter(filters, asked.units);
    const out = {units: chosen || [], words: asked.words, loose: false, elsewhere: false, results: []};
    const attempts = [[chosen, true], [chosen, false]];
    if (chosen) {
      const above = [...new Set(chosen.map((u) => setup.units[u][1]).filter((u) => u >= 0))];
      attempts.splice(1, 1);
      if (above.length) attempts.push([above, true]);
      attempts.push([null, true], [chosen, false], [null, false]);
    }
    for (const [units, strict] of attempts) {
      out.results = collect(searched, words, units, strict, filters);
      out.loose = !strict;
      out.elsewhere = units !== chosen;
      if (out.results.length) break;
    }
    return out;
  }

  function collect(searched, words, units, strict, filters) {
    const near = units && new Uint8Array(setup.units.length);
    if (near) for (const unit of units) {
      near[unit] = 2;
      for (const child of setup.children[unit]) near[child] ||= 1;
    }
    const publisher = fold(filters.publisher || "");
    const wantsLevel = setup.units.map((unit) => !filters.level || unit[2] === filters.level);
    const out = [];
    for (const d of searched) {
      const offers = publisher ? d.shown.publishers.map((name) => fold(name).includes(publisher)) : null;
      const fits = (unit, offered) => wantsLevel[unit] && (!near || near[unit] > 0) && (!offers || offers[offered]);
      for (let at = 0; at < d.items.length; at += STRIDE) {
        if (!passes(d, at, filters)) continue;
        const all = d.sets[d.items[at + ITEM_FIELD.set]];
        let score = -1, best = 0, ready = false, known = -1, knownBits = 0;
        for (let i = 0; i < all.length; i += 2) {
          if (!fits(all[i], all[i + 1])) continue;
          const bits = d.bits[d.starts.publishers + all[i + 1]];
          if (!ready) read(d, at), ready = true, known = scoreOf(words, strict, bits), knownBits = bits;
          else if (bits !== knownBits) known = scoreOf(words, strict, bits), knownBits = bits;
          if (known < 0) continue;
          if (known > score) score = known;
          if (near && near[all[i]] > best) best = near[all[i]];
        }
        if (score >= 0) out.push({domain: d.slug, at, score: score + (best === 2 ? 3 : 0), own: best === 2, fits, near});
      }
    }
    return sorted(out);
  }

  /** By falling score, in steps of a sixteenth; equals stay in their order. */
  function sorted(results) {
    const key = (result) => Math.min(4095, Math.round(result.score * 16));
    const counts = new Uint32Array(4097), out = new Array(results.length);
    for (const result of results) counts[4096 - key(result)]++;
    for (let i = 1; i < counts.length; i++) counts[i] += counts[i - 1];
    for (const result of results) out[counts[4095 - key(result)]++] = result;
    return out;
  }

  function passes(d, at, filters) {
    const has = (field, word) => !word || d.shown[field][d.items[at + ITEM_FIELD[field]]].includes(word);
    if (!has("channels", filters.channel) || !has("audiences", filters.audience) || !has("modes", filters.mode)) return false;
    if (!filters.wait) return true;
    if (filters.wait === "display") return d.shown.displays[d.items[at + ITEM_FIELD.displays]] !== "";
    const wait = d.waits[d.items[at + ITEM_FIELD.deadlines]];
    return wait > 0 && wait <= Number(filters.wait);
  }

  // The item that is being judged: the bits of its fields.
  const item = {bits: new Uint32Array(FIELDS.length), own: 0, publisher: 0, length: 0};
  function read(d, at) {
    item.own = d.mask;
    for (let i = 0; i < FIELDS.length; i++) {
      const bits = d.bits[d.starts[FIELDS[i]] + d.items[at + i + 1 + (i > 3)]];
      item.bits[i] = bits;
      item.own |= bits;
    }
    item.length = d.texts[d.items[at + ITEM_FIELD.names]].length;
  }
  function weight(bit) {
    const set = 1 << bit;
    for (let i = 0; i < FIELDS.length; i++) if (item.bits[i] & set) return WEIGHTS[i];
    return item.publisher & set ? PUBLISHER_WEIGHT : DOMAIN_WEIGHT;
  }
  /** Its score with these bits of a publisher; below 0 where it is no answer. */
  function scoreOf(words, strict, publisher) {
    item.publisher = publisher;
    const all = item.own | publisher;
    let score = 0, missed = 0;
    for (const word of words) {
      const one = wordScore(word, all);
      if (one === 0) missed++;
      score += one;
    }
    if (strict ? missed > 0 : words.length > 0 && missed === words.length) return -1;
    return score + 1 / (1 + item.length);  // of equals the shorter name
  }

  /** The units of a result and the publishers that it has there: unit, publisher, … */
  function pairsOf(d, result) {
    const all = d.sets[d.items[result.at + ITEM_FIELD.set]], out = [];
    for (let i = 0; i < all.length; i += 2)
      if (result.fits(all[i], all[i + 1]) && (!result.own || result.near[all[i]] === 2)) out.push(all[i], all[i + 1]);
    return out;
  }

  /** What a result shows. */
  function describe(result) {
    const d = domains.get(result.domain);
    const text = (field) => d.shown[field][d.items[result.at + ITEM_FIELD[field]]];
    const publishers = new Set(), pairs = pairsOf(d, result);
    for (let i = 1; i < pairs.length; i += 2) publishers.add(d.shown.publishers[pairs[i]]);
    return {id: text("ids"), name: text("names"), domain: d.name, deadline: text("deadlines"), display: text("displays"), channels: text("channels"),
      mode: text("modes"), publishers: [...publishers], units: pairs.filter((_, i) => i % 2 === 0)};
  }

  /** Makes a step of what the first question by sound would wait for; says whether more is left. */
  function prepare() {
    for (const d of domains.values()) {
      if (d.sounds) continue;
      d.sounds = soundsOf(d);
      return true;
    }
    if (setup.groupSounds) return false;
    unitsSaid("");
    setup.groupSounds = setup.groups.map((group) => group.map(sounds));
    return true;
  }

  return {setup: load, add, find, describe, prepare, has: (slug) => domains.has(slug), get data() { return setup; }};
})();
if (typeof module !== "undefined") module.exports = catalogSearch;
