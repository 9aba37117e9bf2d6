"""The pages of the week board side by side."""

from marketplace.web.groepsdetachering.plan import bord, publiceren, wat_als

ROUTES = [*bord.ROUTES, *publiceren.ROUTES, *wat_als.ROUTES]
