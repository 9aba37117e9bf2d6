"""The history of a record, for who may see the record."""

from dataclasses import dataclass
from datetime import date

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.toegang.gebeurtenissen import append_gebeurtenis, changes
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.model import Actor
from tests.marketplace.kleine_regio import REGIO, make_regio


async def write(
    conn: Connection,
    clock: FixedClock,
    soort: str,
    *,
    actor: Actor | None = None,
    onderwerp: str = "leerwerkplek",
    regio_code: str | None = REGIO,
    organisatie_id: int | None = None,
) -> None:
    """One gebeurtenis of record 4."""
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort=soort,
        onderwerp=onderwerp,
        onderwerp_id=4,
        regio_code=regio_code,
        organisatie_id=organisatie_id,
    )


async def soorten(conn: Connection, actor: Actor, onderwerp: str = "leerwerkplek") -> list[str]:
    """What this actor reads of record 4."""
    return [each.soort for each in await list_geschiedenis(conn, actor, onderwerp, 4)]


async def test_the_latest_comes_first_with_who_did_it(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await write(conn, clock, "gemaakt", actor=regio.eigen)
    await write(conn, clock, "gewijzigd")
    found = await list_geschiedenis(conn, regio.eigen, "leerwerkplek", 4)
    assert [(each.soort, each.door, each.tijd) for each in found] == [
        ("gewijzigd", None, clock.now()),
        ("gemaakt", "eigen", clock.now()),
    ]


async def test_an_organisatie_reads_what_is_told_to_it(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await write(conn, clock, "van_de_regio")
    await write(conn, clock, "ook_van_hen", organisatie_id=regio.organisatie)
    assert await soorten(conn, regio.eigen) == ["ook_van_hen", "van_de_regio"]
    assert await soorten(conn, regio.werkgever) == ["ook_van_hen"]
    assert await soorten(conn, regio.vreemd) == []


async def test_what_holds_for_all_regios_is_read_by_everybody(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await write(conn, clock, "overal", regio_code=None)
    for actor in (regio.eigen, regio.vreemd, regio.werkgever):
        assert await soorten(conn, actor) == ["overal"]


async def test_who_is_bound_to_a_kandidaat_reads_all_of_that_one(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    mine, other = regio.kandidaten[:2]
    await conn.execute("reset role")
    await conn.execute("insert into rollen values ('jobcoach', 'Jobcoach', false, '{sw_bedrijf}')")
    await conn.execute(
        "insert into kandidaat_betrokkenen (kandidaat_id, account_id, rol, periode)"
        " values ($1, $2, 'jobcoach', '[2026-01-01,)')",
        mine,
        regio.werkgever.account_id,
    )
    await conn.execute("set local role app_ongebonden")
    for kandidaat_id in (mine, other):
        await append_gebeurtenis(
            conn,
            clock=clock,
            actor=None,
            soort="profiel_gewijzigd",
            onderwerp="kandidaat",
            onderwerp_id=kandidaat_id,
            regio_code=REGIO,
        )
    assert len(await list_geschiedenis(conn, regio.werkgever, "kandidaat", mine)) == 1
    assert await list_geschiedenis(conn, regio.werkgever, "kandidaat", other) == []


@dataclass(frozen=True)
class Proef:
    """Something with fields."""

    titel: str
    tot: date | None
    vormen: tuple[str, ...]
    telefoon: str


def test_an_edit_says_what_was_and_is_and_of_personal_data_only_the_name() -> None:
    before = Proef("Gras", None, ("a",), "0612345678")
    after = Proef("Tuin", date(2027, 1, 4), ("a", "b"), "0687654321")
    assert changes(before, after, ("titel", "tot", "vormen", "telefoon"), personal={"telefoon"}) == {
        "titel": ["Gras", "Tuin"],
        "tot": [None, "2027-01-04"],
        "vormen": [["a"], ["a", "b"]],
        "telefoon": None,
    }
