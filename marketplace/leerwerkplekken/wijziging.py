"""What people fill in of a plek, which fields an edit changes, and who leads it after an edit."""

from dataclasses import dataclass, fields, replace
from datetime import date

from marketplace.leerwerkplekken.model import Inzet, Leerwerkplek
from marketplace.werkprocessen.model import Fase


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekGegevens:
    """The fields of a plek that people fill in, in the units of Leerwerkplek."""

    titel: str
    omschrijving: str
    sector: str
    niveau: int
    plaatsen: int
    van: date
    tot: date | None
    dagdelen: int
    minuten_min: int
    minuten_max: int
    taal: int
    fase: Fase | None
    vervoer_geregeld: bool
    vormen: tuple[str, ...]
    voorwaarden: tuple[str, ...]
    werkprocessen: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInzet:
    """Who leads the plek from a day on; `vanaf` None means over the whole period."""

    praktijkopleider_id: int
    vanaf: date | None = None


def changed_fields(plek: Leerwerkplek, gegevens: PlekGegevens) -> tuple[str, ...]:
    """The names of the fields that an edit changes; lists have no order."""
    return tuple(
        each.name
        for each in fields(PlekGegevens)
        if _comparable(getattr(plek, each.name)) != _comparable(getattr(gegevens, each.name))
    )


def _comparable(value: object) -> object:
    """A list without its order; every other value as it is."""
    return frozenset(value) if isinstance(value, tuple) else value


def settled(inzet: tuple[Inzet, ...], new: NewInzet | None) -> NewInzet | None:
    """The same choice, in which the one who leads last keeps the day on which that began."""
    if new is None or new.vanaf is not None or not inzet:
        return new
    last = inzet[-1]
    return replace(new, vanaf=last.van) if last.praktijkopleider_id == new.praktijkopleider_id else new


def led_by(inzet: tuple[Inzet, ...], new: NewInzet | None, van: date, tot: date | None) -> tuple[Inzet, ...]:
    """Who leads a plek in [van, tot): as before until `new.vanaf`, then the new one; None leaves nobody.

    The first and the last stretch grow or shrink with the period of the plek; a new row has no name yet.
    """
    if new is None:
        return ()
    start = van if new.vanaf is None else max(van, new.vanaf)
    before = [_cut(each, van, start) for each in inzet]
    kept = [each for each in before if each is not None]
    if kept:
        kept[0] = replace(kept[0], van=van)
    last = Inzet(praktijkopleider_id=new.praktijkopleider_id, naam="", van=start if kept else van, tot=tot)
    if kept and kept[-1].praktijkopleider_id == last.praktijkopleider_id:
        return (*kept[:-1], replace(kept[-1], tot=tot))
    return (*kept, last)


def _cut(inzet: Inzet, van: date, tot: date) -> Inzet | None:
    """The part of a stretch that lies in [van, tot)."""
    start = max(inzet.van, van)
    end = tot if inzet.tot is None else min(inzet.tot, tot)
    return replace(inzet, van=start, tot=end) if start < end else None


def turns(inzet: tuple[Inzet, ...]) -> tuple[tuple[int, date | None], ...]:
    """Who leads one after another and from which day; the first from the day on which the plek opens."""
    return tuple(
        (each.praktijkopleider_id, each.van if number else None) for number, each in enumerate(inzet)
    )
