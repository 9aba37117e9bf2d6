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
            regios.beleid.list_beleid regios.grenzen.list_gemeenteleden regios.queries.get_beleid
            regios.queries.get_plaats_of_pc4 regios.queries.get_regio regios.queries.get_wachttermijn
            regios.queries.list_gemeenten regios.queries.list_plaatsen regios.queries.list_postcodes
            regios.queries.list_regios inlezen.kandidaten.open_kandidaten
            inlezen.opleidingen.open_opleidingen""",
        "reads the policies of the regio first, and then nobody": """
            matching.instance.load_opgave matching.instance.read_rijen matching.vandaag.ask_pair
            matching.vandaag.load_vandaag""",
        "is asked before anybody is known, by what only they can know": """
            toegang.queries.get_inlog toegang.queries.get_sessie toegang.queries.revoke_sessie
            toegang.service.logout toegang.service.start_sessie""",
        "is one's own": """
            inlezen.writes.insert_inlezing toegang.antwoorden.claim_antwoord
            toegang.queries.revoke_other_sessies toegang.queries.update_own_wachtwoord""",
        "its verb asks who may; of the rows that it writes the policies ask it again": """
            kandidaten.betrokkenen.insert_zelf rekenruns.service.enqueue toegang.links.make_link""",
        "notes under one's own name what a verb did": """
            organisaties.service.record_praktijkopleider organisaties.vastleggen.record
            kandidaten.vastleggen.record_kandidaat
            toegang.accounts.record_account toegang.gebeurtenissen.append_gebeurtenis
            voorstellen.service.record""",
    }
)
# Whoever holds the role somewhere may get or do this everywhere.
GEDEELD: Final = _names(
    {
        "all regios share the catalogue": """
            werkprocessen.service.archive_werkproces werkprocessen.service.edit_uitleg
            werkprocessen.service.end_kwalificatie werkprocessen.writes.update_archief
            werkprocessen.writes.update_geldig werkprocessen.writes.update_uitleg""",
        "one school teaches in both": "organisaties.queries.list_opleidingen",
        "a beheerder gives a role to the account with an address, new or not": """
            toegang.account_writes.find_or_insert_account toegang.accounts.create_account""",
    }
)
# Of these the walk does not show that it would see a leak.
STIL: Final = _names(
    {
        "of the worker, the owner or a process of its own": """
            controle.service.check db.prepare_connection db.refuse_superuser inlezen.schrijven.write
            inlezen.terugdraaien.undo inlezen.uitvoeren.carry_out inlezen.uitvoeren.end_cut_short
            inlezen.writes.set_inlezing inlezen.writes.wipe_expired matching.bewaren.keep_answer
            monitoring.queries.list_rekenrunstanden regios.gazetteer.add_postcode
            regios.writes.insert_postcode rekenruns.claims.beat rekenruns.claims.cancel_claimed
            rekenruns.claims.claim_rekenrun rekenruns.claims.fail_rekenrun
            rekenruns.claims.finish_rekenrun rekenruns.claims.insert_voortgang
            rekenruns.claims.list_claimed rekenruns.claims.release_claimed
            rekenruns.claims.return_claimed rekenruns.claims.store_instantie
            rekenruns.claims.sweep_rekenruns reservekopie.queries.read_inhoud
            voorstellen.publicatie.lapse voorstellen.store.insert_niet_geplaatst
            voorstellen.store.insert_plan_voorstellen voorstellen.store.list_afgewezen
            voorstellen.store.list_vastgehouden voorstellen.store.replace_concept
            voorstellen.store.upsert_voorstellen voorstellen.writes.lapse_voorstellen""",
        "codes and a catalogue, the same for all": """
            kandidaten.doelgroepen.list_doelgroepsoorten kandidaten.queries.list_wenssectoren
            kandidaten.regels.wrong_fields werkprocessen.queries.get_keuzen
            werkprocessen.service.add_kwalificatie
            werkprocessen.writes.insert_kwalificatie organisaties.erkenning.list_limits
            organisaties.overzicht.list_keuzes organisaties.overzicht.list_soorten
            regios.beleid.list_sleutels regios.queries.has_gemeente toegang.sleutel_queries.list_rolnamen
            voorstellen.queries.list_afwijsredenen werkprocessen.catalogus.get_kwalificatie
            werkprocessen.catalogus.list_catalogus werkprocessen.catalogus.list_werkprocessen_van
            werkprocessen.catalogus.list_zoekteksten werkprocessen.queries.get_werkprocessen
            werkprocessen.queries.list_kwalificaties werkprocessen.queries.list_plaatsingsvormen
            werkprocessen.queries.list_sectoren werkprocessen.queries.list_voorwaarden
            werkprocessen.queries.list_werkprocessen werkprocessen.service.add_werkproces
            werkprocessen.service.known_kwalificatie werkprocessen.service.known_werkproces
            werkprocessen.service.take_back_kwalificatie werkprocessen.writes.delete_kwalificatie
            werkprocessen.writes.insert_werkproces""",
        "asks for a token that only its holder knows": """
            leerwerkplekken.plek_link_queries.get_gelinkte_plek leerwerkplekken.plek_links.answer
            leerwerkplekken.plek_links.find_plek toegang.link_queries.get_genodigde
            toegang.link_queries.set_wachtwoord toegang.link_queries.use_link
            toegang.links.find_genodigde toegang.links.set_wachtwoord toegang.service.find_sessie
            toegang.sleutel_queries.find_dienst toegang.sleutels.find_dienst""",
        "is one's own": """
            inlezen.queries.get_bestand inlezen.service.export inlezen.service.keep_file
            inlezen.writes.finish toegang.antwoorden.store_antwoord toegang.queries.insert_sessie
            toegang.queries.list_sessies toegang.service.change_wachtwoord
            toegang.service.logout_elsewhere""",
        "locks, rings or waits, and gives nothing": """
            inlezen.queries.lock_inlezing organisaties.writes.ask_whether_all_fit
            rekenruns.doorbell.ring_progress rekenruns.doorbell.ring_work
            toegang.gebeurtenissen.wait_for_changes
            voorstellen.writes.lock_plannen""",
        "the world has none of these; the tests of the room have their stranger": """
            bezetting.gevolgen.list_gevolgen bezetting.queries.delete_verblijf bezetting.service.free
            bezetting.vertrek.list_colleagues leerwerkplekken.plek_link_queries.get_antwoord
            leerwerkplekken.plek_link_queries.list_wrong_plekken leerwerkplekken.queries.count_beloftes
            leerwerkplekken.queries.list_beloftes_buiten leerwerkplekken.writes.delete_concept
            matching.queries.get_herkomst matching.queries.list_namen rekenruns.queries.ask_cancel
            toegang.sleutel_queries.insert_sleutel voorstellen.plan_queries.count_changes_since
            voorstellen.plan_queries.count_decisions_since voorstellen.plan_queries.get_previous_plan
            voorstellen.queries.list_held""",
        "a count of one's own": "kandidaten.queries.count_waiting",
    }
)
