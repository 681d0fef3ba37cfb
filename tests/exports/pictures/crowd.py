"""A dataset that is hard to draw: 30 actors, 15 issues, long names, Arabic, emoji, names that try to be code."""

from __future__ import annotations

from tests.tiny import Tables, say, tables

ARABIC = "عمار الحكيم"
NAMES = (
    "The Provisional Coordination Council of Northern River Fishers",  # 62 letters
    ARABIC,
    "<script>alert(1)</script>]]>&amp;",
    "🚢 Harbour pilots 🚢",
    "Vereinigungspräsidialkanzleramtsverwaltungsgerichtspräsidentin",  # one word
    "日本港湾労働組合連合会",
    "a\x07b\u202ereversed",
)
ISSUES = (
    "Publish every annex of the harbour concession before the vote is held",
    "انسحاب جميع القوات الأجنبية من العراق",
    "]]><b>bold</b>",
    "Donaudampfschifffahrtsgesellschaftskapitän",
)


def crowd(actors: int = 30, issues: int = 15) -> Tables:
    """Everybody on most issues, in articles of twelve outlets."""
    said = [
        say(f"actor{a}", f"issue{i}", (a * 7 + i * 3) % 5 - 2, f"2024-{(a + i) % 12 + 1:02}-{a % 28 + 1:02}", article=f"a{a % 12}-{i}",
            text=f"Words of {a} on {i}", condition="they pay" if (a + i) % 11 == 0 else None)
        for a in range(actors) for i in range(issues) if (a * i + a) % 4 or i < 2
    ]  # fmt: skip
    rows = tables(
        said, factions={"f": [f"actor{a}" for a in range(9)], "g": [f"actor{a}" for a in range(9, 20)]}
    )
    for place, row in enumerate(rows["actors"]):
        row["name"] = NAMES[place] if place < len(NAMES) else f"Actor number {place} of the long assembly"
    for place, row in enumerate(rows["issues"]):
        row["short_name"] = ISSUES[place] if place < len(ISSUES) else f"Short name {place}"
    for row in rows["factions"]:
        row["name"] = f"{ARABIC} {row['faction_id']}" if row["faction_id"] == "f" else NAMES[0]
    return rows
