"""The deelnemers of a roulatie in a table, and a form to add one by kenmerk."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie.deelnemers import add_deelnemer
from marketplace.roulatie.model import PaarSoort
from marketplace.web.fields import KorteTekst
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, visible_cohort
from marketplace.web.saving import VersieForm

LABELS = {"kenmerk": "Kenmerk"}


class KenmerkForm(VersieForm):
    """Somebody, by kenmerk."""

    kenmerk: KorteTekst


async def show_deelnemers(request: Request) -> Response:
    """The table."""
    return await _page(request, filled())


async def add(request: Request) -> Response:
    """Let somebody take part."""

    async def show(form: Form[BaseModel]) -> Response:
        return await _page(request, form)

    return await save_change(
        request,
        await read_form(request, KenmerkForm),
        lambda conn, actor, wijziging, data: add_deelnemer(conn, actor, wijziging, data.kenmerk),
        show,
        (f"/roulaties/{path_id(request)}/deelnemers", "De deelnemer is toegevoegd."),
    )


async def _page(request: Request, form: Form[BaseModel]) -> Response:
    """The table with the form as it stands."""
    cohort = await visible_cohort(request)
    known = {each.kandidaat_id: each.kenmerk for each in cohort.deelnemers}
    paren = {
        soort: [
            (known[each.kandidaat_id], known[each.ander_id]) for each in cohort.paren if each.soort is soort
        ]
        for soort in PaarSoort
    }
    return show_cohort(request, "deelnemers.html", cohort, form, form=form, labels=LABELS, paren=paren)


ROUTES = [
    Route("/roulaties/{id:int}/deelnemers", show_deelnemers),
    Route("/roulaties/{id:int}/deelnemers", add, methods=["POST"]),
]
