-- The groepsdetachering of a half of the world of the walk: its SW-bedrijf has a row of everything; another has not begun.
-- What belongs to it has the id of the SW-bedrijf itself.
insert into organisaties (id, naam, soort, regio_code) overriding system value
    values ($n + 6, 'Beginner $w', 'sw_bedrijf', '$r');
insert into detacheringsbeleid (organisatie_id) values ($n + 3);
insert into treden (organisatie_id, nummer, naam) select $n + 3, nummer, 'Trede ' || nummer || ' $w' from generate_series(1, 2) nummer;
insert into afdelingen (id, organisatie_id, naam) overriding system value values ($n + 3, $n + 3, 'Afdeling $w');
insert into werkleiders (id, organisatie_id, naam, minuten, span, trainingen) overriding system value
    values ($n + 3, $n + 3, 'Leider $w', 1920, 8, '{VCA}');
insert into werkleider_werkprocessen values ($n + 3, $n + 3, 1);
insert into werkleider_afwezig (organisatie_id, werkleider_id, periode) values ($n + 3, $n + 3, '[2026-12-07,2026-12-12)');
insert into opstapplaatsen (id, organisatie_id, naam, plaats_id) overriding system value
    values ($n + 3, $n + 3, 'Halte $w', $n + 1);
insert into bussen (id, organisatie_id, naam, plaatsen, plaats_id) overriding system value
    values ($n + 3, $n + 3, 'Bus $w', 8, $n + 1);
insert into bus_opstapplaatsen values ($n + 3, $n + 3, $n + 3, 1);
insert into bus_afwezig (organisatie_id, bus_id, periode) values ($n + 3, $n + 3, '[2026-12-07,2026-12-12)');
insert into kandidaten (id, kenmerk, regio_code, gemeente_id, pc4, sw_bedrijf_id, status, matchbaar_sinds,
    vervoermiddel, max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
    vormen, begeleiding, taal, toelichting) overriding system value
    select $n + wie, 'K-$k' || wie, regio_code, gemeente_id, pc4, sw_bedrijf_id, 'voor_aangemeld', null, vervoermiddel,
        max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, false, vormen, begeleiding,
        taal, toelichting from kandidaten, generate_series(6, 7) wie where id = $n + 1;
-- One who goes on, and who has a way back; the seventh of the kandidaten is none.
insert into medewerkers (kandidaat_id, organisatie_id, afdeling_id, trede, wil_buiten, uitstroom, opbouw_vanaf)
    values ($n + 1, $n + 3, $n + 3, 2, true, false, '2026-11-02'), ($n + 6, $n + 3, null, 1, true, true, '2026-11-02');
insert into medewerker_stappen values ($n + 3, $n + 1, 1, 2, 4);
insert into medewerker_leerdoelen values ($n + 3, $n + 1, 1, 4);
insert into medewerker_afwezig (organisatie_id, kandidaat_id, periode) values ($n + 3, $n + 1, '[2026-12-21,2027-01-02)');
insert into medewerker_paren values ($n + 3, $n + 1, $n + 6, 'apart');
insert into medewerker_gesprekken (organisatie_id, kandidaat_id, gevoerd_op, over, wil, verslag, vastgelegd_door, vastgelegd_op)
    select $n + 3, wie, '2026-11-10', over, true, 'Gesprek $w', $n + 22, '2026-11-10' from (values
        ($n + 1, 'naar_buiten'), ($n + 6, 'volgende_trede'), ($n + 6, 'uitstroom')) gesprek (wie, over);
insert into gebeurtenissen (tijd, account_id, soort, onderwerp, onderwerp_id, organisatie_id, gegevens)
    values ('2026-11-10', $n + 22, 'medewerker_gewijzigd', 'medewerker', $n + 1, $n + 3, '{"velden": {"behoefte": [3, 1]}}');
insert into terugkeergaranties (id, organisatie_id, kandidaat_id, waarheen, periode, afdeling_id, vastgelegd_door)
    overriding system value values ($n + 6, $n + 3, $n + 6, 'Naar $w', '[2026-11-01,2028-11-01)', $n + 3, $n + 22);
