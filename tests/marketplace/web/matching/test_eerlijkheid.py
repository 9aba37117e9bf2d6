"""What a plan says of ondergrenzen and of the spread over werkgevers."""

import json
from typing import Any

import pytest

from marketplace.rekenruns.model import RekenrunSoort
from marketplace.web.matching.eerlijkheid import groepregels, say_cost
from tests.marketplace.web.werkbank import EIGEN, Werkbank

STAND = {"doelgroep": "wsw", "leden": 12, "minstens": 6, "bereikt": 6, "zonder": 3}
FOUND: dict[str, Any] = {
    "standen": [STAND],
    "geplaatst": 59,
    "geplaatst_zonder": 61,
    "punten": 7000,
    "punten_zonder": 7240,
    "grens": 7400,
}


FEWER = "Zonder ondergrenzen vonden we een plan waarin 2 mensen meer een plek hebben. "
ONE = "Zonder ondergrenzen vonden we een plan waarin 1 persoon meer een plek heeft. "
LONGER = "Zonder ondergrenzen vonden we een plan waarin mensen die langer wachten voorgaan. "
NONE = "Zonder ondergrenzen vonden we geen beter plan. "
POINTS = "Dat scheelt 240 punten."
PLEK = "Een plek telt 100 punten, of meer voor wie wacht."
MOST = "Meer dan 400 punten kunnen ze niet kosten."
PROVEN = "De ondergrenzen kosten dus niets, dat is bewezen."
NOT_TOLD = "Het verschil met het plan ervoor zou zeggen wie bij welke groep hoort."


@pytest.mark.parametrize(
    ("zonder", "punten", "grens", "sentence"),
    [
        (61, 7240, 7400, f"{FEWER}{POINTS} {MOST} {PLEK}"),
        (60, 7240, 7240, f"{ONE}{POINTS} {PLEK}"),
        (59, 7240, 7240, f"{LONGER}{POINTS} {PLEK}"),
        (59, 7000, 7400, f"{NONE}{MOST} {PLEK}"),
        (59, 7000, 7000, f"{NONE}{PROVEN}"),
    ],
)
def test_what_ondergrenzen_cost_is_said_in_people_and_points(
    zonder: int, punten: int, grens: int, sentence: str
) -> None:
    found = {**FOUND, "geplaatst_zonder": zonder, "punten_zonder": punten, "grens": grens}
    assert say_cost(found) == sentence


def test_a_groep_says_what_it_asks_and_what_lacks() -> None:
    short = {**STAND, "bereikt": 4}
    few = {"doelgroep": "lks", "leden": None}
    held, lacking, hidden = groepregels({"standen": [STAND, short, few]}, {"wsw": "Wsw", "lks": "Loon"})
    assert (held.naam, held.gevraagd, held.bereikt, held.zonder) == ("Wsw", "6 van 12", "6", "3")
    assert lacking.bereikt == "4, dat zijn er 2 te weinig"
    assert (hidden.naam, hidden.gevraagd, hidden.bereikt, hidden.zonder) == (
        "Loon",
        "te weinig mensen om te tellen",
        "",
        "",
    )


async def ask_for_both(bank: Werkbank) -> None:
    """Let the region ask for an ondergrens and a spread."""
    first, second, _ = bank.regio.kandidaten
    await bank.eigenaar.execute("insert into doelgroepen values ('wsw', 'Wsw')")
    await bank.eigenaar.executemany(
        "insert into kandidaat_doelgroepen values ($1, 'wsw', '[2024-01-01,)')", [(first,), (second,)]
    )
    for sleutel, waarde in (("ondergrenzen", {"wsw": 50}), ("spreiding", {"plaatsingen": 1, "prijs": 20})):
        await bank.eigenaar.execute(
            "update regio_beleid set waarde = $2::text::jsonb where sleutel = $1", sleutel, json.dumps(waarde)
        )


async def test_the_plan_says_how_ondergrenzen_and_spread_stand(bank: Werkbank) -> None:
    await ask_for_both(bank)
    plan = await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
        assert "te weinig mensen om te tellen" in page
        assert PROVEN in page
        assert "1 werkgever krijgt meer dan 1 persoon, samen 2 te veel voor de spreiding." in page
        query = "update plannen set cijfers = cijfers || $2::jsonb where id = $1"
        await bank.eigenaar.execute(query, plan, {"eerlijkheid": FOUND})
        for path in ("/plan", f"/plannen/{plan}"):
            page = (await visitor.get(path)).text
            assert "6 van 12" in page
            assert "2 mensen meer een plek hebben" in page


async def test_a_mended_plan_counts_nobody_and_says_why(bank: Werkbank) -> None:
    await ask_for_both(bank)
    await bank.solve()
    plan = await bank.solve(soort=RekenrunSoort.HERSTEL)
    async with bank.site.logged_in(EIGEN) as visitor:
        for path in ("/plan", f"/plannen/{plan}"):
            page = (await visitor.get(path)).text
            assert NOT_TOLD in page
            assert 'id="ondergrenzen-kop"' not in page
            assert "2 te veel voor de spreiding" in page


async def test_without_either_the_plan_says_nothing_of_them(bank: Werkbank) -> None:
    await bank.solve()
    async with bank.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/plan")).text
    assert "Ondergrenzen" not in page
    assert "spreiding" not in page
