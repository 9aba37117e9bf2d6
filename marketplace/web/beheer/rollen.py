"""Giving roles: to somebody new, to somebody who has an account, and taking them away.

Which roles can stand somewhere depends on the place, so the place is chosen first (`?plaats=`); who manages
one place only gets the form at once.
"""

from functools import partial

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.toegang import account_queries as queries
from marketplace.toegang import accounts, links
from marketplace.toegang.model import Account, AccountRol, Actor
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS
from marketplace.web.beheer.forms import AccountForm, RolForm
from marketplace.web.formats import hoofdletter
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import actor_as, clock, connection, path_id, settings
from marketplace.web.saving import save_form
from marketplace.web.templating import redirect, render


async def show_new(request: Request) -> Response:
    """Choose a place, then fill in who gets which role there."""
    form = filled(plaats=request.query_params.get("plaats"))
    return await _show_form(request, form, None)


async def create(request: Request) -> Response:
    """Make the account and show its invitation once; or give the role to who has this address already."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)

    async def write(data: AccountForm) -> Response:
        account_id, new = await accounts.create_account(
            conn,
            beheerder,
            clock=clock(request),
            email=data.email,
            naam=data.naam,
            rol=data.rol,
            plaats=await accounts.find_plaats(conn, beheerder, data.plaats),
        )
        if new:
            return await show_link_once(request, conn, beheerder, account_id)
        account = await accounts.visible_account(conn, beheerder, clock(request), account_id)
        melding = f"Dit e-mailadres had al een account. {account.naam} heeft de rol erbij gekregen."
        if account.naam != data.naam:
            melding += f" Het account houdt die naam: ‘{data.naam}’ is niet opgeslagen."
        return redirect(request, f"/beheer/accounts/{account_id}", melding=melding)

    form = await read_form(request, AccountForm)
    return await save_form(request, form, write, partial(_show_form, request, account=None))


async def show_give(request: Request) -> Response:
    """Choose a place and a role for somebody who has an account."""
    return await _show_form(
        request, filled(plaats=request.query_params.get("plaats")), await _account(request)
    )


async def give(request: Request) -> Response:
    """Give the role."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    account = await _account(request)

    async def write(data: RolForm) -> Response:
        plaats = await accounts.find_plaats(conn, beheerder, data.plaats)
        await accounts.give_rol(
            conn, beheerder, clock=clock(request), account_id=account.id, rol=data.rol, plaats=plaats
        )
        melding = f"{account.naam} heeft de rol erbij gekregen."
        return redirect(request, f"/beheer/accounts/{account.id}", melding=melding)

    form = await read_form(request, RolForm)
    return await save_form(request, form, write, partial(_show_form, request, account=account))


async def show_take(request: Request) -> Response:
    """Ask whether a role is really to go."""
    account = await _account(request)
    query = request.query_params
    rol = _held(account, query.get("rol"), query.get("plaats"))
    return render(request, "beheer/rol_weghalen.html", account=account, rol=rol)


async def take(request: Request) -> Response:
    """Take the role away."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    account = await _account(request)
    form = await read_form(request, RolForm)
    if form.data is None:
        raise NotFound
    rol = _held(account, form.data.rol, form.data.plaats)
    await accounts.take_rol(
        conn, beheerder, clock=clock(request), account_id=account.id, rol=rol.rol, plaats=rol.plaats
    )
    still = len(account.rollen) > 1
    melding = f"{account.naam} heeft de rol {rol.naam.lower()} bij {rol.plaats.naam} niet meer."
    return redirect(
        request, f"/beheer/accounts/{account.id}" if still else "/beheer/accounts", melding=melding
    )


async def make_link(request: Request) -> Response:
    """Make a link to choose a password and show it this once."""
    beheerder = actor_as(request, *BEHEERT_ACCOUNTS)
    return await show_link_once(request, await connection(request), beheerder, path_id(request))


async def show_link_once(request: Request, conn: Connection, beheerder: Actor, account_id: int) -> Response:
    """The page with a fresh link, which nobody can show again."""
    token = await links.make_account_link(conn, beheerder, clock=clock(request), account_id=account_id)
    account = await accounts.visible_account(conn, beheerder, clock(request), account_id)
    doel = links.doel_of(account)
    return render(
        request,
        "beheer/link.html",
        account=account,
        link=f"{settings(request).base_url}/link/wachtwoord/{token}",
        verloopt=clock(request).now() + links.LENGTH[doel],
    )


async def withdraw_link(request: Request) -> Response:
    """Let the open link of an account work no more."""
    beheerder, account_id = actor_as(request, *BEHEERT_ACCOUNTS), path_id(request)
    await links.withdraw_account_links(
        await connection(request), beheerder, clock=clock(request), account_id=account_id
    )
    return redirect(request, f"/beheer/accounts/{account_id}", melding="De link werkt niet meer.")


async def _account(request: Request) -> Account:
    """The account of the path; NotFound for a stranger."""
    beheerder = actor_as(request, *BEHEERT_ACCOUNTS)
    return await accounts.visible_account(
        await connection(request), beheerder, clock(request), path_id(request)
    )


def _held(account: Account, rol: str | None, plaats: str | None) -> AccountRol:
    """The role of this account with this code at this place; NotFound for any other."""
    found = [each for each in account.rollen if each.rol == rol and each.plaats.code == plaats]
    if not found:
        raise NotFound
    return found[0]


async def _show_form(request: Request, form: Form[BaseModel], account: Account | None) -> Response:
    """The form for a new account or another role; first for a place when there are several."""
    beheerder, conn = actor_as(request, *BEHEERT_ACCOUNTS), await connection(request)
    plaatsen = await queries.list_plaatsen(conn, beheerder)
    code = form.one("plaats") or (plaatsen[0].code if len(plaatsen) == 1 else "")
    plaats = await accounts.find_plaats(conn, beheerder, code) if code else None
    return render(
        request,
        "beheer/rol.html",
        status_code=form.status,
        form=form,
        account=account,
        plaats=plaats,
        plaats_opties=[(each.code, hoofdletter(each.naam)) for each in plaatsen],
        rol_opties=[(each.rol, each.naam) for each in await queries.list_rollen(conn, plaats)]
        if plaats
        else [],
    )
