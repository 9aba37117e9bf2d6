-- What the accounts of a half of the world of the walk do and leave behind.
insert into kandidaat_betrokkenen (id, kandidaat_id, account_id, rol, periode) overriding system value values
    ($n + 40, $n + 1, $n + 40, 'jobcoach', '[2025-01-01,2025-02-01)'),
    ($n + 41, $n + 1, $n + 41, 'consulent', '[2025-01-01,)');
insert into persoonsgegevens_inzagen (id, kandidaat_id, account_id, tijd, doel) overriding system value
    select id, id, $n + 10, '2026-11-01', 'Bellen $w' from kandidaten where id between $n + 1 and $n + 2;
insert into uitsluitingen (id, kandidaat_id, leerwerkplek_id, reden, account_id, sinds) overriding system value
    select id, id, $n + 2, 'Reden $w', $n + 10, '2026-11-01' from kandidaten where id between $n + 1 and $n + 2;
insert into uitzonderingen (id, kandidaat_id, leerwerkplek_id, regel, reden, sinds, door, tot) overriding system value
    values ($n + 1, $n + 1, $n + 1, 'reistijd', 'Reden $w', '2026-11-01', $n + 11, '2027-11-01');
insert into sessies select decode(lpad(id::text, 64, '0'), 'hex'), id, 'csrf', '2026-11-01', '2027-11-01'
    from accounts where id > $n;
insert into api_sleutels (id, account_id, naam, token_hash, scopes, aangemaakt_op, aangemaakt_door, verloopt_op)
    overriding system value select id, id, 'Sleutel $w', decode(lpad(id::text, 64, '0'), 'hex'),
        '{kandidaten:lezen}', '2026-11-01', $n + 14, '2027-11-01' from accounts where id in ($n + 10, $n + 20, $n + 42);
insert into api_antwoorden select id, sleutel, '', 200, '{}', 'Antwoord $w', verloopt_op from accounts
    cross join (values ('sleutel', timestamptz '2027-11-01'), ('oud', '2026-11-01')) deel (sleutel, verloopt_op)
    where id > $n;
insert into inlezingen (id, account_id, soort, bestandsnaam, bestand, fouten, sha256, status, aangemaakt_op, teken_op, vervalt_op)
    overriding system value select id, id, 'leerwerkplekken', '$w.csv', '$w', '$w', sha256('$w'), 'nagekeken', '2026-11-01',
        '2026-11-01', '2027-11-01' from accounts where id > $n;
insert into inlezing_rijen select id, 1 from inlezingen where id > $n;
insert into links (token_hash, doel, account_id, leerwerkplek_id, gemaakt_door, gemaakt_op, verloopt_op)
    select decode(lpad(($n + maker)::text || '0' || account, 64, '0'), 'hex'), case account when 0 then 'plek' else 'wachtwoord' end,
        case account when 0 then null else $n + account end, case account when 0 then $n + 1 end, $n + maker,
        '2026-11-01', '2027-11-01'
    from (values (10, 0), (11, 0), (14, 20), (28, 20), (14, 22)) deel (maker, account);
insert into gebeurtenissen (tijd, account_id, soort, onderwerp, onderwerp_id, regio_code, organisatie_id, reden)
    select '2026-11-01', $n + 10, 'plan_gepubliceerd', onderwerp, id, regio, organisatie, 'Reden $w' from (values
        ('kandidaat', $n + 1, '$r', $n + 3), ('kandidaat', $n + 2, '$r', null), ('leerwerkplek', $n + 1, '$r', $n + 1),
        ('account', $n + 10, '$r', null), ('account', $n + 20, null, $n + 1), ('account', $n + 23, null, $n + 1),
        ('api_sleutel', $n + 10, '$r', null), ('organisatie', $n + 2, '$r', null),
        ('plan', $n + 1, '$r', null)) deel (onderwerp, id, regio, organisatie);
insert into gebeurtenissen (tijd, account_id, soort, onderwerp, onderwerp_id, regio_code, organisatie_id, gegevens) values
    ('2026-11-02', $n + 10, 'pin_gezet', 'voorstel', $n + 2, '$r', null, '{"was": {"status": "voorgesteld"}}'),
    ('2026-11-02', $n + 10, 'profiel_gewijzigd', 'kandidaat', $n + 2, '$r', null, '{}'),
    ('2026-11-02', $n + 20, 'plek_klopt_niet', 'leerwerkplek', $n + 1, '$r', $n + 1, '{}');
insert into gebeurtenissen (tijd, soort, onderwerp, onderwerp_id) values ('2026-11-01', 'werkproces_gemaakt', 'werkproces', 1);
update voorstellen set pin_reden = 'Reden $w', pin_tot = '2027-11-01', pin_door = $n + 10 where id = $n + 2;
update rekenruns set gevraagd_door = $n + 10 where id = $n + 1;
