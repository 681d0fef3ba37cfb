"""PNG and PDF of a picture, without a browser: Typst draws what we wrote as SVG."""

from __future__ import annotations

import re
from typing import Literal

from sayso.errors import ExportError
from sayso.exports.pictures import fonts

Format = Literal["png", "pdf"]
SCALE = 2
_POINT = 72  # pixels an inch at which one of ours is one of Typst's points
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
_FACES = re.compile(r"<style>.*?</style>", re.DOTALL)
_PAGE = '#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: white)\n#image("picture.svg", width: 100%)'


def printed(picture: str, form: Format = "png", *, scale: int = SCALE) -> bytes:
    """A picture (`pictures.svg`) as PNG, `scale` pixels for each of its own, or as a page of a PDF.

    Raises ExportError where Typst is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise ExportError(
            "Making a picture", f"{form.upper()} needs Typst, which is not installed; SVG works without it.",
            "Install it with: pip install 'sayso[print]'",
        ) from error  # fmt: skip
    import tempfile
    from pathlib import Path

    size = _SIZE.search(picture)
    if size is None:
        raise ExportError("Making a picture", "This is no picture of Sayso.")
    with tempfile.TemporaryDirectory(prefix="sayso-picture-") as folder:
        # Typst takes the type from files: what browsers need to have in the picture only slows it down.
        (Path(folder) / "picture.svg").write_text(_FACES.sub("", picture, count=1), encoding="utf-8")
        page = Path(folder) / "page.typ"
        page.write_text(_PAGE.format(width=size[1], height=size[2]), encoding="utf-8")
        return typst.compile(
            str(page), format=form, ppi=float(_POINT * scale), font_paths=[fonts.truetype().name]
        )