-- One opdracht that runs, and one that an inlener asked for.
insert into opdrachten (id, organisatie_id, vestiging_id, naam, kort, status, periode, dagen, minuten, minimum, maximum,
    gevraagd, trede, gevraagd_door, aangemaakt_op) overriding system value values
    ($n + 3, $n + 3, $n + 1, 'Opdracht $w', 'Kort 3', 'open', '[2026-11-02,2027-11-01)', 31, 360, 1, 6, 4, 2, null, '2026-11-01'),
    ($n + 4, $n + 3, $n + 1, 'Vraag $w', 'Kort 4', 'gevraagd', '[2026-11-02,2027-11-01)', 31, 360, 1, 6, 4, 1, $n + 20, '2026-11-01');
insert into opdracht_werkprocessen select $n + 3, id, 1 from opdrachten where id > $n;
insert into opdracht_gesloten values ($n + 3, $n + 3, '2026-12-25');
insert into opdracht_afspraken values ($n + 3, $n + 3, $n + 6, 'nooit', 'Afspraak $w', $n + 22);
insert into detacheringsovereenkomsten (opdracht_id, organisatie_id, nummer, getekend_op, namens_inlener, namens_bedrijf, vastgelegd_door)
    values ($n + 3, $n + 3, 'D-$n', '2026-11-01', 'Inlener $w', 'Bedrijf $w', $n + 22);
insert into rekenruns (id, planner, regio_code, organisatie_id, gevraagd_op, vandaag, seconden, seed, status, klaar_op,
    fout, uitkomst) overriding system value
    values ($n + 6, 'groepsdetachering', '$r', $n + 3, '2026-11-04', '2026-11-04', 1, 1, 'mislukt', '2026-11-04', 'Fout $w',
            '{"opgegeven": {"zin": "Vervallen $w"}}');
insert into rekenrun_voortgang values ($n + 6, 1, '2026-11-04', 'klaar', 'Klaar $w');
-- The concept and what was published, with a group in each; of the concept one move stands.
insert into groepsplannen (id, organisatie_id, status, van, weken, gemaakt_op, gemaakt_door, gepubliceerd_op,
    gepubliceerd_door, geldt_vanaf) overriding system value values
    ($n + 3, $n + 3, 'gepubliceerd', '2026-11-16', 4, '2026-11-10', $n + 22, '2026-11-13', $n + 22, '2026-11-16'),
    ($n + 4, $n + 3, 'concept', '2026-11-16', 4, '2026-11-14', $n + 22, null, null, null);
update groepsplannen set basis_id = $n + 3 where id = $n + 4;
insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id, bus_id, opstapplaatsen)
    select id, $n + 3, $n + 3, '2026-11-23', $n + 3, $n + 3, array[$n + 3] from groepsplannen where id > $n;
insert into groepsplan_dagen (plan_id, opdracht_id, week, dag, organisatie_id, werkleider_id, bus_id)
    select id, $n + 3, '2026-11-23', 0, $n + 3, $n + 3, $n + 3 from groepsplannen where id > $n;
insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)
    select id, $n + 1, '2026-11-23', $n + 3, $n + 3, 1 from groepsplannen where id > $n;
insert into groepsplan_zetten values ($n + 4, 1, 'Zet $w', format('{"groepen": [], "indelingen": [[%s, "2026-11-23", null]]}', $n + 1)::jsonb,
    '{"groepen": [], "indelingen": []}', $n + 22, '2026-11-15', false);
insert into detacheringsweken (organisatie_id, opdracht_id, week, ingevuld_op, ingevuld_door, tarief, opmerking)
    values ($n + 3, $n + 3, '2026-11-16', '2026-11-20', $n + 22, 1250, 'Opmerking $w');
insert into detacheringsuren values ($n + 3, $n + 3, '2026-11-16', $n + 1, 0, 360);
insert into links (id, token_hash, doel, opdracht_id, week, gemaakt_door, gemaakt_op, verloopt_op) overriding system value
    values ($n + 93, sha256('uren $w'), 'uren', $n + 3, '2026-11-16', $n + 22, '2026-11-20', '2027-01-18');
