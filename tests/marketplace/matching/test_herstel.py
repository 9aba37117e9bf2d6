"""Mending the plan of now: what is read, what the question holds, who counts as another, played again."""

import json
from typing import Any

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.matching.bewaren import make_question
from marketplace.matching.cijfers import count_plan
from marketplace.matching.instance import load_opgave
from marketplace.matching.opgave import Opgave
from marketplace.matching.run import solve_question
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim, Opgeslagen, RekenrunSoort
from marketplace.rekenruns.uitkomst import digest
from marketplace.replay import SAME, replay
from marketplace.voorstellen import publicatie
from solver.matching.codec import decode_solution
from solver.matching.solution import Toewijzing
from tests.marketplace.klein_plan import keep_plan
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.matching.uitvoeren import make_claim, perform

HERSTEL = RekenrunSoort.HERSTEL


@pytest.fixture
async def klein(conn: Connection) -> KleineRegio:
    """The small region with room for all three."""
    made = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute("update begeleidingscapaciteiten set minuten_per_week = 2000")
    return made


async def load(conn: Connection, clock: FixedClock, soort: RekenrunSoort = HERSTEL) -> Opgave:
    await conn.execute("reset role")
    return await load_opgave(conn, REGIO, clock.today(), soort=soort)


async def pin(conn: Connection, klein: KleineRegio, kandidaat: int, plek: int) -> None:
    """Have somebody stand fixed at a plek, as a person does who makes a voorstel."""
    await conn.execute("reset role")
    await conn.execute(
        "insert into voorstellen (kandidaat_id, leerwerkplek_id, pin_reden, pin_tot, pin_door)"
        " values ($1, $2, 'Kent de werkgever.', '2026-12-20', $3)",
        klein.kandidaten[kandidaat],
        klein.plekken[plek],
        klein.eigen.account_id,
    )


def stays(answer: dict[str, Any]) -> dict[int, int]:
    """Who stands where in an answer."""
    placed = decode_solution(answer["uitkomst"]["oplossing"]).toewijzingen
    return {each.kandidaat: each.plek for each in placed}


