"""A roulatie looked back on, as rows: block by block who told what, and whom one can still ask."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from marketplace.roulatie.link_queries import RoulatieLink
from marketplace.roulatie.model import Blok, Cohort, Terugblik
from marketplace.roulatie.oordeel import Verblijf
from marketplace.roulatie.terugblik import term
from marketplace.roulatie.waardering import Verandering
from marketplace.toegang.model import Doel


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A stay with what was told of it; `zelf` with the link, else by mouth; `link` is open."""

    verblijf: Verblijf
    terugblik: Terugblik | None
    zelf: bool
    link: RoulatieLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokbeeld:
    """A block with its stays; `vragen`: a link can be made, `nu`: people look back on it in these weeks."""

    blok: Blok
    regels: tuple[Regel, ...]
    vragen: bool
    nu: bool

    @property
    def verteld(self) -> int:
        """How many told anything."""
        return sum(each.terugblik is not None for each in self.regels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """Where somebody comes more and less gladly than was thought, by short names."""

    kenmerk: str
    liever: tuple[str, ...]
    minder: tuple[str, ...]


def group_veranderingen(found: Iterable[Verandering]) -> list[Wens]:
    """What changed, by person."""
    return [
        Wens(
            kenmerk=kenmerk,
            liever=tuple(each.plek.kort for each in changed if each.liever),
            minder=tuple(each.plek.kort for each in changed if not each.liever),
        )
        for kenmerk, rest in groupby(found, key=lambda each: each.deelnemer.kenmerk)
        for changed in [list(rest)]
    ]


def look_back(
    cohort: Cohort,
    verblijven: Sequence[Verblijf],
    links: Sequence[RoulatieLink],
    zelf: Collection[tuple[int, int]],
    now: datetime,
) -> list[Blokbeeld]:
    """Every block that anybody is in."""
    told = {(each.kandidaat_id, each.blok_id): each for each in cohort.terugblikken}
    open_links = {
        (each.kandidaat_id, each.blok_id): each
        for each in links
        if each.doel is Doel.TERUGBLIK and each.holds(now)
    }
    found = []
    for blok in cohort.blokken:
        regels = tuple(
            Regel(
                verblijf=each,
                terugblik=told.get((each.kandidaat_id, blok.id)),
                zelf=(each.kandidaat_id, blok.id) in zelf,
                link=open_links.get((each.kandidaat_id, blok.id)),
            )
            for each in sorted(verblijven, key=lambda each: each.kenmerk)
            if each.blok_id == blok.id
        )
        begin, end = term(blok)
        asked = now < end and any(each.terugblik is None for each in regels)
        if regels:
            found.append(Blokbeeld(blok=blok, regels=regels, vragen=asked, nu=begin <= now < end))
    return found
