"""One invented person of the story before it becomes rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """A kandidaat in the words of the story; weeks count from the current week, minutes are per week.

    `soort` is the kind of work wished; `gewenst` and `bewezen` are keys of werkprocessen; `periode` is when
    the person is available; `wachtweken` is None for who is not matchbaar.
    """

    kenmerk: str
    naam: str
    leeftijd: int
    pc4: str
    gemeente_id: int
    soort: str
    status: str = "matchbaar"
    status_reden: str | None = None
    wachtweken: int | None = 0
    sw: bool = False
    besloten: bool = False
    vervoermiddel: str
    max_reistijd: int
    max_afstand: int | None = None
    reist_alleen: bool = True
    dagdelen: int
    interne_dagen: int = 0
    minuten_min: int
    minuten_max: int
    periode: tuple[int, int | None] = (0, 78)
    weken: int
    niveau_geschat: int
    niveau_bewezen: int | None = None
    praktijkleren: bool = True
    crebo: int | None
    vormen: tuple[str, ...]
    begeleiding: tuple[int, ...]
    voorwaarden: tuple[str, ...] = ()
    taal: int
    fase: str | None = None
    voucher: bool = False
    toelichting: str = ""
    sectorwensen: tuple[str, ...]
    gewenst: tuple[str, ...]
    bewezen: tuple[str, ...] = ()
    doelgroepen: tuple[str, ...] = ()
