"""Keep what a run found: outcome, concept plan, voorstellen and explanations in one transaction."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from marketplace.db import Connection
from marketplace.matching.cijfers import count_plan
from marketplace.matching.ondergrenzen import count_eerlijkheid
from marketplace.matching.opgave import Opgave
from marketplace.rekenruns import claims
from marketplace.rekenruns.doorbell import ring_progress
from marketplace.rekenruns.model import Claim
from marketplace.voorstellen import publicatie, store
from marketplace.voorstellen.plan import NieuwNietGeplaatst, NieuwPaar
from marketplace.voorstellen.writes import lock_plannen
from solver.codec import to_plain
from solver.matching.codec import decode_solution, encode_instance
from solver.matching.solution import Toewijzing

ZONDER_PERIODE = {
    "reden": "periode",
    "zin": "De periode van de kandidaat is voorbij of te kort voor het aantal weken dat nodig is.",
    "tellingen": [],
    "dichtstbij": [],
    "wel_als": [],
}


def make_question(opgave: Opgave, claim: Claim) -> dict[str, Any]:
    """The whole question as it is stored and solved; with `herstel` the pairs of the plan to mend."""
    return {
        "planner": "matching",
        **({} if opgave.herstel is None else {"herstel": to_plain(opgave.herstel.paren)}),
        "instantie": encode_instance(opgave.instance),
        "week0": opgave.weken.week0.isoformat(),
        "seconden": claim.seconden,
        "seed": claim.seed,
        "reistijden": asdict(opgave.herkomst),
    }


async def keep_answer(
    conn: Connection, claim: Claim, opgave: Opgave, answer: Mapping[str, Any], now: datetime
) -> int | None:
    """Keep an answer with a plan; returns the plan's id, None when the run is no longer ours to end."""
    uitkomst = answer["uitkomst"]
    if not await claims.finish_rekenrun(conn, claim, uitkomst, now):
        return None
    await lock_plannen(conn, claim.regio_code)
    toewijzingen = decode_solution(uitkomst["oplossing"]).toewijzingen
    niet = {int(each): why for each, why in answer["uitleg"]["niet_geplaatst"].items()}
    niet |= dict.fromkeys(opgave.zonder_periode, ZONDER_PERIODE)
    plan_id = await store.replace_concept(
        conn,
        rekenrun_id=claim.id,
        regio_code=claim.regio_code,
        now=now,
        cijfers=count_plan(opgave, toewijzingen, niet, uitkomst["lagen"], uitkomst["status"])
        | count_eerlijkheid(opgave.doelgroepen, uitkomst.get("eerlijkheid")),
    )
    paren = [_paar(opgave, each, answer["uitleg"]["geplaatst"]) for each in toewijzingen]
    ids = await store.upsert_voorstellen(conn, paren)
    await store.insert_plan_voorstellen(conn, plan_id, paren, ids)
    regels = [
        NieuwNietGeplaatst(kandidaat_id=each, reden=why["reden"], uitleg=why) for each, why in niet.items()
    ]
    await store.insert_niet_geplaatst(conn, plan_id, regels)
    await publicatie.lapse(conn, claim.regio_code, claim.vandaag)
    zin = f"Het plan is klaar: {len(paren)} van de {len(paren) + len(niet)} kandidaten hebben een plek."
    plan = {"seconden": uitkomst["seconden"], "geplaatst": len(paren), "lagen": uitkomst["lagen"]}
    await claims.insert_voortgang(conn, claim.id, now=now, fase="klaar", zin=zin, plan=plan)
    await ring_progress(conn, claim.id)
    return plan_id


def _paar(opgave: Opgave, each: Toewijzing, uitleg: Mapping[str, Mapping[str, object]]) -> NieuwPaar:
    """One toewijzing as a plan keeps it, with dates for weeks."""
    kandidaat = next(row for row in opgave.instance.kandidaten if row.id == each.kandidaat)
    return NieuwPaar(
        kandidaat_id=each.kandidaat,
        leerwerkplek_id=each.plek,
        startweek=opgave.weken.monday(each.startweek),
        weken=kandidaat.weken,
        vorm=each.vorm.value,
        uitleg=uitleg[str(each.kandidaat)],
    )
