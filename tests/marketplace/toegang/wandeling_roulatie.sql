-- The roulaties of a half of the world of the walk: one that runs, with a row of everything, and one to prepare.
insert into leerlijnen (id, regio_code, naam, sector, gedeeld) overriding system value values
    ($n + 1, '$r', 'Leerlijn $w', 'groen', false), ($n + 2, '$r', 'Van allen', 'groen', true);
insert into leerlijn_werkprocessen select id, 1, null, 3 from leerlijnen where id > $n;
insert into leerlijn_werkprocessen select id, 2, $n + 1, 2 from leerlijnen where id > $n;
insert into leerlijn_volgorde select id, 1, 2 from leerlijnen where id > $n;
insert into roulaties (id, regio_code, groep_id, naam, opleider_id, leerlijn_id, periode, status, afspraak, afspraak_tot)
    overriding system value values
    ($n + 1, '$r', $n + 1, 'Roulatie $w', $n + 5, $n + 1, '[2027-02-01,2027-04-26)', 'lopend', 'Afspraak $w', '2028-01-03'),
    ($n + 2, '$r', $n + 1, 'Later $w', null, null, '[2027-05-03,2027-08-30)', 'voorbereiding', 'Afspraak $w', '2028-01-03');
insert into roulatie_bedrijven select $n + 1, $n + wie, 'Directie $w', '2026-11-01', $n + 10 from generate_series(1, 2) wie;
insert into roulatie_plekken (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, maximum)
    select $n + 1, $n + wie, $n + wie, 'Kort ' || wie, wie, 2 from generate_series(1, 2) wie;
insert into roulatie_seizoenen values ($n + 1, $n + 1, 1, '{2,3,4}');
insert into roulatie_vereist values ($n + 1, $n + 2, 2);
insert into roulatie_gesloten values ($n + 1, $n + 1, '2027-04-05');
-- Who is pinned elsewhere, the second, takes no part.
insert into roulatie_deelnemers (roulatie_id, kandidaat_id, moederbedrijf_id) values
    ($n + 1, $n + 1, $n + 1), ($n + 1, $n + 3, null);
insert into roulatie_leerdoelen values ($n + 1, $n + 1, 1, 3);
insert into roulatie_voorkeuren values ($n + 1, $n + 1, $n + 1, 100);
insert into roulatie_afwezig values ($n + 1, $n + 1, '2027-04-12');
insert into roulatie_paren values ($n + 1, $n + 1, $n + 3, 'apart');
insert into roulatie_volgorde values ($n + 1, 1, 2);
insert into roulatie_blokken (id, roulatie_id, periode) overriding system value values
    ($n + 1, $n + 1, '[2027-02-01,2027-03-01)'), ($n + 2, $n + 1, '[2027-03-01,2027-03-29)');
-- Of the one to prepare: a company, a plek, somebody and a block, on no board.
insert into roulatie_bedrijven (roulatie_id, organisatie_id) values ($n + 2, $n + 1);
insert into roulatie_plekken (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, maximum)
    values ($n + 2, $n + 1, $n + 1, 'Kort 1', 1, 2);
insert into roulatie_deelnemers (roulatie_id, kandidaat_id) values ($n + 2, $n + 3);
insert into roulatie_blokken (id, roulatie_id, periode) overriding system value
    values ($n + 3, $n + 2, '[2027-05-03,2027-06-07)');
insert into roulatie_overeenkomsten values ($n + 1, $n + 1, $n + 1, '2026-11-01', $n + 10);
insert into rekenruns (id, planner, regio_code, gevraagd_op, vandaag, seconden, seed, status, klaar_op, roulatie_id,
    fout, uitkomst) overriding system value
    values ($n + 4, 'roulatie', '$r', '2026-11-04', '2026-11-04', 1, 1, 'mislukt', '2026-11-04', $n + 1, 'Fout $w',
            '{"opgegeven": {"zin": "Vervallen $w"}}');
-- The concept, what was published, and an alternative; of the concept one move stands and one was undone.
insert into roulatie_roosters (id, roulatie_id, status, gemaakt_op, gemaakt_door, rekenrun_id, lagen)
    overriding system value
    select $n + wie, $n + 1, 'alternatief', '2026-11-01', $n + 10, case wie when 1 then $n + 4 end, '[]'
    from generate_series(1, 3) wie;
insert into roulatie_cellen
    select rooster, $n + 1, kandidaat, blok, case when (kandidaat + blok) % 2 = 0 then $n + 1 else $n + 2 end, false
    from generate_series($n + 1, $n + 3) rooster, unnest(array[$n + 1, $n + 3]) kandidaat,
        generate_series($n + 1, $n + 2) blok
    where rooster = $n + 1 or (kandidaat, blok) = ($n + 1, $n + 1) or (rooster, blok) = ($n + 2, $n + 1);
update roulatie_roosters set status = 'gepubliceerd', gepubliceerd_op = '2026-11-02', gepubliceerd_door = $n + 10
    where id = $n + 2;
update roulatie_roosters set status = 'concept', basis_id = $n + 2 where id = $n + 1;
insert into roulatie_zetten select $n + 1, nummer, 'Zet $w', '[]', '[]', $n + 10, '2026-11-03', nummer = 2
    from generate_series(1, 2) nummer;
insert into roulatie_terugblikken values ($n + 1, $n + 1, $n + 1, $n + 1, 2, 1, 2, '2026-11-05', null);
-- Who told nothing yet has a link to do so, and a plek an agenda.
insert into links (id, token_hash, doel, roulatie_id, kandidaat_id, blok_id, roulatie_plek_id, geldig_vanaf, gemaakt_door,
    gemaakt_op, verloopt_op) overriding system value values
    ($n + 90, sha256('terugblik $w'), 'terugblik', $n + 1, $n + 3, $n + 1, null, '2027-02-22', $n + 10, '2026-11-05',
        '2027-03-29'),
    ($n + 91, sha256('agenda $w'), 'agenda', $n + 1, null, null, $n + 1, null, $n + 10, '2026-11-05', '2027-10-25');
insert into roulatie_oordelen values ($n + 1, $n + 1, $n + 1, $n + 1, 'Voordoen $w', '2026-11-05', $n + 21);
insert into roulatie_oordeel_werkprocessen values ($n + 1, $n + 1, $n + 1, 1, 'geoefend');
insert into roulatie_aanbiedingen (id, roulatie_id, kandidaat_id, organisatie_id, voorstel_id, gemeld_op)
    overriding system value values ($n + 1, $n + 1, $n + 1, $n + 2, $n + 3, '2026-11-06');
