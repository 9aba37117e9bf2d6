"""Making, editing, publishing and closing a plek."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.leerwerkplekken import service, writes
from marketplace.leerwerkplekken.model import Leerwerkplek, PlekStatus
from marketplace.leerwerkplekken.queries import get_leerwerkplek
from marketplace.leerwerkplekken.wijziging import NewInzet
from marketplace.toegang.model import Actor
from marketplace.voorstellen import service as voorstellen
from tests.databases import act_as
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio
from tests.marketplace.regio_details import Details, add_details, occupy

BEZET = date(2027, 1, 4)


async def plek_of(conn: Connection, regio: KleineRegio, number: int = 0) -> Leerwerkplek:
    """One of the two plekken as it is."""
    plek = await get_leerwerkplek(conn, regio.eigen, regio.plekken[number])
    assert plek is not None
    return plek


async def edit(
    conn: Connection,
    regio: KleineRegio,
    details: Details,
    clock: FixedClock,
    *,
    actor: Actor | None = None,
    versie: int | None = None,
    inzet: NewInzet | None = None,
    change: Mapping[str, object] | None = None,
) -> None:
    """Edit the second plek, led by the same praktijkopleider unless told otherwise."""
    plek = await plek_of(conn, regio, 1)
    await service.edit_leerwerkplek(
        conn,
        actor or regio.werkgever,
        clock=clock,
        plek_id=plek.id,
        versie=versie or plek.versie,
        gegevens=replace(service.gegevens_of(plek), **(change or {})),  # type: ignore[arg-type]  # by name
        inzet=inzet or NewInzet(praktijkopleider_id=details.praktijkopleider),
    )


async def test_a_werkgever_makes_a_concept_at_the_own_vestiging(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    gegevens = replace(service.gegevens_of(await plek_of(conn, regio)), titel="Kas")
    made = await service.create_leerwerkplek(
        conn,
        regio.werkgever,
        clock=clock,
        vestiging_id=regio.vestiging,
        gegevens=gegevens,
        inzet=NewInzet(praktijkopleider_id=details.praktijkopleider),
    )
    plek = await get_leerwerkplek(conn, regio.eigen, made)
    assert plek is not None
    assert (plek.titel, plek.status, plek.regio_code) == ("Kas", PlekStatus.CONCEPT, "AM09")
    assert service.gegevens_of(plek) == gegevens
    assert [(each.van, each.tot) for each in plek.inzet] == [(gegevens.van, gegevens.tot)]
    assert await conn.fetchval("select soort from gebeurtenissen") == "leerwerkplek_gemaakt"


async def test_nobody_makes_a_plek_at_a_stranger(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    gegevens = service.gegevens_of(await plek_of(conn, regio))
    for stranger in (details.buurman, regio.vreemd):
        with pytest.raises(NotFound):
            await service.create_leerwerkplek(
                conn, stranger, clock=clock, vestiging_id=regio.vestiging, gegevens=gegevens, inzet=None
            )


async def test_an_edit_is_written_with_what_changed(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    await edit(conn, regio, details, clock, change={"titel": "Gras", "werkprocessen": details.werkprocessen})
    plek = await plek_of(conn, regio, 1)
    assert (plek.titel, plek.versie, plek.werkprocessen) == ("Gras", 2, details.werkprocessen)
    gegevens = await conn.fetchval("select gegevens from gebeurtenissen")
    assert gegevens == {
        "velden": {
            "titel": ["Gras maaien", "Gras"],
            "werkprocessen": [list(details.werkprocessen[:1]), list(details.werkprocessen)],
        }
    }


async def test_strangers_and_old_versions_change_nothing(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    for stranger in (details.buurman, regio.vreemd):
        with pytest.raises(NotFound):
            await edit(conn, regio, details, clock, actor=stranger, change={"titel": "Weg"})
        with pytest.raises(NotFound):
            await service.close_leerwerkplek(conn, stranger, clock=clock, plek_id=regio.plekken[1], versie=1)
    await edit(conn, regio, details, clock, change={"titel": "Eerste"})
    with pytest.raises(StaleVersion):
        await edit(conn, regio, details, clock, versie=1, change={"titel": "Tweede"})
    assert (await plek_of(conn, regio, 1)).titel == "Eerste"


async def test_only_those_who_may_see_a_plek_can_make_others_wait_for_it(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    plek_id = regio.plekken[0]
    for stranger in (details.buurman, regio.vreemd):
        assert not await writes.lock_leerwerkplek(conn, stranger, plek_id)
    for own in (regio.werkgever, regio.eigen):
        assert await writes.lock_leerwerkplek(conn, own, plek_id)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"tot": date(2026, 11, 1)}, "tot"),
        ({"minuten_min": 1500}, "minuten_max"),
        ({"sector": "ruimtevaart"}, "sector"),
        ({"vormen": ("slavernij",)}, "vormen"),
        ({"voorwaarden": ("goud",)}, "voorwaarden"),
        ({"werkprocessen": (2**40,)}, "werkprocessen"),
        ({"werkprocessen": ()}, "werkprocessen"),
    ],
)
async def test_what_does_not_go_together_is_said_at_its_field(
    conn: Connection, clock: FixedClock, change: dict[str, object], field: str
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    with pytest.raises(InvalidInput) as refused:
        await edit(conn, regio, details, clock, change=change)
    assert field in refused.value.fields


async def test_people_who_are_there_keep_their_plaats_and_weeks(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    await occupy(conn, regio, 0, 1, BEZET)
    await occupy(conn, regio, 1, 1, BEZET)
    for change, field in (
        ({"plaatsen": 1}, "plaatsen"),
        ({"tot": date(2027, 1, 8)}, "tot"),
        ({"van": date(2027, 1, 5)}, "van"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await edit(conn, regio, details, clock, change=change)
        assert list(refused.value.fields) == [field]
    await edit(conn, regio, details, clock, change={"plaatsen": 2, "van": BEZET, "tot": date(2027, 1, 9)})
    (inzet,) = (await plek_of(conn, regio, 1)).inzet
    assert (inzet.van, inzet.tot) == (BEZET, date(2027, 1, 9))


async def test_a_leader_must_be_of_the_vestiging_and_take_over_after_those_who_are_there(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    with pytest.raises(InvalidInput, match="goed ingevuld") as refused:
        await edit(
            conn, regio, details, clock, inzet=NewInzet(praktijkopleider_id=details.buren_praktijkopleider)
        )
    assert "van deze vestiging" in refused.value.fields["praktijkopleider"]
    await conn.execute("reset role")
    second = await conn.fetchval(
        "insert into praktijkopleiders (vestiging_id, naam) values ($1, 'Tweede') returning id",
        regio.vestiging,
    )
    await conn.execute("set local role app_ongebonden")
    await occupy(conn, regio, 0, 1, BEZET)
    with pytest.raises(InvalidInput) as refused:
        await edit(conn, regio, details, clock, inzet=NewInzet(praktijkopleider_id=second, vanaf=BEZET))
    assert "4 januari 2027" in refused.value.fields["praktijkopleider"]
    await edit(
        conn, regio, details, clock, inzet=NewInzet(praktijkopleider_id=second, vanaf=date(2027, 1, 11))
    )
    inzet = (await plek_of(conn, regio, 1)).inzet
    assert [(each.praktijkopleider_id, each.van) for each in inzet] == [
        (details.praktijkopleider, date(2026, 11, 1)),
        (second, date(2027, 1, 11)),
    ]
    await edit(
        conn, regio, details, clock, inzet=NewInzet(praktijkopleider_id=second), change={"titel": "Anders"}
    )
    assert (await plek_of(conn, regio, 1)).inzet == inzet


async def test_a_plek_with_people_keeps_a_leader(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    await occupy(conn, regio, 0, 1, BEZET)
    plek = await plek_of(conn, regio, 1)
    with pytest.raises(InvalidInput) as refused:
        await service.edit_leerwerkplek(
            conn,
            regio.eigen,
            clock=clock,
            plek_id=plek.id,
            versie=1,
            gegevens=service.gegevens_of(plek),
            inzet=None,
        )
    assert "Kies wie hen begeleidt" in refused.value.fields["praktijkopleider"]


async def test_a_plek_is_closed_and_published_again(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    plek_id = regio.plekken[0]
    with pytest.raises(Conflict, match="al gepubliceerd"):
        await service.publish_leerwerkplek(conn, regio.werkgever, clock=clock, plek_id=plek_id, versie=1)
    await service.close_leerwerkplek(conn, regio.werkgever, clock=clock, plek_id=plek_id, versie=1)
    assert (await plek_of(conn, regio)).status is PlekStatus.GESLOTEN
    with pytest.raises(StaleVersion):
        await service.publish_leerwerkplek(conn, regio.eigen, clock=clock, plek_id=plek_id, versie=1)
    await service.publish_leerwerkplek(conn, regio.eigen, clock=clock, plek_id=plek_id, versie=2)
    assert (await plek_of(conn, regio)).status is PlekStatus.GEPUBLICEERD
    soorten = await conn.fetch("select soort from gebeurtenissen order by id")
    assert [row["soort"] for row in soorten] == ["leerwerkplek_gesloten", "leerwerkplek_gepubliceerd"]


async def test_a_plek_published_by_mistake_is_a_concept_again_unless_people_count_on_it(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    unpublish = service.unpublish_leerwerkplek
    with pytest.raises(NotFound):
        await unpublish(conn, regio.vreemd, clock=clock, plek_id=regio.plekken[1], versie=1)
    await unpublish(conn, regio.eigen, clock=clock, plek_id=regio.plekken[1], versie=1)
    assert (await plek_of(conn, regio, 1)).status is PlekStatus.CONCEPT
    await occupy(conn, regio, 0, 0, BEZET)
    with pytest.raises(Conflict, match="zijn al mensen"):
        await unpublish(conn, regio.eigen, clock=clock, plek_id=regio.plekken[0], versie=1)


async def test_a_concept_is_removed_by_its_own_and_a_published_plek_by_nobody(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    for stranger in (regio.vreemd, regio.werkgever):
        with pytest.raises(NotFound):
            await service.delete_concept(conn, stranger, clock=clock, plek_id=details.buren_plek, versie=1)
    with pytest.raises(StaleVersion):
        await service.delete_concept(conn, regio.eigen, clock=clock, plek_id=details.buren_plek, versie=2)
    await service.delete_concept(conn, details.buurman, clock=clock, plek_id=details.buren_plek, versie=1)
    assert await get_leerwerkplek(conn, regio.eigen, details.buren_plek) is None
    assert await conn.fetchval("select soort from gebeurtenissen") == "leerwerkplek_verwijderd"
    with pytest.raises(Conflict, match="al gepubliceerd"):
        await service.delete_concept(conn, regio.eigen, clock=clock, plek_id=regio.plekken[1], versie=1)


async def test_a_concept_that_a_plan_named_before_is_not_removed(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await keep_plan(conn, regio, clock, (0, 1))
    await conn.execute("update leerwerkplekken set status = 'concept' where id = $1", regio.plekken[1])
    with pytest.raises(Conflict, match="al gepubliceerd"):
        await service.delete_concept(conn, regio.eigen, clock=clock, plek_id=regio.plekken[1], versie=1)
    assert (await plek_of(conn, regio, 1)).status is PlekStatus.CONCEPT


SAID_YES = """
    update voorstellen
    set status = 'besproken_met_kandidaat', ja_kandidaat_op = now(), ja_vastgelegd_door = $2
    where id = $1
