"""The detacheringsovereenkomst of an opdracht: who has one, and the verb that records it."""

from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.opdrachten.model import OpdrachtStatus, Overeenkomst
from marketplace.groepsdetachering.opdrachten.service import Wijziging, claim_opdracht, own_opdracht
from marketplace.toegang.model import Actor


class NotAccepted(Conflict):
    """Neem de vraag eerst aan. Leg daarna de overeenkomst vast."""


async def get_overeenkomst(conn: Connection, actor: Actor, opdracht_id: int) -> Overeenkomst | None:
    """The overeenkomst of an opdracht; None without one, and for a stranger."""
    row = await conn.fetchrow(
        """
        select nummer, getekend_op, namens_inlener, namens_bedrijf, afspraken from detacheringsovereenkomsten
        where organisatie_id = any($1::bigint[]) and opdracht_id = $2
        """,
        bedrijven_of(actor),
        opdracht_id,
    )
    return None if row is None else Overeenkomst(**dict(row))


async def list_getekend(conn: Connection, actor: Actor, organisatie_id: int) -> frozenset[int]:
    """The opdrachten of a SW-bedrijf that have an overeenkomst."""
    rows = await conn.fetch(
        """
        select opdracht_id from detacheringsovereenkomsten
        where organisatie_id = any($1::bigint[]) and organisatie_id = $2
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return frozenset(row["opdracht_id"] for row in rows)


async def list_nummers(conn: Connection, actor: Actor, organisatie_id: int) -> dict[int, str]:
    """The numbers of the overeenkomsten of a SW-bedrijf, by opdracht."""
    rows = await conn.fetch(
        """
        select opdracht_id, nummer from detacheringsovereenkomsten
        where organisatie_id = any($1::bigint[]) and organisatie_id = $2
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return {row["opdracht_id"]: row["nummer"] for row in rows}


async def record_overeenkomst(
    conn: Connection, actor: Actor, wijziging: Wijziging, overeenkomst: Overeenkomst
) -> None:
    """Write down what was signed, or mend it; raises InvalidInput with fields, Over or StaleVersion."""
    _, now = await own_opdracht(conn, actor, wijziging.opdracht_id)
    if overeenkomst.getekend_op > wijziging.clock.today():
        raise InvalidInput(fields={"getekend_op": "Deze dag is nog niet geweest."})
    await claim_opdracht(conn, actor, wijziging, now, "overeenkomst_vastgelegd")
    if now.status is OpdrachtStatus.GEVRAAGD:
        raise NotAccepted
    await conn.execute(
        """
        insert into detacheringsovereenkomsten (opdracht_id, organisatie_id, nummer, getekend_op,
            namens_inlener, namens_bedrijf, afspraken, vastgelegd_door)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (opdracht_id) do update set nummer = excluded.nummer, getekend_op = excluded.getekend_op,
            namens_inlener = excluded.namens_inlener, namens_bedrijf = excluded.namens_bedrijf,
            afspraken = excluded.afspraken, versie = detacheringsovereenkomsten.versie + 1
        """,
        now.id,
        now.organisatie_id,
        overeenkomst.nummer,
        overeenkomst.getekend_op,
        overeenkomst.namens_inlener,
        overeenkomst.namens_bedrijf,
        overeenkomst.afspraken,
        actor.account_id,
    )
