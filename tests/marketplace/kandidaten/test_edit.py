"""Editing a profile: what changes is recorded, nonsense and stale versions are refused."""

from dataclasses import replace
from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.geo.reistijd import Vervoermiddel
from marketplace.kandidaten import service
from marketplace.kandidaten.model import Stand
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.kandidaten.wijziging import (
    ProfielWijziging,
    Stap,
    changed_fields,
    editable,
    steps_of,
    weeks_of,
)
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.werkprocessen.model import Fase
from tests.marketplace.kandidaten.rollen import add_mensen
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import add_details


async def current(conn: Connection, regio: KleineRegio) -> tuple[int, ProfielWijziging]:
    """The version and the editable part of the first kandidaat."""
    profiel = await get_kandidaat(conn, regio.eigen, regio.kandidaten[0])
    assert profiel is not None
    return profiel.versie, editable(profiel)


async def edit(
    conn: Connection, regio: KleineRegio, clock: FixedClock, versie: int, **change: object
) -> tuple[str, ...]:
    """Edit the first kandidaat."""
    _, now = await current(conn, regio)
    return await service.edit_profiel(
        conn,
        regio.eigen,
        clock=clock,
        kandidaat_id=regio.kandidaten[0],
        versie=versie,
        wijziging=replace(now, **change),  # type: ignore[arg-type]  # fields by name, from the tests below
    )


