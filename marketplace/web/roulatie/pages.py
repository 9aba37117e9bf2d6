"""The rooms of a roulatie side by side: the board, publishing and what was published."""

from starlette.routing import Route

from marketplace.web.roulatie import bord, einde, publiceren

ROUTES = [
    Route("/roulaties/{id:int}/bord", bord.show_bord),
    Route("/roulaties/{id:int}/bord/beginnen", bord.begin, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/zetten", bord.put, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/wisselen", bord.swap, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/vast", bord.pin, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/ongedaan", bord.undo, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/opnieuw", bord.redo, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/overnemen", bord.take_over, methods=["POST"]),
    Route("/roulaties/{id:int}/bord/rekenen", bord.ask, methods=["POST"]),
    Route("/roulaties/{id:int}/publiceren", publiceren.show_publiceren),
    Route("/roulaties/{id:int}/publiceren", publiceren.publish, methods=["POST"]),
    Route("/roulaties/{id:int}/roosters", publiceren.show_roosters),
    Route("/roulaties/{id:int}/roosters/{rooster:int}", publiceren.show_rooster),
    Route("/roulaties/{id:int}/einde", einde.show_einde),
    Route("/roulaties/{id:int}/afronden", einde.finish, methods=["POST"]),
]
