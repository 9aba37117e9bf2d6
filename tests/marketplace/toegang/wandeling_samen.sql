-- What both halves of the world of the walk share.
insert into regios values ('AM09', 'Achterhoek'), ('AM07', 'Midden-Gelderland');
insert into gemeenten (id, naam) values (1876, 'Bronckhorst'), (202, 'Arnhem'), (1, 'Hierheen'), (2, 'Daarheen');
insert into gemeente_regios values (1876, 'AM09', '[2020-01-01,)'), (202, 'AM07', '[2020-01-01,)'),
    (1, 'AM07', '[2020-01-01,2027-01-01)'), (1, 'AM09', '[2027-01-01,)'),
    (2, 'AM09', '[2020-01-01,2027-01-01)'), (2, 'AM07', '[2027-01-01,)');
insert into plaatsen (id, naam, gemeente_id, lat, lon, bron) overriding system value values
    (1, 'Zelhem', 1876, 52.0, 6.3, 'proef'), (101, 'Arnhem', 202, 51.9, 5.9, 'proef');
insert into postcodes values ('7021', 1), ('6811', 101);
insert into sectoren values ('groen', 'Groen', 'Groen'), ('horeca', 'Horeca', 'Horeca'),
    ('logistiek', 'Logistiek', 'Logistiek');
insert into organisatiesoorten values ('werkgever', 'Werkgever'), ('sw_bedrijf', 'SW-bedrijf'),
    ('gemeente', 'Gemeente'), ('mbo', 'Mbo-school');
insert into plaatsingsvormen values ('proefplaatsing', 'Proefplaatsing', false),
    ('detachering', 'Detachering', true);
insert into doelgroepen values ('doelgroepregister', 'Doelgroepregister');
insert into kwalificaties values (25258, 23192, 'Entree', 'Assistent', 1, 'groen', '[2015-08-01,)', 'proef'),
    (25259, 23193, 'Entree', 'Helper', 1, 'groen', '[2015-08-01,)', 'proef');
insert into werkprocessen (id, dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron)
    overriding system value values (1, 23192, 25258, 'VB-GRO-01', 'Wieden', 'Wieden', 'groen', true, 'proef'),
    (2, 23192, 25258, 'VB-GRO-02', 'Snoeien', 'Snoeien', 'groen', true, 'proef');
insert into trede_voorbeelden values ('Een voorbeeld', 1, 'Binnen', '', 'binnen', 'proef'),
    ('Een voorbeeld', 2, 'Buiten', '', 'buiten_beschermd', 'proef');
