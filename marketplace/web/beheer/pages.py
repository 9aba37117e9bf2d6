"""The accounts of the own regio."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.errors import NotFound
from marketplace.toegang import queries, service
from marketplace.toegang.model import Rol
from marketplace.web.request import actor_as, clock, connection, path_id
from marketplace.web.templating import redirect, render


async def show_accounts(request: Request) -> Response:
    """Every account of the regios of this beheerder."""
    beheerder = actor_as(request, Rol.BEHEERDER)
    accounts = await queries.list_accounts(await connection(request), beheerder, clock(request).now())
    return render(request, "beheer/accounts.html", accounts=accounts)


async def show_account(request: Request) -> Response:
    """One account and what can be done with it."""
    beheerder = actor_as(request, Rol.BEHEERDER)
    conn = await connection(request)
    account = await queries.get_account(conn, beheerder, path_id(request), clock(request).now())
    if account is None:
        raise NotFound
    return render(request, "beheer/account.html", account=account)


async def switch_off(request: Request) -> Response:
    """Nobody comes in with this account any more, and whoever is in is out."""
    return await _switch(request, actief=False)


async def switch_on(request: Request) -> Response:
    """The account works again."""
    return await _switch(request, actief=True)


async def _switch(request: Request, *, actief: bool) -> Response:
    """Switch and go back to the account."""
    beheerder, account_id = actor_as(request, Rol.BEHEERDER), path_id(request)
    conn = await connection(request)
    account = await service.set_account_actief(
        conn, beheerder, clock=clock(request), account_id=account_id, actief=actief
    )
    melding = (
        f"{account.naam} kan weer inloggen."
        if actief
        else f"{account.naam} kan niet meer inloggen en is overal uitgelogd."
    )
    return redirect(request, f"/beheer/accounts/{account_id}", melding=melding)


async def revoke(request: Request) -> Response:
    """End every session of an account."""
    beheerder, account_id = actor_as(request, Rol.BEHEERDER), path_id(request)
    conn = await connection(request)
    ended = await service.revoke_account_sessies(conn, beheerder, clock=clock(request), account_id=account_id)
    melding = (
        "Er was 1 sessie open. Die is nu gesloten." if ended == 1 else f"Er zijn {ended} sessies gesloten."
    )
    return redirect(request, f"/beheer/accounts/{account_id}", melding=melding)


ROUTES = [
    Route("/beheer/accounts", show_accounts),
    Route("/beheer/accounts/{id:int}", show_account),
    Route("/beheer/accounts/{id:int}/uitzetten", switch_off, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/aanzetten", switch_on, methods=["POST"]),
    Route("/beheer/accounts/{id:int}/sessies-intrekken", revoke, methods=["POST"]),
]
