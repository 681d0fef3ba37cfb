"""Names in texts."""

from sayso.analysis.mentions import mentions

NAMES = [
    ("Hussein", "fuad"),
    ("Fuad Hussein", "fuad"),
    ("Saddam Hussein", "saddam"),
    ("Iran", "iran"),
    ("the committee", "left"),
    ("the committee", "right"),
    ("قيس الخزعلي", "qais"),
]


def test_the_longest_name_wins() -> None:
    texts = ["Saddam Hussein held weapons.", "Hussein and Saddam Hussein.", "Fuad Hussein spoke."]
    assert mentions(texts, NAMES) == [{"saddam"}, {"fuad", "saddam"}, {"fuad"}]


def test_whole_words_only_and_shared_names_name_nobody() -> None:
    assert mentions(["Iranian troops", "the committee met", "Iran's troops"], NAMES) == [
        set(),
        set(),
        {"iran"},
    ]


def test_other_scripts_and_no_names_at_all() -> None:
    assert mentions(["قال قيس الخزعلي ذلك"], NAMES) == [{"qais"}]
    assert mentions(["anything"], []) == [set()]
