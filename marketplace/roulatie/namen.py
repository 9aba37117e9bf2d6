"""The names behind placeholders of sentences about a roulatie: kenmerken, short names of plekken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from marketplace.datum import KORT
from marketplace.db import Connection
from marketplace.rekenruns.weken import Weken
from marketplace.roulatie.model import Cohort


@dataclass(frozen=True, slots=True)
class Namen:
    """By kind (deelnemer, plek, werkgever, blok, praktijkopleider, werkproces) and id; weeks by Monday."""

    by_kind: Mapping[str, Mapping[int, str]]
    weken: Weken

    def name(self, kind: str, number: int) -> str:
        """One name; an id that is not known any more says so."""
        if kind == "week":
            day = self.weken.monday(number)
            return f"{day.isocalendar().week} ({day.day} {KORT[day.month - 1]})"
        return self.by_kind.get(kind, {}).get(number, f"{kind} {number}")

    def with_numbered_blokken(self, most: int) -> "Namen":
        """The same where blocks are named by their number, up to so many, as a calendar does."""
        blokken = {number: str(number) for number in range(1, most + 1)}
        return replace(self, by_kind={**self.by_kind, "blok": blokken})


async def list_namen(conn: Connection, cohort: Cohort) -> Namen:
    """The names of everything that sentences about a roulatie can name."""
    leaders = await conn.fetch(
        """
        select distinct po.id, po.naam from leerwerkplek_praktijkopleiders inzet
        join praktijkopleiders po on po.id = inzet.praktijkopleider_id
        where inzet.leerwerkplek_id = any($1::bigint[])
        """,
        [each.leerwerkplek_id for each in cohort.plekken],
    )
    werkprocessen = await conn.fetch("select id, titel from werkprocessen")
    return Namen(
        {
            "deelnemer": {each.kandidaat_id: each.kenmerk for each in cohort.deelnemers},
            "plek": {each.leerwerkplek_id: each.kort for each in cohort.plekken},
            "werkgever": {each.organisatie_id: each.naam for each in cohort.bedrijven},
            "blok": {each.id: str(each.nummer) for each in cohort.blokken},
            "praktijkopleider": {row["id"]: row["naam"] for row in leaders},
            "werkproces": {row["id"]: row["titel"] for row in werkprocessen},
        },
        Weken(cohort.roulatie.van),
    )
