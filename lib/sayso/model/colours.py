"""How far apart two colours look, and which are too near to be told apart."""

from __future__ import annotations

from math import dist

from sayso.model.scales import BANDS

TOO_NEAR = 6.0  # in OKLab × 100; the nearest that the shipped factions come to the scale is 8


def difference(one: str, other: str) -> float:
    """The distance of two colours (#rrggbb) in OKLab, × 100: 0 for the same, 100 from black to white."""
    return 100 * dist(_oklab(one), _oklab(other))


def near_stance(colour: str) -> str | None:
    """The word of the stance whose colour `colour` could be taken for; None if it is none."""
    nearest = min(BANDS, key=lambda band: difference(band.fill, colour))
    return nearest.word if difference(nearest.fill, colour) < TOO_NEAR else None


def _oklab(colour: str) -> tuple[float, float, float]:
    """Björn Ottosson's OKLab of an sRGB colour."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
