"""Pictures of exhibits: SVG by our own hand, PNG and PDF by Typst."""

from sayso.exports.pictures.picture import svg

__all__ = ["svg"]
