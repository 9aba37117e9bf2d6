"""Where people stand, who is bound to them, and who looked at who they are."""

from marketplace.controle.model import Regel

REGELS = (
    Regel(
        "stand_van_iemand",
        """
        select format('Kandidaat %s is ''%s'', maar de reden, de wachtdag of het archief past daar niet bij.',
                      id, status)
        from kandidaten, dag
        where (status = 'matchbaar') > (matchbaar_sinds is not null and matchbaar_sinds <= vandaag)
           or status in ('teruggetrokken', 'niet_gestart') and status_reden is null
           or status not in ('teruggetrokken', 'niet_gestart', 'afgerond') and gearchiveerd_op is not null
        """,
    ),
    Regel(
        "een_band",
        """
        select format('Account %s is twee keer tegelijk betrokken bij kandidaat %s.', een.account_id,
                      een.kandidaat_id)
        from kandidaat_betrokkenen een
        join kandidaat_betrokkenen ander on ander.kandidaat_id = een.kandidaat_id
            and ander.account_id = een.account_id and ander.periode && een.periode and ander.id > een.id
        """,
    ),
    Regel(
        "groep_in_regio",
        """
        select format('Kandidaat %s hoort bij groep %s in een andere regio.', kandidaat.id, groep.id)
        from groep_kandidaten lid
        join groepen groep on groep.id = lid.groep_id
        join kandidaten kandidaat on kandidaat.id = lid.kandidaat_id
        where groep.regio_code <> kandidaat.regio_code
        """,
    ),
    Regel(
        "inzage_vastgelegd",
        """
        select format('Dat account %s de persoonsgegevens van kandidaat %s %s, staat niet bij de inzagen.',
                      gebeurtenis.account_id, gebeurtenis.onderwerp_id,
                      case gebeurtenis.soort when 'persoonsgegevens_ingezien' then 'inzag'
                                             else 'wijzigde' end)
        from gebeurtenissen gebeurtenis
        where gebeurtenis.onderwerp = 'kandidaat'
          and (gebeurtenis.soort = 'persoonsgegevens_ingezien'
               or gebeurtenis.soort = 'persoonsgegevens_gewijzigd' and gebeurtenis.reden is not null)
          and not exists (
              select from persoonsgegevens_inzagen inzage
              where inzage.kandidaat_id = gebeurtenis.onderwerp_id
                and inzage.account_id = gebeurtenis.account_id and inzage.tijd = gebeurtenis.tijd)
        """,
    ),
    # A person looks at the own data without a gebeurtenis: it would say who it is.
    Regel(
        "inzage_in_geschiedenis",
        """
        select format('De inzage %s bij kandidaat %s staat niet in de geschiedenis.', inzage.id,
                      inzage.kandidaat_id)
        from persoonsgegevens_inzagen inzage
        where not exists (
              select from gebeurtenissen gebeurtenis
              where gebeurtenis.onderwerp = 'kandidaat' and gebeurtenis.onderwerp_id = inzage.kandidaat_id
                and gebeurtenis.account_id = inzage.account_id and gebeurtenis.tijd = inzage.tijd
                and gebeurtenis.soort like 'persoonsgegevens_%')
          and not exists (
              select from kandidaat_betrokkenen band
              where band.kandidaat_id = inzage.kandidaat_id and band.account_id = inzage.account_id
                and band.rol in ('kandidaat', 'vertegenwoordiger'))
        """,
    ),
)
