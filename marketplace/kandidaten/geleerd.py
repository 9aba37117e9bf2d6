"""What a person has practised and proven: the one verb that writes it."""

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, StaleVersion
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.kandidaten.vastleggen import record_kandidaat
from marketplace.kandidaten.zicht import BINNEN, decides
from marketplace.toegang.model import Actor

TWICE = "Een werkproces is geoefend of bewezen, niet allebei. Laat het op één plek staan."


async def record_geleerd(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    kandidaat_id: int,
    versie: int,
    geoefend: tuple[int, ...],
    bewezen: tuple[int, ...],
) -> None:
    """Write what a person has learned; what stood among the wishes is none from then on.

    Raises InvalidInput with fields, StaleVersion when it is another by now or not the actor's to decide.
    """
    profiel = await visible_kandidaat(conn, actor, kandidaat_id)
    if set(geoefend) & set(bewezen):
        raise InvalidInput(fields={"bewezen": TWICE})
    if not await _update_versie(conn, actor, kandidaat_id, versie):
        raise StaleVersion
    await _replace_geleerd(conn, kandidaat_id, geoefend, bewezen)
    await record_kandidaat(
        conn,
        actor,
        clock,
        profiel,
        "werkprocessen_vastgelegd",
        gegevens={"velden": _changes(profiel, {Stand.GEOEFEND: geoefend, Stand.BEWEZEN: bewezen})},
    )


def _changes(profiel: KandidaatProfiel, after: dict[Stand, tuple[int, ...]]) -> dict[str, list[list[int]]]:
    """What was and is learned, where that differs."""
    return {
        stand.value: [sorted(profiel.with_stand(stand)), sorted(ids)]
        for stand, ids in after.items()
        if set(profiel.with_stand(stand)) != set(ids)
    }


async def _update_versie(conn: Connection, actor: Actor, kandidaat_id: int, versie: int) -> bool:
    """Take the next version; False when it is another by now or the person is not the actor's."""
    updated = await conn.fetchval(
        f"""
        update kandidaten kandidaat set versie = versie + 1
        where {BINNEN} and kandidaat.id = $4 and kandidaat.versie = $5 returning kandidaat.id
        """,  # noqa: S608 (a condition of our own)
        *decides(actor).arguments,
        kandidaat_id,
        versie,
    )
    return updated is not None


async def _replace_geleerd(
    conn: Connection, kandidaat_id: int, geoefend: tuple[int, ...], bewezen: tuple[int, ...]
) -> None:
    """Write what was learned over what stood there of these werkprocessen."""
    await conn.execute(
        """
        delete from kandidaat_werkprocessen
        where kandidaat_id = $1 and (stand <> 'gewenst' or werkproces_id = any($2::bigint[]))
        """,
        kandidaat_id,
        [*geoefend, *bewezen],
    )
    for stand, ids in ((Stand.GEOEFEND, geoefend), (Stand.BEWEZEN, bewezen)):
        await conn.execute(
            """
            insert into kandidaat_werkprocessen (kandidaat_id, werkproces_id, stand)
            select $1, unnest($2::bigint[]), $3
            """,
            kandidaat_id,
            list(ids),
            stand,
        )
