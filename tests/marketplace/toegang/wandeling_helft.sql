-- One half of the world of the walk: $n is added to its ids, $w is its word, $k its kenmerk, $r its regio.
insert into organisaties (id, naam, soort, regio_code) overriding system value values
    ($n + 1, 'Firma $w', 'werkgever', '$r'), ($n + 2, 'Buurman $w', 'werkgever', '$r'),
    ($n + 3, 'Werkbedrijf $w', 'sw_bedrijf', '$r'), ($n + 4, 'Gemeente $w', 'gemeente', '$r'),
    ($n + 5, 'School in $r', 'mbo', '$r');
insert into vestigingen (id, organisatie_id, naam, plaats_id) overriding system value values
    ($n + 1, $n + 1, 'Loods $w', $n + 1), ($n + 2, $n + 2, 'Schuur $w', $n + 1), ($n + 5, $n + 5, 'Lokaal', $n + 1);
insert into erkenningen (id, vestiging_id, crebo, periode, gecontroleerd_op) overriding system value
    select id, id, 25258, '[2026-01-01,2030-01-01)', '2026-01-01' from vestigingen where id > $n;
insert into erkenning_werkprocessen select id, 1 from erkenningen where id > $n;
insert into opleidingen (id, organisatie_id, crebo, periode, regio_codes) overriding system value
    values ($n + 1, $n + 5, 25258, '[2026-01-01,2030-01-01)', case $n when 0 then '{AM09,AM07}' else '{$r}' end::text[]);
insert into praktijkopleiders (id, vestiging_id, naam) overriding system value values
    ($n + 1, $n + 1, 'Piet $w'), ($n + 2, $n + 2, 'Jan $w');
insert into begeleidingscapaciteiten values ($n + 1, '[2026-01-01,2030-01-01)', 'af_en_toe', 900),
    ($n + 2, '[2026-01-01,2030-01-01)', 'af_en_toe', 900);
insert into leerwerkplekken (id, vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode, dagdelen,
    minuten_min, minuten_max, taal, vormen, status) overriding system value
    select id, id, '$r', 'Plek $w', 'groen', 1, 5, '[2026-01-01,2028-01-01)', 255, 480, 1440, 1, '{proefplaatsing}',
        'gepubliceerd' from praktijkopleiders where id > $n;
insert into leerwerkplek_werkprocessen select id, 1 from leerwerkplekken where id > $n;
insert into leerwerkplek_praktijkopleiders
    select id, id, '[2026-01-01,2028-01-01)' from leerwerkplekken where id > $n;
insert into kandidaten (id, kenmerk, regio_code, gemeente_id, pc4, sw_bedrijf_id, status, matchbaar_sinds,
    vervoermiddel, max_reistijd, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren,
    vormen, begeleiding, taal, toelichting) overriding system value
    select $n + wie, 'K-$k' || wie, '$r', gemeente_id, pc4, case wie when 1 then $n + 3 end, 'matchbaar',
        '2026-01-05', 'fiets', 60, 255, 960, 960, '[2026-01-01,2028-01-01)', 6, 1, false, '{proefplaatsing}', '{60}',
        1, 'Over $w' from generate_series(1, 3) wie, postcodes join plaatsen on plaatsen.id = plaats_id
        where plaats_id = $n + 1;
insert into kandidaat_sectorwensen select id, 1, 'groen' from kandidaten where id > $n;
insert into kandidaat_sectorwensen values ($n + 1, 2, case $n when 0 then 'horeca' else 'logistiek' end);
insert into kandidaat_werkprocessen select id, 1, 'gewenst' from kandidaten where id > $n;
insert into kandidaat_doelgroepen select id, 'doelgroepregister', '[2026-01-01,)' from kandidaten where id > $n;
insert into persoonsgegevens (kandidaat_id, naam, geboortedatum, telefoon, email)
    select id, 'Sanne $w', '1990-05-01', '06-00000001', 'sanne@$w.nl' from kandidaten
    where id between $n + 1 and $n + 2;
insert into groepen (id, regio_code, naam, sector, status) overriding system value
    values ($n + 1, '$r', 'Groep $w', 'groen', 'aangemeld');
insert into groep_kandidaten select $n + 1, id from kandidaten where id > $n;
insert into rekenruns (id, planner, regio_code, gevraagd_op, vandaag, seconden, seed, status, klaar_op, instantie,
    gelezen_op, uitkomst) overriding system value
    select $n + wie, 'matching', '$r', '2026-11-01', '2026-11-01', 1, 1, 'geslaagd', '2026-11-01', '{}',
        '2026-11-01', '{}' from generate_series(1, 2) wie;
insert into rekenrun_voortgang select id, 1, '2026-11-01', 'klaar', 'Klaar $w' from rekenruns where id > $n;
insert into plannen (id, rekenrun_id, regio_code, planner, status, gemaakt_op, gepubliceerd_op, cijfers)
    overriding system value values
    ($n + 1, $n + 1, '$r', 'matching', 'gepubliceerd', '2026-11-01', '2026-11-01', '{}'),
    ($n + 2, $n + 2, '$r', 'matching', 'concept', '2026-11-02', null, '{}');
update plannen set cijfers = '{"kandidaten": 3, "geplaatst": 1, "wacht": 1, "niet_geplaatst": 1, "redenen": [],
    "sectoren": [], "plekken": 2, "lagen": [], "status": "optimal"}' where id > $n;
insert into voorstellen (id, kandidaat_id, leerwerkplek_id) overriding system value values
    ($n + 1, $n + 1, $n + 1), ($n + 2, $n + 2, $n + 1), ($n + 3, $n + 1, $n + 2);
insert into plan_voorstellen
    select plan, voorstel, kandidaat_id, leerwerkplek_id, '2026-11-23', 6, 'proefplaatsing', '{}'
    from (values ($n + 1, $n + 1), ($n + 2, $n + 2), ($n + 2, $n + 3)) deel (plan, voorstel)
    join voorstellen on id = voorstel;
insert into plan_niet_geplaatst select plan, wie, 'geen_plek', '{"zin": "Nog geen plek $w", "wel_als": []}'
    from (values ($n + 1, $n + 2), ($n + 2, $n + 3)) deel (plan, wie);
insert into bezetting values ($n + 1, $n + 1, $n + 1, '2026-11-23', 60, 'eigen_werkplek', null),
    ($n + 2, $n + 2, $n + 2, '2026-11-23', 60, 'eigen_werkplek', null);
update kandidaten set praktijkleren = true, crebo = 25258 where id = $n + 1;
update leerwerkplekken set vormen = '{proefplaatsing,detachering}' where id = $n + 1;
insert into praktijkopleiders (id, vestiging_id, naam) overriding system value values ($n + 3, $n + 1, 'Kees $w');
insert into leerwerkplekken (id, vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode, dagdelen,
    minuten_min, minuten_max, taal, vormen, status) overriding system value
    select $n + 3, vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode, dagdelen, minuten_min,
        minuten_max, taal, vormen, 'concept' from leerwerkplekken where id = $n + 1;
insert into bezetting values ($n + 1, $n + 2, $n + 2, '2026-12-14', 60, 'voorstel', $n + 3);
insert into rekenruns (id, planner, regio_code, gevraagd_op, vandaag, seconden, seed, status) overriding system value
    values ($n + 3, 'matching', '$r', '2026-11-03', '2026-11-03', 1, 1, 'wachtrij');
insert into regio_beleid (id, regio_code, sleutel, waarde, vanaf, bron) overriding system value
    values ($n + 60, '$r', 'pin_weken', '9', '2027-01-04', 'proef');
