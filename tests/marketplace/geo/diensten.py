"""Geo services on this machine that answer as the real ones do, and fail as they do."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from marketplace.geo.reistijd import Punt, crow_kilometers

OMWEG = 2.0
METER_PER_SECONDE = 5.0


@dataclass(frozen=True, slots=True)
class Vraag:
    """What came in."""

    path: str
    query: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What goes out, after some seconds."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0


Dienst = Callable[[Vraag], Antwoord]


def in_json(found: object, status: int = 200) -> Antwoord:
    """JSON as an answer."""
    return Antwoord(json.dumps(found), status)


@dataclass(slots=True)
class Server:
    """A service that runs; `dienst` may be changed under way, `vragen` is what it was asked."""

    dienst: Dienst
    vragen: list[Vraag] = field(default_factory=list)
    adres: str = ""

    def answer(self, vraag: Vraag) -> Antwoord:
        """Keep the question and answer it."""
        self.vragen.append(vraag)
        return self.dienst(vraag)


@contextmanager
def serve(dienst: Dienst) -> Iterator[Server]:
    """A service on a free port of this machine."""
    server = Server(dienst)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            query = {name: values[-1] for name, values in parse_qs(url.query).items()}
            antwoord = server.answer(Vraag(unquote(url.path), query, body))
            time.sleep(antwoord.wait)
            self.send_response(antwoord.status)
            for name, value in antwoord.headers.items():
                self.send_header(name, value)
            data = antwoord.body.encode()
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET  # noqa: N815 (the name is that of http.server)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        server.adres = f"http://127.0.0.1:{http.server_port}"
        threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        http.shutdown()


def way(van: Punt, naar: Punt) -> tuple[float, float]:
    """Metres and seconds of a way in these services: twice the great circle, 18 km an hour."""
    meters = 1000 * crow_kilometers(van, naar) * OMWEG
    return meters, meters / METER_PER_SECONDE


def osrm(eiland: Punt | None = None) -> Dienst:
    """The table service of osrm-routed; from and to the eiland there is no way."""

    def answer(vraag: Vraag) -> Antwoord:
        if not vraag.path.startswith("/table/v1/driving/"):
            return in_json({"code": "InvalidUrl", "message": "URL string malformed"}, 400)
        if set(vraag.query) - {"sources", "destinations", "annotations"}:
            return in_json({"code": "InvalidQuery", "message": "Query string malformed"}, 400)
        punten = [_punt(text) for text in vraag.path.rpartition("/")[2].split(";")]
        van, naar = (
            [punten[int(number)] for number in vraag.query[name].split(";")]
            for name in ("sources", "destinations")
        )
        if len(punten) > 100:
            return in_json({"code": "TooBig", "message": "Too many table coordinates"}, 400)
        table = [[None if eiland in {a, b} and a != b else way(a, b) for b in naar] for a in van]
        return in_json(
            {
                "code": "Ok",
                "durations": [[cell and cell[1] for cell in row] for row in table],
                "distances": [[cell and cell[0] for cell in row] for row in table],
                "sources": [{"hint": "", "location": [each.lon, each.lat], "name": ""} for each in van],
            }
        )

    return answer


def _punt(text: str) -> Punt:
    lon, lat = text.split(",")
    return Punt(float(lat), float(lon))


def valhalla(vraag: Vraag) -> Antwoord:
    """The matrix service of Valhalla."""
    asked: dict[str, Any] = json.loads(vraag.body)
    if vraag.path != "/sources_to_targets" or asked["costing"] not in {"auto", "bicycle", "pedestrian"}:
        return in_json({"error_code": 106, "error": "Try any of: '/sources_to_targets'"}, 404)
    van, naar = ([Punt(**each) for each in asked[name]] for name in ("sources", "targets"))
    if len(van) * len(naar) > 2500:
        return in_json({"error_code": 150, "error": "Exceeded max locations"}, 400)
    faster = asked["costing_options"][asked["costing"]].get("cycling_speed", 15) / 15
    rows = []
    for row, start in enumerate(van):
        cells: list[dict[str, Any]] = []
        for column, end in enumerate(naar):
            meters, seconds = way(start, end)
            cells.append(
                {
                    "from_index": row,
                    "to_index": column,
                    "distance": round(meters / 1000, 3),
                    "time": round(seconds / faster),
                }
            )
        rows.append(cells)
    return in_json({"sources_to_targets": rows, "units": "kilometers", "algorithm": "costmatrix"})


def vondst(postcode: str, plaats: str, gemeente: str, code: str, lat: float, lon: float) -> dict[str, str]:
    """A postcode as the Locatieserver gives it."""
    return {
        "weergavenaam": f"Voorbeeldstraat, {postcode} {plaats}",
        "postcode": postcode,
        "woonplaatsnaam": plaats,
        "gemeentenaam": gemeente,
        "gemeentecode": code,
        "centroide_ll": f"POINT({lon} {lat})",
    }


def locatieserver(*docs: dict[str, str]) -> Dienst:
    """The free search over these postcodes; parameters that it does not know are refused."""

    def answer(vraag: Vraag) -> Antwoord:
        unknown = set(vraag.query) - {
            "q",
            "fq",
            "fl",
            "rows",
            "start",
            "sort",
            "df",
            "bq",
            "lat",
            "lon",
            "wt",
        }
        if vraag.path != "/free" or unknown:
            return in_json({"message": f"unknown parameter(s): {sorted(unknown)}"}, 400)
        prefix = vraag.query["q"].removeprefix("postcode:").removesuffix("*")
        kept = vraag.query["fl"].split(",")
        found = [
            {name: value for name, value in doc.items() if name in kept}
            for doc in docs
            if doc["postcode"].startswith(prefix) and vraag.query["fq"] == "type:postcode"
        ]
        shown = found[: int(vraag.query["rows"])]
        return in_json({"response": {"numFound": len(found), "start": 0, "maxScore": 7.1, "docs": shown}})

    return answer


MISLUKT: dict[str, Antwoord] = {
    "too often": in_json({"message": "Too Many Requests"}, 429),
    "broken": Antwoord("<h1>500</h1>", 500),
    "away": Antwoord("", 503, {"retry-after": "1"}),
    "moved": Antwoord("", 302, {"location": "/elders"}),
    "a page": Antwoord("<!doctype html><title>Welkom</title>"),
    "nothing": Antwoord(""),
    "cut off": Antwoord('{"code": "Ok", "durations": [[0, 1'),
    "null": Antwoord("null"),
    "a list": Antwoord("[]"),
    "something else": in_json({"code": "Ok", "durations": "geen", "sources_to_targets": 3, "response": []}),
    "too late": Antwoord("{}", wait=1.0),
}
"""Ways in which a service fails, by name."""
