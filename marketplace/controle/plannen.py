"""What is planned for a regio: one plan at a time, and in it each person once."""

from marketplace.controle.model import Regel

REGELS = (
    Regel(
        "een_plan",
        """
        select format('In regio %s zijn %s plannen tegelijk %s.', regio_code, count(*), status)
        from plannen where status in ('concept', 'gepubliceerd')
        group by regio_code, planner, status having count(*) > 1
        """,
    ),
    Regel(
        "gepubliceerd_met_moment",
        """
        select format('Plan %s is %s en heeft geen dag waarop het is gepubliceerd, of juist wel.', id, status)
        from plannen
        where (status in ('gepubliceerd', 'historie')) <> (gepubliceerd_op is not null)
        """,
    ),
    Regel(
        "eenmaal_in_een_plan",
        """
        select format('Kandidaat %s staat %s keer in plan %s.', kandidaat_id, count(*), plan_id)
        from (select plan_id, kandidaat_id from plan_voorstellen
              union all select plan_id, kandidaat_id from plan_niet_geplaatst) regel
        group by plan_id, kandidaat_id having count(*) > 1
        """,
    ),
    Regel(
        "paar_van_het_plan",
        """
        select format('Plan %s en voorstel %s gaan niet over hetzelfde paar of dezelfde regio.', plan.id,
                      voorstel.id)
        from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id
        join voorstellen voorstel on voorstel.id = deel.voorstel_id
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
        join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        where (deel.kandidaat_id, deel.leerwerkplek_id) <> (voorstel.kandidaat_id, voorstel.leerwerkplek_id)
           or plan.regio_code <> kandidaat.regio_code or plan.regio_code <> plek.regio_code
        """,
    ),
    Regel(
        "een_rekenrun",
        """
        select format('In regio %s rekenen er %s tegelijk.', regio_code, count(*))
        from rekenruns where status in ('wachtrij', 'bezig')
        group by regio_code, planner having count(*) > 1
        """,
    ),
)
