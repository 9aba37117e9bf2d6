"""The SQL of what deelnemers tell of a block: with a link, by a function that asks for it, or by mouth."""

from dataclasses import dataclass
from datetime import date, datetime

from marketplace.clock import AMSTERDAM
from marketplace.db import Connection
from marketplace.roulatie.model import TO_FRIDAY
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, LEEST_REGIO


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What somebody tells: `gezicht` from 1, the happiest, to 4; the others 1 yes, 2 in between, 3 no."""

    gezicht: int
    geleerd: int
    blijven: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GelinktBlok:
    """The block that a link is about; it takes an answer from `geldig_vanaf` on. Nobody's name."""

    roulatie: str
    van: date
    tot: date
    organisatie: str
    plaats: str
    kort: str
    kleur: int
    geldig_vanaf: datetime

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.tot - TO_FRIDAY

    @property
    def antwoord_vanaf(self) -> date:
        """The first day on which it takes an answer."""
        return self.geldig_vanaf.astimezone(AMSTERDAM).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class GegevenTerugblik:
    """To what a link was used."""

    link_id: int
    roulatie_id: int
    regio_code: str
    blok_id: int


async def get_gelinkt_blok(conn: Connection, token_hash: bytes, now: datetime) -> GelinktBlok | None:
    """The block of a live link of which nothing was told yet; None for any other."""
    row = await conn.fetchrow(
        """
        select roulatie, van, tot, organisatie, plaats, kort, kleur, geldig_vanaf
        from terugblik_bij_link($1, $2)
        """,
        token_hash,
        now,
    )
    return None if row is None else GelinktBlok(**dict(row))


async def answer_with_link(
    conn: Connection, token_hash: bytes, now: datetime, antwoord: Antwoord
) -> GegevenTerugblik | None:
    """Use a link up with an answer; None when it is not live, or not yet."""
    row = await conn.fetchrow(
        """
        select link_id, roulatie_id, regio_code, blok_id
        from geef_terugblik_met_link($1, $2, $3, $4, $5)
        """,
        token_hash,
        now,
        antwoord.gezicht,
        antwoord.geleerd,
        antwoord.blijven,
    )
    return None if row is None else GegevenTerugblik(**dict(row))


async def put_verteld(
    conn: Connection,
    actor: Actor,
    *,
    roulatie_id: int,
    kandidaat_id: int,
    blok_id: int,
    plek_id: int,
    antwoord: Antwoord,
    now: datetime,
) -> bool:
    """Write down what somebody told by mouth, over what was written down before; False over an own answer."""
    written = await conn.fetchval(
        """
        insert into roulatie_terugblikken as verteld
            (roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, gezicht, geleerd, blijven, gegeven_op,
             vastgelegd_door)
        select roulatie.id, $3, $4, $5, $6, $7, $8, $9, $10 from roulaties roulatie
        where roulatie.id = $2 and roulatie.regio_code = any($1::text[])
        on conflict (roulatie_id, kandidaat_id, blok_id) do update
            set leerwerkplek_id = excluded.leerwerkplek_id, gezicht = excluded.gezicht,
                geleerd = excluded.geleerd, blijven = excluded.blijven, gegeven_op = excluded.gegeven_op,
                vastgelegd_door = excluded.vastgelegd_door
            where verteld.vastgelegd_door is not null
        returning blok_id
        """,
        list(actor.regios_als(*BESLIST)),
        roulatie_id,
        kandidaat_id,
        blok_id,
        plek_id,
        antwoord.gezicht,
        antwoord.geleerd,
        antwoord.blijven,
        now,
        actor.account_id,
    )
    return written is not None


async def list_zelf_verteld(conn: Connection, actor: Actor, roulatie_id: int) -> set[tuple[int, int]]:
    """Who (kandidaat, blok) answered with the link."""
    rows = await conn.fetch(
        """
        select verteld.kandidaat_id, verteld.blok_id from roulatie_terugblikken verteld
        join roulaties roulatie on roulatie.id = verteld.roulatie_id
        where roulatie.id = $2 and roulatie.regio_code = any($1::text[]) and verteld.vastgelegd_door is null
        """,
        list(actor.regios_als(*LEEST_REGIO)),
        roulatie_id,
    )
    return {(row["kandidaat_id"], row["blok_id"]) for row in rows}
