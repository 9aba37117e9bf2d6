"""How figures of a plan are said, and how names come into explanations."""

from datetime import UTC, datetime
from typing import Any

import pytest

from marketplace.matching.namen import Namen
from marketplace.web.matching.woorden import klok, link_names, say_bound, say_lagen, say_mended

NAMEN = Namen({"plek": {4: "Tuin <b>"}, "praktijkopleider": {5: "Voorbeeld"}})


def laag(naam: str, waarde: int, grens: int | None) -> dict[str, Any]:
    return {"naam": naam, "waarde": waarde, "grens": grens}


@pytest.mark.parametrize(
    ("status", "lagen", "sentence"),
    [
        ("optimal", [], "Bewezen: beter kan niet binnen deze regels en wensen."),
        ("feasible", [laag("geplaatst", 0, 0)], "Bewezen: beter kan niet binnen deze regels en wensen."),
        (
            "feasible",
            [laag("wachttermijn", 4, 4), laag("geplaatst", 102, 118), laag("wensen", 1, 2)],
            "Bewezen: hooguit 16 % beter mogelijk, gerekend naar mensen die een plek krijgen.",
        ),
        (
            "feasible",
            [laag("wachttermijn", 100_000, 100_001)],
            "Bewezen: minder dan een half procent beter mogelijk, gerekend naar mensen die te lang wachten.",
        ),
        (
            "feasible",
            [laag("geplaatst", 1000, 1005)],
            "Bewezen: hooguit 1 % beter mogelijk, gerekend naar mensen die een plek krijgen.",
        ),
        (
            "feasible",
            [laag("geplaatst", 10_000, 10_101)],
            "Bewezen: hooguit 2 % beter mogelijk, gerekend naar mensen die een plek krijgen.",
        ),
        (
            "feasible",
            [laag("geplaatst", 50, None)],
            "Voor mensen die een plek krijgen is nog niet bewezen hoeveel beter het kan.",
        ),
        (
            "feasible",
            [laag("geplaatst", 0, 150)],
            "Voor mensen die een plek krijgen is nog niet bewezen hoeveel beter het kan.",
        ),
        ("feasible", [], "Er is nog niets bewezen over hoe goed dit plan is."),
    ],
)
def test_what_is_proven_is_said_in_one_sentence(status: str, lagen: list[object], sentence: str) -> None:
    assert say_bound({"status": status, "lagen": lagen}) == sentence


@pytest.mark.parametrize(
    ("anderen", "sentence"),
    [
        ([], "Alle anderen houden dezelfde plek."),
        ([7], "Daarbij kreeg 1 ander een andere plek of geen plek: {kandidaat:7}."),
        ([7, 9], "Daarbij kregen 2 anderen een andere plek of geen plek: {kandidaat:7} en {kandidaat:9}."),
    ],
)
def test_a_mended_plan_says_who_else_lost_a_plek(anderen: list[int], sentence: str) -> None:
    assert say_mended({"plan_id": 3, "anderen": anderen}) == f"Dit plan is hersteld vanaf plan 3. {sentence}"


def test_each_laag_is_told_on_a_line_of_its_own() -> None:
    lagen = [laag("wachttermijn", 4, 4), laag("geplaatst", 102, 118), laag("wensen", 5, None)]
    assert say_lagen(lagen) == [
        "Mensen die te lang wachten: beter kan niet.",
        "Mensen die een plek krijgen: hooguit 16 % beter.",
        "Hoe goed de plekken passen: nog niet bewezen hoeveel beter.",
    ]


def test_names_are_escaped_and_plekken_lead_to_their_page() -> None:
    found = link_names("<i>Op {plek:4} bij {praktijkopleider:5}, niet {plek:9}.", NAMEN)
    assert str(found) == (
        '&lt;i&gt;Op <a class="naam-link" href="/leerwerkplekken/4">Tuin &lt;b&gt;</a> bij Voorbeeld, '
        'niet <a class="naam-link" href="/leerwerkplekken/9">plek 9</a>.'
    )


def test_the_clock_is_the_one_of_the_netherlands() -> None:
    assert klok(datetime(2026, 11, 20, 9, 5, 7, tzinfo=UTC)) == "10:05:07"
