"""A rejection has a coded reason and leaves behind what the next run respects."""

import pytest

from marketplace.bezetting.queries import list_bezetting
from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.kandidaten.queries import get_kandidaat
from marketplace.kandidaten.uitsluitingen import list_regio_uitsluitingen
from marketplace.voorstellen import afwijzing, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel, VoorstelStatus
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, WEEK0, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def voorstel(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Voorstel:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    return await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))


async def reject(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, answer: Afwijzing
) -> Voorstel:
    return await afwijzing.reject(
        conn, regio.eigen, clock=clock, voorstel_id=voorstel.id, versie=voorstel.versie, afwijzing=answer
    )


async def test_never_this_pair_becomes_an_uitsluiting_of_the_plek(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    after = await reject(conn, regio, clock, voorstel, Afwijzing(reden="ander_werk"))
    assert (after.status, after.afwijsreden) == (VoorstelStatus.AFGEWEZEN, "De kandidaat wil ander werk.")
    (left,) = await list_regio_uitsluitingen(conn, REGIO)
    assert (left.kandidaat_id, left.leerwerkplek_id) == (regio.kandidaten[0], regio.plekken[0])


async def test_not_this_firm_becomes_an_uitsluiting_of_the_vestiging(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await reject(conn, regio, clock, voorstel, Afwijzing(reden="niet_dit_bedrijf"))
    (left,) = await list_regio_uitsluitingen(conn, REGIO)
    assert (left.leerwerkplek_id, left.vestiging_id) == (None, regio.vestiging)


@pytest.mark.parametrize(("filled", "expected"), [(None, 35), (25, 25)])
async def test_too_far_makes_the_way_shorter(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    voorstel: Voorstel,
    filled: int | None,
    expected: int,
) -> None:
    await reject(conn, regio, clock, voorstel, Afwijzing(reden="te_ver", max_reistijd=filled))
    profiel = await get_kandidaat(conn, regio.eigen, regio.kandidaten[0])
    assert profiel is not None
    assert profiel.max_reistijd == expected


@pytest.mark.parametrize("minuten", [40, 45])
async def test_too_far_must_be_shorter_than_the_way_to_this_plek(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, minuten: int
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await reject(conn, regio, clock, voorstel, Afwijzing(reden="te_ver", max_reistijd=minuten))
    assert refusal.value.fields == {"max_reistijd": "De reis naar deze plek duurt 40 minuten. Vul minder in."}


async def test_an_unknown_reason_is_refused_at_its_field(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await reject(conn, regio, clock, voorstel, Afwijzing(reden="zomaar"))
    assert list(refusal.value.fields) == ["reden"]


async def test_a_rejection_after_akkoord_frees_the_plaats(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    discussed = await service.discuss(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        ja_op=clock.today(),
    )
    agreed = await service.accept(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=discussed.versie,
        startweek=WEEK0,
    )
    await reject(conn, regio, clock, agreed, Afwijzing(reden="nu_niet"))
    assert await list_bezetting(conn, REGIO, WEEK0) == []


async def test_reopening_takes_the_uitsluiting_back(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    rejected = await reject(conn, regio, clock, voorstel, Afwijzing(reden="ander_werk"))
    after = await afwijzing.reopen(
        conn, regio.eigen, clock=clock, voorstel_id=rejected.id, versie=rejected.versie
    )
    assert (after.status, after.afwijsreden) == (VoorstelStatus.VOORGESTELD, None)
    assert await list_regio_uitsluitingen(conn, REGIO) == []


@pytest.mark.parametrize(("edited", "expected"), [(False, None), (True, 25)])
async def test_reopening_gives_the_reistijd_back_unless_the_profile_changed_since(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    voorstel: Voorstel,
    *,
    edited: bool,
    expected: int | None,
) -> None:
    before = await get_kandidaat(conn, regio.eigen, voorstel.kandidaat_id)
    rejected = await reject(conn, regio, clock, voorstel, Afwijzing(reden="te_ver", max_reistijd=20))
    if edited:
        await conn.execute("update kandidaten set max_reistijd = 25 where id = $1", voorstel.kandidaat_id)
    await afwijzing.reopen(conn, regio.eigen, clock=clock, voorstel_id=rejected.id, versie=rejected.versie)
    after = await get_kandidaat(conn, regio.eigen, voorstel.kandidaat_id)
    assert before is not None
    assert after is not None
    assert after.max_reistijd == (expected or before.max_reistijd)


async def test_a_rejected_voorstel_stays_rejected_in_a_next_plan(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await reject(conn, regio, clock, voorstel, Afwijzing(reden="nu_niet"))
    await keep_plan(conn, regio, clock, (0, 0))
    after = await service.visible_voorstel(conn, regio.eigen, voorstel.id)
    assert after.status is VoorstelStatus.AFGEWEZEN


async def test_too_far_asks_how_far_when_the_plan_does_not_say(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await conn.execute("reset role")
    await conn.execute("update plan_voorstellen set uitleg = '{}'")
    with pytest.raises(InvalidInput) as refusal:
        await reject(conn, regio, clock, voorstel, Afwijzing(reden="te_ver"))
    assert list(refusal.value.fields) == ["max_reistijd"]


async def test_a_rejection_is_given_once(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    rejected = await reject(conn, regio, clock, voorstel, Afwijzing(reden="nu_niet"))
    with pytest.raises(service.WrongStep, match="al afgewezen"):
        await reject(conn, regio, clock, rejected, Afwijzing(reden="nu_niet"))


async def test_reopening_works_when_the_uitsluiting_was_withdrawn_already(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    rejected = await reject(conn, regio, clock, voorstel, Afwijzing(reden="ander_werk"))
    await conn.execute("update uitsluitingen set ingetrokken_op = sinds")
    after = await afwijzing.reopen(
        conn, regio.eigen, clock=clock, voorstel_id=rejected.id, versie=rejected.versie
    )
    assert after.status is VoorstelStatus.VOORGESTELD
