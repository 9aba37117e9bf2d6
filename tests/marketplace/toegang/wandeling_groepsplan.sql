-- Besides the concept and what was published: a move that was undone, and what runs of the SW-bedrijf gave.
insert into groepsplan_zetten values ($n + 4, 2, 'Los $w',
    format('{"groepen": [], "indelingen": [[%s, "2026-11-23", [%s, 1, false]]]}', $n + 1, $n + 3)::jsonb,
    format('{"groepen": [], "indelingen": [[%s, "2026-11-23", null]]}', $n + 1)::jsonb, $n + 22, '2026-11-15', true);
-- Whether the opdracht that an inlener asked for can be accepted, and whether the one that runs can be two.
insert into rekenruns (id, planner, regio_code, organisatie_id, gevraagd_door, gevraagd_op, vandaag, seconden, seed, status,
    klaar_op, gelezen_op, instantie, vraag, uitkomst) overriding system value
    select id, 'groepsdetachering', '$r', $n + 3, $n + 22, '2026-11-19', '2026-11-19', 1, 1, 'geslaagd', '2026-11-19',
        '2026-11-19', '{"week0": "2026-11-16"}', json_build_object('soort', soort, 'opdracht', opdracht, 'versie', 1, 'plan', $n + 4),
        json_build_object('wat_als', json_build_object('opdracht', opdracht, 'eerste_week', 1, 'kostendekkend', 1000,
            'verschil', json_build_object('marge', 100, 'reistijd', 5, 'tekort', 0, 'dagen', json_build_object(opdracht, 2),
                'ontwikkeling', json_build_object('leren', 1), 'verplaatsingen', json_build_array(
                    json_build_object('medewerker', $n + 1, 'week', 1, 'van', $n + 3, 'naar', opdracht)))))
    from (values ($n + 7, 'opdracht', $n + 4), ($n + 8, 'splitsen', $n + 3)) as vraag (id, soort, opdracht);
insert into rekenrun_voortgang select id, 1, '2026-11-19', 'klaar', 'Antwoord $w' from rekenruns where id in ($n + 7, $n + 8);
insert into groepsplannen (id, organisatie_id, status, van, weken, basis_id, rekenrun_id, naam, gemaakt_op, gemaakt_door)
    overriding system value
    values ($n + 5, $n + 3, 'alternatief', '2026-11-16', 4, $n + 3, $n + 7, 'Voorstel $w', '2026-11-19', $n + 22);
insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id)
    values ($n + 5, $n + 3, $n + 3, '2026-11-30', $n + 3);
insert into groepsplan_dagen (plan_id, opdracht_id, week, dag, organisatie_id, werkleider_id)
    values ($n + 5, $n + 3, '2026-11-30', 1, $n + 3, $n + 3);
insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)
    values ($n + 5, $n + 6, '2026-11-30', $n + 3, $n + 3, 2);
-- An opdracht that was withdrawn while a group stood there.
insert into opdrachten (id, organisatie_id, vestiging_id, naam, kort, status, reden, periode, dagen, minuten, minimum, maximum,
    gevraagd, aangemaakt_op) overriding system value
    values ($n + 6, $n + 3, $n + 1, 'Weg $w', 'Kort 6', 'ingetrokken', 'Reden $w', '[2026-12-01,2027-11-01)', 31, 360, 1, 6, 4,
        '2026-11-01');
insert into groepsplan_groepen (plan_id, organisatie_id, opdracht_id, week, werkleider_id)
    values ($n + 4, $n + 3, $n + 6, '2026-12-07', $n + 3);
-- An alternative that fills the rest.
insert into groepsplannen (id, organisatie_id, status, van, weken, basis_id, naam, gemaakt_op, gemaakt_door)
    overriding system value
    values ($n + 6, $n + 3, 'alternatief', '2026-11-16', 4, $n + 3, 'Ander voorstel $w', '2026-11-19', $n + 22);
