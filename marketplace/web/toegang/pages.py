"""Login and logout, and the statement on accessibility that anyone may read."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.db import transaction
from marketplace.toegang import service
from marketplace.toegang.queries import get_inlog
from marketplace.web.cookies import SESSIE, drop_cookie, write_cookie
from marketplace.web.csrf import PRE
from marketplace.web.forms import Form, filled, read_form
from marketplace.web.request import clock, connection, local_path, pool, sessie
from marketplace.web.templating import redirect, render
from marketplace.web.throttle import throttle_of
from marketplace.web.toegang import account
from marketplace.web.toegang.forms import MAX_WAY_BACK, LoginForm

WRONG = "Het e-mailadres of het wachtwoord klopt niet. Probeer het opnieuw."


async def show_login(request: Request) -> Response:
    """The login page; whoever is in already goes on. A way back too long to keep leads to the start."""
    naar = local_path(request.query_params.get("naar"))
    if len(naar) > MAX_WAY_BACK:
        naar = "/"
    if sessie(request) is not None:
        return redirect(request, naar)
    return render(request, "toegang/inloggen.html", form=filled(naar=naar))


async def login(request: Request) -> Response:
    """Try to come in: counted first, then judged, always with a fresh token."""
    form = await read_form(request, LoginForm)
    if form.data is None:
        return render(request, "toegang/inloggen.html", status_code=400, form=form)
    throttle = throttle_of(request)
    address = request.client.host if request.client else ""
    throttle.count(email=form.data.email, address=address)
    async with transaction(pool(request), None) as short:
        inlog = await get_inlog(short, form.data.email)
    account_id = await service.judge(inlog, form.data.wachtwoord)
    if account_id is None:
        return _wrong(request, form)
    throttle.forgive(email=form.data.email, address=address)
    return await _enter(request, account_id, form.data.naar)


async def _enter(request: Request, account_id: int, naar: str) -> Response:
    """Start the session, end the one that was, and go on."""
    conn = await connection(request)
    token = await service.start_sessie(conn, clock=clock(request), account_id=account_id)
    if (old := sessie(request)) is not None:
        await service.logout(conn, clock=clock(request), sessie=old)
    response = redirect(request, local_path(naar))
    write_cookie(request, response, SESSIE, token, seconds=int(service.SESSION_LENGTH.total_seconds()))
    drop_cookie(request, response, PRE)
    return response


def _wrong(request: Request, form: Form[LoginForm]) -> Response:
    """One sentence, whatever was wrong."""
    return render(request, "toegang/inloggen.html", status_code=400, form=form.with_errors({"email": WRONG}))


async def logout(request: Request) -> Response:
    """End the session here and in the database."""
    live = sessie(request)
    if live is not None:
        await service.logout(await connection(request), clock=clock(request), sessie=live)
    response = redirect(request, "/inloggen", melding="U bent uitgelogd.")
    drop_cookie(request, response, SESSIE)
    return response


async def show_accessibility(request: Request) -> Response:
    """What we do to be usable by everyone, and whom to tell when it fails."""
    return render(request, "toegang/toegankelijkheid.html")


ROUTES = [
    Route("/inloggen", show_login),
    Route("/inloggen", login, methods=["POST"]),
    Route("/uitloggen", logout, methods=["POST"]),
    Route("/toegankelijkheid", show_accessibility),
    *account.ROUTES,
]
