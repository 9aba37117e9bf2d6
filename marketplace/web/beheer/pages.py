"""The accounts of the own regio or organisatie, and what can be done with one."""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.toegang import account_queries as queries
from marketplace.toegang import accounts
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.toegang.link_queries import list_links
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.web.beheer import bewerken, rollen
from marketplace.web.beheer.forms import FilterForm, UitzettenForm
from marketplace.web.filters import read_filters, search_words
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render


async def show_accounts(request: Request) -> Response:
    """The accounts with a role within what this beheerder manages, searched."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    form, filters = read_filters(request, FilterForm)
    gevonden = await search_words(conn, beheerder, filters.woorden, queries.list_zoekteksten)
    rows = await queries.list_accounts(conn, beheerder, clock(request).now())
    if gevonden:
        by_id = {each.id: each for each in rows}
        rows = [by_id[number] for number in gevonden.sleutels]
    return render(
        request,
        "beheer/accounts.html",
        form=form,
        filters=filters,
        gevonden=gevonden,
        lijst=filters.cut(rows),
    )


async def show_account(request: Request) -> Response:
    """One account and what can be done with it."""
    return await _show(request, filled())


async def _show(request: Request, form: Form[BaseModel]) -> Response:
    """The page of an account, with the form that switches it off as it stands."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    account = await accounts.visible_account(conn, beheerder, clock(request), path_id(request))
    now = clock(request).now()
    return render(
        request,
        "beheer/account.html",
        status_code=form.status,
        form=form,
        account=account,
        link=next((each for each in await list_links(conn, account_id=account.id) if each.holds(now)), None),
        momenten=await list_geschiedenis(conn, beheerder, "account", account.id),
        namen={each.rol: each.naam for each in account.rollen},
    )


async def switch_off(request: Request) -> Response:
    """Nobody comes in with this account any more, and whoever is in is out."""
    form = await read_form(request, UitzettenForm)

    async def write(data: UitzettenForm) -> Response:
        return await _switch(request, actief=False, reden=data.reden)

    return await save_form(request, form, write, partial(_show, request))


async def switch_on(request: Request) -> Response:
    """The account works again."""
    return await _switch(request, actief=True)


async def _switch(request: Request, *, actief: bool, reden: str | None = None) -> Response:
    """Switch and go back to the account."""
    beheerder, account_id = actor_as(request, *BEHEERT_ACCOUNTS), path_id(request)
    conn = await connection(request)
    account = await accounts.set_account_actief(
        conn, beheerder, clock=clock(request), account_id=account_id, actief=actief, reden=reden
    )
    melding = (
        f"{account.naam} kan weer inloggen."
        if actief
        else f"{account.naam} kan niet meer inloggen en is overal uitgelogd."
    )
    return redirect(request, f"/beheer/accounts/{account_id}", melding=melding)


async def revoke(request: Request) -> Response:
    """End every session of an account."""
    beheerder, account_id = actor_as(request, *BEHEERT_ACCOUNTS), path_id(request)
    conn = await connection(request)
    ended = await accounts.revoke_account_sessies(
        conn, beheerder, clock=clock(request), account_id=account_id
    )
    melding = (
        "Er was 1 sessie open. Die is nu gesloten." if ended == 1 else f"Er zijn {ended} sessies gesloten."
    )
    return redirect(request, f"/beheer/accounts/{account_id}", melding=melding)


ROUTES = [
    Route("/beheer/accounts", show_accounts),
    Route("/beheer/accounts/nieuw", rollen.show_new),
    Route("/beheer/accounts/nieuw", rollen.create, methods=["POST"]),
    Route("/beheer/accounts/{id:int}", show_account),
    Route("/beheer/accounts/{id:int}/bewerken", bewerken.show_edit),
    Route("/beheer/accounts/{id:int}/bewerken", bewerken.save, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/rol-geven", rollen.show_give),
    Route("/beheer/accounts/{id:int}/rol-geven", rollen.give, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/rol-weghalen", rollen.show_take),
    Route("/beheer/accounts/{id:int}/rol-weghalen", rollen.take, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/link", rollen.make_link, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/link-intrekken", rollen.withdraw_link, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/uitzetten", switch_off, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/aanzetten", switch_on, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/sessies-intrekken", revoke, methods=["POST"]),
]
