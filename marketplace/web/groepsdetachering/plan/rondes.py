"""The round of a bus as a picture: where it starts, its stops, and where it arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marketplace.web.kaart import Picture, project

if TYPE_CHECKING:
    from marketplace.groepsdetachering.bedrijf.model import Bus
    from marketplace.groepsdetachering.plan.overzicht import Overzicht
    from marketplace.web.groepsdetachering.plan.beeld import Halte


def map_of(over: Overzicht, bus: Bus, halte: Halte) -> Picture:
    """The way of a bus, in the order in which it passes its points."""
    stops = {each.naam: each for each in over.wereld.bedrijf.opstapplaatsen}
    way = [(bus.plaats, bus.lat, bus.lon, "thuis")]
    way += [
        (each.plaats, each.lat, each.lon, "groot") for naam, _, _ in halte.stops if (each := stops.get(naam))
    ]
    way.append((halte.opdracht.plaats, halte.opdracht.lat, halte.opdracht.lon, "plek"))
    return project(way)
