"""Writes a workspace full of texts that break careless writers: markup, formulas, quotes, rare characters."""

import json
import random
import shutil
from pathlib import Path

PIECES = [
    "=1+1", "+86 21", "-1", "@SUM(A1)", "＝甲", "'", '"', "<b>&amp;</b>", "<!--", "]]>", "--></script>", "&#x41;", "\t", "\n",
    "😀", "👩‍👩‍👧", "𠮷", "𪚥", "〇", "ｶﾅ", "a,b", "；", "{=cmd}", "_x0041_", "\u202e", "\u200b", "é", "%s", "\\", "`$(x)`", "■", "√",
    "最低生活保障", "《社会救助暂行办法》（国务院令第649号）", "1.50", "2020-12-31", "TRUE", "null", "http://x.cn/a?b&c", "　", "\u2028",
]


def text(dice, most=6):
    return "".join(dice.choice(PIECES) for _ in range(dice.randint(1, most))).strip() or "空"


def texts(dice, most=4):
    return [text(dice) for _ in range(dice.randint(1, most))]


def item(dice, number, topic):
    out = {
        "id": f"h-{number}", "guideline": ["social-assistance/1"], "category": text(dice, 2), "topic": topic,
        "subtopic": text(dice), "detail": text(dice),
        "elements": texts(dice) + [{"name": text(dice), "mode": "不予公开", "ground": text(dice), "deadline": text(dice)}],
        "basis": texts(dice), "deadline": {"区级": text(dice), "街镇级": text(dice)},
        "publisher": text(dice), "channels": ["政府网站", "其他（" + text(dice, 2) + "）"],
        "audience": "全社会、特定群体（" + text(dice, 1).replace("；", "") + "）", "mode": dice.choice(["主动", "依申请", "不予公开"]),
        "extent": "部分", "ground": text(dice), "review": "2021-12-31", "levels": ["区级", "街镇级"],
        "links": [{"title": text(dice), "url": "https://example.org/?a=1&b=\"'"}, {"title": "x", "url": "javascript:alert(1)"}],
        "deviation": [{"rules": ["deadline-longer"], "values": texts(dice), "reason": text(dice)}],
        "note": text(dice), "extra": {text(dice): text(dice)},
    }
    if number == 3:  # taller than a row of Excel can be
        out["elements"] = [f"{n}、{text(dice)}" for n in range(90)]
    return out


def write_workspace(folder, project):
    """A workspace with one hostile standard and one hostile list; the seed is fixed."""
    dice = random.Random(20201231)
    folder = Path(folder)
    shutil.copytree(project / "catalogues" / "national" / "templates", folder / "templates")
    shutil.copy(project / "catalogues" / "national" / "vocabulary.yaml", folder)

    def put(path, document):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML; LS and PS are line breaks to YAML and must be written as escapes.
        whole = json.dumps(document, ensure_ascii=False, indent=1).replace("\u2028", "\\u2028").replace("\u200b", "\\u200b")
        (folder / path).write_text(whole.replace("\u202e", "\\u202e"), encoding="utf-8")

    topics = [text(dice), text(dice)]
    put("catalog.yaml", {"kind": "workspace", "title": "<上海> & \"市\"", "version": "1", "guidelines": "guidelines", "units": "units.yaml",
                         "vocabulary": "vocabulary.yaml", "templates": "templates", "template": "shanghai-2020", "note": text(dice)})
    put("units.yaml", {"kind": "units", "units": [{"code": "310104", "name": "徐汇'区", "level": "区级", "type": "区"}]})
    put("guidelines/social-assistance.yaml", {"kind": "guideline", "domain": "social-assistance", "name": "[社会]/救助*?", "complete": "否",
                                              "items": [{"id": "1", "topic": "x", "seen": "未核验"}]})
    head = {"domain": "social-assistance", "version": "2020.10", "effective": "2020-12-31", "note": text(dice)}
    omitted = [{"guideline": "social-assistance/1", "reason": text(dice), "until": "2021-12-31"}]
    items = [item(dice, n, topics[n % 5 // 3]) for n in range(20)]
    put("standards/social-assistance.yaml", {"kind": "standard", **head, "drafted_by": ["310104"], "requirements": text(dice), "state": "确认",
                                             "confirmed": {"by": text(dice), "on": "2020-12-01", "digest": "0"},
                                             "items": [{**i, "was": ["list/310104/social-assistance/1"]} for i in items], "omitted": omitted})
    put("lists/310104/tax.yaml", {"kind": "list", **head, "domain": "tax", "unit": "310104", "items": items[:3]})
