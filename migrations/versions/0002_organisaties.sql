-- Organisatie -> vestiging, their kwalificaties, werkprocessen, erkenningen, opleidingen and praktijkopleiders.

create table sectoren (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null unique,
    kort korte_tekst not null unique
);

-- Kinds of organisation are data: WSP, RMT and leerwerkloket are merging into Werkcentra.
create table organisatiesoorten (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null
);

create table organisaties (
    id bigint generated always as identity primary key,
    naam korte_tekst not null,
    soort text not null references organisatiesoorten,
    regio_code text not null references regios,
    kvk text check (kvk ~ '^[0-9]{8}$'),
    voorbeeld boolean not null default false,
    bron vrije_tekst not null default '',
    gearchiveerd_op timestamptz,
    versie integer not null default 1
);

create table vestigingen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references organisaties,
    naam korte_tekst not null,
    plaats_id bigint not null references plaatsen,
    leerbedrijf_id korte_tekst,
    gearchiveerd_op timestamptz,
    versie integer not null default 1
);
-- Two names that differ in capitals and spaces alone are one.
create unique index organisatie_naam_eenmalig on organisaties (regio_code, lower(regexp_replace(naam, '\s+', ' ', 'g')));
create unique index vestiging_naam_eenmalig on vestigingen (organisatie_id, lower(regexp_replace(naam, '\s+', ' ', 'g')));
create index on vestigingen (plaats_id);

create table kwalificaties (
    crebo integer primary key check (crebo between 10000 and 99999),
    dossier_crebo integer not null,
    dossier korte_tekst not null,
    naam korte_tekst not null,
    niveau smallint not null check (niveau between 1 and 4),
    sector text not null references sectoren,
    geldig daterange not null check (not isempty(geldig)),
    bron vrije_tekst not null,
    versie integer not null default 1
);

-- An official code only where the source has one; demo items carry VB- and the label voorbeeld (domain B1).
create table werkprocessen (
    id bigint generated always as identity primary key,
    dossier_crebo integer not null,
    crebo integer references kwalificaties,
    code text not null,
    titel korte_tekst not null,
    uitleg vrije_tekst not null,
    sector text not null references sectoren,
    voorbeeld boolean not null,
    bron vrije_tekst not null,
    versie integer not null default 1,
    gearchiveerd_op timestamptz,
    unique nulls not distinct (dossier_crebo, crebo, code),
    constraint werkproces_code check (
        case when voorbeeld then code ~ '^VB-[A-Z]+-[0-9]{2}$' else code ~ '^(B|P)[0-9]+-K[0-9]+-W[0-9]+$' end
    )
);

create table erkenningen (
    id bigint generated always as identity primary key,
    vestiging_id bigint not null references vestigingen,
    crebo integer not null references kwalificaties,
    periode daterange not null check (not isempty(periode)),
    gecontroleerd_op date not null,
    versie integer not null default 1,
    constraint erkenning_een_tegelijk exclude using gist (
        int8range(vestiging_id, vestiging_id, '[]') with &&, int4range(crebo, crebo, '[]') with &&, periode with &&
    )
);

-- Rows here limit the erkenning to these werkprocessen; none means all of the kwalificatie.
create table erkenning_werkprocessen (
    erkenning_id bigint not null references erkenningen on delete cascade,
    werkproces_id bigint not null references werkprocessen,
    primary key (erkenning_id, werkproces_id)
);

-- What an opleider (school) offers, and when; regios lists the regions in which its kandidaten may live.
create table opleidingen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references organisaties,
    crebo integer not null references kwalificaties,
    periode daterange not null check (not isempty(periode)),
    regio_codes text[] not null check (cardinality(regio_codes) > 0),
    versie integer not null default 1,
    constraint opleiding_een_tegelijk exclude using gist (
        int8range(organisatie_id, organisatie_id, '[]') with &&, int4range(crebo, crebo, '[]') with &&, periode with &&
    )
);

-- Who leaves does so from a day on: `tot` is the first day on which they no longer work here.
create table praktijkopleiders (
    id bigint generated always as identity primary key,
    vestiging_id bigint not null references vestigingen,
    naam korte_tekst not null,
    tot date,
    voorbeeld boolean not null default false,
    versie integer not null default 1
);
create index on praktijkopleiders (vestiging_id);
create index on erkenningen (vestiging_id);

-- Employers are asked for nearness, never for hours; the region's table translates, and the result stays editable.
create table begeleidingscapaciteiten (
    praktijkopleider_id bigint not null references praktijkopleiders on delete cascade,
    periode daterange not null check (not isempty(periode)),
    nabijheid text not null check (nabijheid in ('steeds_ernaast', 'af_en_toe', 'op_afroep')),
    minuten_per_week integer not null check (minuten_per_week between 0 and 2400),
    primary key (praktijkopleider_id, periode),
    constraint begeleidingscapaciteit_een_tegelijk exclude using gist (
        int8range(praktijkopleider_id, praktijkopleider_id, '[]') with &&, periode with &&
    )
);

grant select on sectoren, organisatiesoorten, organisaties, vestigingen, kwalificaties, werkprocessen, erkenningen,
    erkenning_werkprocessen, opleidingen, praktijkopleiders, begeleidingscapaciteiten to app, worker;
-- A crebo and a code stay what they were; the rest is what people keep.
grant insert, update (titel, uitleg, bron, sector, gearchiveerd_op, versie) on werkprocessen to app;
grant insert, update (naam, niveau, sector, dossier, bron, geldig, versie) on kwalificaties to app;
grant insert, update (periode, nabijheid, minuten_per_week), delete on begeleidingscapaciteiten to app;
-- What people planned with is archived or ends on a day; what a file made goes with it (0010).
grant insert, update (naam, soort, kvk, gearchiveerd_op, versie) on organisaties to app;
grant insert, update (naam, plaats_id, leerbedrijf_id, gearchiveerd_op, versie) on vestigingen to app;
grant insert, update (periode, gecontroleerd_op, versie) on erkenningen to app;
grant insert, delete on erkenning_werkprocessen to app;
grant insert, update (periode, versie) on opleidingen to app;
grant insert, update (naam, tot, versie) on praktijkopleiders to app;
