"""The verbs on an erkenning and their SQL: record, change its end or limits, take back what a file made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.organisaties.model import Erkenning, Vestiging
from marketplace.organisaties.queries import list_erkenningen
from marketplace.organisaties.vastleggen import Bij, expect_within, record, refused_at
from marketplace.organisaties.vestiging import visible_vestiging
from marketplace.organisaties.wijziging import ErkenningEdit, NewErkenning, changes
from marketplace.organisaties.zicht import editors_of_erkenningen, readers
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BEHEERT_ERKENNINGEN

VOOR = "De laatste dag ligt voor de eerste dag."


async def visible_erkenning(conn: Connection, actor: Actor, erkenning_id: int) -> tuple[Vestiging, Erkenning]:
    """The erkenning and its vestiging; raises NotFound for a stranger."""
    vestiging_id = await conn.fetchval(
        """
        select erkenning.vestiging_id from erkenningen erkenning
        join vestigingen vestiging on vestiging.id = erkenning.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and erkenning.id = $3
        """,
        *readers(actor),
        erkenning_id,
    )
    if vestiging_id is None:
        raise NotFound
    erkenningen = await list_erkenningen(conn, [vestiging_id])
    vestiging = await visible_vestiging(conn, actor, vestiging_id)
    return vestiging, next(each for each in erkenningen if each.id == erkenning_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aflopend:
    """An erkenning that ends, with whose it is; `tot` is the first day without."""

    organisatie_id: int
    organisatie: str
    kwalificatie: str
    tot: date


async def list_aflopend(conn: Connection, actor: Actor, van: date, tot: date) -> list[Aflopend]:
    """The erkenningen that the actor records, that end in [van, tot) with no other after; soonest first."""
    rows = await conn.fetch(
        """
        select organisatie.id as organisatie_id, organisatie.naam as organisatie,
               kwalificatie.naam as kwalificatie, upper(erkenning.periode) as tot
        from erkenningen erkenning
        join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
        join vestigingen vestiging on vestiging.id = erkenning.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and upper(erkenning.periode) >= $3 and upper(erkenning.periode) < $4
          and not exists (
              select from erkenningen later
              where later.vestiging_id = erkenning.vestiging_id and later.crebo = erkenning.crebo
                and later.periode @> upper(erkenning.periode))
        order by tot, organisatie.naam, kwalificatie.naam
        """,
        *editors_of_erkenningen(actor),
        van,
        tot,
    )
    return [Aflopend(**dict(row)) for row in rows]


async def list_limits(conn: Connection, crebo: int) -> list[tuple[int, str, str]]:
    """Id, plain words and code of each werkproces to which an erkenning for a crebo can be limited."""
    rows = await conn.fetch(
        """
        select werkproces.id, werkproces.uitleg, werkproces.code
        from kwalificaties kwalificatie
        join werkprocessen werkproces
          on werkproces.crebo = kwalificatie.crebo
          or (werkproces.crebo is null and werkproces.dossier_crebo = kwalificatie.dossier_crebo)
        where kwalificatie.crebo = $1
        order by werkproces.code
        """,
        crebo,
    )
    return [(row["id"], row["uitleg"], row["code"]) for row in rows]


def edit_of(erkenning: Erkenning) -> ErkenningEdit:
    """What can change of an erkenning, as it is."""
    return ErkenningEdit(
        tot=erkenning.tot,
        werkprocessen=tuple(sorted(erkenning.werkprocessen or ())),
        gecontroleerd_op=erkenning.gecontroleerd_op,
    )


async def create_erkenning(
    conn: Connection, actor: Actor, *, clock: Clock, vestiging_id: int, new: NewErkenning
) -> int:
    """Record an erkenning of a vestiging and return its id; raises InvalidInput, NotFound or Forbidden."""
    vestiging = await visible_vestiging(conn, actor, vestiging_id)
    bij = Bij(vestiging.organisatie_id, vestiging.regio_code)
    expect_within(editors_of_erkenningen(actor), bij, BEHEERT_ERKENNINGEN)
    limits = await list_limits(conn, new.crebo)
    wrong = _wrong_with(new, limits, clock)
    if not await conn.fetchval("select exists (select from kwalificaties where crebo = $1)", new.crebo):
        wrong["crebo"] = "Maak een keuze uit de lijst."
    if new.tot is not None and new.tot <= new.van:
        wrong["tot"] = VOOR
    if wrong:
        raise InvalidInput(fields=wrong)
    async with refused_at(conn, erkenning_een_tegelijk="crebo"):
        erkenning_id: int = await conn.fetchval(
            """
            insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
            values ($1, $2, daterange($3, $4), $5) returning id
            """,
            vestiging_id,
            new.crebo,
            new.van,
            new.tot,
            new.gecontroleerd_op,
        )
        await _replace_limits(conn, erkenning_id, new.werkprocessen)
    gegevens = {"crebo": new.crebo, "vestiging": vestiging.naam}
    await record(
        conn,
        actor,
        clock,
        bij,
        "erkenning_toegevoegd",
        onderwerp="erkenning",
        onderwerp_id=erkenning_id,
        gegevens=gegevens,
    )
    return erkenning_id


async def edit_erkenning(
    conn: Connection,
    actor: Actor,
    *,
    clock: Clock,
    erkenning_id: int,
    versie: int,
    edit: ErkenningEdit,
    reden: str | None = None,
) -> None:
    """Write another end, other limits or a new check over this version.

    Raises InvalidInput, StaleVersion, NotFound or Forbidden.
    """
    vestiging, now = await visible_erkenning(conn, actor, erkenning_id)
    bij = Bij(vestiging.organisatie_id, vestiging.regio_code)
    expect_within(editors_of_erkenningen(actor), bij, BEHEERT_ERKENNINGEN)
    limits = await list_limits(conn, now.crebo)
    wrong = _wrong_with(edit, limits, clock)
    if edit.tot is not None and edit.tot <= now.van:
        wrong["tot"] = VOOR
    if wrong:
        raise InvalidInput(fields=wrong)
    async with refused_at(conn, erkenning_een_tegelijk="tot"):
        written = await conn.fetchval(
            """
            update erkenningen erkenning set periode = daterange(lower(erkenning.periode), $5),
                gecontroleerd_op = $6, versie = erkenning.versie + 1
            from vestigingen vestiging
            join organisaties organisatie on organisatie.id = vestiging.organisatie_id
            where vestiging.id = erkenning.vestiging_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and erkenning.id = $3 and erkenning.versie = $4
            returning erkenning.id
            """,
            *editors_of_erkenningen(actor),
            erkenning_id,
            versie,
            edit.tot,
            edit.gecontroleerd_op,
        )
        if written is not None:
            await _replace_limits(conn, erkenning_id, edit.werkprocessen)
    if written is None:
        raise StaleVersion
    await record(
        conn,
        actor,
        clock,
        bij,
        "erkenning_gewijzigd",
        onderwerp="erkenning",
        onderwerp_id=erkenning_id,
        reden=reden,
        gegevens={"velden": _said(changes(edit_of(now), edit), edit_of(now), edit, limits)},
    )


async def take_back_erkenning(
    conn: Connection, actor: Actor, *, clock: Clock, erkenning_id: int, versie: int
) -> None:
    """Remove an erkenning that the file made which is being undone.

    Raises Conflict for any other and where something was promised, StaleVersion, NotFound or Forbidden.
    """
    vestiging, now = await visible_erkenning(conn, actor, erkenning_id)
    bij = Bij(vestiging.organisatie_id, vestiging.regio_code)
    expect_within(editors_of_erkenningen(actor), bij, BEHEERT_ERKENNINGEN)
    async with refused_at(conn):
        removed = await conn.fetchval(
            """
            delete from erkenningen erkenning using vestigingen vestiging
            join organisaties organisatie on organisatie.id = vestiging.organisatie_id
            where vestiging.id = erkenning.vestiging_id
              and (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
              and erkenning.id = $3 and erkenning.versie = $4
            returning erkenning.id
            """,
            *editors_of_erkenningen(actor),
            erkenning_id,
            versie,
        )
    if removed is None:
        raise StaleVersion
    await record(
        conn,
        actor,
        clock,
        bij,
        "erkenning_teruggenomen",
        onderwerp="erkenning",
        onderwerp_id=erkenning_id,
        gegevens={"crebo": now.crebo, "vestiging": vestiging.naam},
    )


def _wrong_with(
    given: NewErkenning | ErkenningEdit, limits: Sequence[tuple[int, str, str]], clock: Clock
) -> dict[str, str]:
    """What is wrong with the limits or the day of the check."""
    wrong: dict[str, str] = {}
    if not {each for each, _, _ in limits}.issuperset(given.werkprocessen):
        wrong["werkprocessen"] = "Kies alleen werk dat bij deze kwalificatie hoort."
    if given.gecontroleerd_op > clock.today():
        wrong["gecontroleerd_op"] = "Deze dag is nog niet geweest. Vul in wanneer u het hebt nagekeken."
    return wrong


def _said(
    velden: dict[str, list[object]],
    now: ErkenningEdit,
    edit: ErkenningEdit,
    limits: Sequence[tuple[int, str, str]],
) -> dict[str, list[object]]:
    """The same changes with the codes of werkprocessen instead of their ids."""
    if "werkprocessen" not in velden:
        return velden
    codes = {number: code for number, _, code in limits}
    return {**velden, "werkprocessen": [[codes.get(i) for i in each.werkprocessen] for each in (now, edit)]}


async def _replace_limits(conn: Connection, erkenning_id: int, werkproces_ids: Sequence[int]) -> None:
    """Limit an erkenning that the caller has just written; none means all of the kwalificatie."""
    await conn.execute("delete from erkenning_werkprocessen where erkenning_id = $1", erkenning_id)
    await conn.executemany(
        "insert into erkenning_werkprocessen (erkenning_id, werkproces_id) values ($1, $2)",
        [(erkenning_id, each) for each in werkproces_ids],
    )
