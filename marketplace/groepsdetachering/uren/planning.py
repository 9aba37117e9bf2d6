"""The planning of a week to take along, by what was published: a workbook, and data for typst."""

from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from marketplace.datum import datum
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.exports.xlsx import add_grid_sheet, open_workbook
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of, get_bedrijf
from marketplace.groepsdetachering.opdrachten.model import Opdracht, OpdrachtStatus
from marketplace.groepsdetachering.opdrachten.queries import list_opdrachten
from marketplace.groepsdetachering.plan.model import Groep
from marketplace.groepsdetachering.plan.plannen import list_geldend
from marketplace.groepsdetachering.uren.queries import list_kenmerken
from marketplace.groepsdetachering.werkdagen import KORT, say_days
from marketplace.rekenruns.weken import WEEK
from marketplace.tables.column import Written
from marketplace.toegang.model import Actor
from solver.groepsdetachering.dagen import WERKDAGEN

GROEPEN = ("Opdracht", "Inlener", "Plaats", "Dagen", "Werkleider", "Bus", "Opstapplaatsen", "Wie", "Mensen")
MENSEN = ("Medewerker", "Opdracht", "Inlener", "Plaats", *KORT, "Bus")


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepsregel:
    """A group of the week; `mensen` are kenmerken with the weekdays on which each is there, as a mask."""

    opdracht: Opdracht
    dagen: int
    leiding: str
    bus: str
    opstapplaatsen: tuple[str, ...]
    mensen: tuple[tuple[str, int], ...]

    @property
    def wie(self) -> list[str]:
        """The people, with their days where those are not all days of the group."""
        return [
            kenmerk if dagen == self.dagen else f"{kenmerk} ({say_days(dagen)})"
            for kenmerk, dagen in self.mensen
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """What was published of a week, by short name of the opdracht."""

    bedrijf: str
    week: date
    groepen: tuple[Groepsregel, ...]


async def load_planning(conn: Connection, actor: Actor, organisatie_id: int, week: date) -> Planning:
    """The planning of a week; raises NotFound for a stranger."""
    bedrijf = await get_bedrijf(conn, actor, organisatie_id)
    if bedrijf is None:
        raise NotFound
    bedrijven = bedrijven_of(actor)
    groepen, indelingen = await list_geldend(conn, bedrijven, organisatie_id, week, week + WEEK)
    opdrachten = await list_opdrachten(conn, bedrijven, organisatie_id, tuple(OpdrachtStatus))
    kenmerken = await list_kenmerken(conn, actor, organisatie_id)
    names = await _list_namen(conn, actor, organisatie_id)
    ran = {each.opdracht_id: each for each in groepen}
    return Planning(
        bedrijf=bedrijf.beleid.naam,
        week=week,
        groepen=tuple(
            Groepsregel(
                opdracht=opdracht,
                dagen=groep.dagen,
                leiding=_say_leiding(groep, names),
                bus=names.get(("bus", groep.bus_id or 0), ""),
                opstapplaatsen=tuple(names[("opstapplaats", each)] for each in groep.opstapplaatsen),
                mensen=tuple(
                    sorted(
                        (kenmerken[each.kandidaat_id], each.dagen)
                        for each in indelingen
                        if each.opdracht_id == opdracht.id
                    )
                ),
            )
            for opdracht in opdrachten
            if (groep := ran.get(opdracht.id))
        ),
    )


def write_planning(planning: Planning, file: BinaryIO) -> None:
    """Write a sheet of groups and one of people."""
    with open_workbook(file) as workbook:
        add_grid_sheet(workbook, "Groepen", GROEPEN, [_row(each) for each in planning.groepen])
        add_grid_sheet(workbook, "Medewerkers", MENSEN, _people(planning))


def planning_data(planning: Planning) -> dict[str, Any]:
    """What the template is filled with."""
    return {
        "bedrijf": planning.bedrijf,
        "week": planning.week.isocalendar().week,
        "van": datum(planning.week),
        "groepen": [
            {
                "kort": each.opdracht.kort,
                "naam": each.opdracht.naam,
                "waar": f"{each.opdracht.inlener}, {each.opdracht.plaats}",
                "dagen": say_days(each.dagen),
                "leiding": each.leiding,
                "bus": each.bus,
                "opstapplaatsen": list(each.opstapplaatsen),
                "mensen": len(each.mensen),
                "wie": each.wie,
            }
            for each in planning.groepen
        ],
    }


def _row(each: Groepsregel) -> list[Written | None]:
    """A group as a row."""
    opdracht = each.opdracht
    return [
        *(opdracht.kort, opdracht.inlener, opdracht.plaats, say_days(each.dagen), each.leiding),
        each.bus or None,
        ", ".join(each.opstapplaatsen) or None,
        ", ".join(each.wie) or None,
        len(each.mensen),
    ]


def _people(planning: Planning) -> list[list[Written | None]]:
    """Everybody who is in a group, with a cross on each of their days."""
    return sorted(
        (
            [
                *(kenmerk, each.opdracht.kort, each.opdracht.inlener, each.opdracht.plaats),
                *("x" if dagen >> dag & 1 else None for dag in WERKDAGEN),
                each.bus or None,
            ]
            for each in planning.groepen
            for kenmerk, dagen in each.mensen
        ),
        key=lambda row: str(row[0]),
    )


def _say_leiding(groep: Groep, names: dict[tuple[str, int], str]) -> str:
    """Who leads, with their days where there are more."""
    masks: dict[int, int] = {}
    for dag, leader in groep.leiding:
        masks[leader] = masks.get(leader, 0) | 1 << dag
    if len(masks) == 1:
        return names[("werkleider", next(iter(masks)))]
    return ", ".join(f"{names[('werkleider', who)]} ({say_days(mask)})" for who, mask in masks.items())


async def _list_namen(conn: Connection, actor: Actor, organisatie_id: int) -> dict[tuple[str, int], str]:
    """The names of werkleiders, buses and stops of a SW-bedrijf, also of those in the archive."""
    rows = await conn.fetch(
        """
        select soort, id, naam from (
            select 'werkleider' as soort, id, naam, organisatie_id from werkleiders
            union all select 'bus', id, naam, organisatie_id from bussen
            union all select 'opstapplaats', id, naam, organisatie_id from opstapplaatsen) deel
        where deel.organisatie_id = any($1::bigint[]) and deel.organisatie_id = $2
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return {(row["soort"], row["id"]): row["naam"] for row in rows}
