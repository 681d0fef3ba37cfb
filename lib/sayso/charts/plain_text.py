"""Text from data, made safe to show in a Plotly figure."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str) -> str:
    """`text` as Plotly must be given it to show it letter by letter.

    Plotly reads a small HTML in every string it draws: `<b>`, `<br>`, `<a href>`.
    Data goes in through here, and only as a value (a label, `hovertext`, `text`):
    a template (`hovertemplate`) is also read for `%{…}`, so no data belongs in one.
    """
    return text.translate(_ESCAPES)
