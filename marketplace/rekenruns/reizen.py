"""The travel times of a run: as the solver takes them, and what people read about where they come from."""

from marketplace.geo.herkomst import Herkomst
from marketplace.geo.reistabel import Reistabel
from solver import reistabel as solver
from solver.spreektaal import VERVOER, listing
from solver.vocabulary import Vervoermiddel


def to_reistabel(tabel: Reistabel) -> solver.Reistabel:
    """The table in the words of the solver."""
    return solver.Reistabel(
        minuten={Vervoermiddel(each.value): rows for each, rows in tabel.minuten.items()},
        kilometers=tabel.kilometers,
    )


def tell_herkomst(herkomst: Herkomst) -> str:
    """One line for whoever follows the run."""
    known = [VERVOER[each.value] for each, ways in herkomst.gevonden.items() if ways]
    if not known:
        return f"{herkomst.bron} gaf geen reistijden. Alle reistijden zijn geschat."
    failed = [VERVOER[each.value] for each in herkomst.uitgevallen]
    silent = f" Er kwam geen antwoord voor: {listing(failed)}." if failed else ""
    return f"{herkomst.bron} gaf de reistijden {listing(known)}.{silent} De andere reistijden zijn geschat."
