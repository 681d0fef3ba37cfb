"""A report's chart as a file."""

from __future__ import annotations

from sayso.exports.pictures.picture import svg
from sayso.exports.pictures.print import printed
from sayso.exports.report_files import Writer
from sayso.reports.exhibit import exhibit
from sayso.reports.report import Part, Report


def as_svg(report: Report, parts: tuple[Part, ...]) -> bytes:
    """The first of the parts that has a chart. Raises ExportError if none has."""
    part = next((part for part in parts if part.draw), parts[0])
    return svg(exhibit(report, part)).encode()


def as_png(report: Report, parts: tuple[Part, ...]) -> bytes:
    """The same as PNG, twice as large. Raises ExportError without Typst, too."""
    return printed(as_svg(report, parts).decode(), "png")


def as_pdf(report: Report, parts: tuple[Part, ...]) -> bytes:
    """The same as a page of a PDF. Raises ExportError without Typst, too."""
    return printed(as_svg(report, parts).decode(), "pdf")


FORMATS: dict[str, Writer] = {
    "svg": as_svg,
    "png": as_png,
    "pdf": as_pdf,
}
