"""The names behind the placeholders of explanations: kenmerken of people, never their names."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.db import Connection
from solver.matching.spreektaal import fill


@dataclass(frozen=True, slots=True)
class Namen:
    """By kind (kandidaat, plek, praktijkopleider, werkproces, crebo) and id."""

    by_kind: dict[str, dict[int, str]]

    def name(self, kind: str, number: int) -> str:
        """One name; an id that is not known any more says so."""
        return self.by_kind.get(kind, {}).get(number, f"{kind} {number}")

    def fill(self, sentence: str) -> str:
        """A sentence with its placeholders replaced by plain names."""
        return fill(sentence, self.name)


async def list_namen(conn: Connection, regio_codes: Sequence[str]) -> Namen:
    """The names of some regions: those in which the actor is accountmanager, or the one of a run."""
    rows = await conn.fetch(
        """
        select 'kandidaat' as soort, id, kenmerk as naam from kandidaten where regio_code = any($1::text[])
        union all
        select 'plek', plek.id, plek.titel || ' bij ' || organisatie.naam
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where plek.regio_code = any($1::text[])
        union all
        select 'praktijkopleider', po.id, po.naam
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where organisatie.regio_code = any($1::text[])
        union all
        select 'werkproces', id, titel from werkprocessen
        union all
        select 'crebo', crebo, naam from kwalificaties
        """,
        list(regio_codes),
    )
    found: dict[str, dict[int, str]] = {}
    for row in rows:
        found.setdefault(row["soort"], {})[row["id"]] = row["naam"]
    return Namen(found)
