"""Files are a closed list, each cached for ever under the hash of its content."""

import re

from marketplace.web.assets import STYLES, assets
from tests.marketplace.web.site import Site


async def test_the_stylesheet_is_one_file_that_may_be_kept_for_ever(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.get(assets().url("css/plekwijs.css"))
        assert response.headers["content-type"].startswith("text/css")
        assert "immutable" in response.headers["cache-control"]
        assert "--hoofd" in response.text


async def test_an_address_of_another_version_is_served_but_hardly_kept(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.get("/static/oud/css/plekwijs.css")
        assert (response.status_code, response.headers["cache-control"]) == (200, "public, max-age=60")


async def test_what_is_not_on_the_list_does_not_exist(site: Site) -> None:
    async with site.visitor() as visitor:
        for path in ("css/tokens.css", "../assets.py", "..%2Fassets.py", "js/onbekend.js"):
            assert (await visitor.get(f"/static/x/{path}")).status_code == 404


def test_the_address_of_a_missing_file_does_not_break_a_page() -> None:
    assert assets().url("js/nergens.js") == "/static/-/js/nergens.js"


def test_the_stylesheet_asks_for_nothing_from_elsewhere() -> None:
    text = assets().files["css/plekwijs.css"].content.decode()
    assert set(re.findall(r'url\("(/static/)', text)) == {"/static/"}
    assert "http" not in text
    assert "@import" not in text


def test_every_part_of_the_stylesheet_is_in_it() -> None:
    assert set(STYLES) == {
        "lettertype",
        "tokens",
        "basis",
        "layout",
        "onderdelen",
        "formulieren",
        "beeld",
        "werkbank",
        "bord",
        "roulatie",
        "terugblik",
    }
