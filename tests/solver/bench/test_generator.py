"""Invented matching instances: as large as was asked, of a table of travel that stays small."""

import pytest

import solver.bench.generator
from solver.bench.generator import SIZES, Size, generate


def test_the_same_seed_makes_the_same_instance() -> None:
    size = Size(kandidaten=30, plekken=12)
    assert generate(size, 4) == generate(size, 4)
    assert generate(size, 4) != generate(size, 5)


def test_tighter_guidance_is_a_parameter() -> None:
    tight, loose = (generate(Size(plekken=10, begeleiding=each), 1) for each in (120, 480))
    assert sum(sum(row.minuten) for row in tight.praktijkopleiders) < sum(
        sum(row.minuten) for row in loose.praktijkopleiders
    )


def test_people_begin_in_as_many_weeks_as_asked() -> None:
    assert generate(Size(startweken=3), 1).beleid.startweken == (0, 2, 4)
    assert generate(Size(weken=5, startweken=8), 1).beleid.startweken == (0, 2, 4)


def test_a_size_has_a_name() -> None:
    town = generate(SIZES["town"], 1)
    assert (len(town.kandidaten), len(town.plekken)) == (300, 120)


def test_the_zones_of_a_country_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.bench.generator, "MOST_ZONES", 20)
    assert len(generate(Size(plekken=60), 1).reistabel.kilometers) == 15
    assert len(generate(Size(plekken=200), 1).reistabel.kilometers) == 20
