"""Roulatie as a run carries it out: read a roulatie, ask for a rooster, keep it as an alternative."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from marketplace.rekenruns.model import Claim
from marketplace.rekenruns.planner import Planner
from marketplace.roulatie.instance import NotPlannable, load_opgave
from marketplace.roulatie.model import Cel, RoosterStatus
from marketplace.roulatie.opgave import Opgave
from marketplace.roulatie.roosters import get_by_status, insert_rooster
from solver.roulatie.codec import decode_solution, encode_instance
from solver.roulatie.vooraf import reasons


async def load(conn: Connection, claim: Claim) -> Opgave:
    """Read the roulatie of a run; raises NotPlannable, also with what can be said before solving."""
    if claim.roulatie_id is None:
        raise NotPlannable
    opgave = await load_opgave(conn, [claim.regio_code], claim.roulatie_id, claim.vandaag, claim.vraag)
    if why := reasons(opgave.instance):
        raise NotPlannable(" ".join(why))
    return opgave


def make_question(opgave: Opgave, claim: Claim) -> dict[str, Any]:
    """The whole question as it is stored and solved."""
    return {
        "planner": "roulatie",
        "instantie": encode_instance(opgave.instance),
        "week0": opgave.weken.week0.isoformat(),
        "seconden": claim.seconden,
        "seed": claim.seed,
        "reistijden": asdict(opgave.herkomst),
    }


def begins(question: Mapping[str, Any]) -> str:
    """What is being solved, and how large it is."""
    people, plekken, blokken = (
        len(question["instantie"][name]) for name in ("deelnemers", "plekken", "blokken")
    )
    return f"Er wordt een rooster gemaakt voor {people} deelnemers, {plekken} plekken en {blokken} blokken."


async def keep(
    conn: Connection, claim: Claim, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> bool:
    """Keep a rooster, as the concept where there is none; False when the run is no longer ours to end."""
    uitkomst = answer["uitkomst"]
    if claim.roulatie_id is None or not await claims.finish_rekenrun(conn, claim, uitkomst, now):
        return False
    pinned = set(opgave.instance.vast)
    cellen = [
        Cel(kandidaat_id=each.deelnemer, blok_id=each.blok, leerwerkplek_id=each.plek, vast=each in pinned)
        for each in decode_solution(uitkomst["oplossing"]).cellen
    ]
    regios = [claim.regio_code]
    told = await get_by_status(conn, regios, claim.roulatie_id, RoosterStatus.GEPUBLICEERD)
    concept = await get_by_status(conn, regios, claim.roulatie_id, RoosterStatus.CONCEPT)
    await insert_rooster(
        conn,
        roulatie_id=claim.roulatie_id,
        status=RoosterStatus.ALTERNATIEF if concept else RoosterStatus.CONCEPT,
        basis_id=told.id if told else None,
        now=now,
        account_id=claim.gevraagd_door,
        rekenrun_id=claim.id,
        lagen=uitkomst["lagen"],
        cellen=cellen,
    )
    zin = "Het rooster is klaar." if "opgegeven" not in uitkomst else uitkomst["opgegeven"]["zin"]
    plan = {"seconden": uitkomst["seconden"], "geplaatst": len(cellen), "lagen": uitkomst["lagen"]}
    await claims.insert_voortgang(conn, claim.id, now=now, fase="klaar", zin=zin, plan=plan)
    await ring_progress(conn, claim.id)
    return True


ROULATIE = Planner(load=load, make_question=make_question, begins=begins, keep=keep)
