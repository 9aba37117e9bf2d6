"""The question of a run says what is free, what is held, what is forbidden, and never who somebody is."""

import json
from datetime import date, timedelta

import pytest

from marketplace.bezetting import service as bezetting
from marketplace.bezetting.model import Verblijf
from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.matching.instance import load_opgave
from marketplace.matching.opgave import MOST_WEKEN, NotPlannable, Opgave
from marketplace.regios.model import KINDS
from marketplace.regios.waarden import GETAL
from marketplace.voorstellen import afwijzing, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel
from solver.budget import Budget
from solver.matching.codec import encode_instance
from solver.matching.instance import Paar
from solver.matching.solve import solve
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import BELEID, REGIO, WEEK0, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def voorstel(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Voorstel:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    return await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))


async def load(conn: Connection, clock: FixedClock) -> Opgave:
    return await load_opgave(conn, REGIO, clock.today())


async def discuss(conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel) -> Voorstel:
    return await service.discuss(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        ja_op=clock.today(),
    )


async def test_kandidaten_wait_since_they_could_be_matched_until_the_day_of_asking(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    instance = (await load(conn, clock)).instance
    assert [each.id for each in instance.kandidaten] == list(regio.kandidaten)
    assert [each.wachtweken for each in instance.kandidaten] == [9, 19, 29]
    instance = (await load_opgave(conn, REGIO, clock.today() + timedelta(days=3))).instance
    assert [each.wachtweken for each in instance.kandidaten] == [10, 20, 30]


async def test_every_week_of_every_possible_stay_lies_in_the_horizon(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("update kandidaten set weken = 30 where id = $1", regio.kandidaten[0])
    instance = (await load(conn, clock)).instance
    assert instance.beleid.startweken == (0, 1, 2, 3)
    assert instance.weken == 33


async def test_others_take_plaatsen_and_minutes(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "insert into bezetting select $1, $2, praktijkopleider_id, $3, 200, 'eigen_werkplek'"
        " from leerwerkplek_praktijkopleiders where leerwerkplek_id = $2",
        regio.kandidaten[2],
        regio.plekken[1],
        WEEK0 + timedelta(weeks=1),
    )
    instance = (await load(conn, clock)).instance
    plek = instance.plekken[1]
    assert plek.plaatsen[:3] == (2, 1, 2)
    assert instance.praktijkopleiders[0].minuten[:3] == (360, 160, 360)


async def test_a_voorstel_with_a_yes_is_held_without_a_week(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    assert (await load(conn, clock)).instance.vast == ()
    await discuss(conn, regio, clock, voorstel)
    held = Paar(kandidaat=regio.kandidaten[0], plek=regio.plekken[0])
    assert (await load(conn, clock)).instance.vast == (held,)


async def test_a_reserved_stay_is_held_in_its_week_and_leaves_its_own_plaats_free(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0), startweek=WEEK0 + timedelta(weeks=2))
    voorstel = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))
    discussed = await discuss(conn, regio, clock, voorstel)
    await service.accept(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=discussed.versie,
        startweek=WEEK0 + timedelta(weeks=2),
    )
    instance = (await load(conn, clock)).instance
    assert instance.vast == (Paar(kandidaat=regio.kandidaten[0], plek=regio.plekken[0], startweek=2),)
    assert set(instance.plekken[0].plaatsen) == {1}
    assert set(instance.praktijkopleiders[0].minuten) == {360}


