"""Who comes into these pages, and which buttons a page shows to whom."""

from dataclasses import dataclass

from starlette.requests import Request

from marketplace.errors import NotFound
from marketplace.kandidaten import zicht
from marketplace.kandidaten.model import KandidaatProfiel
from marketplace.kandidaten.service import visible_kandidaat
from marketplace.toegang.model import Actor, Rol
from marketplace.toegang.rechten import (
    BEGELEIDT,
    BESLIST,
    BETROKKEN,
    EIGEN,
    LEEST_MENSEN,
    LEEST_REGIO,
    MELDT_MENSEN_AAN,
    PLANT_MENSEN,
)
from marketplace.web.request import actor_as, connection, path_id

LEZERS = (*LEEST_REGIO, *LEEST_MENSEN, *BETROKKEN)
BEWERKERS = (*BESLIST, *PLANT_MENSEN, *BEGELEIDT)
BESLISSERS = (*BESLIST, *PLANT_MENSEN)
KENNERS = (*BESLIST, *PLANT_MENSEN, *BETROKKEN)
AANMELDERS = (*BESLIST, *PLANT_MENSEN, *MELDT_MENSEN_AAN)


@dataclass(frozen=True, slots=True)
class Mag:
    """What an actor may do with one person; `eigen` when it is the actor, or who the actor speaks for."""

    bewerken: bool
    besluiten: bool
    kennen: bool
    eigen: bool


def may(actor: Actor, profiel: KandidaatProfiel) -> Mag:
    """What this actor may do with this person."""
    besluiten = zicht.decides(actor).holds(profiel)
    return Mag(
        bewerken=zicht.edits(actor).holds(profiel),
        besluiten=besluiten,
        kennen=zicht.knows(actor).holds(profiel),
        eigen=not besluiten and profiel.id in actor.kandidaten_als(*EIGEN),
    )


async def profile_of(request: Request, *rollen: Rol) -> KandidaatProfiel:
    """The profile that the path names, for an actor who holds one of these roles and may see the person."""
    return await visible_kandidaat(await connection(request), actor_as(request, *rollen), path_id(request))


async def profile_to_decide(request: Request) -> KandidaatProfiel:
    """The profile that the path names, for who decides about the person; raises NotFound for others."""
    profiel = await profile_of(request, *BESLISSERS)
    if not may(actor_as(request, *BESLISSERS), profiel).besluiten:
        raise NotFound
    return profiel


async def profile_to_edit(request: Request) -> KandidaatProfiel:
    """The profile that the path names, for who edits it; raises NotFound for others."""
    profiel = await profile_of(request, *BEWERKERS)
    if not may(actor_as(request, *BEWERKERS), profiel).bewerken:
        raise NotFound
    return profiel
