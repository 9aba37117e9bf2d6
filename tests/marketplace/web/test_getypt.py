"""What somebody typed is given back when a form could not be kept, and never to anybody else."""

from collections.abc import Mapping

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from marketplace.db import Busy
from marketplace.errors import NotFound
from marketplace.web.edge import at_edge
from marketplace.web.request import connection
from tests.marketplace.web.invullen import offered_again
from tests.marketplace.web.site import Site, Visitor

EMAIL = "accountmanager@hier.nl"
TEXT = 'Een lange zin met "tekens" <b>\nen een tweede regel.'
FIELDS = {"titel": "Kort", "keuze": "a", "toelichting": TEXT}
SAME = {"sec-fetch-site": "same-origin"}
NOTHING_KEPT = "Er is niets opgeslagen."


def add_form(site: Site, *errors: Exception | None) -> list[Mapping[str, object]]:
    """A form that meets these errors one after another; gives what arrived."""
    waiting, arrived = list(errors), list[Mapping[str, object]]()

    async def page(request: Request) -> Response:
        arrived.append(dict(await request.form()))
        await connection(request)
        if waiting and (error := waiting.pop(0)):
            raise error
        return PlainTextResponse("klaar")

    site.app.router.routes.insert(0, Route("/proef", at_edge(page), methods=["POST"]))
    return arrived


async def again(visitor: Visitor, page: str) -> int:
    """Send what a page offers to send again."""
    path, fields = offered_again(page)
    return (await visitor.client.post(path, data=fields, headers=SAME)).status_code


@pytest.mark.parametrize(("error", "status"), [(ValueError("stuk"), 500), (Busy(), 503)])
async def test_what_broke_or_was_too_busy_is_sent_again_as_it_was(
    site: Site, error: Exception, status: int
) -> None:
    arrived = add_form(site, error)
    async with site.logged_in(EMAIL) as visitor:
        refused = await visitor.post("/proef?naar=/plan", FIELDS)
        assert refused.status_code == status
        assert NOTHING_KEPT in refused.text
        assert "<b>" not in refused.text
        assert 'action="/proef?naar=/plan"' in refused.text
        assert await again(visitor, refused.text) == 200
    assert arrived[0] == arrived[1]


async def test_a_form_with_an_old_token_is_sent_again_with_the_one_of_now(site: Site) -> None:
    arrived = add_form(site)
    async with site.logged_in(EMAIL) as visitor:
        refused = await visitor.post("/proef", {**FIELDS, "csrf": "van-gisteren"})
        assert refused.status_code == 403
        assert "laad de pagina opnieuw" not in refused.text
        assert await again(visitor, refused.text) == 200
    assert [{**each, "csrf": ""} for each in arrived] == [{**FIELDS, "csrf": ""}]


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {}])
async def test_a_form_of_another_site_is_not_shown_and_not_offered(
    site: Site, headers: dict[str, str]
) -> None:
    add_form(site)
    async with site.logged_in(EMAIL) as visitor:
        refused = await visitor.client.post("/proef", data={**FIELDS, "csrf": "onzin"}, headers=headers)
    assert refused.status_code == 403
    assert "Een lange zin" not in refused.text
    assert offered_again(refused.text) == ("", {})
    assert NOTHING_KEPT in refused.text


async def test_a_refusal_gives_the_texts_to_copy_and_nothing_to_send(site: Site) -> None:
    add_form(site, NotFound())
    async with site.logged_in(EMAIL) as visitor:
        refused = await visitor.post("/proef", FIELDS)
    assert "Een lange zin" in refused.text
    assert offered_again(refused.text) == ("", {})


async def test_a_password_is_never_given_back(site: Site) -> None:
    add_form(site, ValueError("stuk"))
    async with site.logged_in(EMAIL) as visitor:
        secret = {"wachtwoord_nieuw": "een heel lang geheim", **FIELDS}
        refused = await visitor.post("/proef", secret)
    assert "geheim" not in refused.text
    assert "Een lange zin" in refused.text
    assert offered_again(refused.text) == ("", {})


async def test_a_form_that_is_too_large_says_where_the_text_still_stands(site: Site) -> None:
    arrived = add_form(site)
    async with site.logged_in(EMAIL) as visitor:
        refused = await visitor.post("/proef", {"toelichting": "x" * 5_000_000})
    assert refused.status_code == 413
    assert "in uw browser" in refused.text
    assert NOTHING_KEPT in refused.text
    assert arrived == []
