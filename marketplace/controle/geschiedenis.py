"""What is follows from what happened, and no version went back."""

from marketplace.controle.model import Regel

REGELS = (
    # Each gebeurtenis tells the status before it; what follows on it is the status before the next, or now.
    # Lapsing and coming back after that is done by runs and publications, which tell of the plan.
    Regel(
        "stand_volgt_geschiedenis",
        """
        with stap as (
            select gebeurtenis.id, gebeurtenis.soort, voorstel.id as voorstel_id,
                   gebeurtenis.gegevens #>> '{was,status}' as van,
                   coalesce(lead(gebeurtenis.gegevens #>> '{was,status}') over opeenvolgend,
                            voorstel.status) as naar,
                   lag(gebeurtenis.id) over opeenvolgend is null as eerste
            from gebeurtenissen gebeurtenis
            join voorstellen voorstel on voorstel.id = gebeurtenis.onderwerp_id
            where gebeurtenis.onderwerp = 'voorstel' and gebeurtenis.gegevens #>> '{was,status}' is not null
            window opeenvolgend as (partition by voorstel.id order by gebeurtenis.id)
        ), verloop (soort, van, naar) as (values
            ('voorstel_besproken', 'voorgesteld', 'besproken_met_kandidaat'),
            ('voorstel_akkoord', 'besproken_met_kandidaat', 'akkoord_accountmanager'),
            ('voorstel_afgewezen', null, 'afgewezen'),
            ('voorstel_stap_terug', 'besproken_met_kandidaat', 'voorgesteld'),
            ('voorstel_stap_terug', 'akkoord_accountmanager', 'besproken_met_kandidaat'),
            ('voorstel_stap_terug', 'afgewezen', 'voorgesteld'),
            ('voorstel_vastgezet', null, null), ('voorstel_losgemaakt', null, null),
            ('voorstel_toegevoegd', 'voorgesteld', 'voorgesteld')
        )
        select format('Voorstel %s was ''%s'', toen kwam %s, en daarna is het ''%s''.', stap.voorstel_id,
                      stap.van, stap.soort, stap.naar)
        from stap
        where stap.eerste and stap.van <> 'voorgesteld'
           or exists (select from verloop where verloop.soort = stap.soort) and not exists (
              select from verloop
              where verloop.soort = stap.soort and coalesce(verloop.van, stap.van) = stap.van
                and (coalesce(verloop.naar, stap.van) = stap.naar
                     or coalesce(verloop.naar, stap.van) = 'voorgesteld' and stap.naar = 'vervallen'))
        """,
    ),
    Regel(
        "ja_zonder_geschiedenis",
        """
        select format('Voorstel %s is ''%s'' en niemand heeft dat vastgelegd.', voorstel.id, voorstel.status)
        from voorstellen voorstel
        where voorstel.status not in ('voorgesteld', 'vervallen') and not exists (
            select from gebeurtenissen
            where onderwerp = 'voorstel' and onderwerp_id = voorstel.id
              and gegevens #>> '{was,status}' is not null)
        """,
    ),
    Regel(
        "versie_stijgt",
        """
        with rij (onderwerp, id, versie) as (
            select 'voorstel', id, versie from voorstellen union all
            select 'kandidaat', id, versie from kandidaten union all
            select 'leerwerkplek', id, versie from leerwerkplekken union all
            select 'praktijkopleider', id, versie from praktijkopleiders union all
            select 'erkenning', id, versie from erkenningen union all
            select 'vestiging', id, versie from vestigingen union all
            select 'organisatie', id, versie from organisaties union all
            select 'groep', id, versie from groepen union all
            select 'plan', id, versie from plannen
        ), verhoogt (onderwerp, soort) as (values
            ('voorstel', 'voorstel_besproken'), ('voorstel', 'voorstel_akkoord'),
            ('voorstel', 'voorstel_afgewezen'), ('voorstel', 'voorstel_stap_terug'),
            ('voorstel', 'voorstel_vastgezet'),
            ('voorstel', 'voorstel_losgemaakt'), ('kandidaat', 'profiel_gewijzigd'),
            ('kandidaat', 'status_gewijzigd'), ('kandidaat', 'reistijd_verlaagd'),
            ('kandidaat', 'reistijd_hersteld'), ('kandidaat', 'kandidaat_gearchiveerd'),
            ('kandidaat', 'kandidaat_teruggehaald'), ('leerwerkplek', 'leerwerkplek_gewijzigd'),
            ('leerwerkplek', 'leerwerkplek_gepubliceerd'), ('leerwerkplek', 'leerwerkplek_gesloten'),
            ('leerwerkplek', 'leerwerkplek_teruggezet'), ('praktijkopleider', 'begeleiding_gewijzigd'),
            ('praktijkopleider', 'praktijkopleider_vertrekt'),
            ('praktijkopleider', 'praktijkopleider_blijft'),
            ('praktijkopleider', 'praktijkopleider_gewijzigd'),
            ('erkenning', 'erkenning_gewijzigd'),
            ('vestiging', 'vestiging_gewijzigd'), ('vestiging', 'vestiging_gearchiveerd'),
            ('vestiging', 'vestiging_teruggehaald'), ('organisatie', 'organisatie_gewijzigd'),
            ('organisatie', 'organisatie_gearchiveerd'), ('organisatie', 'organisatie_teruggehaald'),
            ('groep', 'groep_gestart'), ('groep', 'groep_geannuleerd'), ('groep', 'groep_afgerond'),
            ('plan', 'plan_gepubliceerd')
        )
        select format('%s %s heeft versie %s, na %s wijzigingen in de geschiedenis.', initcap(rij.onderwerp),
                      rij.id, rij.versie, count(verhoogt.soort))
        from rij
        left join gebeurtenissen gebeurtenis
          on gebeurtenis.onderwerp = rij.onderwerp and gebeurtenis.onderwerp_id = rij.id
        left join verhoogt on verhoogt.onderwerp = rij.onderwerp and verhoogt.soort = gebeurtenis.soort
        group by rij.onderwerp, rij.id, rij.versie
        having rij.versie - 1 < count(verhoogt.soort)
            -- A run or a publication raises the versie of plannen and voorstellen too.
            or rij.onderwerp not in ('voorstel', 'plan') and rij.versie - 1 > count(gebeurtenis.id)
        """,
    ),
)
