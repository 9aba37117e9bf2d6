"""Assignments and hours as JSON in the form of SETU, for a pay or invoice program.

The names of fields follow the vocabulary of SETU and HR Open (Assignment, TimeCard and what stands in them)
as far as it is publicly known. It is not validated against the schemas of SETU, and says so in itself. Of a
medewerker it holds the kenmerk only.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from marketplace.groepsdetachering.opdrachten.model import Opdracht
from marketplace.groepsdetachering.uren.model import Gewerkt, UrenStand, Urenweek, Uur
from marketplace.groepsdetachering.werkdagen import day_of

MEDIA_TYPE = "application/json"
TOLD = "Opdrachten en uren in de vorm van SETU. Niet gecontroleerd met de schema’s van SETU."
STATUS = {
    UrenStand.INGEVULD: "submitted",
    UrenStand.WACHTEN: "submitted",
    UrenStand.BEVESTIGD: "approved",
    UrenStand.KLOPPEN_NIET: "rejected",
}
DAYS_OF_A_WEEK, HOUR = 7, 60


def write_setu(
    bedrijf: tuple[int, str],
    weken: Sequence[Urenweek],
    kenmerken: Mapping[int, str],
    nummers: Mapping[int, str],
) -> bytes:
    """The document of a SW-bedrijf (its id and name); `nummers` are those of overeenkomsten by opdracht."""
    opdrachten = {each.opdracht.id: each.opdracht for each in weken}
    document = {
        "description": TOLD,
        "assignments": [
            _assignment(bedrijf, each, nummers.get(each.id))
            for each in sorted(opdrachten.values(), key=lambda one: one.id)
        ],
        "timeCards": [
            _time_card(gewerkt, who, kenmerken[who])
            for each in weken
            if (gewerkt := each.gewerkt)
            for who in sorted({uur.kandidaat_id for uur in gewerkt.uren if uur.minuten})
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def duration(minutes: int) -> str:
    """Minutes as ISO 8601 says them: PT6H30M."""
    hours, rest = divmod(minutes, HOUR)
    return "PT" + (f"{hours}H" if hours or not rest else "") + (f"{rest}M" if rest else "")


def _assignment(bedrijf: tuple[int, str], opdracht: Opdracht, nummer: str | None) -> dict[str, Any]:
    """An opdracht, between who lends out and who hires."""
    return {
        "assignmentId": str(opdracht.id),
        "staffingSupplier": {"id": str(bedrijf[0]), "name": bedrijf[1]},
        "staffingCustomer": {"id": str(opdracht.inlener_id), "name": opdracht.inlener},
        "customerReportingRequirements": {"customerReferenceNumber": nummer},
        "positionTitle": opdracht.naam,
        "assignmentDateRange": {
            "startDate": opdracht.van.isoformat(),
            "endDate": (opdracht.tot - timedelta(days=1)).isoformat(),
        },
        "rates": [_rate(opdracht.tarief)],
    }


def _rate(cents: int) -> dict[str, str]:
    """What an hour of one person costs."""
    return {
        "rateType": "bill",
        "amount": f"{cents // 100}.{cents % 100:02d}",
        "currency": "EUR",
        "unit": "hour",
    }


def _time_card(gewerkt: Gewerkt, who: int, kenmerk: str) -> dict[str, Any]:
    """The week of one medewerker at an opdracht, at the tarief that held when it was filled in."""
    uren = [each for each in gewerkt.uren if each.kandidaat_id == who and each.minuten]
    return {
        "id": f"{gewerkt.opdracht_id}-{gewerkt.week.isoformat()}-{kenmerk}",
        "assignmentId": str(gewerkt.opdracht_id),
        "humanResourceId": kenmerk,
        "rates": [_rate(gewerkt.tarief)],
        "reportedTime": {
            "periodStartDate": gewerkt.week.isoformat(),
            "periodEndDate": day_of(gewerkt.week, DAYS_OF_A_WEEK - 1).isoformat(),
            "timeIntervals": [_interval(gewerkt.week, each) for each in uren],
            "totalDuration": duration(sum(each.minuten for each in uren)),
        },
        "approvalInfo": {
            "status": STATUS[gewerkt.stand],
            "approvedBy": gewerkt.bevestigd_door,
            "approvedDateTime": gewerkt.bevestigd_op.isoformat() if gewerkt.bevestigd_op else None,
        },
    }


def _interval(week: date, uur: Uur) -> dict[str, str]:
    """One day."""
    return {
        "intervalType": "worked",
        "startDate": day_of(week, uur.dag).isoformat(),
        "duration": duration(uur.minuten),
    }
