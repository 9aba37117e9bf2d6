"""Solving a stored question: the outcome, explanations, pins that contradict, the child's protocol."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching import run
from marketplace.matching.bewaren import make_question
from marketplace.matching.cijfers import count_plan
from marketplace.matching.instance import load_opgave
from marketplace.matching.queries import list_namen
from marketplace.rekenruns.model import Opgeslagen, RekenrunSoort
from marketplace.rekenruns.rekenproces import Rekenproces, RekenprocesStopped
from marketplace.rekenruns.uitkomst import digest
from marketplace.replay import DIFFERENT, SAME, replay
from solver.matching.codec import decode_solution
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.matching.uitvoeren import make_claim


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def question(conn: Connection, regio: KleineRegio, clock: FixedClock) -> dict[str, Any]:
    assert regio.kandidaten
    claim = make_claim(clock, RekenrunSoort.NIEUW)
    return make_question(await load_opgave(conn, REGIO, clock.today()), claim)


@pytest.fixture
async def proces() -> AsyncIterator[Rekenproces]:
    made = Rekenproces()
    yield made
    await made.close()


async def ignore(_step: Mapping[str, Any]) -> None:
    """Nobody follows."""


def test_an_outcome_says_value_bound_and_gap_of_each_tier(question: dict[str, Any]) -> None:
    steps: list[Mapping[str, object]] = []
    answer: dict[str, Any] = run.solve_question(question, steps.append)
    uitkomst = answer["uitkomst"]
    assert [laag["naam"] for laag in uitkomst["lagen"]] == ["wachttermijn", "geplaatst", "wensen"]
    assert all({"waarde", "grens", "gat"} <= set(laag) for laag in uitkomst["lagen"])
    assert uitkomst["herhaalbaar"] is True
    assert set(uitkomst["software"]) == {"python", "ortools", "numpy", "solver"}
    placed = {str(each["kandidaat"]) for each in uitkomst["oplossing"]["toewijzingen"]}
    assert placed == set(answer["uitleg"]["geplaatst"])
    assert steps[-1]["fase"] == "uitleg"


def test_who_has_enough_gets_the_first_plan_with_its_explanation(question: dict[str, Any]) -> None:
    question["seconden"] = 60.0
    steps: list[Mapping[str, object]] = []
    answer: dict[str, Any] = run.solve_question(question, steps.append, enough=lambda: True)
    uitkomst = answer["uitkomst"]
    assert uitkomst["oplossing"]["toewijzingen"]
    assert uitkomst["herhaalbaar"] is False, "a replay would not stop there"
    assert set(answer["uitleg"]["geplaatst"])
    plans: list[Any] = [each["plan"] for each in steps if "plan" in each]
    assert plans[0]["geplaatst"] <= len(uitkomst["oplossing"]["toewijzingen"])
    assert [laag["naam"] for laag in plans[0]["lagen"]] == [laag["naam"] for laag in uitkomst["lagen"]]


def test_explanations_name_weeks_as_dates_and_keep_ids_for_names(question: dict[str, Any]) -> None:
    answer: dict[str, Any] = run.solve_question(question, lambda _step: None)
    text = str(answer["uitleg"])
    assert "{week:" not in text
    assert "week 48 (23 november 2026)" in text
    assert "{plek:" in text
    for why in answer["uitleg"]["geplaatst"].values():
        assert why["kilometers"] == 2
        assert {wens["laag"] for wens in why["wensen"]} == {"wachttermijn", "geplaatst", "wensen"}


def test_the_same_question_gives_the_same_plan(question: dict[str, Any]) -> None:
    first: dict[str, Any] = run.solve_question(question, lambda _step: None)
    second: dict[str, Any] = run.solve_question(question, lambda _step: None)
    assert first["uitkomst"]["oplossing"] == second["uitkomst"]["oplossing"]


async def test_pins_that_contradict_are_named_in_words(
    conn: Connection, regio: KleineRegio, question: dict[str, Any]
) -> None:
    first, second = regio.kandidaten[:2]
    question["instantie"]["vast"] = [
        {"kandidaat": person, "plek": regio.plekken[0], "startweek": 0} for person in (first, second)
    ]
    steps: list[Mapping[str, object]] = []
    answer: dict[str, Any] = run.solve_question(question, steps.append)
    searched = [each["zin"] for each in steps if each["fase"] == "zoeken"]
    assert searched[0] == "Zo past het niet. Er wordt gezocht wat er in de weg staat."
    assert searched[-1] == "Van de 2 vaste plaatsen passen er zeker 1 samen."
    namen = await list_namen(conn, [REGIO])
    fout = namen.fill(answer["fout"])
    assert "Van de 2 vaste plaatsen kan er 1 niet blijven." in fout
    assert "op plek Tuin aanleggen bij Voorbeeld Tuinen" in fout
    assert "uitleg" not in answer


async def test_figures_count_everybody(conn: Connection, clock: FixedClock, question: dict[str, Any]) -> None:
    answer: dict[str, Any] = run.solve_question(question, lambda _step: None)
    opgave = await load_opgave(conn, REGIO, clock.today())
    placed = decode_solution(answer["uitkomst"]["oplossing"]).toewijzingen
    niet = {int(each): why for each, why in answer["uitleg"]["niet_geplaatst"].items()}
    cijfers: dict[str, Any] = count_plan(opgave, placed, niet, answer["uitkomst"]["lagen"], "feasible")
    assert cijfers["kandidaten"] == 3
    assert cijfers["geplaatst"] + cijfers["wacht"] + cijfers["niet_geplaatst"] == 3
    assert cijfers["sectoren"] == [{"sector": "groen", "gebruikt": len(placed), "totaal": 3}]
    assert sum(reden["aantal"] for reden in cijfers["redenen"]) == len(niet)


def test_replay_tells_the_same_from_another(
    question: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    uitkomst: dict[str, Any] = run.solve_question(question, lambda _step: None)["uitkomst"]  # type: ignore[assignment]  # a plain dict
    stored = Opgeslagen(
        id=7,
        seconden=0.2,
        seed=1,
        instantie=question,
        instantie_hash=digest(question),
        uitkomst=uitkomst,
    )
    assert replay(stored) == SAME
    other = {**uitkomst, "oplossing": {**uitkomst["oplossing"], "toewijzingen": []}, "herhaalbaar": False}
    changed = Opgeslagen(
        id=7,
        seconden=0.2,
        seed=1,
        instantie=question,
        instantie_hash=digest(question),
        uitkomst={**other, "software": {"ortools": "0"}},
    )
    assert replay(changed) == DIFFERENT
    damaged = Opgeslagen(
        id=7, seconden=0.2, seed=1, instantie=question, instantie_hash="anders", uitkomst=uitkomst
    )
    assert replay(damaged) == DIFFERENT
    said = capsys.readouterr().out
    for expected in (
        "the same plan",
        "another plan",
        "cut short by the clock or by people",
        "It was made with",
        "hash differs",
    ):
        assert expected in said


async def test_a_child_answers_one_question_after_another(
    proces: Rekenproces, question: dict[str, Any]
) -> None:
    first = await proces.solve(question, ignore)
    pid = proces.pid()
    second = await proces.solve(question, ignore)
    assert first["uitkomst"]["oplossing"] == second["uitkomst"]["oplossing"]
    assert proces.pid() == pid


async def test_a_child_that_dies_is_told_and_replaced(proces: Rekenproces, question: dict[str, Any]) -> None:
    await proces.warm()
    pid = proces.pid()
    with pytest.raises(RekenprocesStopped):
        await proces.solve({"instantie": {}}, ignore)
    assert "uitkomst" in await proces.solve(question, ignore)
    assert proces.pid() != pid


async def test_a_child_whose_input_ends_ends_too(proces: Rekenproces) -> None:
    await proces.warm()
    child = proces._child
    assert child is not None
    assert child.stdin is not None
    child.stdin.close()
    assert await asyncio.wait_for(child.wait(), 5) == 0
