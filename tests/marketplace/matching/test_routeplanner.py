"""Carrying out a run with a routing service that answers, fails, or thinks too long."""

import asyncio

import pytest

from marketplace import replay
from marketplace.clock import FixedClock, clock_at
from marketplace.db import Connection
from marketplace.embedded import Dsns
from marketplace.geo.osrm import Osrm
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.geo.valhalla import Valhalla
from marketplace.matching.instance import load_opgave
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim
from solver.matching import instance as solver
from solver.matching.codec import decode_instance
from tests.marketplace.geo.diensten import MISLUKT, Antwoord, osrm, serve
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, KleineRegio
from tests.marketplace.matching.uitvoeren import discuss_first, perform
from tests.marketplace.werkplaats import VANDAAG


async def said(conn: Connection, fase: str) -> list[str]:
    """What a run said about one of its steps."""
    rows = await conn.fetch(
        "select zin from rekenrun_voortgang where fase = $1 order by volgnummer",
        fase,
    )
    return [row["zin"] for row in rows]


async def test_travel_times_of_a_routing_service_are_stored_and_replayed_without_it(
    database: Dsns,
    eigenaar: Connection,
    clock: FixedClock,
    claim: Claim,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await eigenaar.execute(
        "update vestigingen set plaats_id = plaatsen.id from plaatsen where plaatsen.naam = 'Vorden'"
    )
    await eigenaar.execute("update kandidaten set max_reistijd = 65")
    estimated = (await load_opgave(eigenaar, REGIO, claim.vandaag)).instance.reistabel
    with serve(osrm()) as server:
        planner = Osrm({Vervoermiddel.FIETS: server.adres})
        assert await perform(database, clock, claim, planner) == "geslaagd"
    stored = await claims.get_opgeslagen(eigenaar, claim.id)
    assert stored is not None
    assert stored.instantie["reistijden"] == {
        "bron": "OSRM",
        "wegen": 2,
        "gevonden": {"fiets": 2},
        "uitgevallen": [],
    }
    solved = decode_instance(stored.instantie["instantie"]).reistabel
    assert solved.minuten[solver.Vervoermiddel.OV] == estimated.minuten[solver.Vervoermiddel.OV]
    [[_, estimate], _] = estimated.minuten[solver.Vervoermiddel.FIETS]
    [[_, found], _] = solved.minuten[solver.Vervoermiddel.FIETS]
    assert (estimate, found) == (61, 77)
    # Everybody cycles 65 minutes at most: what is estimated could be, what is known cannot.
    assert stored.uitkomst is not None
    assert stored.uitkomst["oplossing"]["toewijzingen"] == []
    assert await said(eigenaar, "reistijden") == [
        "De reistijden worden opgevraagd bij OSRM.",
        "OSRM gaf de reistijden met de fiets. De andere reistijden zijn geschat.",
    ]
    assert replay.replay(stored) == replay.SAME
    assert "the same plan" in capsys.readouterr().out


async def test_without_a_routing_service_a_run_keeps_that_all_is_estimated(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    assert await perform(database, clock, claim) == "geslaagd"
    stored = await claims.get_opgeslagen(eigenaar, claim.id)
    assert stored is not None
    assert stored.instantie["reistijden"]["bron"] == "schatting"
    assert await said(eigenaar, "reistijden") == []


async def test_a_routing_service_that_fails_costs_no_plan(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    estimated = (await load_opgave(eigenaar, REGIO, claim.vandaag)).instance.reistabel
    with serve(lambda _: MISLUKT["broken"]) as server:
        assert await perform(database, clock, claim, Valhalla(server.adres)) == "geslaagd"
    stored = await claims.get_opgeslagen(eigenaar, claim.id)
    assert stored is not None
    assert decode_instance(stored.instantie["instantie"]).reistabel == estimated
    assert (await said(eigenaar, "reistijden"))[-1] == (
        "Valhalla gaf geen reistijden. Alle reistijden zijn geschat."
    )


async def test_while_a_routing_service_thinks_people_can_stop_a_run_and_record_changes(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    voorstel = await voorstel_of(eigenaar, regio, await keep_plan(eigenaar, regio, clock, (0, 0)), 0)
    with serve(lambda _: Antwoord("{}", wait=30)) as server:
        running = asyncio.create_task(
            perform(database, clock_at(VANDAAG), claim, Osrm({Vervoermiddel.AUTO: server.adres}))
        )
        async with asyncio.timeout(10):
            while not server.vragen:  # noqa: ASYNC110 (the server runs in a thread)
                await asyncio.sleep(0.01)
            await discuss_first(eigenaar, regio, voorstel)
            await eigenaar.execute("update rekenruns set annuleren = true")
            assert await running == "geannuleerd"
    assert await eigenaar.fetchval("select status from rekenruns where id = $1", claim.id) == "geannuleerd"


async def test_a_run_that_was_taken_while_a_routing_service_thought_is_left_to_the_other(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    await eigenaar.execute("update rekenruns set geclaimd_door = 'ander'")
    with serve(lambda _: Antwoord("{}", wait=30)) as server:
        planner = Osrm({Vervoermiddel.AUTO: server.adres})
        async with asyncio.timeout(10):
            assert await perform(database, clock, claim, planner) == "verloren"
    assert await eigenaar.fetchval("select instantie from rekenruns") is None
