"""The pages of the week board side by side."""

from marketplace.web.groepsdetachering.plan import bord

ROUTES = [*bord.ROUTES]
