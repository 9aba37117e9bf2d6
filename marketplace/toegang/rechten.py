"""Which roles read and which decide, named once; the database says the same in its policies.

A role in a regio sees all of that regio that its name here says, a role at an organisatie what is of that
organisatie. Who is bound to one person (`kandidaat_betrokkenen`) sees that person only.
"""

from marketplace.toegang.model import Rol

# Of a regio: plekken, kandidaten without their identity, runs and plans.
LEEST_REGIO = (Rol.ACCOUNTMANAGER, Rol.REGIOCOORDINATOR)
# Of a regio: organisaties with their vestigingen, erkenningen, praktijkopleiders and plekken.
LEEST_ORGANISATIES = (*LEEST_REGIO, Rol.SBB_ADVISEUR)
# Decides in a regio: edits profiles and plekken, asks for runs, reviews voorstellen, publishes.
BESLIST = (Rol.ACCOUNTMANAGER,)
# May set beleid aside, with a reason, and writes the policies of a regio.
BEPAALT_BELEID = (Rol.REGIOCOORDINATOR,)
# Edits organisaties, vestigingen and praktijkopleiders of a regio.
BEHEERT_ORGANISATIES = (Rol.ACCOUNTMANAGER, Rol.BEHEERDER)
# Records what SBB recognised.
BEHEERT_ERKENNINGEN = (Rol.ACCOUNTMANAGER, Rol.SBB_ADVISEUR)
# Of the own organisatie: plekken and praktijkopleiders; the first edits, both read.
BEHEERT_PLEKKEN = (Rol.WERKGEVER,)
LEEST_PLEKKEN = (Rol.WERKGEVER, Rol.PRAKTIJKOPLEIDER)
# Says how far somebody came at an own plek, block by block.
BEOORDEELT = (Rol.WERKGEVER, Rol.PRAKTIJKOPLEIDER)
# Opens plekken at all, and may edit one.
ZIET_PLEKKEN = (*LEEST_ORGANISATIES, *LEEST_PLEKKEN)
BEWERKT_PLEKKEN = (*BESLIST, *BEHEERT_PLEKKEN)
# Of the own SW-bedrijf: its people; the first edits, both read.
PLANT_MENSEN = (Rol.PLANNER,)
LEEST_MENSEN = (Rol.PLANNER, Rol.WERKLEIDER)
# Makes a new kandidaat known, and is bound to that person from then on.
MELDT_MENSEN_AAN = (Rol.CONSULENT,)
# Of the one person they are bound to: the profile and, for a purpose, who it is; the second edits too.
BETROKKEN = (Rol.KANDIDAAT, Rol.VERTEGENWOORDIGER, Rol.CONSULENT, Rol.JOBCOACH, Rol.PRO_VSO)
BEGELEIDT = (Rol.CONSULENT, Rol.JOBCOACH)
# The person, or who speaks for them.
EIGEN = (Rol.KANDIDAAT, Rol.VERTEGENWOORDIGER)
# Says what a mbo-school offers: the school itself, and who brings school and leerbedrijf together.
BEHEERT_OPLEIDINGEN = (Rol.ACCOUNTMANAGER, Rol.MBO, Rol.BEHEERDER)
# Edits the kwalificaties and werkprocessen that all regios share.
BEHEERT_CATALOGUS = (Rol.BEHEERDER,)
# Moves a gemeente of the own regio to another one.
BEHEERT_GRENZEN = (Rol.BEHEERDER,)
# Makes accounts and gives roles, in the own regio or at the own organisatie.
BEHEERT_ACCOUNTS = (Rol.BEHEERDER,)
# Belongs to an organisatie: sees that it is there, its vestigingen and its colleagues.
HOORT_BIJ = (
    Rol.WERKGEVER,
    Rol.PRAKTIJKOPLEIDER,
    Rol.PLANNER,
    Rol.WERKLEIDER,
    Rol.CONSULENT,
    Rol.JOBCOACH,
    Rol.MBO,
    Rol.PRO_VSO,
    Rol.BEHEERDER,
)
