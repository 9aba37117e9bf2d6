"""An inlener asks for a group and sees its own opdrachten, with as much of people as was agreed."""

from dataclasses import replace
from datetime import date
from typing import Any

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput
from marketplace.groepsdetachering.opdrachten.aanvragen import (
    Aanvraag,
    ask_groep,
    get_eigen,
    list_eigen,
    list_eigen_vestigingen,
    list_groepen,
    list_sw_bedrijven,
)
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import get_opdracht, list_inleners
from marketplace.toegang.model import Actor
from tests.databases import act_as
from tests.marketplace.groepsdetachering.opdrachten.kleine_opdrachten import KleineOpdrachten, make_opdrachten

WEEK = date(2026, 11, 16)


@pytest.fixture
async def klein(conn: Connection) -> KleineOpdrachten:
    """The SW-bedrijf with its opdracht; the inlener acts, bound by the policies."""
    made = await make_opdrachten(conn)
    await bind(conn, made.inlener)
    return made


async def bind(conn: Connection, actor: Actor) -> None:
    """Let somebody act as the service does."""
    await conn.execute("set local role app")
    await act_as(conn, actor)


def aanvraag(klein: KleineOpdrachten, **other: Any) -> Aanvraag:  # noqa: ANN401 (any field)
    """A group that can be asked for."""
    return replace(
        Aanvraag(
            organisatie_id=klein.bedrijf,
            vestiging_id=klein.vestiging,
            naam="Perken schoffelen",
            werkprocessen=klein.werkprocessen,
            van=date(2027, 1, 4),
            tot=date(2027, 3, 1),
            dagen=0b10101,
            minuten=360,
            minimum=2,
            gevraagd=4,
            maximum=5,
            toelichting="Graag met eigen laarzen.",
        ),
        **other,
    )


