"""The plans of the SW-bedrijf as rows: one published, a concept that goes on from it, and hours worked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from seed.detacheringsverhaal import CONCEPT, PLAN, PLANNER, UREN_BEVESTIGD, UREN_INGEVULD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from marketplace.db import Connection
    from seed.detacheringsbedrijf import Basis, Bedrijf
    from seed.detacheringsplan import Ploeg

LATER = timedelta(days=4, hours=5)
"""From Monday morning to Friday afternoon."""
SHORT_DAY, NO_DAY = 17, 29
"""One in so many days somebody went home earlier, or was not there."""
OPMERKING = "Op donderdag was er iemand minder dan hier staat."
"""What the inlener of G07 said instead of agreeing."""


def add_plannen(
    basis: Basis, bedrijf: Bedrijf, opdrachten: Mapping[str, int], ploegen: Sequence[Ploeg]
) -> None:
    """Add the published plan and the concept, of the same groups."""
    told = _add_plan(basis, PLAN, "gepubliceerd", None)
    concept = _add_plan(basis, CONCEPT, "concept", told)
    for plan, weken in ((told, PLAN), (concept, CONCEPT)):
        for ploeg in ploegen:
            for week in range(*weken):
                if ploeg.runs(week):
                    where = {
                        "plan_id": plan,
                        "organisatie_id": basis.organisatie_id,
                        "opdracht_id": opdrachten[ploeg.row["kort"]],
                        "week": basis.kalender.week(week),
                    }
                    _add_groep(basis, bedrijf, ploeg, week, where)


def _add_plan(basis: Basis, weken: tuple[int, int], status: str, basis_id: int | None) -> int:
    """One plan; people were told of the published one in the week before it begins."""
    account, is_told = basis.accounts[PLANNER], status == "gepubliceerd"
    return basis.rijen.add_numbered(
        "groepsplannen",
        organisatie_id=basis.organisatie_id,
        status=status,
        van=basis.kalender.week(weken[0]),
        weken=weken[1] - weken[0],
        basis_id=basis_id,
        gemaakt_op=basis.kalender.moment(weken[0] - 2 if is_told else 0),
        gemaakt_door=account,
        gepubliceerd_op=basis.kalender.moment(weken[0] - 1) if is_told else None,
        gepubliceerd_door=account if is_told else None,
        geldt_vanaf=basis.kalender.week(weken[0]) if is_told else None,
    )


def _add_groep(basis: Basis, bedrijf: Bedrijf, ploeg: Ploeg, week: int, where: Mapping[str, object]) -> None:
    """The group of a week with its days and people."""
    bus = bedrijf.bussen[ploeg.row["bus"]] if ploeg.stops else None
    basis.rijen.add(
        "groepsplan_groepen",
        **where,
        werkleider_id=bedrijf.werkleiders[ploeg.row["werkleider"]],
        bus_id=bus,
        opstapplaatsen=[bedrijf.opstapplaatsen[plaats] for plaats in ploeg.stops],
    )
    for dag, leader in ploeg.leiding.items():
        basis.rijen.add(
            "groepsplan_dagen", **where, dag=dag, werkleider_id=bedrijf.werkleiders[leader], bus_id=bus
        )
    for wie in ploeg.leden:
        if (wie.id, week) in ploeg.dagen:
            basis.rijen.add(
                "groepsplan_indelingen", **where, kandidaat_id=wie.id, dagen=ploeg.dagen[wie.id, week]
            )


def add_uren(basis: Basis, opdrachten: Mapping[str, int], ploegen: Sequence[Ploeg]) -> None:
    """Add what was worked in the two weeks before this one, where it was filled in."""
    for week, codes in ((-2, (*UREN_BEVESTIGD, "G07")), (-1, UREN_INGEVULD)):
        for ploeg in ploegen:
            if ploeg.row["werkgever"] in codes:
                _add_week(basis, ploeg, opdrachten[ploeg.row["kort"]], week)


def _add_week(basis: Basis, ploeg: Ploeg, opdracht_id: int, week: int) -> None:
    """The hours of one group in one week."""
    filled = basis.kalender.moment(week) + LATER
    is_wrong = ploeg.row["werkgever"] == "G07"
    where = {
        "organisatie_id": basis.organisatie_id,
        "opdracht_id": opdracht_id,
        "week": basis.kalender.week(week),
    }
    basis.rijen.add(
        "detacheringsweken",
        **where,
        ingevuld_op=filled,
        ingevuld_door=basis.accounts[PLANNER],
        tarief=int(ploeg.row["tarief"]),
        opmerking=OPMERKING if is_wrong else "",
        opgemerkt_op=filled + LATER if is_wrong else None,
    )
    for wie in ploeg.leden:
        for dag in ploeg.leiding:
            if ploeg.dagen.get((wie.id, week), 0) >> dag & 1:
                minuten, turn = int(ploeg.row["minuten"]), len(basis.rijen.tables["detacheringsuren"])
                worked = 0 if turn % NO_DAY == 1 else minuten // 2 if turn % SHORT_DAY == 1 else minuten
                basis.rijen.add("detacheringsuren", **where, kandidaat_id=wie.id, dag=dag, minuten=worked)


async def confirm_uren(conn: Connection) -> None:
    """Let inleners agree with the hours of the week before last; after that nobody may add any."""
    await conn.execute(
        """
        update detacheringsweken gewerkt
        set bevestigd_op = gewerkt.ingevuld_op + interval '3 days', bevestigd_door = afspraak.namens_inlener
        from detacheringsovereenkomsten afspraak
        where afspraak.opdracht_id = gewerkt.opdracht_id and gewerkt.opmerking = ''
          and gewerkt.week < (select max(week) from detacheringsweken)
        """
    )