async def test_an_edit_is_written_and_says_which_fields_changed(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    changed = await edit(
        conn, regio, clock, 1, pc4="7251", vervoermiddel=Vervoermiddel.E_BIKE, voorwaarden=("niet_tillen",)
    )
    assert changed == ("pc4", "vervoermiddel", "voorwaarden")
    versie, now = await current(conn, regio)
    assert (versie, now.pc4, now.voorwaarden) == (2, "7251", ("niet_tillen",))
    row = await conn.fetchrow("select soort, onderwerp_id, account_id, gegevens from gebeurtenissen")
    assert row is not None
    assert (row["soort"], row["onderwerp_id"]) == ("profiel_gewijzigd", regio.kandidaten[0])
    assert row["gegevens"] == {
        "velden": {"pc4": None, "vervoermiddel": ["fiets", "e_bike"], "voorwaarden": [[], ["niet_tillen"]]}
    }


async def test_their_own_sw_bedrijf_reads_that_somebody_was_edited(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    mensen = await add_mensen(conn, regio)
    second = await get_kandidaat(conn, regio.eigen, regio.kandidaten[1])
    assert second is not None
    await service.edit_profiel(
        conn,
        regio.eigen,
        clock=clock,
        kandidaat_id=second.id,
        versie=second.versie,
        wijziging=replace(editable(second), pc4="7251"),
    )
    about = ("kandidaat", second.id)
    assert [each.soort for each in await list_geschiedenis(conn, mensen.planner, *about)] == [
        "profiel_gewijzigd"
    ]
    assert await list_geschiedenis(conn, mensen.vreemde_planner, *about) == []


async def test_an_edit_that_changes_nothing_writes_nothing(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    assert await edit(conn, regio, clock, 1) == ()
    assert (await current(conn, regio))[0] == 1
    assert await conn.fetchval("select count(*) from gebeurtenissen") == 0


async def test_an_old_version_is_refused_and_nothing_changes(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await edit(conn, regio, clock, 1, taal=1)
    with pytest.raises(StaleVersion):
        await edit(conn, regio, clock, 1, taal=2)
    assert (await current(conn, regio))[1].taal == 1


async def test_a_stranger_edits_nobody(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    versie, now = await current(conn, regio)
    for stranger in (regio.vreemd, regio.werkgever):
        with pytest.raises(NotFound):
            await service.edit_profiel(
                conn,
                stranger,
                clock=clock,
                kandidaat_id=regio.kandidaten[0],
                versie=versie,
                wijziging=replace(now, taal=1),
            )
    assert (await current(conn, regio)) == (versie, now)


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"pc4": "9999"}, "pc4", "kennen wij niet"),
        ({"pc4": "6811"}, "pc4", "Arnhem ligt buiten deze regio"),
        ({"minuten_min": 1200, "minuten_max": 600}, "minuten_max", "lager dan"),
        ({"van": date(2027, 5, 1), "tot": date(2027, 5, 1)}, "tot", "voor de eerste dag"),
        ({"voorwaarden": ("geld",)}, "voorwaarden", "keuze uit de lijst"),
        ({"sectorwensen": ("ruimtevaart",)}, "sectorwensen", "keuze uit de lijst"),
        ({"sectorwensen": ("groen", "zorg", "groen")}, "sectorwensen", "elke mogelijkheid één keer"),
        ({"vormen": ("slavernij",)}, "vormen", "keuze uit de lijst"),
        ({"gewenst": (2**40,)}, "gewenst", "keuze uit de lijst"),
    ],
)
async def test_what_does_not_go_together_is_said_at_its_field(
    conn: Connection, clock: FixedClock, change: dict[str, object], field: str, words: str
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    with pytest.raises(InvalidInput) as refused:
        await edit(conn, regio, clock, 1, **change)
    assert list(refused.value.fields) == [field]
    assert words in refused.value.fields[field]


async def test_all_that_is_wrong_is_said_at_once(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    with pytest.raises(InvalidInput) as refused:
        await edit(conn, regio, clock, 1, pc4="9999", minuten_min=1200, minuten_max=600, vormen=("onzin",))
    assert set(refused.value.fields) == {"pc4", "minuten_max", "vormen"}


async def test_wishes_are_kept_in_their_order(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    one, two = details.werkprocessen
    change: dict[str, object] = {
        "gewenst": (two, one),
        "sectorwensen": ("zorg", "groen"),
        "vormen": ("behoud_uitkering", "proefplaatsing"),
        "niveau_geschat": 2,
    }
    assert await edit(conn, regio, clock, 1, **change) == tuple(change)
    _, now = await current(conn, regio)
    assert (now.gewenst, now.sectorwensen, now.vormen, now.niveau_geschat) == (
        (one, two),
        ("zorg", "groen"),
        ("behoud_uitkering", "proefplaatsing"),
        2,
    )
    turned: dict[str, object] = {"sectorwensen": ("groen", "zorg"), "gewenst": (one, two)}
    assert await edit(conn, regio, clock, 2, **turned) == ("sectorwensen",)
    assert await edit(conn, regio, clock, 3, gewenst=(), sectorwensen=()) == ("gewenst", "sectorwensen")
    _, now = await current(conn, regio)
    assert (now.gewenst, now.sectorwensen) == ((), ())


async def test_what_somebody_can_do_already_is_no_wish_and_stays(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    one, two = (await add_details(conn, regio)).werkprocessen
    await conn.execute("reset role")
    await conn.execute(
        "insert into kandidaat_werkprocessen values ($1, $2, 'bewezen')", regio.kandidaten[0], two
    )
    await conn.execute("set local role app_ongebonden")
    with pytest.raises(InvalidInput):
        await edit(conn, regio, clock, 1, gewenst=(one, two))
    assert await edit(conn, regio, clock, 1, gewenst=()) == ("gewenst",)
    profiel = await get_kandidaat(conn, regio.eigen, regio.kandidaten[0])
    assert profiel is not None
    assert profiel.with_stand(Stand.BEWEZEN) == (two,)


async def test_internal_days_leave_fewer_days_for_a_plek(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute(
        "update kandidaten set interne_dagen = 3, dagdelen = 3 where id = $1", regio.kandidaten[0]
    )
    await conn.execute("set local role app_ongebonden")
    with pytest.raises(InvalidInput, match="goed ingevuld") as refused:
        await edit(conn, regio, clock, 1, dagdelen=0b1_1111)
    assert "Kies hooguit 2 dagen" in refused.value.fields["dagdelen"]
    assert await edit(conn, regio, clock, 1, dagdelen=0b1111) == ("dagdelen",)
    with pytest.raises(InvalidInput):
        await edit(conn, regio, clock, 2, interne_dagen=4)
    assert await edit(conn, regio, clock, 2, interne_dagen=0, fase=Fase.REGULIER) == ("interne_dagen", "fase")


async def test_travelling_less_is_recorded_with_its_reason(conn: Connection, clock: FixedClock) -> None:
    regio = await make_regio(conn)
    kandidaat_id = regio.kandidaten[0]
    assert await service.limit_reistijd(
        conn, regio.eigen, clock=clock, kandidaat_id=kandidaat_id, minuten=30, reden="te ver"
    )
    assert not await service.limit_reistijd(
        conn, regio.eigen, clock=clock, kandidaat_id=kandidaat_id, minuten=45, reden="te ver"
    )
    assert (await current(conn, regio))[1].max_reistijd == 30
    with pytest.raises(NotFound):
        await service.limit_reistijd(
            conn, regio.vreemd, clock=clock, kandidaat_id=kandidaat_id, minuten=10, reden="te ver"
        )


async def test_the_order_of_conditions_is_no_change(conn: Connection) -> None:
    regio = await make_regio(conn)
    profiel = await get_kandidaat(conn, regio.eigen, regio.kandidaten[0])
    assert profiel is not None
    two = replace(profiel, voorwaarden=("a", "b"))
    assert changed_fields(two, replace(editable(two), voorwaarden=("b", "a"))) == ()


@pytest.mark.parametrize("need", [(300,), (300, 300, 120), (300, 240, 240, 60), (0,)])
def test_steps_say_the_need_and_give_it_back_up_to_its_last_change(need: tuple[int, ...]) -> None:
    back = weeks_of(steps_of(need))
    assert back == need[: len(back)]
    assert set(need[len(back) :]) <= {back[-1]}


def test_steps_name_the_weeks_in_which_the_need_changes() -> None:
    assert steps_of((300, 300, 120)) == (Stap(1, 300), Stap(3, 120))
    assert weeks_of((Stap(1, 300), Stap(3, 120))) == (300, 300, 120)


async def test_praktijkleren_is_for_another_kwalificatie_of_the_catalogue(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    assert await edit(conn, regio, clock, 1, crebo=25258) == ("crebo",)
    versie, now = await current(conn, regio)
    assert (versie, now.crebo) == (2, 25258)
    await conn.execute("reset role")
    await conn.execute("update kandidaten set praktijkleren = true where id = $1", regio.kandidaten[0])
    await conn.execute("set local role app_ongebonden")
    for crebo, words in ((None, "altijd voor een kwalificatie"), (99999, "keuze uit de lijst")):
        with pytest.raises(InvalidInput) as refused:
            await edit(conn, regio, clock, 2, crebo=crebo)
        assert words in refused.value.fields["crebo"]
    await conn.execute("reset role")
    await conn.execute("update kwalificaties set geldig = '[2015-08-01,2026-08-01)'")
    await conn.execute("set local role app_ongebonden")
    assert await edit(conn, regio, clock, 2, crebo=25258) == ()


async def test_who_only_reads_sends_no_edit_not_even_one_without_a_change(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    reader = (await add_mensen(conn, regio)).coordinator
    versie, now = await current(conn, regio)
    with pytest.raises(Forbidden):
        await service.edit_profiel(
            conn, reader, clock=clock, kandidaat_id=regio.kandidaten[0], versie=versie, wijziging=now
        )
