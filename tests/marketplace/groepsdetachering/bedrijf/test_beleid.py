"""How a SW-bedrijf begins, what it decides, and its treden: over one version, and nobody loses theirs."""

from dataclasses import replace

import pytest

from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf import treden
from marketplace.groepsdetachering.bedrijf.beleid import (
    BeleidGegevens,
    begin,
    edit_beleid,
    list_beginners,
    raise_laag,
)
from marketplace.groepsdetachering.bedrijf.model import LAGEN, Beleid
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import Bij
from marketplace.werkprocessen.model import Fase
from tests.marketplace.groepsdetachering.klein_bedrijf import KLOK, OPDRACHT, KleinBedrijf, hire, make_bedrijf

STRENG = BeleidGegevens(
    weken=8,
    fase_volgorde=True,
    max_rit=45,
    max_omweg=20,
    loon=1850,
    leiding=3200,
    kilometer=45,
    uitstroom_per_groep=2,
    terugkeer_maanden=36,
    waarschuwing_weken=8,
)
HOGER = treden.TredeGegevens(naam="Alleen naar buiten", uitleg="", fase=Fase.REGULIER)
DRIE = "Voorbeeld drie"


async def names(conn: Connection, klein: KleinBedrijf) -> list[str]:
    """The treden by name."""
    bedrijf = await get_bedrijf(conn, klein.werkleider, klein.id)
    assert bedrijf is not None
    return [each.naam for each in bedrijf.treden]


async def read(conn: Connection, klein: KleinBedrijf) -> Beleid:
    """The beleid of now."""
    bedrijf = await get_bedrijf(conn, klein.planner, klein.id)
    assert bedrijf is not None
    return bedrijf.beleid


async def test_a_sw_bedrijf_begins_once_with_plain_treden_or_an_example(conn: Connection) -> None:
    klein = await make_bedrijf(conn, begonnen=False)
    assert [each.id for each in await list_beginners(conn, klein.planner)] == [klein.id]
    assert await list_beginners(conn, klein.werkleider) == []
    with pytest.raises(NotFound):
        await begin(conn, klein.vreemd, klein.bij, None)
    with pytest.raises(InvalidInput) as refused:
        await begin(conn, klein.planner, klein.bij, "Dat is er niet")
    assert set(refused.value.fields) == {"voorbeeld"}
    await begin(conn, klein.planner, klein.bij, DRIE)
    assert await names(conn, klein) == ["Leren", "Samen naar buiten", "Alleen naar buiten"]
    with pytest.raises(NotFound):
        await begin(conn, klein.planner, klein.bij, None)
    await begin(conn, klein.vreemd, Bij(clock=KLOK, organisatie_id=klein.buren), None)
    rows = await conn.fetch("select naam from treden where organisatie_id = $1 order by nummer", klein.buren)
    assert [row["naam"] for row in rows] == ["Binnen", "Buiten, in een groep"]


async def test_an_organisatie_of_another_kind_does_not_begin(conn: Connection, klein: KleinBedrijf) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "update organisaties set soort = 'werkgever', naam = 'Iets anders' where id = $1", klein.buren
    )
    assert await list_beginners(conn, klein.vreemd) == []


async def test_the_beleid_is_changed_over_its_version(conn: Connection, klein: KleinBedrijf) -> None:
    await edit_beleid(conn, klein.planner, klein.bij, 1, STRENG)
    now = await read(conn, klein)
    assert (now.weken, now.fase_volgorde, now.loon, now.kilometer, now.versie) == (8, True, 1850, 45, 2)
    assert (now.max_rit, now.max_omweg, now.leiding) == (45, 20, 3200)
    assert (now.uitstroom_per_groep, now.terugkeer_maanden, now.waarschuwing_weken) == (2, 36, 8)
    with pytest.raises(StaleVersion):
        await edit_beleid(conn, klein.planner, klein.bij, 1, replace(STRENG, weken=9))


async def test_a_tier_goes_up_one_place(conn: Connection, klein: KleinBedrijf) -> None:
    await raise_laag(conn, klein.planner, klein.bij, 1, "ontwikkeling")
    assert (await read(conn, klein)).lagen == ("ontwikkeling", "opdrachten", *LAGEN[2:])
    for laag in ("ontwikkeling", "iets"):
        with pytest.raises(NotFound):
            await raise_laag(conn, klein.planner, klein.bij, 2, laag)
    with pytest.raises(StaleVersion):
        await raise_laag(conn, klein.planner, klein.bij, 1, "marge")


