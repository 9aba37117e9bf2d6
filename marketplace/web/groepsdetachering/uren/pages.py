"""The pages of hours: the weeks, one week of an opdracht, and what can be taken along."""

from marketplace.web.groepsdetachering.uren import lijst, link, papier, uitvoer, week

ROUTES = [*lijst.ROUTES, *week.ROUTES, *link.ROUTES, *uitvoer.ROUTES, *papier.ROUTES]
