"""The names behind placeholders of sentences about groups: kenmerken, short names, people who lead."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.datum import KORT
from marketplace.db import Connection
from marketplace.groepsdetachering.plan.model import Planwereld
from marketplace.groepsdetachering.werkdagen import LANG, day_of
from marketplace.rekenruns.weken import Weken
from solver.groepsdetachering.dagen import WERKDAGEN


@dataclass(frozen=True, slots=True)
class Namen:
    """By kind and id; weeks by their number, working days as numbered over the weeks."""

    by_kind: Mapping[str, Mapping[int, str]]
    weken: Weken

    def name(self, kind: str, number: int) -> str:
        """One name; an id that is not known any more says so."""
        if kind == "week":
            day = self.weken.monday(number)
            return f"{day.isocalendar().week} ({day.day} {KORT[day.month - 1]})"
        if kind == "dag":
            week, dag = divmod(number, len(WERKDAGEN))
            day = day_of(self.weken.monday(week), dag)
            return f"{LANG[dag]} {day.day} {KORT[day.month - 1]}"
        return self.by_kind.get(kind, {}).get(number, f"{kind} {number}")


async def list_namen(conn: Connection, wereld: Planwereld, weken: Weken) -> Namen:
    """The names of everything that sentences about a week board can name."""
    bedrijf = wereld.bedrijf
    werkprocessen = await conn.fetch("select id, titel from werkprocessen")
    return Namen(
        {
            "medewerker": {each.kandidaat_id: each.kenmerk for each in wereld.medewerkers},
            "opdracht": {each.id: each.kort for each in wereld.opdrachten},
            "werkleider": {each.id: each.naam for each in bedrijf.werkleiders},
            "bus": {each.id: each.naam for each in bedrijf.bussen},
            "opstapplaats": {each.id: each.naam for each in bedrijf.opstapplaatsen},
            "afdeling": {each.id: each.naam for each in bedrijf.afdelingen},
            "werkproces": {row["id"]: row["titel"] for row in werkprocessen},
        },
        weken,
    )
