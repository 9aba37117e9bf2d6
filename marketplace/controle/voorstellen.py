"""What people promised each other: to one person one plek, and only where it can be kept."""

from marketplace.controle.model import Regel

REGELS = (
    Regel(
        "een_ja",
        """
        select format('Kandidaat %s staat vast bij %s voorstellen tegelijk.', kandidaat_id, count(*))
        from voorstellen
        where id in (select id from gehouden) or pin_reden is not null
        group by kandidaat_id having count(*) > 1
        """,
    ),
    Regel(
        "ja_vastgelegd",
        """
        select format('Voorstel %s is ''%s'', maar het ja van de kandidaat past daar niet bij.', id, status)
        from voorstellen
        where (ja_kandidaat_op is null) <> (ja_vastgelegd_door is null)
           or ja_kandidaat_op is null and id in (select id from gehouden)
           or ja_kandidaat_op is not null and status = 'voorgesteld'
        """,
    ),
    Regel(
        "afwijzing_met_reden",
        """
        select format('Voorstel %s is ''%s'', maar de reden of de vaste plaats past daar niet bij.', id,
                      status)
        from voorstellen
        where (status = 'afgewezen') <> (afwijsreden is not null)
           or (status = 'afgewezen') <> (afgewezen_door is not null)
           or status in ('afgewezen', 'vervallen') and pin_reden is not null
           or num_nonnulls(pin_reden, pin_tot, pin_door) not in (0, 3)
        """,
    ),
    Regel(
        "belofte_aan_wie_zoekt",
        """
        select format('Voorstel %s is beloofd aan kandidaat %s, en die is %s.', voorstel.id, kandidaat.id,
                      case when kandidaat.gearchiveerd_op is null then replace(kandidaat.status, '_', ' ')
                           else 'gearchiveerd' end)
        from beloofd voorstel join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        where kandidaat.status not in ('matchbaar', 'lopend') or kandidaat.gearchiveerd_op is not null
        """,
    ),
    Regel(
        "belofte_op_open_plek",
        """
        select format('Voorstel %s is beloofd op plek %s, en die is %s.', voorstel.id, plek.id, plek.status)
        from beloofd voorstel join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        where plek.status <> 'gepubliceerd'
          and not exists (select from bezetting, dag where voorstel_id = voorstel.id and week <= vandaag)
        """,
    ),
    # When the yes was written down the rules were asked; what was changed since is in the history.
    Regel(
        "erkenning_bij_het_ja",
        """
        select format('Bij voorstel %s was er geen erkenning voor crebo %s vanaf de startweek.', voorstel.id,
                      kandidaat.crebo)
        from gehouden voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id and kandidaat.praktijkleren
        join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        join plan_voorstellen deel on deel.voorstel_id = voorstel.id
        join plannen plan on plan.id = deel.plan_id and plan.status in ('concept', 'gepubliceerd')
        join plaatsingsvormen vorm on vorm.code = deel.vorm and vorm.eist_erkenning
        where not ('proefplaatsing' = any(kandidaat.vormen) and 'proefplaatsing' = any(plek.vormen))
          and not exists (
              select from erkenningen erkenning
              where erkenning.vestiging_id = plek.vestiging_id and erkenning.crebo = kandidaat.crebo
                and erkenning.periode @> deel.startweek::date)
          and not exists (
              select from gebeurtenissen gebeurtenis
              left join erkenningen erkenning on erkenning.id = gebeurtenis.onderwerp_id
              where gebeurtenis.tijd >= voorstel.ja_kandidaat_op
                and (gebeurtenis.onderwerp = 'erkenning' and erkenning.vestiging_id = plek.vestiging_id
                     or gebeurtenis.soort = 'profiel_gewijzigd' and gebeurtenis.onderwerp_id = kandidaat.id
                     or gebeurtenis.soort = 'leerwerkplek_gewijzigd' and gebeurtenis.onderwerp_id = plek.id))
        """,
    ),
)
