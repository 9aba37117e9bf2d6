"""What people read about where the travel times of a run come from."""

from marketplace.geo.herkomst import Herkomst
from solver.spreektaal import VERVOER, listing


def tell_herkomst(herkomst: Herkomst) -> str:
    """One line for whoever follows the run."""
    known = [VERVOER[each.value] for each, ways in herkomst.gevonden.items() if ways]
    if not known:
        return f"{herkomst.bron} gaf geen reistijden. Alle reistijden zijn geschat."
    failed = [VERVOER[each.value] for each in herkomst.uitgevallen]
    silent = f" Er kwam geen antwoord voor: {listing(failed)}." if failed else ""
    return f"{herkomst.bron} gaf de reistijden {listing(known)}.{silent} De andere reistijden zijn geschat."
