"""What every response carries, and that no template needs more than the policy allows."""

import re
from pathlib import Path

import pytest

from marketplace.app import create_app
from marketplace.settings import Settings
from tests.marketplace.web.site import Site

WEB = Path("marketplace/web")
TEMPLATES = sorted(path for path in WEB.rglob("*.html") if "node_modules" not in path.parts)
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style"),
    "an event attribute": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "a script in the page": re.compile(r"<script(?![^>]*\ssrc=)"),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "htmx that evaluates": re.compile(r"hx-on|hx-vals=['\"]js:"),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape false"),
}


@pytest.mark.parametrize("path", ["/inloggen", "/bestaat-niet", "/gezond", "/static/x/geen.css"])
async def test_every_response_has_the_strict_policy(site: Site, path: str) -> None:
    async with site.visitor() as visitor:
        headers = (await visitor.get(path)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


async def test_no_cache_keeps_a_page(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.get("/inloggen")).headers["cache-control"] == "no-store"


def test_over_https_cookies_belong_to_the_host_and_browsers_stay_there() -> None:
    app = create_app(Settings(database_url="postgresql://nergens", base_url="https://plekwijs.voorbeeld"))
    assert {"https": True} in [each.kwargs for each in app.user_middleware]


@pytest.mark.parametrize("template", TEMPLATES, ids=str)
@pytest.mark.parametrize("what", INLINE)
def test_no_template_holds_what_the_policy_forbids(template: Path, what: str) -> None:
    found = INLINE[what].search(re.sub(r"\{#.*?#\}", "", template.read_text(), flags=re.DOTALL))
    assert not found, f"{template} has {what}: {found and found[0]}"