"""
PINNED = """
    update voorstellen set pin_reden = 'Kent de kandidaat al.', pin_tot = '2027-01-01', pin_door = $2
    where id = $1
"""


@pytest.mark.parametrize("promise", [SAID_YES, PINNED])
async def test_a_plek_stays_open_while_it_is_promised_to_somebody(
    conn: Connection, clock: FixedClock, promise: str
) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 0))
    voorstel = await voorstel_of(conn, regio, plan, 0)
    await conn.execute(promise, voorstel, regio.eigen.account_id)
    for actor, words in ((regio.eigen, "Zet dat voorstel een stap terug"), (regio.werkgever, "Vraag uw")):
        await act_as(conn, actor)
        with pytest.raises(service.StillPromised) as refused:
            await service.close_leerwerkplek(conn, actor, clock=clock, plek_id=regio.plekken[0], versie=1)
        assert "staat nog 1 voorstel met een ja" in refused.value.sentence
        assert words in refused.value.sentence
    await service.close_leerwerkplek(conn, regio.eigen, clock=clock, plek_id=regio.plekken[1], versie=1)


async def test_who_has_begun_does_not_keep_a_plek_open(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    plan = await keep_plan(conn, regio, clock, (0, 0))
    voorstel = await voorstel_of(conn, regio, plan, 0)
    said = await voorstellen.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today()
    )
    await voorstellen.accept(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=said.versie, startweek=WEEK0
    )
    await act_as(conn, regio.eigen)
    for today, closes in ((WEEK0 - timedelta(days=1), False), (WEEK0, True)):
        then = FixedClock(datetime.combine(today, time(12), tzinfo=UTC))
        close = service.close_leerwerkplek(conn, regio.eigen, clock=then, plek_id=regio.plekken[0], versie=1)
        if closes:
            await close
            break
        with pytest.raises(service.StillPromised):
            await close
    assert (await plek_of(conn, regio)).status is PlekStatus.GESLOTEN


async def test_without_werk_and_leader_a_concept_is_not_published(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    with pytest.raises(InvalidInput) as refused:
        await service.publish_leerwerkplek(
            conn, details.buurman, clock=clock, plek_id=details.buren_plek, versie=1
        )
    assert set(refused.value.fields) == {"werkprocessen", "praktijkopleider"}


async def test_without_erkenning_only_a_proefplaatsing_can_be_published(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    plek = await get_leerwerkplek(conn, details.buurman, details.buren_plek)
    assert plek is not None
    leader = NewInzet(praktijkopleider_id=details.buren_praktijkopleider)
    for vormen in (("proefplaatsing", "behoud_uitkering"), ("proefplaatsing",)):
        now = await get_leerwerkplek(conn, details.buurman, plek.id)
        assert now is not None
        await service.edit_leerwerkplek(
            conn,
            details.buurman,
            clock=clock,
            plek_id=plek.id,
            versie=now.versie,
            gegevens=replace(
                service.gegevens_of(plek), vormen=vormen, werkprocessen=details.werkprocessen[:1]
            ),
            inzet=leader,
        )
        publish = service.publish_leerwerkplek(
            conn, details.buurman, clock=clock, plek_id=plek.id, versie=now.versie + 1
        )
        if len(vormen) == 1:
            await publish
            break
        with pytest.raises(InvalidInput) as refused:
            await publish
        assert "erkenning aan bij SBB" in refused.value.fields["vormen"]
    published = await get_leerwerkplek(conn, regio.eigen, plek.id)
    assert published is not None
    assert published.status is PlekStatus.GEPUBLICEERD


async def test_the_database_keeps_what_is_no_concept(conn: Connection) -> None:
    regio = await make_regio(conn)
    with pytest.raises(asyncpg.PostgresError, match="Alleen een concept kan weg"):
        await conn.execute("delete from leerwerkplekken where id = $1", regio.plekken[0])


async def test_a_period_is_not_cut_below_weeks_that_somebody_said_yes_to(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    plan = await keep_plan(conn, regio, clock, (0, 1))
    voorstel = await voorstel_of(conn, regio, plan, 0)
    await voorstellen.discuss(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel, versie=1, ja_op=clock.today()
    )
    last = WEEK0 + timedelta(weeks=6, days=-3)
    for actor, who in ((regio.eigen, "K-0001"), (regio.werkgever, "iemand")):
        await act_as(conn, actor)
        for field, day in (("tot", last), ("van", WEEK0 + timedelta(days=1))):
            with pytest.raises(InvalidInput) as refused:
                await edit(conn, regio, details, clock, actor=actor, change={field: day})
            assert f"beloofd aan {who}." in refused.value.fields[field]
    await edit(conn, regio, details, clock, change={"tot": last + timedelta(days=1), "van": WEEK0})
