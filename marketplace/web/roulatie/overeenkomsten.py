"""The praktijkovereenkomsten: of each deelnemer with each company, and when they were signed."""

from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.roulatie import afspraken
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.web.fields import Datum, Keuzes
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.roulatie.pagina import save_change, show_cohort, visible_cohort
from marketplace.web.saving import VersieForm

LABELS = {"getekend_op": "Op welke dag is getekend wat u nu aanvinkt?"}


class OvereenkomstenForm(VersieForm):
    """Which are signed, as deelnemer-company, and the day of those that are new."""

    getekend_op: Datum
    getekend: Keuzes = Field(default_factory=list)

    def to_paren(self) -> set[tuple[int, int]]:
        """Those that are signed; nonsense is nobody."""
        pairs = [each.partition("-") for each in self.getekend]
        return {
            (int(who), int(company))
            for who, _, company in pairs
            if all(part.isascii() and part.isdecimal() and len(part) < 19 for part in (who, company))  # noqa: PLR2004 (fits a bigint)
        }


async def show_overeenkomsten(request: Request) -> Response:
    """The table."""
    return await _page(request)


async def save(request: Request) -> Response:
    """Write which are signed."""
    return await save_change(
        request,
        await read_form(request, OvereenkomstenForm),
        lambda conn, actor, wijziging, data: afspraken.set_overeenkomsten(
            conn, actor, wijziging, data.to_paren(), data.getekend_op
        ),
        lambda form: _page(request, form),
        (f"/roulaties/{path_id(request)}/overeenkomsten", "De overeenkomsten zijn opgeslagen."),
    )


async def _page(request: Request, form: Form[BaseModel] | None = None) -> Response:
    """The table with the form as it stands."""
    cohort, actor = await visible_cohort(request), actor_as(request, *LEEST_REGIO)
    rows = await afspraken.list_overeenkomsten(await connection(request), actor, cohort.roulatie.id)
    op = {f"{each.kandidaat_id}-{each.organisatie_id}": each.getekend_op for each in rows}
    shown = form or filled(getekend=list(op), getekend_op=clock(request).today())
    return show_cohort(request, "overeenkomsten.html", cohort, shown, form=shown, labels=LABELS, op=op)


_PATH = "/roulaties/{id:int}/overeenkomsten"
ROUTES = [Route(_PATH, show_overeenkomsten), Route(_PATH, save, methods=["POST"])]