async def test_what_is_asked_waits_for_the_sw_bedrijf_under_a_short_name_that_is_free(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    made = await ask_groep(conn, klein.inlener, clock=clock, aanvraag=aanvraag(klein))
    own = await get_eigen(conn, klein.inlener, made)
    assert own is not None
    assert (own.status, own.bedrijf, own.werkprocessen) == (
        OpdrachtStatus.GEVRAAGD,
        "Voorbeeld Werk",
        klein.werkprocessen,
    )
    await bind(conn, klein.planner)
    found = await get_opdracht(conn, klein.planner, made)
    assert found is not None
    assert (found.kort, found.tarief, found.toegezegd, found.gevraagd) == ("schoffelen", 0, 0, 4)
    told = await conn.fetchrow("select soort, organisatie_id, regio_code from gebeurtenissen")
    assert tuple(told or ()) == ("opdracht_gevraagd", klein.bedrijf, None)


async def test_every_question_gets_a_name_until_there_are_too_many(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute(
        """
        insert into opdrachten (organisatie_id, vestiging_id, naam, kort, status, periode, dagen, minuten,
            minimum, maximum, gevraagd, aangemaakt_op)
        select organisatie_id, vestiging_id, naam, 'Perken ' || number, status, periode, dagen, minuten,
            minimum, maximum, gevraagd, aangemaakt_op
        from opdrachten, generate_series(2, 98) number
        """
    )
    await bind(conn, klein.inlener)
    await ask_groep(conn, klein.inlener, clock=clock, aanvraag=aanvraag(klein, naam="Perken"))
    with pytest.raises(InvalidInput) as refused:
        await ask_groep(conn, klein.inlener, clock=clock, aanvraag=aanvraag(klein, naam="Perken"))
    assert list(refused.value.fields) == ["naam"]


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("tot", {"tot": date(2027, 1, 4)}),
        ("dagen", {"tot": date(2027, 1, 5), "dagen": 0b10}),
        ("minimum", {"minimum": 6}),
        ("gevraagd", {"gevraagd": 6}),
        ("van", {"van": date(2026, 11, 19)}),
        ("werkprocessen", {"werkprocessen": (99,)}),
        ("bedrijf", {"organisatie_id": 9_999}),
    ],
)
async def test_what_does_not_go_together_is_said_at_its_field(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock, field: str, other: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await ask_groep(conn, klein.inlener, clock=clock, aanvraag=aanvraag(klein, **other))
    assert list(refused.value.fields) == [field]


async def test_only_for_an_own_vestiging_and_only_who_manages_it(
    conn: Connection, klein: KleineOpdrachten, clock: FixedClock
) -> None:
    assert [each.id for each in await list_eigen_vestigingen(conn, klein.inlener)] == [klein.vestiging]
    for where in (klein.buurvestiging, klein.verre_vestiging):
        with pytest.raises(InvalidInput) as refused:
            await ask_groep(conn, klein.inlener, clock=clock, aanvraag=aanvraag(klein, vestiging_id=where))
        assert list(refused.value.fields) == ["vestiging"]
    for actor in (klein.praktijkopleider, klein.planner):
        await bind(conn, actor)
        with pytest.raises(Forbidden):
            await ask_groep(conn, actor, clock=clock, aanvraag=aanvraag(klein))


INSERT = """
    insert into opdrachten (organisatie_id, vestiging_id, naam, kort, status, periode, dagen, minuten,
        minimum, maximum, gevraagd, toegezegd, tarief, gevraagd_door, aangemaakt_op)
    values ($1, $2, 'Zelf', 'Zelf', $3, '[2027-01-04,2027-02-01)', 1, 360, 1, 2, 1, $4, $5, $6, '2026-11-20')
"""


@pytest.mark.parametrize(
    "other",
    [
        {"status": "open"},
        {"toegezegd": 1},
        {"tarief": 1},
        {"door": "planner"},
        {"bedrijf": "regio.organisatie"},
        {"vestiging": "buurvestiging"},
    ],
)
async def test_the_database_refuses_more_than_a_question(
    conn: Connection, klein: KleineOpdrachten, other: dict[str, Any]
) -> None:
    door = getattr(klein, other.get("door", "inlener"))
    bedrijf = klein.regio.organisatie if "bedrijf" in other else klein.bedrijf
    vestiging = getattr(klein, other.get("vestiging", "vestiging"))
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(
            INSERT,
            bedrijf,
            vestiging,
            other.get("status", "gevraagd"),
            other.get("toegezegd", 0),
            other.get("tarief", 0),
            door.account_id,
        )


async def test_an_inlener_writes_nothing_of_what_was_agreed(
    conn: Connection, klein: KleineOpdrachten
) -> None:
    assert await conn.execute("update opdrachten set tarief = 1") == "UPDATE 0"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(
            "insert into opdracht_werkprocessen values ($1, $2, $3)",
            klein.bedrijf,
            klein.opdracht,
            klein.werkprocessen[1],
        )


async def test_each_sees_what_is_theirs(conn: Connection, klein: KleineOpdrachten) -> None:
    for actor, own in (
        (klein.inlener, 1),
        (klein.praktijkopleider, 1),
        (klein.buurman, 0),
        (klein.planner, 0),
    ):
        await bind(conn, actor)
        assert len(await list_eigen(conn, actor)) == own, actor.naam
        assert (await get_eigen(conn, actor, klein.opdracht) is not None) == bool(own)
    for actor, reads in (
        (klein.planner, True),
        (klein.werkleider, True),
        (klein.vreemd, False),
        (klein.inlener, False),
    ):
        await bind(conn, actor)
        assert (await get_opdracht(conn, actor, klein.opdracht) is not None) == reads, actor.naam
    await bind(conn, klein.planner)
    found = await list_inleners(conn, klein.planner, klein.bedrijf)
    assert {each.vestiging_id for each in found} == {klein.vestiging, klein.buurvestiging}
    assert await list_inleners(conn, klein.vreemd, klein.bedrijf) == []


async def test_the_sw_bedrijven_of_the_own_regio_can_be_asked(
    conn: Connection, klein: KleineOpdrachten
) -> None:
    names = [naam for _, naam in await list_sw_bedrijven(conn)]
    assert names == ["Voorbeeld Ander Werk", "Voorbeeld Werk"]
    await bind(conn, klein.planner)
    assert await list_sw_bedrijven(conn) == []


GROEP = """
    insert into werkleiders (organisatie_id, naam, minuten, span) values ($1, 'Wim Voorbeeld', 2400, 10);
    insert into groepsplannen (organisatie_id, status, van, weken, gemaakt_op, gepubliceerd_op,
        gepubliceerd_door, geldt_vanaf)
        values ($1, 'gepubliceerd', '2026-11-16', 4, '2026-11-10', '2026-11-10', $4, '2026-11-16');
    insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id)
        select plan.id, $1, $2, '2026-11-16', leider.id from groepsplannen plan, werkleiders leider;
    insert into groepsplan_dagen (plan_id, opdracht_id, week, dag, organisatie_id, werkleider_id)
        select plan.id, $2, '2026-11-16', dag, $1, leider.id
        from groepsplannen plan, werkleiders leider, generate_series(0, 1) dag;
    insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)
        select id, $3, '2026-11-16', $1, $2, 3 from groepsplannen;
    insert into persoonsgegevens (kandidaat_id, naam, geboortedatum) values ($3, 'Sanne Merel', '1990-05-01');
    insert into kandidaat_werkprocessen select $3, werkproces_id, 'bewezen' from opdracht_werkprocessen;
"""


async def publish(conn: Connection, klein: KleineOpdrachten) -> None:
    """Let the medewerker be in the group of a week."""
    await conn.execute("reset role")
    given = (klein.bedrijf, klein.opdracht, klein.medewerker, klein.planner.account_id)
    statement = GROEP
    for number, value in enumerate(given, start=1):
        statement = statement.replace(f"${number}", str(value))
    await conn.execute(statement)
    await bind(conn, klein.inlener)


@pytest.mark.parametrize(
    ("toont", "shares", "seen"),
    [
        ("aantal", "true", ()),
        ("kenmerk", "true", ("K-0001",)),
        ("voornaam", "false", ("K-0001",)),
        ("voornaam", "true", ("Sanne",)),
    ],
)
async def test_of_people_is_seen_as_much_as_was_agreed(
    conn: Connection,
    klein: KleineOpdrachten,
    toont: str,
    shares: str,
    seen: tuple[str, ...],
) -> None:
    await publish(conn, klein)
    await conn.execute("reset role")
    await conn.execute("update opdrachten set toont = $1", toont)
    await conn.execute("update medewerkers set naam_delen = $1::text::boolean", shares)
    await bind(conn, klein.inlener)
    (groep,) = await list_groepen(conn, klein.opdracht, [WEEK, date(2026, 11, 23)])
    assert (groep.week, groep.werkleider, groep.dagen, groep.aantal) == (WEEK, "Wim Voorbeeld", 3, 1)
    assert groep.mensen == seen
    assert groep.kan == ("Onkruid weghalen",)


async def test_nobody_else_sees_the_group(conn: Connection, klein: KleineOpdrachten) -> None:
    await publish(conn, klein)
    for actor in (klein.buurman, klein.planner, klein.vreemd):
        await bind(conn, actor)
        assert await list_groepen(conn, klein.opdracht, [WEEK]) == []
