"""Quotes, actors and dates of one of our own articles, scored."""

from __future__ import annotations

from tests.bench.extraction_own_match import (
    LENIENT,
    Held,
    found_names,
    gold_names,
    jaccard,
    naming,
    pairs,
    same_actor,
    words,
)  # fmt: skip

NEAR = 0.25  # words that are partly an optional quote's are no false ones


def quotes(held: Held) -> dict[int, int]:
    """Statements, their speakers and kinds; gives which gold quote each found one is."""
    text, gold, n = held.text, held.gold["quotes"], held.n
    inside = [words(text, quote.spans) for quote in held.found.quotes]
    meant = [words(text, quote["spans"]) for quote in gold]
    matched = pairs(inside, meant, jaccard)
    by_gold = {j: (i, value) for i, (j, value) in matched.items()}
    for j, row in enumerate(gold):
        if row.get("optional"):
            continue
        n["quotes", "gold"] += 1
        n["quotes", f"gold {row['kind']}"] += 1
        i, value = by_gold.get(j, (-1, 0.0))
        if value < LENIENT:
            held.miss(
                f"quote, {row['kind']}: " + ("other words" if value else "not found"),
                " … ".join(row["words"]),
            )
            continue
        found = held.found.quotes[i]
        n["quotes", "lenient"] += 1
        n["quotes", f"lenient {row['kind']}"] += 1
        n["quotes", "exact"] += value == 1
        if value < 1:
            held.miss(f"quote, {row['kind']}: edge differs", " … ".join(text[s:e] for s, e in found.spans))
        source = naming(text, row["speaker"] and row["speaker"]["span"])
        named = bool(source & naming(text, found.speaker)) if source else found.speaker is None
        n["quotes", "speaker"] += named
        right = same_actor(held, found.resolution.actor, row["actor"])
        n["quotes", "actor"] += right
        if not named or not right:
            which = "its words" if not named else "who that is"
            held.miss(
                f"quote: speaker, {which}",
                f"{row['actor']}, not {found.resolution.actor} «{row['words'][0][:60]}»",
            )
    for i, found in enumerate(held.found.quotes):
        j, value = matched.get(i, (-1, 0.0))
        hit = value >= LENIENT
        if hit and gold[j].get("optional"):
            continue
        if not hit and any(
            row.get("optional") and jaccard(inside[i], m) >= NEAR for row, m in zip(gold, meant, strict=True)
        ):
            continue
        if hit or found.kind != "indirect" or found.cue_class == "speech":
            n["quotes", "found"] += 1
            n["quotes", f"found {found.kind}"] += 1
            n["quotes", f"right {found.kind}"] += hit
            if not hit:
                held.miss(f"quote: false ({found.rule})", " … ".join(text[s:e] for s, e in found.spans))
    return {i: j for i, (j, value) in matched.items() if value >= LENIENT}


def actors(held: Held) -> None:
    """Each gold actor found once, each found actor in the gold, kinds."""
    n, ours, theirs = held.n, found_names(held), gold_names(held)
    rows = {actor["key"]: actor for actor in held.gold["actors"]}
    kinds = {actor.key: actor.kind for actor in held.found.actors}
    matched = pairs(list(ours.values()), list(theirs.values()), lambda a, b: len(a & b) / len(a | b))
    hit = {list(theirs)[j]: list(ours)[i] for i, (j, _) in matched.items()}
    for key, row in rows.items():
        if row.get("optional"):
            continue
        which = "described" if row.get("described") else "named"
        n["actors", f"gold {which}"] += 1
        n["actors", f"right {which}"] += key in hit
        n["actors", "right"] += key in hit
        if key not in hit:
            held.miss(f"actor: not found, {which}", row["name"])
        elif kinds[hit[key]] == row["kind"]:
            n["actors", "kind"] += 1
        else:
            held.miss("actor: kind", f"{row['name']}: {row['kind']}, not {kinds[hit[key]]}")
    for i, (key, names) in enumerate(ours.items()):
        gold = list(theirs)[matched[i][0]] if i in matched else None
        if gold and rows[gold].get("optional"):
            continue
        n["actors", "found"] += 1
        if gold is None:
            again = [other for other, known in theirs.items() if known & names]
            held.miss("actor: a second time" if again else "actor: false", f"{key} {again or ''}")


def dates(held: Held) -> None:
    """Dates with the right EDTF."""
    n = held.n
    ours = [day for day in held.found.dates if day.edtf]
    rows = held.gold["dates"]
    matched = pairs(
        ours,
        rows,
        lambda day, row: max(0, min(day.span[1], row["span"][1]) - max(day.span[0], row["span"][0])),
    )
    by_gold = {j: ours[i] for i, (j, _) in matched.items()}
    for j, row in enumerate(rows):
        if row.get("optional"):
            continue
        n["dates", "gold"] += 1
        edtf = by_gold[j].edtf if j in by_gold else None
        n["dates", "right"] += edtf == row["edtf"]
        if edtf != row["edtf"]:
            held.miss(
                "date: other EDTF" if edtf else "date: not found",
                f"{row['words']} = {row['edtf']}, not {edtf}",
            )
    for i, day in enumerate(ours):
        j = matched[i][0] if i in matched else -1
        if j < 0 or not rows[j].get("optional"):
            n["dates", "found"] += 1
        if j < 0:
            held.miss("date: false", f"{held.text[slice(*day.span)]} = {day.edtf}")
