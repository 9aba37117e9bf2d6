"""The colours of both themes: text 4.5 : 1, marks 3 : 1 where they stand (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

TOKENS = Path("marketplace/web/static/css/tokens.css").read_text()
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
TEXT = [
    *((ink, surface) for ink in ("inkt", "gedempt", "hoofd", "hoofd-diep") for surface in ("vlak", "kaart")),
    *((ink, "rust-zacht") for ink in ("inkt", "gedempt", "hoofd")),
    *(("inkt", f"{tone}-zacht") for tone in ("hoofd", "accent", "info", "fout")),
    *((tone, f"{tone}-zacht") for tone in ("hoofd", "accent", "info", "fout")),
    ("fout", "vlak"),
    ("fout", "kaart"),
    ("hoofd-diep", "hoofd-zacht"),
    ("op-hoofd", "hoofd"),
    ("op-hoofd", "hoofd-diep"),
]
MARKS = [
    *(("lijn", surface) for surface in ("vlak", "kaart")),
    *((f"reeks-{number}", surface) for number in range(1, 7) for surface in ("vlak", "kaart")),
    ("hoofd", "lijn-zacht"),
    ("focus", "focus-vlak"),
]


def colours(theme: str) -> dict[str, str]:
    """The colours of a theme by name; the dark one changes only what it names."""
    found = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", LIGHT))
    return found if theme == "light" else found | dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", DARK))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "surface"), TEXT)
def test_text_can_be_read(theme: str, ink: str, surface: str) -> None:
    known = colours(theme)
    assert contrast(known[ink], known[surface]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "surface"), MARKS)
def test_marks_stand_out(theme: str, mark: str, surface: str) -> None:
    known = colours(theme)
    assert contrast(known[mark], known[surface]) >= 3


def test_the_two_ends_of_the_scale_are_right() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