async def test_treden_come_change_and_go_from_the_top(conn: Connection, klein: KleinBedrijf) -> None:
    assert await treden.add_trede(conn, klein.planner, klein.bij, 1, HOGER) == 3
    await treden.edit_trede(
        conn, klein.planner, klein.bij, 1, 2, replace(HOGER, naam="Binnen werken", fase=None)
    )
    assert await names(conn, klein) == ["Binnen werken", "Buiten, in een groep", "Alleen naar buiten"]
    with pytest.raises(NotFound):
        await treden.edit_trede(conn, klein.planner, klein.bij, 4, 3, HOGER)
    with pytest.raises(StaleVersion):
        await treden.remove_last_trede(conn, klein.planner, klein.bij, 1)
    await treden.remove_last_trede(conn, klein.planner, klein.bij, 3)
    await treden.remove_last_trede(conn, klein.planner, klein.bij, 4)
    with pytest.raises(treden.OnlyTrede):
        await treden.remove_last_trede(conn, klein.planner, klein.bij, 5)


async def test_there_are_nine_treden_at_most(conn: Connection, klein: KleinBedrijf) -> None:
    for versie in range(1, 8):
        await treden.add_trede(conn, klein.planner, klein.bij, versie, HOGER)
    with pytest.raises(InvalidInput, match="al 9 treden"):
        await treden.add_trede(conn, klein.planner, klein.bij, 8, HOGER)


async def test_nobody_loses_their_trede(conn: Connection, klein: KleinBedrijf) -> None:
    await hire(conn, klein, klein.regio.kandidaten[0], 2, None)
    with pytest.raises(treden.TredeInUse):
        await treden.remove_last_trede(conn, klein.planner, klein.bij, 1)
    with pytest.raises(treden.TredeInUse):
        await treden.take_over_voorbeeld(conn, klein.planner, klein.bij, 1, "Voorbeeld een")
    await treden.take_over_voorbeeld(conn, klein.planner, klein.bij, (await read(conn, klein)).versie, DRIE)
    assert await names(conn, klein) == ["Leren", "Samen naar buiten", "Alleen naar buiten"]


async def test_a_trede_that_an_opdracht_asks_stays(conn: Connection, klein: KleinBedrijf) -> None:
    await conn.execute("reset role")
    await conn.fetchval(OPDRACHT, klein.id, klein.regio.vestiging, 2)
    with pytest.raises(treden.TredeAsked):
        await treden.remove_last_trede(conn, klein.planner, klein.bij, 1)


async def test_examples_are_told_with_their_source(conn: Connection, klein: KleinBedrijf) -> None:
    found = await treden.list_voorbeelden(conn)
    assert [(each.naam, each.bron, len(each.treden)) for each in found] == [
        (DRIE, "proef", 3),
        ("Voorbeeld een", "proef", 1),
    ]
    assert found[1].treden[0].fase is None
    with pytest.raises(InvalidInput):
        await treden.take_over_voorbeeld(conn, klein.planner, klein.bij, 1, "Dat is er niet")


async def test_a_stranger_finds_no_beleid_and_a_werkleider_may_not_change_it(
    conn: Connection, klein: KleinBedrijf
) -> None:
    for actor, refusal in ((klein.vreemd, NotFound), (klein.werkleider, Forbidden)):
        with pytest.raises(refusal):
            await edit_beleid(conn, actor, klein.bij, 1, STRENG)
        with pytest.raises(refusal):
            await raise_laag(conn, actor, klein.bij, 1, "marge")
        with pytest.raises(refusal):
            await treden.add_trede(conn, actor, klein.bij, 1, HOGER)
        with pytest.raises(refusal):
            await treden.edit_trede(conn, actor, klein.bij, 1, 1, HOGER)
        with pytest.raises(refusal):
            await treden.remove_last_trede(conn, actor, klein.bij, 1)
        with pytest.raises(refusal):
            await treden.take_over_voorbeeld(conn, actor, klein.bij, 1, DRIE)
