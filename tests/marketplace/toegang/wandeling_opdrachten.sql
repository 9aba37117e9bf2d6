-- The SW-bedrijf of a half lends out groups: an opdracht that is open and one that was asked, both at the first company.
insert into detacheringsbeleid (organisatie_id) values ($n + 3) on conflict do nothing;
insert into treden (organisatie_id, nummer, naam) values ($n + 3, 1, 'Binnen $w') on conflict do nothing;
insert into medewerkers (kandidaat_id, organisatie_id, trede, opbouw_vanaf)
    values ($n + 1, $n + 3, 1, '2026-01-05') on conflict do nothing;
insert into opdrachten (id, organisatie_id, vestiging_id, naam, kort, status, toelichting, periode, dagen, minuten,
    minimum, maximum, gevraagd, gevraagd_door, aangemaakt_op) overriding system value
    select $n + nummer, $n + 3, $n + 1, 'Perken $w', 'Perken ' || nummer, status, 'Over $w', '[2026-01-05,2028-01-03)',
        31, 360, 1, 4, 2, case status when 'gevraagd' then $n + 20 end, '2026-01-01'
    from (values (1, 'open'), (2, 'gevraagd')) soort (nummer, status);
insert into opdracht_werkprocessen (organisatie_id, opdracht_id, werkproces_id) values ($n + 3, $n + 1, 1);
insert into opdracht_gesloten values ($n + 3, $n + 1, '2026-12-25');
insert into opdracht_afspraken values ($n + 3, $n + 1, $n + 1, 'nooit', 'Reden $w', $n + 22);
insert into detacheringsovereenkomsten (opdracht_id, organisatie_id, nummer, getekend_op, namens_inlener,
    namens_bedrijf, vastgelegd_door)
    values ($n + 1, $n + 3, 'D-$w', '2026-01-05', 'Piet $w', 'Kees $w', $n + 22);
