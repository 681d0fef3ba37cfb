"""Text from data, made safe to show in a Plotly figure."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str) -> str:
    """`text` as Plotly must be given it to show it letter by letter.

    Plotly reads a small HTML in every string it draws: `<b>`, `<br>`, `<a href>`.
    Data goes in through here, and only as a value (a label, `hovertext`, `text`):
    a template (`hovertemplate`) is also read for `%{…}`, so no data belongs in one.
    """
    return text.translate(_ESCAPES)


def wrapped(text: str, most: int = 18, lines: int = 3) -> str:
    """`text` made plain and broken at spaces into lines of about `most` characters."""
    made = [""]
    for word in text.split():
        if made[-1] and len(made[-1]) + len(word) >= most:
            made.append(word)
        else:
            made[-1] = f"{made[-1]} {word}".strip()
    kept = made if len(made) <= lines else [*made[: lines - 1], f"{made[lines - 1]} …"]
    return "<br>".join(plain(line) for line in kept)
