"""Every invariant of the house, asked again of raw tables by SQL that shares nothing with triggers or verbs.

capaciteit        no more people than plaatsen, no more minutes than a praktijkopleider has, weeks inside the
                  period of the plek and under who leads it; an akkoord has the weeks that were agreed,
                  nothing else has any
voorstellen       one yes or pin a person; a yes says who wrote it down, a no why; a promise is only for who
                  looks for a plek, at a plek that is published, and for praktijkleren with an erkenning
plannen           one published plan and one concept a regio; one plek a person in a plan, of that regio
leerwerkplekken   who leads works there and has not left; published plekken tell their work;
                  what is archived is empty
mensen            who ended has no promise; who waits says since when; every look at who one is was logged
geschiedenis      what is follows from what happened; versions only rise, and each has its gebeurtenis

One rule is one query in the file of its subject; each row that it finds is one Dutch sentence.
"""
