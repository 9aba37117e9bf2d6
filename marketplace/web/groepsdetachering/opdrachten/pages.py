"""The pages of opdrachten, for who plans and for the inlener."""

from marketplace.web.groepsdetachering.opdrachten import bewerken, lijst, mijn, opdracht, vragen

ROUTES = [*lijst.ROUTES, *bewerken.ROUTES, *opdracht.ROUTES, *mijn.ROUTES, *vragen.ROUTES]