async def test_a_reserved_stay_that_has_begun_takes_its_plaats_and_no_longer_plans(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    discussed = await discuss(conn, regio, clock, voorstel)
    await service.accept(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=discussed.versie,
        startweek=WEEK0,
    )
    opgave = await load_opgave(conn, REGIO, WEEK0 + timedelta(days=2))
    assert regio.kandidaten[0] not in {each.id for each in opgave.instance.kandidaten}
    assert opgave.instance.vast == ()
    assert opgave.instance.plekken[0].plaatsen[:6] == (0, 0, 0, 0, 0, 1)


async def test_a_pin_holds_until_its_date(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await service.pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        reden="Kent de werkgever.",
        tot=date(2026, 12, 1),
        startweek=WEEK0 + timedelta(weeks=1),
        uiterlijk=date(2027, 1, 1),
    )
    held = Paar(kandidaat=regio.kandidaten[0], plek=regio.plekken[0], startweek=1)
    assert (await load(conn, clock)).instance.vast == (held,)
    assert (await load_opgave(conn, REGIO, date(2026, 12, 1))).instance.vast == ()


async def test_a_rejected_pair_is_forbidden(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await afwijzing.reject(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        afwijzing=Afwijzing(reden="nu_niet"),
    )
    instance = (await load(conn, clock)).instance
    assert instance.verboden == {(regio.kandidaten[0], regio.plekken[0])}
    assert instance.vorige == ()


async def test_a_forbidden_vestiging_forbids_all_its_plekken(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await afwijzing.reject(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        afwijzing=Afwijzing(reden="niet_dit_bedrijf"),
    )
    instance = (await load(conn, clock)).instance
    assert instance.verboden == {(regio.kandidaten[0], plek) for plek in regio.plekken}


async def test_the_plan_before_is_stayed_near(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    assert voorstel.kandidaat_id == regio.kandidaten[0]
    instance = (await load(conn, clock)).instance
    assert instance.vorige == (Paar(kandidaat=regio.kandidaten[0], plek=regio.plekken[0], startweek=0),)


async def test_a_held_plek_that_closed_is_said(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await discuss(conn, regio, clock, voorstel)
    await conn.execute("update leerwerkplekken set status = 'gesloten' where id = $1", regio.plekken[0])
    with pytest.raises(NotPlannable) as refusal:
        await load(conn, clock)
    assert refusal.value.sentence == (
        f"Kandidaat {{kandidaat:{regio.kandidaten[0]}}} staat vast op plek {{plek:{regio.plekken[0]}}}, "
        "maar de plek is dicht. Zet het voorstel een stap terug, wijs het af of maak het los."
    )


async def test_every_held_pairing_that_cannot_be_is_said(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 1), (1, 1))
    for number in (0, 1):
        voorstel_id = await voorstel_of(conn, regio, plan, number)
        await discuss(conn, regio, clock, await service.visible_voorstel(conn, regio.eigen, voorstel_id))
    await conn.execute(
        "update kandidaten set periode = '[2026-11-01,2026-12-01)' where id = any($1::bigint[])",
        list(regio.kandidaten[:2]),
    )
    with pytest.raises(NotPlannable) as refusal:
        await load(conn, clock)
    assert refusal.value.sentence.count("maar de kandidaat kan niet lang genoeg meer.") == 2


async def test_someone_whose_period_is_over_is_set_aside(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await conn.execute(
        "update kandidaten set periode = '[2026-11-01,2026-12-01)' where id = $1", regio.kandidaten[1]
    )
    opgave = await load(conn, clock)
    assert opgave.zonder_periode == (regio.kandidaten[1],)
    assert len(opgave.instance.kandidaten) == 2


async def test_nothing_open_is_refused_in_words(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    assert regio.plekken
    await conn.execute("update leerwerkplekken set status = 'gesloten'")
    with pytest.raises(NotPlannable, match="geen gepubliceerde leerwerkplekken"):
        await load(conn, clock)


async def test_the_question_holds_nothing_that_says_who_somebody_is(
    seeded_conn: Connection, vandaag: date
) -> None:
    text = json.dumps(encode_instance((await load_opgave(seeded_conn, "AM09", vandaag)).instance))
    await seeded_conn.execute("reset role")
    personal = await seeded_conn.fetch(
        """
        select naam as woord from persoonsgegevens union all select email from persoonsgegevens
        union all select telefoon from persoonsgegevens
        union all select geboortedatum::text from persoonsgegevens
        union all select kenmerk from kandidaten union all select pc4 from kandidaten
        union all select code from doelgroepen union all select naam from praktijkopleiders
        union all select naam from organisaties union all select nullif(toelichting, '') from kandidaten
        """
    )
    words = {row["woord"] for row in personal if row["woord"]}
    assert len(words) > 500
    assert [word for word in words if f'"{word}"' in text or (len(word) > 6 and word in text)] == []
    keys = set(json.loads(text)["kandidaten"][0])
    assert not keys & {"naam", "geboortedatum", "geslacht", "doelgroepen", "pc4", "email", "kenmerk"}


async def test_the_reservation_and_the_question_use_the_same_weeks(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 1))
    stay = Verblijf(
        voorstel_id=await voorstel_of(conn, regio, plan, 0),
        kandidaat_id=regio.kandidaten[0],
        leerwerkplek_id=regio.plekken[1],
        startweek=WEEK0,
        weken=6,
    )
    await bezetting.reserve(conn, stay)
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'lopend' where id = $1", regio.kandidaten[0])
    await conn.execute("set local role app_ongebonden")
    instance = (await load(conn, clock)).instance
    assert instance.praktijkopleiders[0].minuten[:7] == (60, 240, 240, 240, 240, 240, 360)


FAR = {(sleutel, GETAL.most) for sleutel in ("startweken_om_de", "startweken_aantal", "horizon_weken")}
NUMBERS = {(key, each) for key, kind in KINDS.items() if kind is int for each in (0, GETAL.most)}


@pytest.mark.parametrize(("sleutel", "waarde"), sorted(NUMBERS - FAR))
async def test_any_number_of_a_policy_gives_a_plan(
    conn: Connection, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, sleutel: str, waarde: int
) -> None:
    monkeypatch.setitem(BELEID, sleutel, waarde)
    await make_regio(conn)
    result = solve((await load(conn, clock)).instance, Budget(seconds=0))
    assert result.solution is not None


@pytest.mark.parametrize(("sleutel", "waarde"), sorted(FAR | {("horizon_weken", MOST_WEKEN + 1)}))
async def test_a_policy_that_looks_too_far_ahead_is_refused_in_a_sentence(
    conn: Connection, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, sleutel: str, waarde: int
) -> None:
    monkeypatch.setitem(BELEID, sleutel, waarde)
    await make_regio(conn)
    with pytest.raises(NotPlannable, match=f"hooguit {MOST_WEKEN} weken vooruit"):
        await load(conn, clock)
