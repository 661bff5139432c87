#!/usr/bin/env python3
"""Generated pairs of versions: `catalog diff` in JSON, applied to the older version, gives the newer one.

    diff_apply.py CATALOG SOURCE_DIR

Also: nothing differs from itself; order of items and files does not matter; turned around, what was narrowed is widened; a change keeps
its fingerprint whatever else changed; the JSON follows its schema.
"""
import collections, copy, json, os, random, shutil, subprocess, sys, tempfile
try: import jsonschema
except ImportError: jsonschema = None

catalog, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
folder = tempfile.mkdtemp(prefix="catalog-diff-")
env = dict(os.environ, CATALOG_DATA=source + "/catalogues", CATALOG_LANG="en")
failures = []
RUNS, ITEMS = 10, 1000

DEADLINES = ["20个工作日内", "自信息形成之日起10个工作日内", "信息形成之日起20个工作日内，公示7个工作日", "20个工作日内，可延长7个工作日", "及时公开", "1个月内",
             "执法决定信息7个工作日内，其他信息20个工作日内", "20个工作日内，长期公开", "20个工作日内公开，满5年不再公示", "每季度更新", "看情况", "20个工作日内，法律、法规另有规定的，从其规定"]
BASIS = ["《中华人民共和国政府信息公开条例》（国务院令第711号）", "《中华人民共和国政府信息公开条例》（国务院令第492号）", "《政府信息公开条例》", "《社会救助暂行办法》（国务院令第649号）",
         "《社会救助暂行办法》第九条", "《社会救助暂行办法》、《城市居民最低生活保障条例》", "相关政策规定", "《某某办法》（沪府规〔2020〕1号）等"]
ELEMENTS = ["低保对象名单", "低保对象名单及相关信息", "救助金额", "行政处罚决定书", "行政处罚结果", "咨询电话（办公）", "咨询电话(办公)", "文件名称", "文号", "发文部门", "办理时限", "监督电话"]
CHANNELS = ["政府网站", "门户网站", "两微一端", "政务新媒体", "政府公报", "公开查阅点", "其他（橱窗）", "其他（广播）"]
PUBLISHERS = ["徐汇区民政局", "各街道办事处、镇人民政府", "镇人民政府、各街道办事处", "徐汇区人民政府"]
LEVELS = [["区级"], ["县级"], ["区级", "街镇级"], ["街镇级"], ["市级", "区级"]]
SCALARS = {"audience": ["全社会", "社会公众", "特定群体（申请人）", "特定群体（村民）"], "mode": ["主动", "主动公开", "依申请", "不予公开"], "extent": ["全文", "部分", None, None],
           "ground": [None, None, "《政府信息公开条例》第十五条", "《政府信息公开条例》第十五条、《社会救助暂行办法》", "《社会救助暂行办法》"], "review": [None, None, "2021-06-30", "2022-06-30"],
           "note": [None, "甲", "乙"], "category": ["综合政务", "公共服务"]}
OWN = {"mode": SCALARS["mode"], "extent": ["全文", "部分"], "deadline": DEADLINES, "ground": SCALARS["ground"][2:], "review": ["2021-06-30"]}
SETS = ("guideline", "basis", "levels")
LEVELED = ("deadline", "publisher", "channels")

def some(r, pool, most): return r.sample(pool, r.randint(1, min(most, len(pool))))
def leveled(r, item, make):
    if r.random() < 0.6: return make()
    return {level: make() for level in item["levels"]}
def element(r, name):
    return name if r.random() < 0.7 else {"name": name, **{key: r.choice(OWN[key]) for key in some(r, list(OWN), 2)}}
FIELDS = {"levels": lambda r, i: r.choice(LEVELS), "elements": lambda r, i: [element(r, n) for n in some(r, ELEMENTS, 5)], "basis": lambda r, i: some(r, BASIS, 3),
          "deadline": lambda r, i: leveled(r, i, lambda: r.choice(DEADLINES)), "publisher": lambda r, i: leveled(r, i, lambda: r.choice(PUBLISHERS)),
          "channels": lambda r, i: leveled(r, i, lambda: some(r, CHANNELS, 4)), "guideline": lambda r, i: [f"social-assistance/{r.randint(1, 13)}"],
          "links": lambda r, i: [{"title": r.choice("甲乙"), "url": f"https://a.cn/{r.randint(1, 3)}"}] if r.random() < 0.4 else None,
          "extra": lambda r, i: {"责任科室": r.choice(["救助科", "办公室"])} if r.random() < 0.3 else None,
          **{key: (lambda r, i, pool=pool: r.choice(pool)) for key, pool in SCALARS.items()}}

