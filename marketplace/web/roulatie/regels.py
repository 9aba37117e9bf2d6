"""The bounds within which a rooster is made, what is learned first, and which wishes count first."""

from typing import Annotated

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.roulatie.cohort import BELEID, RoulatieBeleid, raise_laag, set_beleid, set_volgorde
from marketplace.roulatie.model import Cohort
from marketplace.roulatie.wijziging import Wijziging
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.web.fields import Geheel, KorteTekst, Vinkje
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, connection, path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, visible_cohort
from marketplace.web.roulatie.velden import PaarForm
from marketplace.web.roulatie.woorden import LAAG_UITLEG, LAGEN
from marketplace.web.saving import VersieForm
from marketplace.werkprocessen.queries import list_werkprocessen

LABELS = {
    "max_blokken": "Hoeveel blokken mag iemand hooguit op één plek zijn?",
    "min_weken": "Hoeveel weken blijft iemand ten minste op één plek?",
    "min_werkgevers": "Bij hoeveel bedrijven komt iemand ten minste?",
    "fase_volgorde": "Niemand gaat terug naar een meer beschermde plek",
    "eerst": "Eerst",
    "dan": "Daarna",
}
Aantal = Annotated[Geheel, Field(ge=1, le=26)]


class BeleidForm(VersieForm):
    """The bounds."""

    max_blokken: Aantal
    min_weken: Annotated[Geheel, Field(ge=0, le=52)]
    min_werkgevers: Aantal
    fase_volgorde: Vinkje = False

    def to_beleid(self) -> RoulatieBeleid:
        """The bounds that are asked."""
        return RoulatieBeleid(**self.model_dump(exclude={"versie"}))


class LaagForm(VersieForm):
    """The tier that is to count before the one above it."""

    laag: KorteTekst


async def show_regels(request: Request) -> Response:
    """The form, filled in, and the tiers."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write the bounds."""

    async def show(form: Form[BaseModel]) -> Response:
        return await _page(request, form)

    return await save_change(
        request,
        await read_form(request, BeleidForm),
        lambda conn, actor, wijziging, data: set_beleid(conn, actor, wijziging, data.to_beleid()),
        show,
        (f"/roulaties/{path_id(request)}/regels", "De regels zijn opgeslagen."),
    )


async def raise_one(request: Request) -> Response:
    """Let a tier count earlier."""

    async def show(form: Form[BaseModel]) -> Response:
        return await _page(request, lagen=form)

    return await save_change(
        request,
        await read_form(request, LaagForm),
        lambda conn, actor, wijziging, data: raise_laag(conn, actor, wijziging, data.laag),
        show,
        (f"/roulaties/{path_id(request)}/regels", "De volgorde is veranderd."),
    )


async def save_paar(request: Request) -> Response:
    """Let one werkproces come before another, or no more."""
    now = (await visible_cohort(request)).volgorde
    known = {each.id for each in await list_werkprocessen(await connection(request))}

    async def write(conn: Connection, actor: Actor, wijziging: Wijziging, data: PaarForm) -> None:
        if not known.issuperset((data.eerst, data.dan)):
            raise InvalidInput
        await set_volgorde(conn, actor, wijziging, data.apply(now))

    return await save_change(
        request,
        await read_form(request, PaarForm),
        write,
        lambda form: _page(request, paar=form),
        (f"/roulaties/{path_id(request)}/regels", "De volgorde is opgeslagen."),
    )


def _filled(cohort: Cohort) -> Form[BaseModel]:
    """The form as the roulatie is now."""
    return filled(**{name: getattr(cohort.roulatie, name) for name in BELEID})


async def _page(
    request: Request,
    form: Form[BaseModel] | None = None,
    *,
    lagen: Form[BaseModel] | None = None,
    paar: Form[BaseModel] | None = None,
) -> Response:
    """The page with its form as it stands."""
    actor_as(request, *BESLIST)
    cohort = await visible_cohort(request)
    forms = form or _filled(cohort), lagen or filled(), paar or filled()
    namen = {each.id: each for each in await list_werkprocessen(await connection(request))}
    learned = {each for who in cohort.deelnemers for each in who.leerdoelen}
    return show_cohort(
        request,
        "regels.html",
        cohort,
        *forms,
        form=forms[0],
        lagenform=forms[1],
        form_paar=forms[2],
        namen=namen,
        paren=[(each.id, each.titel) for each in namen.values() if each.id in learned],
        labels=LABELS,
        lagen=[(each, LAGEN[each], LAAG_UITLEG[each]) for each in cohort.roulatie.lagen],
    )


ROUTES = [
    Route("/roulaties/{id:int}/regels", show_regels),
    Route("/roulaties/{id:int}/regels", save, methods=["POST"]),
    Route("/roulaties/{id:int}/volgorde", save_paar, methods=["POST"]),
    Route("/roulaties/{id:int}/lagen", raise_one, methods=["POST"]),
]
