"""Where people learn and who leads: of that vestiging, still there, recognised; the archive is empty."""

from marketplace.controle.model import Regel

REGELS = (
    Regel(
        "wie_begeleidt",
        """
        select format('Praktijkopleider %s begeleidt op plek %s %s.', po.id, plek.id,
                      case when po.vestiging_id <> plek.vestiging_id then 'van een andere vestiging'
                           when not inzet.periode <@ plek.periode then 'buiten de periode van de plek'
                           else 'na de laatste dag' end)
        from leerwerkplek_praktijkopleiders inzet
        join leerwerkplekken plek on plek.id = inzet.leerwerkplek_id
        join praktijkopleiders po on po.id = inzet.praktijkopleider_id
        where po.vestiging_id <> plek.vestiging_id or not inzet.periode <@ plek.periode
           or not inzet.periode <@ daterange(null, po.tot)
        """,
    ),
    Regel(
        "een_die_begeleidt",
        """
        select format('Op plek %s begeleiden er twee tegelijk vanaf %s.', een.leerwerkplek_id,
                      datum(lower(een.periode * ander.periode)))
        from leerwerkplek_praktijkopleiders een
        join leerwerkplek_praktijkopleiders ander
          on ander.leerwerkplek_id = een.leerwerkplek_id and ander.periode && een.periode
          and ander.ctid > een.ctid
        """,
    ),
    Regel(
        "wie_vertrok",
        """
        select format('Praktijkopleider %s werkt er niet meer vanaf %s en heeft daarna nog tijd beloofd.',
                      po.id, datum(po.tot))
        from praktijkopleiders po
        where exists (select from bezetting where praktijkopleider_id = po.id and week >= po.tot)
           or exists (select from begeleidingscapaciteiten
                      where praktijkopleider_id = po.id and not periode <@ daterange(null, po.tot))
        """,
    ),
    Regel(
        "een_tijd",
        """
        select format('Praktijkopleider %s heeft twee keer tijd vanaf %s.', een.praktijkopleider_id,
                      datum(lower(een.periode * ander.periode)))
        from begeleidingscapaciteiten een
        join begeleidingscapaciteiten ander on ander.praktijkopleider_id = een.praktijkopleider_id
            and ander.periode && een.periode and ander.ctid > een.ctid
        """,
    ),
    Regel(
        "een_erkenning",
        """
        select format('Vestiging %s heeft twee erkenningen tegelijk voor crebo %s.', een.vestiging_id,
                      een.crebo)
        from erkenningen een
        join erkenningen ander on ander.vestiging_id = een.vestiging_id and ander.crebo = een.crebo
            and ander.periode && een.periode and ander.id > een.id
        """,
    ),
    Regel(
        "plek_zonder_werk",
        """
        select format('Plek %s is gepubliceerd en vertelt niet welk werk er is.', plek.id)
        from leerwerkplekken plek
        where plek.status = 'gepubliceerd'
          and not exists (select from leerwerkplek_werkprocessen where leerwerkplek_id = plek.id)
        """,
    ),
    Regel(
        "archief_is_leeg",
        """
        with archief as (
            select vestiging.id, 'Vestiging ' || vestiging.id as naam, vestiging.gearchiveerd_op as op
            from vestigingen vestiging where vestiging.gearchiveerd_op is not null
            union all
            select vestiging.id, 'Organisatie ' || organisatie.id, organisatie.gearchiveerd_op
            from organisaties organisatie
            join vestigingen vestiging on vestiging.organisatie_id = organisatie.id
            where organisatie.gearchiveerd_op is not null)
        select format('%s is gearchiveerd en plek %s is %s of heeft daarna nog mensen.', archief.naam,
                      plek.id, plek.status)
        from archief join leerwerkplekken plek on plek.vestiging_id = archief.id
        where plek.status <> 'gesloten'
           or exists (select from bezetting where leerwerkplek_id = plek.id
                      and week + 7 > (archief.op at time zone 'Europe/Amsterdam')::date)
        """,
    ),
    Regel(
        "archief_biedt_niets",
        """
        select format('Organisatie %s is gearchiveerd en biedt opleiding %s nog aan.', organisatie.id,
                      opleiding.id)
        from organisaties organisatie join opleidingen opleiding on opleiding.organisatie_id = organisatie.id
        where coalesce(upper(opleiding.periode), 'infinity')
            > (organisatie.gearchiveerd_op at time zone 'Europe/Amsterdam')::date
        """,
    ),
)
