"""Erkenningen and opleidingen: who records them, their ends and limits, and that nothing overlaps."""

from datetime import date
from typing import Any

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.organisaties import erkenning, opleiding, organisatie
from marketplace.organisaties.queries import list_erkenningen, list_opleidingen_of
from marketplace.organisaties.wijziging import ErkenningEdit, NewErkenning, NewOpleiding
from marketplace.toegang.model import Rol
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import make_actor, make_opleider
from tests.marketplace.regio_details import Details, add_details

VANDAAG = date(2026, 11, 20)
LATER = date(2031, 1, 1)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def details(conn: Connection, regio: KleineRegio) -> Details:
    return await add_details(conn, regio)


def new_erkenning(
    van: date, tot: date | None = None, *werkprocessen: int, crebo: int = 25258
) -> NewErkenning:
    """An erkenning for the kwalificatie of the small region."""
    return NewErkenning(crebo=crebo, van=van, tot=tot, werkprocessen=werkprocessen, gecontroleerd_op=VANDAAG)


async def test_an_accountmanager_and_an_adviser_of_sbb_record_an_erkenning(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    adviseur = await make_actor(conn, Rol.SBB_ADVISEUR, regio_code=REGIO)
    first = details.werkprocessen[0]
    for actor, van, tot in ((regio.eigen, VANDAAG, LATER), (adviseur, LATER, None)):
        await erkenning.create_erkenning(
            conn,
            actor,
            clock=clock,
            vestiging_id=details.buren_vestiging,
            new=new_erkenning(van, tot, first),
        )
    found = await list_erkenningen(conn, [details.buren_vestiging])
    assert [(each.van, each.tot, each.werkprocessen) for each in found] == [
        (VANDAAG, LATER, frozenset({first})),
        (LATER, None, frozenset({first})),
    ]


async def test_a_werkgever_records_none_and_a_stranger_finds_nothing(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    with pytest.raises(Forbidden):
        await erkenning.create_erkenning(
            conn,
            regio.werkgever,
            clock=clock,
            vestiging_id=regio.vestiging,
            new=new_erkenning(LATER),
        )
    for stranger in (regio.vreemd, details.buurman):
        with pytest.raises(NotFound):
            await erkenning.visible_erkenning(
                conn, stranger, await conn.fetchval("select id from erkenningen")
            )


@pytest.mark.usefixtures("details")
async def test_what_is_wrong_is_said_at_its_field_all_at_once(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    wrong = NewErkenning(
        crebo=99999, van=LATER, tot=LATER, werkprocessen=(1234,), gecontroleerd_op=date(2026, 11, 21)
    )
    with pytest.raises(InvalidInput) as refusal:
        await erkenning.create_erkenning(
            conn, regio.eigen, clock=clock, vestiging_id=regio.vestiging, new=wrong
        )
    assert set(refusal.value.fields) == {"crebo", "tot", "werkprocessen", "gecontroleerd_op"}
    with pytest.raises(InvalidInput) as refusal:
        await erkenning.create_erkenning(
            conn,
            regio.eigen,
            clock=clock,
            vestiging_id=regio.vestiging,
            new=new_erkenning(VANDAAG),
        )
    assert refusal.value.fields == {"crebo": "Voor deze kwalificatie is er in die periode al een erkenning."}


@pytest.mark.usefixtures("details")
async def test_an_erkenning_gets_a_last_day_and_other_limits_and_stays(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    (now,) = await list_erkenningen(conn, [regio.vestiging])
    edit = ErkenningEdit(tot=date(2027, 3, 1), werkprocessen=(), gecontroleerd_op=VANDAAG)
    await erkenning.edit_erkenning(conn, regio.eigen, clock=clock, erkenning_id=now.id, versie=1, edit=edit)
    (after,) = await list_erkenningen(conn, [regio.vestiging])
    assert (after.van, after.tot, after.werkprocessen, after.versie) == (
        now.van,
        date(2027, 3, 1),
        None,
        2,
    )
    gegevens = await conn.fetchval("select gegevens from gebeurtenissen order by id desc limit 1")
    assert gegevens == {
        "velden": {
            "tot": ["2030-01-01", "2027-03-01"],
            "werkprocessen": [["VB-GRO-01"], []],
            "gecontroleerd_op": ["2026-01-01", "2026-11-20"],
        }
    }
    with pytest.raises(StaleVersion):
        await erkenning.edit_erkenning(
            conn, regio.eigen, clock=clock, erkenning_id=now.id, versie=1, edit=edit
        )
    before = ErkenningEdit(tot=now.van, werkprocessen=(), gecontroleerd_op=VANDAAG)
    with pytest.raises(InvalidInput):
        await erkenning.edit_erkenning(
            conn, regio.eigen, clock=clock, erkenning_id=now.id, versie=2, edit=before
        )


@pytest.mark.usefixtures("regio", "details")
@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.ACCOUNTMANAGER, Rol.MBO])
async def test_the_school_itself_and_the_regio_say_what_it_offers(
    conn: Connection, clock: FixedClock, rol: Rol
) -> None:
    opleider = await make_opleider(conn)
    beheerder = await make_actor(conn, Rol.BEHEERDER, regio_code=REGIO)
    place: dict[str, Any] = {"organisatie_id": opleider} if rol is Rol.MBO else {"regio_code": REGIO}
    who = beheerder if rol is Rol.BEHEERDER else await make_actor(conn, rol, **place)
    new = NewOpleiding(crebo=25258, van=VANDAAG, tot=None, regio_codes=(REGIO,))
    made = await opleiding.create_opleiding(conn, who, clock=clock, organisatie_id=opleider, new=new)
    with pytest.raises(InvalidInput) as refusal:
        await opleiding.create_opleiding(conn, who, clock=clock, organisatie_id=opleider, new=new)
    assert set(refusal.value.fields) == {"crebo"}
    with pytest.raises(Conflict, match="biedt nog 1 opleiding aan"):
        await organisatie.archive_organisatie(conn, beheerder, clock=clock, organisatie_id=opleider, versie=1)
    await opleiding.end_opleiding(conn, who, clock=clock, opleiding_id=made, versie=1, tot=date(2027, 1, 1))
    (after,) = await list_opleidingen_of(conn, opleider)
    assert (after.tot, after.versie, after.regio_codes) == (date(2027, 1, 1), 2, (REGIO,))


@pytest.mark.usefixtures("details")
async def test_only_a_school_offers_and_who_only_reads_it_says_nothing(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    opleider = await make_opleider(conn)
    beheerder = await make_actor(conn, Rol.BEHEERDER, regio_code=REGIO)
    new = NewOpleiding(crebo=25258, van=VANDAAG, tot=VANDAAG, regio_codes=("AM99",))
    with pytest.raises(opleiding.NoOpleider):
        await opleiding.create_opleiding(
            conn, beheerder, clock=clock, organisatie_id=regio.organisatie, new=new
        )
    with pytest.raises(InvalidInput) as refusal:
        await opleiding.create_opleiding(conn, beheerder, clock=clock, organisatie_id=opleider, new=new)
    assert set(refusal.value.fields) == {"tot", "regios"}
    reader = await make_actor(conn, Rol.REGIOCOORDINATOR, regio_code=REGIO)
    with pytest.raises(Forbidden):
        await opleiding.create_opleiding(conn, reader, clock=clock, organisatie_id=opleider, new=new)
    with pytest.raises(NotFound):
        await opleiding.create_opleiding(conn, regio.vreemd, clock=clock, organisatie_id=opleider, new=new)
