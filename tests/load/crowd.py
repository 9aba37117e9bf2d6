"""A crowd: people with a browser and a program each, who walk the common pages and the reads of the API."""

import asyncio
import random
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import httpx2

from tests.marketplace.web.site import Visitor

API = "API "  # what the names of its reads begin with
# What is asked, in this order; {} becomes an id that stood in an answer before.
WALK = (
    ("Mijn werk", "/"),
    ("plan", "/plan"),
    ("plan, open", "/plan?status=open"),
    ("voorstel", "/voorstellen/{}"),
    ("geen plek", "/plannen/{}/geen-plek"),
    ("waarom niet", "/kandidaten/{}/waarom-niet"),
    ("kandidaten", "/kandidaten"),
    ("kandidaat", "/kandidaten/{}"),
    ("plekken", "/leerwerkplekken"),
    ("plek", "/leerwerkplekken/{}"),
    ("plek bewerken", "/leerwerkplekken/{}/bewerken"),
    ("organisaties", "/organisaties"),
    ("organisatie", "/organisaties/{}"),
    ("API leerwerkplekken", "/api/v1/leerwerkplekken?aantal=50"),
    ("API leerwerkplek", "/api/v1/leerwerkplekken/{}"),
    ("API bezetting", "/api/v1/leerwerkplekken/{}/bezetting"),
    ("API kandidaten", "/api/v1/kandidaten?aantal=50"),
    ("API kandidaat", "/api/v1/kandidaten/{}"),
    ("API voorstellen", "/api/v1/voorstellen?aantal=50"),
    ("API voorstel", "/api/v1/voorstellen/{}"),
    ("API plannen", "/api/v1/plannen"),
    ("API regels", "/api/v1/plannen/{}/regels?aantal=50"),
    ("API organisaties", "/api/v1/organisaties?aantal=50"),
    ("API organisatie", "/api/v1/organisaties/{}"),
    ("API vestigingen", "/api/v1/vestigingen?aantal=50"),
    ("API praktijkopleiders", "/api/v1/praktijkopleiders?aantal=50"),
    ("API kwalificaties", "/api/v1/kwalificaties"),
)
API_ID = re.compile(r'\{"id": ?(\d+)')


@dataclass(slots=True)
class Measures:
    """Seconds per page, and what was answered."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    answers: Counter[int] = field(default_factory=Counter)

    def tell(self) -> None:
        """Print a row per page."""
        print("| what | times | p50 | p95 | most |\n|---|---|---|---|---|")
        for name, took in self.seconds.items():
            _tell(name, took)
        for name, api in (("all pages", False), ("all of the API", True)):
            _tell(
                name,
                [one for key, took in self.seconds.items() if key.startswith(API) == api for one in took],
            )
        print("answers:", dict(self.answers))


def _tell(name: str, took: list[float]) -> None:
    """Print one row, in ms."""
    p50, p95, most = (1000 * sorted(took)[int(share * (len(took) - 1))] for share in (0.5, 0.95, 1))
    print(f"| {name} | {len(took)} | {p50:.0f} | {p95:.0f} | {most:.0f} |")


@dataclass(slots=True)
class Person:
    """Somebody who walks, and the key of a program that does what they may."""

    visitor: Visitor
    email: str
    sleutel: str
    choose: random.Random

    async def walk(self, rounds: int, think: float, measures: Measures) -> None:
        """Look at everything a few times, thinking `think` seconds, more or less, before each."""
        for _ in range(rounds):
            seen: dict[bool, str] = {False: "", True: ""}
            for name, path in WALK:
                api = name.startswith(API)
                await asyncio.sleep(self.choose.uniform(0.5, 1.5) * think)
                ids = API_ID.findall(seen[api]) if api else _linked(path, seen[api])
                if "{}" not in path or ids:
                    text = await self._look(name, path.format(self.choose.choice(ids or [""])), measures)
                    seen[api] = text if api and "{}" not in path else seen[api] + text * (not api)

    async def _look(self, name: str, path: str, measures: Measures) -> str:
        """Ask for one page or read."""
        headers = {"authorization": f"Bearer {self.sleutel}"} if name.startswith(API) else {}
        began = time.perf_counter()
        answer = await self.visitor.get(path, **headers)
        measures.seconds[name].append(time.perf_counter() - began)
        measures.answers[answer.status_code] += 1
        return answer.text


def _linked(path: str, seen: str) -> list[str]:
    """The ids with which a path stood as a link in what was seen."""
    return re.findall(path.replace("{}", r"(\d+)") + '"', seen)


async def gather_crowd(urls: list[str], people: dict[str, str]) -> list[Person]:
    """Everybody (e-mail and key), logged in all at once, divided over the webs; prints how long that took."""
    crowd = []
    for number, (email, sleutel) in enumerate(people.items(), start=1):
        client = httpx2.AsyncClient(
            base_url=urls[number % len(urls)], headers={"x-forwarded-for": f"192.0.2.{number}"}, timeout=60
        )
        crowd.append(Person(Visitor(client), email, sleutel, random.Random(number)))
    began = time.perf_counter()
    for answer in await asyncio.gather(*(person.visitor.login(person.email) for person in crowd)):
        assert answer.status_code == httpx2.codes.SEE_OTHER, answer.text
    print(f"{len(crowd)} logged in at once in {time.perf_counter() - began:.1f} s")
    return crowd


async def let_walk(crowd: list[Person], rounds: int, think: float) -> Measures:
    """Let everybody walk at once: each asks for the next page when the last one came."""
    measures = Measures()
    await asyncio.gather(*(person.walk(rounds, think, measures) for person in crowd))
    return measures