def set_field(item, key, value):
    if value is None: item.pop(key, None)
    else: item[key] = value
def make_item(r, number):
    item = {"id": str(number), "topic": f"{r.choice(['最低生活保障', '临时救助', '养老机构备案'])}{r.randint(1, 9999)}", "subtopic": r.choice(["审批信息", "政策文件", "办事指南"])}
    for key, make in FIELDS.items(): set_field(item, key, make(r, item))
    return item
def mutate(r, item):
    for key in some(r, list(FIELDS), 3): set_field(item, key, FIELDS[key](r, item))
    for key in ("deadline", "publisher", "channels"):  # maps speak of the levels that there are
        if isinstance(item[key], dict) and set(item[key]) != set(item["levels"]): item[key] = FIELDS[key](r, item)
    if r.random() < 0.1: item["subtopic"] = r.choice(["审批信息", "政策文件（新）", "政策文件(新)"])
def make_versions(r):
    old = [make_item(r, n) for n in range(1, ITEMS + 1)]
    new = copy.deepcopy(old)
    for item in new:
        if r.random() < 0.9: mutate(r, item)
    for k in range(ITEMS // 50):
        new.pop(r.randrange(len(new)))
        new.append(make_item(r, ITEMS + 1 + k))
    return old, new

def write(where, lists):
    """JSON is YAML too, and quickly written."""
    shutil.rmtree(folder + "/" + where, ignore_errors=True); os.makedirs(folder + "/" + where)
    for name, items in lists.items():
        head = f'kind: list\ndomain: {name}\nunit: "310104"\nversion: "2020.1"\nitems:\n'
        lines = "".join(f"  - {json.dumps(item, ensure_ascii=False)}\n" for item in items)
        with open(f"{folder}/{where}/{name}.yaml", "w", encoding="utf-8") as file: file.write(head + lines)
def diff(a, b, schema=None):
    done = subprocess.run([catalog, "diff", a, b, "--format", "json"], cwd=folder, env=env, capture_output=True)
    if done.returncode: failures.append(f"exit code {done.returncode}: {done.stderr.decode()}"); return []
    out = json.loads(done.stdout)
    if schema and jsonschema:
        for error in list(jsonschema.Draft202012Validator(schema).iter_errors(out))[:3]: failures.append(f"schema: {error.message[:200]}")
    return out["changes"]

def name_of(value): return value if isinstance(value, str) else value["name"]
def texts(value): return [] if value is None else value if isinstance(value, list) else [value]
def level_word(word): return {"县级": "区级"}.get(word, word)
def load(item):
    """An item in the form in which changes are applied: sets, and maps by level with * for all."""
    out = {}
    for key, value in item.items():
        if key in SETS: value = set(texts(value))
        elif key == "elements": value = {name_of(e): ({} if isinstance(e, str) else {k: v for k, v in e.items() if k != "name"}) for e in value}
        elif key == "links": value = {f"{l['title']} {l['url']}" for l in value}
        elif key == "extra": value = {f"{k}：{v}" for k, v in value.items()}
        elif key in LEVELED:
            value = value if isinstance(value, dict) else {"*": value}
            value = {level_word(k): set(texts(v)) if key == "channels" else v for k, v in value.items()}
        out[key] = value
    return out
def levels_of(item): return {level_word(l) for l in item.get("levels", ())}
def by_level(item):
    """A value for all levels, spelled out for each of them."""
    for key in LEVELED:
        if "*" in item.get(key, ()):
            value = item[key].pop("*")
            for level in levels_of(item): item[key].setdefault(level, copy.copy(value))
    return item
def final(item):
    """What it says at each of its levels; nothing is left of what is empty."""
    out = {}
    for key, value in item.items():
        if key == "levels": pass
        elif key in LEVELED:
            value = {l: value.get(l, value.get("*")) for l in levels_of(item) | (set(value) - {"*"})}
            value = {l: v for l, v in value.items() if v}
        if value: out[key] = value
    return out

def apply_one(item, change, old_levels):
    field, before, after = change["field"], change["before"], change["after"]
    if change["kind"] == "item-renamed":
        for key in ("topic", "subtopic", "detail"): set_field(item, key, after.get(key))
    elif field.startswith("elements."):
        set_field(item["elements"].setdefault(change["element"], {}), field[9:], after)
    elif field == "elements":
        own = item["elements"].pop(name_of(before), {}) if before else {}
        if after: item["elements"][name_of(after)] = {k: v for k, v in after.items() if k != "name"} if isinstance(after, dict) else ({} if not before else own)
    elif field in LEVELED:
        # With levels the value changed at these; without, it is one value for all, before and after.
        values = item.setdefault(field, {})
        if "levels" in change and "*" in values:
            bare = values.pop("*")
            for level in old_levels: values[level] = copy.copy(bare)
        for target in change.get("levels", ["*"]):
            if field == "channels": values[target] = (values.get(target, set()) - {before}) | ({after} if after else set())
            else: set_field(values, target, after)
    elif field in SETS or field in ("links", "extra"):
        item[field] = (item.get(field, set()) - {before}) | ({after} if after else set())
    else: set_field(item, field, after)

def apply(old, changes):
    items = {address: load(item) for address, item in old.items()}
    was = {address: levels_of(item) for address, item in items.items()}
    whole = {"item-removed", "item-added", "item-moved", "item-split", "item-joined", "item-renumbered", "catalogue-added", "catalogue-removed"}
    for change in changes:
        if change["kind"] == "item-renumbered":
            item = items.pop(change["was"][0]); item["id"] = change["after"]; items[change["address"]] = item; was[change["address"]] = was[change["was"][0]]
    for change in changes:
        if change["kind"] not in whole and change["address"] in items: apply_one(items[change["address"]], change, was[change["address"]])
    for change in changes:
        if change["kind"] in ("item-removed",): items.pop(change["address"], None)
        for address in change.get("was", []) if change["kind"] in ("item-moved", "item-split", "item-joined") else []: items.pop(address, None)
    for change in changes:
        if change["kind"] in ("item-added", "item-moved"): items[change["address"]] = load(change["after"])
        if change["kind"] in ("item-split", "item-joined"):
            for item in change["after"]: items[change["address"].rsplit("/", 1)[0] + "/" + item["id"]] = load(item)
    return {address: final(item) for address, item in items.items()}

def addressed(lists): return {f"list/310104/{name}/{item['id']}": item for name, items in lists.items() for item in items}
MIRROR = {"narrowed": "widened", "widened": "narrowed"}
KINDS = {"item-removed": "item-added", "member-removed": "member-added", "item-split": "item-joined", "catalogue-added": "catalogue-removed"}
KINDS.update({b: a for a, b in KINDS.items()})
def plain(value): return json.dumps(value, ensure_ascii=False, sort_keys=True)
def groups(changes):
    """Of each address the first of those that changes name together with it: what becomes of one of them becomes of all."""
    leader = {}
    def find(a):
        while leader.setdefault(a, a) != a: a = leader[a]
        return a
    for c in changes:
        for other in [c["address"]] + c.get("was", []) + c.get("now", []):
            a, b = sorted((find(other), find(c["address"])))
            leader[b] = a
    return {address: find(address) for address in leader}
def sides(changes, turned):
    """What all changes say, and of which items; `turned` as the mirror has it."""
    group, out = groups(changes), collections.Counter()
    for c in changes:
        cls, kind, words, values = c["class"], c["kind"], [c.get("before_words"), c.get("after_words")], [plain(c["before"]), plain(c["after"])]
        if turned: cls, kind, words, values = MIRROR.get(cls, cls), KINDS.get(kind, kind), words[::-1], values[::-1]
        out[plain((group[c["address"]], cls, kind, c["certain"], c["field"], c.get("part"), c.get("levels"), values, words, c.get("score")))] += 1
    return out
def mixed(old, new, changes, kept):
    """The older version with only the changes of kept groups carried out."""
    group, out = groups(changes), {name: [] for name in old}
    for lists, carried_out in ((old, False), (new, True)):
        for address, item in addressed(lists).items():
            if (address in group and kept(group[address])) == carried_out: out[address.split("/")[2]].append(item)
    return out, [c for c in changes if kept(group[c["address"]])]

def restructure(old, new):
    """A piece, a joint, a move and a new number beside the changes of values."""
    a, b = new["social-assistance"], new["elderly-care"]
    place = {item["id"]: k for k, item in enumerate(old["social-assistance"])}
    split, joined, renumbered = [item for item in a if item["id"] in place][:3]
    moved = [item for item in a if item["id"] in place][3]
    moved_id = moved["id"]
    piece = copy.deepcopy(split)
    split["elements"], piece["elements"], piece["id"] = ["救助金额", "文号"], ["办理时限", "监督电话"], "x-piece"
    old["social-assistance"][place[split["id"]]]["elements"] = ["救助金额", "文号", "办理时限", "监督电话"]
    a.append(piece)
    former = old["social-assistance"][place[joined["id"]]]
    part = dict(copy.deepcopy(former), id="x-part", elements=["文件名称", "文号"])
    former["elements"], joined["elements"], joined["guideline"] = ["救助金额"], ["救助金额", "文件名称", "文号"], former["guideline"]
    old["social-assistance"].append(part)
    old["social-assistance"][place[renumbered["id"]]].update(guideline=renumbered["guideline"], elements=["低保对象名单"])
    renumbered.update(id="x-renumbered", elements=["低保对象名单"])
    a.remove(moved); moved["id"] = "x-moved"; b.append(moved)
    old["social-assistance"][place[moved_id]]["elements"] = moved["elements"]

def check_run(run, kinds):
    r = random.Random(run)
    old_items, new_items = make_versions(r)
    half = ITEMS // 2
    old = {"social-assistance": old_items[:half], "elderly-care": old_items[half:]}
    new = {"social-assistance": [i for i in new_items if int(i["id"]) <= half], "elderly-care": [i for i in new_items if int(i["id"]) > half]}
    restructure(old, new)
    shuffled = {name: r.sample(items, len(items)) for name, items in reversed(list(new.items()))}
    for where, lists in (("old", old), ("new", new), ("shuffled", shuffled)): write(where, lists)
    changes = diff("old", "new", SCHEMA if run == 0 else None)
    for change in changes: kinds[change["kind"], change["class"]] += 1
    result, wanted = apply(addressed(old), changes), {address: final(load(item)) for address, item in addressed(new).items()}
    for address in sorted(set(result) | set(wanted)):
        if result.get(address) != wanted.get(address):
            failures.append(f"run {run}: {address}: applied {result.get(address)}\n   wanted {wanted.get(address)}\n   by {[c for c in changes if c['address'] == address]}")
    forward, back = sides(changes, True), sides(diff("new", "old"), False)
    if forward != back: failures.append(f"run {run}: not mirrored: {list((forward - back).items())[:2]} {list((back - forward).items())[:2]}")
    if len({c["fingerprint"] for c in changes}) != len(changes): failures.append(f"run {run}: two changes have one fingerprint")
    if run % 2 and diff("new", "shuffled"): failures.append(f"run {run}: a version differs from itself in another order")
    strip = lambda cs: [{k: v for k, v in c.items() if k not in ("line", "file")} for c in cs]
    partly, expected = mixed(old, new, changes, lambda address: sum(map(ord, address)) % 2)
    write("partly", {name: r.sample(items, len(items)) for name, items in partly.items()})
    got, expected = strip(diff("old", "partly")), strip(expected)
    if got != expected:
        lost, more = [c for c in expected if c not in got], [c for c in got if c not in expected]
        failures.append(f"run {run}: changes depend on other items: {len(lost)} are lost, {len(more)} are new: {lost[:1]} {more[:1]}")
    return len(old_items), len(changes)

SCHEMA = json.load(open(source + "/schemas/changes.schema.json", encoding="utf-8"))
kinds = collections.Counter()
counts = [check_run(run, kinds) for run in range(RUNS)]
pairs, seen = sum(c[0] for c in counts), sum(c[1] for c in counts)
for kind in ("item-removed", "item-added", "item-renamed", "item-renumbered", "item-moved", "item-split", "item-joined", "member-removed", "member-added", "member-changed", "field-changed"):
    if not any(k == kind for k, _ in kinds): failures.append(f"no change of kind {kind} was generated")
shutil.rmtree(folder)
for failure in failures[:8]: print(failure[:3000])
print(f"{pairs} pairs of items, {seen} changes, {len(failures)} failures")
sys.exit(1 if failures or pairs < 10000 else 0)
