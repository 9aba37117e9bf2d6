"""Style, script, fonts and pictures: a closed list of files, each at an address that holds its hash."""

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

WEB = Path(__file__).parent
STATIC = WEB / "static"
NPM = WEB / "node_modules"
# The one stylesheet is these files, in this order.
STYLES = (
    *("lettertype", "tokens", "basis", "layout", "onderdelen", "formulieren"),
    *("beeld", "werkbank", "bord", "roulatie", "terugblik"),
)
# What we take from npm packages, and nothing else of them.
NPM_FILES = {
    "js/htmx.js": "htmx.org/dist/htmx.min.js",
    "js/sse.js": "htmx-ext-sse/dist/sse.min.js",
    **{
        f"fonts/source-sans-3-{subset}-{weight}-normal.woff2": (
            f"@fontsource/source-sans-3/files/source-sans-3-{subset}-{weight}-normal.woff2"
        )
        for subset in ("latin", "latin-ext")
        for weight in (400, 600, 700)
    },
}
FOREVER = "public, max-age=31536000, immutable"
SHORT = "public, max-age=60"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    content: bytes
    hash: str
    media_type: str


def _asset(path: str, content: bytes) -> Asset:
    """The file with its hash and type."""
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if path.endswith(".js"):
        media_type = "text/javascript"
    if path.endswith(".woff2"):
        media_type = "font/woff2"
    return Asset(content, hashlib.sha256(content).hexdigest()[:12], media_type)


class Assets:
    """All files that are served, read once; `url` gives the address that may be cached for ever."""

    def __init__(self) -> None:
        self.files: dict[str, Asset] = {}
        for path in sorted(STATIC.rglob("*")):
            name = path.relative_to(STATIC).as_posix()
            if path.is_file() and not name.startswith("css/"):
                self.files[name] = _asset(name, path.read_bytes())
        for name, source in NPM_FILES.items():
            if (NPM / source).is_file():
                self.files[name] = _asset(name, (NPM / source).read_bytes())
        self.files["css/plekwijs.css"] = _asset("css/plekwijs.css", self._stylesheet().encode())

    def _stylesheet(self) -> str:
        """The parts as one, with the addresses of fonts and pictures filled in."""
        text = "\n".join((STATIC / "css" / f"{part}.css").read_text() for part in STYLES)
        return re.sub(r'url\("static:([^"]+)"\)', lambda found: f'url("{self.url(found[1])}")', text)

    def url(self, name: str) -> str:
        """The address of a file; a missing one gets a plain address, so that no page fails on it."""
        asset = self.files.get(name)
        return f"/static/{asset.hash}/{name}" if asset else f"/static/-/{name}"


@cache
def assets() -> Assets:
    """The files, read at first use."""
    return Assets()


async def serve_asset(request: Request) -> Response:
    """Send a file of the closed list."""
    asset = assets().files.get(request.path_params["name"])
    if asset is None:
        return Response("Dit bestand bestaat niet.", status_code=404, media_type="text/plain")
    current = request.path_params["hash"] == asset.hash
    headers = {"Cache-Control": FOREVER if current else SHORT}
    return Response(asset.content, media_type=asset.media_type, headers=headers)