async def test_only_a_run_that_mends_has_the_pairs_of_a_plan_in_its_question(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    await keep_plan(conn, klein, clock, (0, 0))
    new = make_question(await load(conn, clock, RekenrunSoort.NIEUW), make_claim(clock, RekenrunSoort.NIEUW))
    assert "herstel" not in new
    mends = make_question(await load(conn, clock), make_claim(clock, HERSTEL))
    pair = {"kandidaat": klein.kandidaten[0], "plek": klein.plekken[0], "startweek": 0}
    assert mends["herstel"] == [pair]


async def test_the_concept_is_mended_even_beside_a_published_plan(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    first = await keep_plan(conn, klein, clock, (0, 0))
    await publicatie.publish(
        conn, klein.eigen, clock=clock, plan_id=first.id, versie=first.versie, gezien=None
    )
    published = (await load(conn, clock)).herstel
    assert published is not None
    assert published.plan_id == first.id
    second = await keep_plan(conn, klein, clock, (0, 1), (1, 1))
    opgave = await load(conn, clock)
    assert opgave.herstel is not None
    assert opgave.herstel.plan_id == second.id
    assert {each.plek for each in opgave.herstel.paren} == {klein.plekken[1]}
    assert {each.plek for each in opgave.instance.vorige} == {klein.plekken[0]}, "stability: the published"


async def test_a_plan_in_which_nobody_stands_is_mended_too(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, klein, clock, zonder=(0, 1, 2))
    opgave = await load(conn, clock)
    assert opgave.herstel is not None
    assert (opgave.herstel.plan_id, opgave.herstel.paren) == (plan.id, ())


async def test_who_is_pinned_comes_in_and_only_who_stood_there_moves(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    await keep_plan(conn, klein, clock, (0, 0), (1, 1), (2, 1))
    await pin(conn, klein, 1, 0)
    opgave = await load(conn, clock)
    answer: dict[str, Any] = solve_question(
        make_question(opgave, make_claim(clock, HERSTEL)), lambda _step: None
    )
    one, pinned, other = klein.kandidaten
    narrow, wide = klein.plekken
    assert stays(answer) == {one: wide, pinned: narrow, other: wide}
    assert set(answer["uitleg"]["geplaatst"]) == {str(each) for each in klein.kandidaten}
    placed = decode_solution(answer["uitkomst"]["oplossing"]).toewijzingen
    assert count_plan(opgave, placed, {}, [], "feasible")["herstel"] == {
        "plan_id": opgave.herstel and opgave.herstel.plan_id,
        "anderen": [one],
    }


async def test_a_mended_plan_is_played_again(conn: Connection, klein: KleineRegio, clock: FixedClock) -> None:
    await keep_plan(conn, klein, clock, (0, 0), (1, 1), (2, 1))
    await pin(conn, klein, 2, 0)
    question = make_question(await load(conn, clock), make_claim(clock, HERSTEL))
    answer: dict[str, Any] = solve_question(question, lambda _step: None)
    stored = Opgeslagen(
        id=1,
        seconden=0.2,
        seed=1,
        instantie=question,
        instantie_hash=digest(question),
        uitkomst=answer["uitkomst"],
    )
    assert replay(stored) == SAME
    assert answer["uitkomst"]["herhaalbaar"] is True


@pytest.mark.parametrize("soort", RekenrunSoort)
async def test_a_mended_plan_keeps_to_ondergrenzen_and_counts_nothing_of_them(
    conn: Connection, klein: KleineRegio, clock: FixedClock, soort: RekenrunSoort
) -> None:
    await conn.execute("insert into doelgroepen values ('wsw', 'Wsw')")
    member = "insert into kandidaat_doelgroepen values ($1, 'wsw', '[2024-01-01,)')"
    await conn.execute(member, klein.kandidaten[2])
    query = "update regio_beleid set waarde = $2::text::jsonb where sleutel = $1"
    await conn.execute(query, "ondergrenzen", json.dumps({"wsw": 100}))
    await keep_plan(conn, klein, clock, (0, 0), (1, 1))
    opgave = await load(conn, clock, soort)
    assert len(opgave.instance.beleid.ondergrenzen) == 1
    question = make_question(opgave, make_claim(clock, soort))
    answer: dict[str, Any] = solve_question(question, lambda _step: None)
    assert klein.kandidaten[2] in stays(answer)
    assert ("eerlijkheid" in answer["uitkomst"]) == (soort is RekenrunSoort.NIEUW)


async def test_pins_that_contradict_are_named_when_mending_too(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    await keep_plan(conn, klein, clock, (0, 1), (1, 1))
    for kandidaat in (0, 1):
        await pin(conn, klein, kandidaat, 0)
    question = make_question(await load(conn, clock), make_claim(clock, HERSTEL))
    answer: dict[str, Any] = solve_question(question, lambda _step: None)
    assert "Van de 2 vaste plaatsen kan er 1 niet blijven." in answer["fout"]


async def test_who_was_decided_about_and_who_could_not_stay_is_no_other(
    conn: Connection, klein: KleineRegio, clock: FixedClock
) -> None:
    await keep_plan(conn, klein, clock, (0, 0), (1, 1), (2, 1))
    await conn.execute("reset role")
    await conn.execute(
        "update voorstellen set status = 'afgewezen', afwijsreden = 'ander_werk',"
        " afgewezen_door = 'kandidaat' where kandidaat_id = $1",
        klein.kandidaten[0],
    )
    await conn.execute("update kandidaten set status = 'lopend' where id = $1", klein.kandidaten[1])
    opgave = await load(conn, clock)
    empty: tuple[Toewijzing, ...] = ()
    told: dict[str, Any] = count_plan(opgave, empty, {}, [], "feasible")
    assert told["herstel"]["anderen"] == [klein.kandidaten[2]]


async def test_a_worker_mends_and_says_so(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    plan = await keep_plan(eigenaar, regio, clock, (0, 0))
    await eigenaar.execute("update rekenruns set soort = 'herstel' where id = $1", claim.id)
    await eigenaar.execute(
        "update rekenruns set status = 'wachtrij', geclaimd_door = null where id = $1", claim.id
    )
    again = await claims.claim_rekenrun(eigenaar, "proef", clock.now())
    assert again is not None
    assert again.soort is HERSTEL
    assert await perform(database, clock, again) == "geslaagd"
    said = await eigenaar.fetchval("select zin from rekenrun_voortgang where fase = 'rekenen' limit 1")
    assert said == "Het plan wordt hersteld met 3 kandidaten en 2 leerwerkplekken."
    cijfers = await eigenaar.fetchval("select cijfers from plannen order by id desc limit 1")
    assert cijfers["herstel"]["plan_id"] == plan.id
