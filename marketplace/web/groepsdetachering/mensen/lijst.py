"""The people of a SW-bedrijf: the list with its filters, who is nearly ready, whose way back ends soon."""

from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.groepsdetachering.mensen.gereedheid import Gereedheid
from marketplace.groepsdetachering.mensen.model import Medewerker
from marketplace.groepsdetachering.mensen.stand import Mensen
from marketplace.web.fields import Geheel, KorteTekst, Nummer
from marketplace.web.filters import Filters, read_filters
from marketplace.web.forms import last_day
from marketplace.web.groepsdetachering.mensen.pagina import LIJST, visible_mensen
from marketplace.web.groepsdetachering.mensen.woorden import (
    OORDELEN,
    PUNTEN,
    afdeling_options,
    say_mist,
    say_trede,
    trede_options,
)
from marketplace.web.groepsdetachering.pagina import show_bedrijf
from marketplace.zoeken.zoek import Gevonden, search


class MensenFilter(Filters):
    """What the list is narrowed to."""

    woorden: KorteTekst | None = None
    afdeling: Nummer | None = None
    trede: Geheel | None = None
    buiten: Literal["ja", "nee"] | None = None
    klaar: Literal["ja", "bijna"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Somebody in the list, and what speaks for a next step."""

    wie: Medewerker
    buiten: int
    hooguit: int
    gereedheid: Gereedheid | None

    @property
    def bijna(self) -> bool:
        """Whether somebody who is not called ready yet is nearly so."""
        return not self.wie.klaar and self.gereedheid is not None and self.gereedheid.bijna


def rows_of(mensen: Mensen) -> list[Regel]:
    """Everybody who is employed."""
    return [
        Regel(
            wie=each,
            buiten=mensen.buiten(each),
            hooguit=mensen.hooguit(each),
            gereedheid=mensen.gereedheid(each),
        )
        for each in mensen.wereld.medewerkers
        if not mensen.is_gone(each)
    ]


def holds(filters: MensenFilter, regel: Regel) -> bool:
    """Whether somebody is among whom the list is narrowed to."""
    wie = regel.wie
    return (
        filters.afdeling in (None, wie.afdeling_id)
        and filters.trede in (None, wie.trede)
        and filters.buiten in (None, "ja" if wie.wil_buiten else "nee")
        and (filters.klaar is None or (wie.klaar if filters.klaar == "ja" else regel.bijna))
    )


async def show_mensen(request: Request) -> Response:
    """The list."""
    mensen = await visible_mensen(request)
    bedrijf = mensen.wereld.bedrijf
    form, filters = read_filters(request, MensenFilter)
    rows = {each.wie.kandidaat_id: each for each in rows_of(mensen)}
    gevonden: Gevonden[int] | None = None
    if filters.woorden:
        gevonden = await search(filters.woorden, [(key, each.wie.kenmerk) for key, each in rows.items()])
    shown = [rows[key] for key in (gevonden.sleutels if gevonden else rows)]
    return show_bedrijf(
        request,
        "mensen/lijst.html",
        bedrijf,
        form=form,
        filters=filters,
        gevonden=gevonden,
        lijst=filters.cut([each for each in shown if holds(filters, each)]),
        klaar=[each.wie for each in rows.values() if each.wie.klaar],
        bijna=[each.wie for each in rows.values() if each.bijna],
        vertrokken=[each for each in mensen.wereld.medewerkers if mensen.is_gone(each)],
        garanties=mensen.ending(),
        afdelingen=afdeling_options(bedrijf),
        treden=trede_options(bedrijf),
        laatste_dag=last_day,
        say_mist=say_mist,
    )


async def show_bijna_klaar(request: Request) -> Response:
    """Who is nearly ready, the fewest missing first, and what is missing."""
    mensen = await visible_mensen(request)
    bedrijf = mensen.wereld.bedrijf
    found = [(each.wie, each.gereedheid) for each in rows_of(mensen) if each.bijna and each.gereedheid]
    return show_bedrijf(
        request,
        "mensen/bijna_klaar.html",
        bedrijf,
        mensen=sorted(found, key=lambda each: (len(each[1].mist), each[0].kenmerk)),
        treden={each.nummer: say_trede(bedrijf, each.nummer) for each in bedrijf.treden},
        punten=PUNTEN,
        oordelen=OORDELEN,
    )


ROUTES = [Route(LIJST, show_mensen), Route(f"{LIJST}/bijna-klaar", show_bijna_klaar)]
