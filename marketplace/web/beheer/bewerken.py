"""The name and the e-mail address of an account, for who manages all of its roles."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.toegang import accounts
from marketplace.toegang.model import Account
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.web.beheer.forms import GegevensForm
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.overtaken import Regel
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render

LABELS = {"naam": "Naam", "email": "E-mailadres"}


async def show_edit(request: Request) -> Response:
    """The form with what is there; Forbidden for an account with a role elsewhere."""
    account = await _account(request)
    return await _show(request, filled(naam=account.naam, email=account.email, versie=account.versie))


async def save(request: Request) -> Response:
    """Write both; what somebody else wrote meanwhile is shown beside what was typed."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    account = await _account(request)
    form = await read_form(request, GegevensForm)

    async def write(data: GegevensForm) -> Response:
        await accounts.edit_account(
            conn, beheerder, clock=clock(request), account_id=account.id, **data.model_dump()
        )
        melding = "Het account is opgeslagen."
        if data.email.lower() != account.email.lower():
            melding += f" {data.naam} logt voortaan in met {data.email}."
        return redirect(request, f"/beheer/accounts/{account.id}", melding=melding)

    async def overtaken(data: GegevensForm) -> Response:
        now = await _account(request)
        rows = [
            Regel(label, getattr(data, name), getattr(now, name))
            for name, label in LABELS.items()
            if getattr(data, name) != getattr(now, name)
        ]
        return await _show(request, form.overtaken_by(rows, versie=now.versie))

    return await save_form(request, form, write, partial(_show, request), overtaken)


async def _account(request: Request) -> Account:
    """The account of the path, where the actor manages all of it."""
    beheerder = actor_as(request, *BEHEERT_ACCOUNTS)
    return await accounts.whole_account(
        await connection(request), beheerder, clock(request), path_id(request)
    )


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The form as it stands."""
    return render(
        request,
        "beheer/bewerken.html",
        status_code=form.status,
        account=await _account(request),
        form=form,
        labels=LABELS,
    )
