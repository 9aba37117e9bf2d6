"""Roulatie as a run carries it out: read a roulatie, ask for a rooster, keep it as an alternative."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from marketplace.rekenruns.model import Opdracht
from marketplace.rekenruns.planner import Planner
from marketplace.roulatie.instance import NotPlannable, load_opgave
from marketplace.roulatie.model import Cel, RoosterStatus
from marketplace.roulatie.opgave import Opgave
from marketplace.roulatie.roosters import get_by_status, insert_rooster
from solver.roulatie.codec import decode_solution, encode_instance
from solver.roulatie.vooraf import reasons


async def load(conn: Connection, opdracht: Opdracht) -> Opgave:
    """Read the roulatie of a run; raises NotPlannable, also with what can be said before solving."""
    if opdracht.roulatie_id is None:
        raise NotPlannable
    opgave = await load_opgave(
        conn, [opdracht.regio_code], opdracht.roulatie_id, opdracht.vandaag, opdracht.vraag
    )
    if why := reasons(opgave.instance):
        raise NotPlannable(" ".join(why))
    return opgave


def make_question(opgave: Opgave, opdracht: Opdracht) -> dict[str, Any]:
    """The whole question as it is stored and solved."""
    return {
        "planner": "roulatie",
        "instantie": encode_instance(opgave.instance),
        "week0": opgave.weken.week0.isoformat(),
        "seconden": opdracht.seconden,
        "seed": opdracht.seed,
        "reistijden": asdict(opgave.herkomst),
    }


def begins(question: Mapping[str, Any]) -> str:
    """What is being solved, and how large it is."""
    people, plekken, blokken = (
        len(question["instantie"][name]) for name in ("deelnemers", "plekken", "blokken")
    )
    return f"Er wordt een rooster gemaakt voor {people} deelnemers, {plekken} plekken en {blokken} blokken."


async def keep(
    conn: Connection, opdracht: Opdracht, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> bool:
    """Keep a rooster, as the concept where there is none; False when the run is no longer ours to end."""
    uitkomst = answer["uitkomst"]
    if opdracht.roulatie_id is None or not await claims.finish_rekenrun(conn, opdracht, uitkomst, now):
        return False
    pinned = set(opgave.instance.vast)
    cellen = [
        Cel(kandidaat_id=each.deelnemer, blok_id=each.blok, leerwerkplek_id=each.plek, vast=each in pinned)
        for each in decode_solution(uitkomst["oplossing"]).cellen
    ]
    regios = [opdracht.regio_code]
    told = await get_by_status(conn, regios, opdracht.roulatie_id, RoosterStatus.GEPUBLICEERD)
    concept = await get_by_status(conn, regios, opdracht.roulatie_id, RoosterStatus.CONCEPT)
    await insert_rooster(
        conn,
        roulatie_id=opdracht.roulatie_id,
        status=RoosterStatus.ALTERNATIEF if concept else RoosterStatus.CONCEPT,
        basis_id=told.id if told else None,
        now=now,
        account_id=opdracht.gevraagd_door,
        rekenrun_id=opdracht.id,
        lagen=uitkomst["lagen"],
        cellen=cellen,
    )
    zin = "Het rooster is klaar." if "opgegeven" not in uitkomst else uitkomst["opgegeven"]["zin"]
    plan = {"seconden": uitkomst["seconden"], "geplaatst": len(cellen), "lagen": uitkomst["lagen"]}
    await claims.insert_voortgang(conn, opdracht.id, now=now, fase="klaar", zin=zin, plan=plan)
    await ring_progress(conn, opdracht.id)
    return True


ROULATIE = Planner(load=load, make_question=make_question, begins=begins, keep=keep)
