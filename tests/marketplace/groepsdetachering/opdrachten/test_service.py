"""The verbs on opdrachten: who may, what is refused at which field, and what is written down."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.opdrachten import service
from marketplace.groepsdetachering.opdrachten.model import (
    Opdracht,
    OpdrachtGegevens,
    OpdrachtStatus,
    OpdrachtWerkproces,
    Toont,
)
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht
from marketplace.groepsdetachering.opdrachten.service import Wijziging
from marketplace.toegang.model import Actor
from tests.marketplace.groepsdetachering.opdrachten.kleine_opdrachten import KleineOpdrachten, make_opdrachten

REDEN = "Er is geen werk meer."


@pytest.fixture
async def klein(conn: Connection) -> KleineOpdrachten:
    """The SW-bedrijf with its opdracht."""
    return await make_opdrachten(conn)


def gegevens(klein: KleineOpdrachten, **other: Any) -> OpdrachtGegevens:  # noqa: ANN401 (any field)
    """An opdracht that can be written."""
    return replace(
        OpdrachtGegevens(
            vestiging_id=klein.buurvestiging,
            naam="Hagen snoeien",
            kort="",
            kleur=2,
            toelichting="",
            van=date(2026, 12, 7),
            tot=date(2027, 4, 1),
            dagen=0b11,
            minuten=390,
            minimum=2,
            maximum=6,
            gevraagd=4,
            toegezegd=2,
            waarde=5,
            tarief=1250,
            trede=2,
            niveau=None,
            voorwaarden=("rustig",),
            trainingen=("VCA",),
            toont=Toont.KENMERK,
            werkprocessen=(
                OpdrachtWerkproces(werkproces_id=klein.werkprocessen[1], aantal=1, werkleider=False),
            ),
            gesloten=frozenset({date(2026, 12, 25)}),
        ),
        **other,
    )


def wijziging(klein: KleineOpdrachten, clock: FixedClock, versie: int = 1) -> Wijziging:
    """A change of the opdracht that is there."""
    return Wijziging(clock=clock, opdracht_id=klein.opdracht, versie=versie)


async def read(conn: Connection, klein: KleineOpdrachten, opdracht_id: int | None = None) -> Opdracht:
    """An opdracht as its planner reads it."""
    found = await get_opdracht(conn, klein.planner, opdracht_id or klein.opdracht)
    assert found is not None
    return found


async def soorten(conn: Connection) -> list[str]:
    """What was written down."""
    return [row["soort"] for row in await conn.fetch("select soort from gebeurtenissen order by id")]


async def test_an_opdracht_is_made_whole_with_a_short_name_of_its_own(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    new = gegevens(klein)
    made = await service.make_opdracht(
        conn, klein.planner, clock=clock, organisatie_id=klein.bedrijf, gegevens=new
    )
    found = await read(conn, klein, made)
    for name in OpdrachtGegevens.__dataclass_fields__:
        if name != "kort":
            assert getattr(found, name) == getattr(new, name), name
    assert (found.kort, found.status) == ("Elders", OpdrachtStatus.OPEN)
    row = await conn.fetchrow("select regio_code, organisatie_id, soort from gebeurtenissen")
    assert tuple(row or ()) == (None, klein.bedrijf, "opdracht_gemaakt")


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("tot", {"tot": date(2026, 12, 7)}),
        ("dagen", {"tot": date(2026, 12, 9), "dagen": 0b10000, "gesloten": frozenset()}),
        ("minimum", {"minimum": 7}),
        ("gevraagd", {"gevraagd": 1, "toegezegd": 0}),
        ("gevraagd", {"gevraagd": 7}),
        ("toegezegd", {"toegezegd": 5}),
        ("kort", {"kort": "perken"}),
        ("trede", {"trede": 3}),
        ("voorwaarden", {"voorwaarden": ("verzonnen",)}),
        (
            "werkprocessen",
            {"werkprocessen": (OpdrachtWerkproces(werkproces_id=99, aantal=0, werkleider=True),)},
        ),
        ("gesloten", {"gesloten": frozenset({date(2027, 4, 1)})}),
    ],
)
async def test_what_does_not_go_together_is_said_at_its_field(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock, field: str, other: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await service.make_opdracht(
            conn,
            klein.planner,
            clock=clock,
            organisatie_id=klein.bedrijf,
            gegevens=gegevens(klein, **other),
        )
    assert list(refused.value.fields) == [field]
    assert await soorten(conn) == []


async def test_the_inlener_lies_in_the_regio_and_is_not_the_sw_bedrijf_itself(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await service.make_opdracht(
            conn,
            klein.planner,
            clock=clock,
            organisatie_id=klein.bedrijf,
            gegevens=gegevens(klein, vestiging_id=klein.verre_vestiging),
        )
    assert list(refused.value.fields) == ["vestiging"]


async def test_of_no_more_people_than_come_is_asked_that_they_master_something(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    process = klein.werkprocessen[0]
    asked = (OpdrachtWerkproces(werkproces_id=process, aantal=7, werkleider=False),)
    with pytest.raises(InvalidInput) as refused:
        await service.edit_opdracht(
            conn, klein.planner, wijziging(klein, clock), gegevens(klein, werkprocessen=asked)
        )
    assert refused.value.fields == {f"aantal_{process}": "Er komen hooguit 6 mensen."}


async def test_an_edit_replaces_everything_and_says_what_changed(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    new = gegevens(klein, kort="Perken")
    await service.edit_opdracht(conn, klein.planner, wijziging(klein, clock), new)
    found = await read(conn, klein)
    assert found.versie == 2
    for name in OpdrachtGegevens.__dataclass_fields__:
        assert getattr(found, name) == getattr(new, name), name
    velden = await conn.fetchval("select gegevens->'velden' from gebeurtenissen")
    assert velden["minuten"] == [360, 390]
    assert velden["vestiging_id"] is None
    with pytest.raises(StaleVersion):
        await service.edit_opdracht(conn, klein.planner, wijziging(klein, clock), new)


async def test_an_inlener_that_went_to_the_archive_may_stay(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await conn.execute(
        """
        reset role;
        update leerwerkplekken set status = 'gesloten';
        update vestigingen set gearchiveerd_op = '2026-11-01' where naam = 'Vestiging';
        set local role app_ongebonden
        """
    )
    new = gegevens(klein, vestiging_id=klein.vestiging, kort="Perken")
    await service.edit_opdracht(conn, klein.planner, wijziging(klein, clock), new)
    with pytest.raises(InvalidInput):
        await service.make_opdracht(
            conn,
            klein.planner,
            clock=clock,
            organisatie_id=klein.bedrijf,
            gegevens=gegevens(klein, vestiging_id=klein.vestiging),
        )


@pytest.mark.parametrize(
    ("vanaf", "sentence"),
    [
        (date(2026, 11, 2), "De opdracht begint op 2 november 2026. Kies een latere dag."),
        (date(2027, 11, 1), "De opdracht is dan al voorbij. Kies een eerdere dag."),
    ],
)
async def test_an_opdracht_stops_while_it_runs(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock, vanaf: date, sentence: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await service.stop_opdracht(conn, klein.planner, wijziging(klein, clock), vanaf, REDEN)
    assert refused.value.fields == {"vanaf": sentence}


async def test_before_the_end_there_is_a_working_day(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    later = gegevens(klein, kort="Perken", van=date(2026, 12, 3), dagen=1)
    await service.edit_opdracht(conn, klein.planner, wijziging(klein, clock), later)
    with pytest.raises(InvalidInput) as refused:
        await service.stop_opdracht(conn, klein.planner, wijziging(klein, clock, 2), date(2026, 12, 7), REDEN)
    assert "geen enkele werkdag" in refused.value.fields["vanaf"]


async def test_what_stopped_ends_that_day_and_changes_no_more(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await service.stop_opdracht(conn, klein.planner, wijziging(klein, clock), date(2026, 12, 14), REDEN)
    found = await read(conn, klein)
    assert (found.status, found.tot, found.reden) == (OpdrachtStatus.GESTOPT, date(2026, 12, 14), REDEN)
    assert found.gesloten == frozenset()
    for verb in (
        service.stop_opdracht(conn, klein.planner, wijziging(klein, clock, 2), date(2026, 12, 7), REDEN),
        service.edit_opdracht(conn, klein.planner, wijziging(klein, clock, 2), gegevens(klein)),
        service.refuse_opdracht(conn, klein.planner, wijziging(klein, clock, 2), REDEN),
    ):
        async with conn.transaction():
            with pytest.raises(service.Over):
                await verb
        await conn.execute("update opdrachten set versie = 2")
    assert (await soorten(conn))[0] == "opdracht_gestopt"


async def test_what_did_not_begin_is_withdrawn_and_changes_no_more(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    with pytest.raises(InvalidInput, match="al begonnen"):
        async with conn.transaction():
            await service.withdraw_opdracht(conn, klein.planner, wijziging(klein, clock), REDEN)
    await conn.execute("update opdrachten set periode = daterange('2026-11-21', '2027-01-01')")
    assert (await read(conn, klein)).work_days(date(2026, 11, 23))
    await service.withdraw_opdracht(conn, klein.planner, wijziging(klein, clock), REDEN)
    found = await read(conn, klein)
    assert (found.status, found.reden) == (OpdrachtStatus.INGETROKKEN, REDEN)
    assert not found.work_days(date(2026, 11, 23))
    assert (await soorten(conn))[0] == "opdracht_ingetrokken"
    with pytest.raises(service.Over):
        await service.withdraw_opdracht(conn, klein.planner, wijziging(klein, clock, 2), REDEN)


async def test_what_was_only_asked_is_turned_down_and_not_withdrawn(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await conn.execute(
        "update opdrachten set status = 'gevraagd', periode = daterange('2026-11-21', '2027-01-01')"
    )
    with pytest.raises(service.Over):
        await service.withdraw_opdracht(conn, klein.planner, wijziging(klein, clock), REDEN)


async def ask(conn: Connection, klein: KleineOpdrachten, *, kleur: int = 1) -> None:
    """Let the inlener have asked for the opdracht, beside one that runs in the first colour."""
    await conn.execute(
        """
        insert into opdrachten (organisatie_id, vestiging_id, naam, kort, kleur, status, periode, dagen,
            minuten, minimum, maximum, gevraagd, aangemaakt_op)
        select organisatie_id, vestiging_id, 'Andere', 'Andere', $1, 'open', periode, dagen, minuten, 1, 2, 1,
            aangemaakt_op from opdrachten
        """,
        kleur,
    )
    await conn.execute("update opdrachten set status = 'gevraagd' where id = $1", klein.opdracht)


async def test_what_was_asked_is_accepted_once_in_a_colour_of_its_own(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await ask(conn, klein)
    await service.accept_opdracht(conn, klein.planner, wijziging(klein, clock))
    found = await read(conn, klein)
    assert (found.status, found.kleur) == (OpdrachtStatus.OPEN, 2)
    with pytest.raises(service.Answered):
        await service.accept_opdracht(conn, klein.planner, wijziging(klein, clock, 2))
    with pytest.raises(service.Answered):
        await service.refuse_opdracht(conn, klein.planner, wijziging(klein, clock, 3), REDEN)


async def test_what_was_asked_is_not_accepted_without_a_trede_that_there_is(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await ask(conn, klein, kleur=5)
    await conn.execute("update opdrachten set trede = 7 where id = $1", klein.opdracht)
    with pytest.raises(service.NoTrede):
        await service.accept_opdracht(conn, klein.planner, wijziging(klein, clock))


async def test_what_was_asked_is_refused_with_a_reason_and_its_short_name_is_free_again(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await ask(conn, klein)
    await service.refuse_opdracht(conn, klein.planner, wijziging(klein, clock), REDEN)
    found = await read(conn, klein)
    assert (found.status, found.reden) == (OpdrachtStatus.AFGEWEZEN, REDEN)
    await service.make_opdracht(
        conn,
        klein.planner,
        clock=clock,
        organisatie_id=klein.bedrijf,
        gegevens=gegevens(klein, kort="Perken"),
    )
    with pytest.raises(service.Over):
        await service.accept_opdracht(conn, klein.planner, wijziging(klein, clock, 2))


@pytest.mark.parametrize(
    ("who", "refusal"), [("vreemd", NotFound), ("inlener", NotFound), ("werkleider", Forbidden)]
)
async def test_only_who_plans_changes_an_opdracht(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock, who: str, refusal: type[Exception]
) -> None:
    actor: Actor = getattr(klein, who)
    asked = wijziging(klein, clock)
    for verb in (
        service.make_opdracht(
            conn, actor, clock=clock, organisatie_id=klein.bedrijf, gegevens=gegevens(klein)
        ),
        service.edit_opdracht(conn, actor, asked, gegevens(klein)),
        service.accept_opdracht(conn, actor, asked),
        service.refuse_opdracht(conn, actor, asked, REDEN),
        service.stop_opdracht(conn, actor, asked, date(2026, 12, 7), REDEN),
    ):
        with pytest.raises(refusal):
            await verb
    assert await soorten(conn) == []
