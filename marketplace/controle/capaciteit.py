"""Who takes which week: it fits, and it is what was agreed."""

from marketplace.controle.model import Regel

REGELS = (
    Regel(
        "plaatsen",
        """
        select format('Op plek %s zijn in de week van %s %s mensen, er zijn %s plaatsen.',
                      plek.id, datum(bezet.week), count(distinct bezet.kandidaat_id), plek.plaatsen)
        from bezetting bezet join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        group by plek.id, bezet.week having count(distinct bezet.kandidaat_id) > plek.plaatsen
        """,
    ),
    Regel(
        "begeleiding",
        """
        select format('Praktijkopleider %s begeleidt in de week van %s %s minuten en heeft er %s.',
                      gebruikt.praktijkopleider_id, datum(gebruikt.week), gebruikt.minuten, ruimte.minuten)
        from (select praktijkopleider_id, week::date as week, sum(minuten) as minuten
              from bezetting group by praktijkopleider_id, week) gebruikt
        cross join lateral (
            select coalesce(sum(minuten_per_week), 0) as minuten from begeleidingscapaciteiten
            where praktijkopleider_id = gebruikt.praktijkopleider_id and periode @> gebruikt.week) ruimte
        where gebruikt.minuten > ruimte.minuten
        """,
    ),
    Regel(
        "week_buiten_periode",
        """
        select format('Kandidaat %s is op plek %s in de week van %s, dan is die plek niet open.',
                      bezet.kandidaat_id, plek.id, datum(bezet.week))
        from bezetting bezet join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        where not plek.periode @> bezet.week::date
        """,
    ),
    Regel(
        "andere_praktijkopleider",
        """
        select format('Kandidaat %s is op plek %s in de week van %s bij praktijkopleider %s, die daar dan '
                      'niet begeleidt.', bezet.kandidaat_id, bezet.leerwerkplek_id, datum(bezet.week),
                      bezet.praktijkopleider_id)
        from bezetting bezet
        where not exists (
            select from leerwerkplek_praktijkopleiders inzet
            where inzet.leerwerkplek_id = bezet.leerwerkplek_id and inzet.periode @> bezet.week::date
              and inzet.praktijkopleider_id = bezet.praktijkopleider_id)
        """,
    ),
    Regel(
        "akkoord_zonder_weken",
        """
        select format('Bij voorstel %s met akkoord horen %s weken vanaf %s. Er zijn er %s bezet.',
                      voorstel.id, coalesce(afspraak.weken, 0),
                      coalesce(datum(afspraak.startweek), 'een onbekende week'),
                      (select count(*) from bezetting where voorstel_id = voorstel.id))
        from afgesproken voorstel
        left join lateral (
            select (gegevens ->> 'startweek')::date as startweek, (gegevens ->> 'weken')::integer as weken
            from gebeurtenissen
            where onderwerp = 'voorstel' and onderwerp_id = voorstel.id and soort = 'voorstel_akkoord'
            order by id desc limit 1) afspraak on true
        where afspraak.startweek is null
           or array(select week::date from bezetting where voorstel_id = voorstel.id order by week)
              <> array(select afspraak.startweek + 7 * nummer
                       from generate_series(0, afspraak.weken - 1) nummer order by nummer)
        """,
    ),
    Regel(
        "weken_zonder_akkoord",
        """
        select format('Voorstel %s heeft %s weken bezet zonder akkoord, of voor een ander paar.',
                      bezet.voorstel_id, count(*))
        from bezetting bezet
        where (bezet.bron = 'voorstel') <> (bezet.voorstel_id is not null)
           or bezet.voorstel_id is not null and not exists (
              select from afgesproken voorstel
              where voorstel.id = bezet.voorstel_id and voorstel.kandidaat_id = bezet.kandidaat_id
                and voorstel.leerwerkplek_id = bezet.leerwerkplek_id)
        group by bezet.voorstel_id
        """,
    ),
)
