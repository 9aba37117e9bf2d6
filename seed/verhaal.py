"""The named cases of the story and where to find each: by the kenmerk of a person, the titel of a plek."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One case: what it shows, and the person and plek in which it can be seen."""

    uitleg: str
    kandidaten: tuple[str, ...] = ()
    plekken: tuple[str, ...] = ()


GEVALLEN: dict[str, Geval] = {
    "didam_neede": Geval(
        uitleg="Lives in Didam; the one magazijn that takes a proefplaatsing is in Neede, 39 km away.",
        kandidaten=("K-9NW6",),
        plekken=("Opslag in Neede",),
    ),
    "reist_niet_alleen": Geval(
        uitleg="Cannot travel alone and cycles: only a plek that arranges the way will do.",
        kandidaten=("K-7HQ4",),
        plekken=("Groenploeg Doetinchem-Noord",),
    ),
    "een_dag_buiten": Geval(
        uitleg="One day outside and three days inside the SW-bedrijf.", kandidaten=("K-3DM9",)
    ),
    "bijna_met_pensioen": Geval(
        uitleg="Near retirement and still takes a step up, in a short stay.", kandidaten=("K-5ZT2",)
    ),
    "volle_praktijkopleider": Geval(
        uitleg="A seat is free, but all guidance goes to someone who learns at the own work.",
        kandidaten=("K-6VF3",),
        plekken=("Spuitgietmachines in Varsseveld",),
    ),
    "erkenning_te_laat": Geval(
        uitleg="Must begin within four weeks; the erkenning of the only plek in reach begins later.",
        kandidaten=("K-2KB8",),
        plekken=("Hovenier in Varsseveld",),
    ),
    "nog_niet_erkend": Geval(
        uitleg="The firm has no erkenning yet; a proefplaatsing can go on while it is asked for.",
        kandidaten=("K-1PP5",),
        plekken=("Landgoedkeuken bij Vorden",),
    ),
    "onbereikbare_plek": Geval(
        uitleg="Nobody who wants this work can get there: all three live in the north of the region.",
        kandidaten=("K-4TA1", "K-4TA2", "K-4TA3"),
        plekken=("Kas met jonge planten in Megchelen",),
    ),
    "school_midden_gelderland": Geval(
        uitleg="Meubelmaker is offered only by the school in Midden-Gelderland.",
        kandidaten=("K-8MG1", "K-8MG2", "K-8MG3", "K-8MG4", "K-8MG5"),
        plekken=("Meubelmakerij in Hengelo", "Meubels afwerken in Silvolde"),
    ),
}


def named_kenmerken() -> set[str]:
    """Every kenmerk the story has fixed."""
    return {kenmerk for geval in GEVALLEN.values() for kenmerk in geval.kandidaten}


GROEP_GROEN_EERST = "Groen Achterhoek, eerste groep"
GROEP_GROEN_VERVOLG = "Groen Achterhoek, tweede groep"
GROEP_GROEN_DERDE = "Groen Achterhoek, derde groep"
GROEP_ZELHEM = "Productie Zelhem"
GROEP_GROENLO = "Productie Groenlo"
ZELHEM_WEKEN = (-6, 20)
"""Names of the five groups and the weeks of Zelhem's seven; their numbers are in `groepen.py`."""
