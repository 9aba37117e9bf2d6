"""What the walk over the functions leaves out, each with its reason; a new function is in none of these."""

from collections.abc import Mapping
from typing import Final


def _names(reasons: Mapping[str, str]) -> frozenset[str]:
    """All names of a table of reasons."""
    return frozenset(name for names in reasons.values() for name in names.split())


# Whoever they are, they may get or do this.
OPEN: Final = _names(
    {
        "regios, places and the policies of a regio are for all": """
            regios.beleid.list_beleid regios.queries.get_plaats_of_pc4 regios.queries.get_regio
            regios.queries.list_plaatsen regios.queries.list_postcodes regios.queries.list_regios
            inlezen.kandidaten.open_kandidaten inlezen.opleidingen.open_opleidingen""",
        "reads a regio as the worker does; of what a page shows the policies ask who may": """
            matching.vandaag.load_vandaag""",
        "counts over everything, for who keeps it running": """
            monitoring.queries.list_rekenrunstanden reservekopie.queries.read_inhoud""",
        "is asked before anybody is known, by what only they can know": """
            toegang.queries.get_inlog toegang.queries.get_sessie toegang.service.start_sessie""",
        "its verb asks who may; of the rows that it writes the policies ask it again": """
            kandidaten.betrokkenen.insert_zelf rekenruns.service.enqueue toegang.links.make_link
            toegang.sleutel_queries.insert_sleutel""",
        "notes under one's own name what a verb did": """
            kandidaten.vastleggen.record_kandidaat organisaties.service.record_praktijkopleider
            organisaties.vastleggen.record toegang.accounts.record_account
            groepsdetachering.bedrijf.vastleggen.record_bedrijf
            groepsdetachering.uren.invullen.record_week
            toegang.gebeurtenissen.append_gebeurtenis""",
    }
)
# These give back what they are given under this name: what they tell besides is what counts.
TERUG: Final = {
    "groepsdetachering.plan.instance.read_rijen": "wereld",
    "groepsdetachering.plan.namen.list_namen": "wereld",
    "roulatie.instance.read_rijen": "cohort",
    "roulatie.namen.list_namen": "cohort",
}
# Whoever holds the role somewhere may get or do this everywhere.
GEDEELD: Final = _names(
    {
        "one school teaches in both": "organisaties.queries.list_opleidingen matching.instance.read_rijen",
        "a leerlijn that is shared": "roulatie.leerlijnen.list_leerlijnen",
        "a beheerder gives a role to the account with an address, new or not": """
            toegang.account_writes.find_or_insert_account toegang.accounts.create_account""",
    }
)
# Of these the walk does not show that it would see a leak.
STIL: Final = _names(
    {
        "of the worker, the owner or a process of its own": """
            db.prepare_connection db.refuse_superuser groepsdetachering.plan.planner.keep
            inlezen.schrijven.write inlezen.terugdraaien.undo
            inlezen.uitvoeren.carry_out inlezen.uitvoeren.end_cut_short inlezen.writes.set_inlezing
            inlezen.writes.wipe_expired matching.bewaren.keep_answer matching.planner.keep
            regios.gazetteer.add_postcode regios.writes.insert_postcode
            rekenruns.claims.beat rekenruns.claims.cancel_claimed
            rekenruns.claims.claim_rekenrun rekenruns.claims.fail_rekenrun
            rekenruns.claims.finish_rekenrun rekenruns.claims.insert_voortgang
            rekenruns.claims.list_claimed rekenruns.claims.release_claimed
            rekenruns.claims.return_claimed rekenruns.claims.store_instantie
            rekenruns.claims.sweep_rekenruns roulatie.planner.keep voorstellen.publicatie.lapse
            voorstellen.store.insert_niet_geplaatst voorstellen.store.insert_plan_voorstellen
            voorstellen.store.list_afgewezen voorstellen.store.replace_concept
            voorstellen.store.upsert_voorstellen voorstellen.writes.lapse_voorstellen""",
        "the policies of a regio, the same for all": """
            regios.grenzen.list_gemeenteleden regios.queries.get_beleid regios.queries.get_wachttermijn
            regios.queries.list_gemeenten""",
        "codes and a catalogue, the same for all": """
            groepsdetachering.bedrijf.treden.list_voorbeelden groepsdetachering.bedrijf.treden.treden_of
            groepsdetachering.plan.namen.list_namen
            kandidaten.doelgroepen.list_doelgroepsoorten kandidaten.regels.wrong_fields
            werkprocessen.queries.get_keuzen werkprocessen.service.add_kwalificatie
            werkprocessen.writes.insert_kwalificatie organisaties.erkenning.list_limits
            organisaties.overzicht.list_soorten regios.beleid.list_sleutels regios.beleid.list_unknown
            regios.queries.has_gemeente
            toegang.sleutel_queries.list_rolnamen voorstellen.queries.list_afwijsredenen
            werkprocessen.catalogus.get_kwalificatie werkprocessen.catalogus.list_catalogus
            werkprocessen.catalogus.list_werkprocessen_van werkprocessen.catalogus.list_zoekteksten
            werkprocessen.queries.get_werkprocessen werkprocessen.queries.list_kwalificaties
            werkprocessen.queries.list_plaatsingsvormen werkprocessen.queries.list_sectoren
            werkprocessen.queries.list_voorwaarden werkprocessen.queries.list_werkprocessen
            werkprocessen.service.add_werkproces werkprocessen.service.known_kwalificatie
            werkprocessen.service.known_werkproces werkprocessen.service.archive_werkproces
            werkprocessen.service.edit_werkproces werkprocessen.service.end_kwalificatie
            werkprocessen.service.edit_kwalificatie werkprocessen.writes.update_kwalificatie
            werkprocessen.writes.insert_werkproces werkprocessen.writes.update_archief
            werkprocessen.service.take_back_kwalificatie werkprocessen.writes.delete_kwalificatie
            werkprocessen.writes.update_geldig werkprocessen.writes.update_werkproces""",
        "asks for a token that only its holder knows": """
            leerwerkplekken.plek_link_queries.get_gelinkte_plek leerwerkplekken.plek_links.answer
            leerwerkplekken.plek_links.find_plek toegang.link_queries.get_genodigde
            toegang.link_queries.set_wachtwoord toegang.link_queries.use_link
            toegang.links.find_genodigde toegang.links.set_wachtwoord toegang.service.find_sessie
            groepsdetachering.uren.link_queries.confirm
            groepsdetachering.uren.link_queries.get_gelinkte_uren
            groepsdetachering.uren.links.answer groepsdetachering.uren.links.find_uren
            roulatie.agenda.read_agenda roulatie.terugblik.answer roulatie.terugblik.find_blok
            roulatie.terugblik_queries.answer_with_link roulatie.terugblik_queries.get_gelinkt_blok
            toegang.sleutel_queries.find_dienst toegang.sleutels.find_dienst""",
        "is one's own": """
            inlezen.service.export inlezen.service.keep_file toegang.antwoorden.store_antwoord
            toegang.queries.insert_sessie inlezen.writes.insert_inlezing toegang.queries.list_sessies
            toegang.queries.revoke_other_sessies toegang.queries.revoke_sessie
            toegang.queries.update_own_wachtwoord toegang.service.change_wachtwoord
            toegang.service.logout toegang.service.logout_elsewhere""",
        "locks, rings or waits, and gives nothing": """
            inlezen.queries.lock_inlezing organisaties.writes.ask_whether_all_fit
            rekenruns.doorbell.ring_progress rekenruns.doorbell.ring_work
            toegang.gebeurtenissen.wait_for_changes voorstellen.writes.lock_plannen""",
        "a function of the database asks who may; its own test has a stranger": """
            leerwerkplekken.queries.list_beloftes_buiten""",
        "says nothing about anybody": """
            groepsdetachering.bedrijf.vastleggen.expect_plaats matching.queries.get_herkomst""",
        "a count of one's own, as large in either half": "kandidaten.queries.count_waiting",
        "gives numbers of what it was given, in which weeks list_geldend says": """
            groepsdetachering.plan.instance.read_rijen""",
    }
)
# Conditions that the walk does not see go: function and column.
TWEEMAAL: Final = frozenset(
    f"{function} {column}"
    for columns in (
        {  # The function of the database that it calls asks the same.
            "bezetting.werkt_bij.list_werkt_bij": "kandidaat.regio_code kandidaat.sw_bedrijf_id kandidaat.id",
            "kandidaten.betrokkenen.find_account": (
                "kandidaat.regio_code kandidaat.sw_bedrijf_id kandidaat.id"
            ),
            "kandidaten.identiteit.edit_persoonsgegevens": (
                "kandidaat.regio_code kandidaat.sw_bedrijf_id kandidaat.id"
            ),
        },
        {  # The verb compares the regio and organisatie of what it read with where the actor edits.
            "organisaties.erkenning.edit_erkenning": "organisatie.id organisatie.regio_code",
            "organisaties.erkenning.take_back_erkenning": "organisatie.id organisatie.regio_code",
            "organisaties.opleiding.end_opleiding": "organisatie.id organisatie.regio_code",
            "organisaties.opleiding.take_back_opleiding": "organisatie.id organisatie.regio_code",
            "organisaties.organisatie.archive_organisatie": "organisatie.id organisatie.regio_code",
            "organisaties.vestiging.archive_vestiging": "organisatie.id organisatie.regio_code",
            "organisaties.vestiging.edit_vestiging": "organisatie.id organisatie.regio_code",
            "roulatie.bord.begin": "roulatie.regio_code",
            "roulatie.leerlijnen.edit_leerlijn": "regio_code",
            "voorstellen.uitzonderingen.withdraw_uitzondering": "kandidaat.regio_code",
            "groepsdetachering.opdrachten.aanvragen.ask_groep": "inlener.id",
            "groepsdetachering.opdrachten.afspraken.put_afspraak": "wie.organisatie_id",
            "groepsdetachering.uren.invullen.save_uren": "opdracht.organisatie_id",
        },
        # What it goes on to insert asks the same, and without it all is refused.
        {"voorstellen.uitzonderingen.grant_uitzondering": "kandidaat.regio_code"},
        # One row of all those with this key, and the actor's own lies first.
        {"toegang.antwoorden.claim_antwoord": "account_id"},
        # No condition on who asks: these plekken, people, SW-bedrijven, the policies of all, claimed runs.
        {
            "bezetting.vertrek.book_vertrek": "id",
            "kandidaten.queries.list_profielen": "kandidaat.id",
            "regios.queries.get_wachttermijn": "regio_code",
            "rekenruns.claims.sweep_rekenruns": "geclaimd_door",
        },
    )
    for function, names in columns.items()
    for column in names.split()
)
