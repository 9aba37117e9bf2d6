"""What every page behind a link shares: it acts as nobody, and tells no other page where it stands."""

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from marketplace.db import ACT_AS, Connection
from marketplace.web.forms import Form
from marketplace.web.request import connection
from marketplace.web.templating import render


async def as_nobody(request: Request) -> Connection:
    """The transaction of this request without the account that may be logged in."""
    conn = await connection(request)
    await conn.execute(ACT_AS, "")
    return conn


def keep_private(response: Response) -> Response:
    """The same answer, whose address no other site learns."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def show_form(request: Request, template: str, form: Form[BaseModel], **context: object) -> Response:
    """A page with a form."""
    return keep_private(render(request, template, status_code=form.status, form=form, **context))
