"""Every status that people see: its word, its colour and its icon, never the colour alone."""

from dataclasses import dataclass
from typing import Literal

Toon = Literal["rust", "gaande", "goed", "let_op", "fout"]
Icoon = Literal["cirkel", "klok", "vink", "dubbelvink", "kruis", "let_op", "pin", "pen", "pijl", "stop"]


@dataclass(frozen=True, slots=True)
class Status:
    """The word, the tone (a colour of tokens.css) and the icon (of layout/iconen.html)."""

    woord: str
    toon: Toon
    icoon: Icoon


STATUSES = {
    # voorstel
    "voorgesteld": Status("Voorgesteld", "rust", "cirkel"),
    "besproken_met_kandidaat": Status("Besproken met kandidaat", "gaande", "pijl"),
    "akkoord_accountmanager": Status("Akkoord", "goed", "vink"),
    "voorgelegd_aan_werkgever": Status("Ligt bij werkgever", "gaande", "klok"),
    "kennismaking": Status("Kennismaking", "gaande", "pijl"),
    "match": Status("Match", "goed", "dubbelvink"),
    "afgewezen": Status("Afgewezen", "fout", "kruis"),
    "vervallen": Status("Vervallen", "rust", "stop"),
    "vastgezet": Status("Vastgezet", "let_op", "pin"),
    # rekenrun
    "wachtrij": Status("In de wachtrij", "rust", "klok"),
    "bezig": Status("Bezig", "gaande", "pijl"),
    "geslaagd": Status("Klaar", "goed", "vink"),
    "mislukt": Status("Mislukt", "fout", "kruis"),
    "gestopt": Status("Gestopt", "rust", "stop"),  # how a rekenrun that is geannuleerd is said
    "geannuleerd": Status("Geannuleerd", "rust", "stop"),
    # plan and leerwerkplek
    "alternatief": Status("Voorstel van Plekwijs", "gaande", "cirkel"),
    "concept": Status("Concept", "rust", "pen"),
    "gepubliceerd": Status("Gepubliceerd", "goed", "vink"),
    "historie": Status("Eerder plan", "rust", "klok"),
    "gesloten": Status("Gesloten", "rust", "stop"),
    # kandidaat and groep
    "voor_aangemeld": Status("Voor-aangemeld", "rust", "cirkel"),
    "matchbaar": Status("Zoekt een plek", "gaande", "cirkel"),
    "lopend": Status("Is bezig", "goed", "pijl"),
    "teruggetrokken": Status("Teruggetrokken", "rust", "stop"),
    "niet_gestart": Status("Niet gestart", "let_op", "let_op"),
    "afgerond": Status("Afgerond", "goed", "dubbelvink"),
    "aangemeld": Status("Aangemeld", "rust", "cirkel"),
    "gestart": Status("Gestart", "goed", "pijl"),
    # roulatie
    "voorbereiding": Status("In voorbereiding", "rust", "pen"),
    "klaar": Status("Klaar", "goed", "vink"),
    "nog_niet": Status("Nog niet klaar", "let_op", "let_op"),
    # what speaks for a next trede
    "goed": Status("Goed", "goed", "vink"),
    "mist": Status("Mist nog", "let_op", "let_op"),
    "onbekend": Status("Niet bekend", "rust", "cirkel"),
    # opdracht of an inlener
    "gevraagd": Status("Gevraagd", "gaande", "klok"),
    "open": Status("Open", "goed", "vink"),
    "getekend": Status("Getekend", "goed", "dubbelvink"),
    "niet_getekend": Status("Niet getekend", "let_op", "let_op"),
    # hours of a group in a week
    "uren_leeg": Status("Nog niet ingevuld", "rust", "cirkel"),
    "uren_ingevuld": Status("Ingevuld", "gaande", "pen"),
    "uren_wachten": Status("Wacht op de inlener", "gaande", "klok"),
    "uren_bevestigd": Status("Bevestigd", "goed", "dubbelvink"),
    "uren_kloppen_niet": Status("Klopt niet", "let_op", "let_op"),
    # in a plan
    "geplaatst": Status("Geplaatst", "goed", "vink"),
    "wacht": Status("Wacht", "let_op", "klok"),
    "niet_geplaatst": Status("Niet geplaatst", "fout", "let_op"),
    # inlezing
    "nakijken": Status("Wordt nagekeken", "gaande", "pijl"),
    "nagekeken": Status("Nagekeken", "gaande", "cirkel"),
    "schrijven": Status("Wordt ingelezen", "gaande", "pijl"),
    "geschreven": Status("Ingelezen", "goed", "vink"),
    "terugdraaien": Status("Wordt teruggedraaid", "gaande", "pijl"),
    "teruggedraaid": Status("Teruggedraaid", "rust", "stop"),
    # organisatie and what belongs to it
    "erkend": Status("Geldt nu", "goed", "vink"),
    "komt": Status("Begint nog", "rust", "klok"),
    "voorbij": Status("Voorbij", "rust", "stop"),
    "archief": Status("In het archief", "rust", "stop"),
    "ingetrokken": Status("Ingetrokken", "rust", "stop"),  # an opdracht
    # account
    "actief": Status("Actief", "goed", "vink"),
    "uitgenodigd": Status("Uitgenodigd", "gaande", "klok"),
    "uitgezet": Status("Uitgezet", "rust", "stop"),
    # api-sleutel
    "sleutel_geldig": Status("Geldig", "goed", "vink"),
    "sleutel_verlopen": Status("Verlopen", "rust", "klok"),
    "sleutel_ingetrokken": Status("Ingetrokken", "rust", "stop"),
}
