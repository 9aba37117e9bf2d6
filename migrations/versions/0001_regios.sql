-- Regions, gemeenten with dated membership, dated policies and the gazetteer; the domains all later tables lean on.

-- The 11-test: true when a text holds a number that could be a BSN (nine digits, separators ignored). UAVG 46.
create function bevat_bsn(tekst text) returns boolean
language sql immutable parallel safe
as $$
    select exists (
        select
        from regexp_matches(
            regexp_replace(tekst, '(?<=[0-9])[ .\-](?=[0-9])', '', 'g'),
            '(?<![0-9])([0-9]{9})(?![0-9])', 'g'
        ) as getal
        where getal[1] <> '000000000'
          and (
              9 * substr(getal[1], 1, 1)::int + 8 * substr(getal[1], 2, 1)::int + 7 * substr(getal[1], 3, 1)::int
              + 6 * substr(getal[1], 4, 1)::int + 5 * substr(getal[1], 5, 1)::int + 4 * substr(getal[1], 6, 1)::int
              + 3 * substr(getal[1], 7, 1)::int + 2 * substr(getal[1], 8, 1)::int - substr(getal[1], 9, 1)::int
          ) % 11 = 0
    )
$$;

create domain korte_tekst as text
    constraint korte_tekst_lengte check (length(value) between 1 and 200)
    constraint korte_tekst_bsn check (not bevat_bsn(value));
create domain vrije_tekst as text
    constraint vrije_tekst_lengte check (length(value) <= 4000)
    constraint vrije_tekst_bsn check (not bevat_bsn(value));
create domain maandag as date constraint maandag_is_maandag check (extract(isodow from value) = 1);
create domain dagdelen as smallint constraint dagdelen_masker check (value between 0 and 1023);

create table regios (
    code text primary key check (code ~ '^AM[0-9]{2}$'),
    naam korte_tekst not null unique
);

create table gemeenten (
    id integer primary key,
    code text generated always as ('GM' || lpad(id::text, 4, '0')) stored unique,
    naam korte_tekst not null
);

-- Borders change (2020 list v 2025), so membership has a period; one region at a time.
create table gemeente_regios (
    gemeente_id integer not null references gemeenten,
    regio_code text not null references regios,
    periode daterange not null check (not isempty(periode)),
    primary key (gemeente_id, periode),
    constraint gemeente_in_een_regio
        exclude using gist (int4range(gemeente_id, gemeente_id, '[]') with &&, periode with &&)
);

create table beleidssleutels (
    code text primary key,
    uitleg vrije_tekst not null
);

-- A region's policy: one value a key at a time, dated, never deleted.
create table regio_beleid (
    id bigint generated always as identity primary key,
    regio_code text not null references regios,
    sleutel text not null references beleidssleutels,
    waarde jsonb not null,
    vanaf date not null,
    bron vrije_tekst not null,
    unique (regio_code, sleutel, vanaf)
);

create table plaatsen (
    id bigint generated always as identity primary key,
    naam korte_tekst not null,
    gemeente_id integer not null references gemeenten,
    lat double precision not null check (lat between 50.5 and 53.7),
    lon double precision not null check (lon between 3.2 and 7.4),
    inwoners integer not null default 0 check (inwoners >= 0),
    bron vrije_tekst not null,
    unique (naam, gemeente_id)
);

create table postcodes (
    pc4 text primary key check (pc4 ~ '^[1-9][0-9]{3}$'),
    plaats_id bigint not null references plaatsen
);

grant select on regios, gemeenten, gemeente_regios, beleidssleutels, regio_beleid, plaatsen, postcodes to app, worker;
