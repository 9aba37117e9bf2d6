"""The pages of people."""

from marketplace.web.groepsdetachering.mensen import bewerken, lijst, medewerker, stappen, toevoegen

ROUTES = [*lijst.ROUTES, *toevoegen.ROUTES, *medewerker.ROUTES, *bewerken.ROUTES, *stappen.ROUTES]
