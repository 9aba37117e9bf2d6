-- Regions, gemeenten with dated membership, dated policies and the gazetteer; the domains all later tables lean on.

-- True when a text holds a number that could be a BSN (UAVG 46): digits that stand together, or in groups with
-- three signs at most and no letter between them, that are nine and pass the 11-test. Digits count in their
-- other shapes too (full width, Arabic, Persian, Devanagari, Bengali); format characters separate nothing.
create function bevat_bsn(tekst text) returns boolean
language plpgsql immutable strict parallel safe
as $$
declare
    groep text[];
    getallen text[] := '{}';
begin
    for groep in
        select regexp_matches(
            translate(
                regexp_replace(
                    normalize(tekst, NFKC),
                    '[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e'
                    '\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f'
                    '\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]', '', 'g'
                ),
                U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9'
                '\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\09E6\09E7\09E8\09E9\09EA\09EB\09EC\09ED\09EE\09EF',
                '0123456789012345678901234567890123456789'
            ),
            '([0-9]+)([^0-9]*)', 'g'
        )
    loop
        -- Every number that may still become nine digits long, and one that begins here.
        getallen := array(
            select kop || groep[1] from unnest(getallen || array['']) kop where length(kop || groep[1]) <= 9
        );
        if exists (
            select from unnest(getallen) getal
            where length(getal) = 9 and getal <> '000000000' and (
                select sum((array[9, 8, 7, 6, 5, 4, 3, 2, -1])[plek] * substr(getal, plek, 1)::integer)
                from generate_series(1, 9) plek
            ) % 11 = 0
        ) then
            return true;
        end if;
        if groep[2] !~ '^[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{1,3}$' then
            getallen := '{}';
        end if;
    end loop;
    return false;
end
$$;

-- A date as people read it: 23 november 2026.
create function datum(dag date) returns text
language sql immutable strict parallel safe
return extract(day from dag) || ' ' || (array['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus',
    'september', 'oktober', 'november', 'december'])[extract(month from dag)::integer] || ' ' || extract(year from dag);

create domain korte_tekst as text
    constraint korte_tekst_lengte check (length(value) between 1 and 200)
    constraint korte_tekst_bsn check (not bevat_bsn(value));
create domain vrije_tekst as text
    constraint vrije_tekst_lengte check (length(value) <= 4000)
    constraint vrije_tekst_bsn check (not bevat_bsn(value));
-- A telephone number may pass the 11-test by chance, so it is told from a BSN by its form: ten digits that begin with
-- 0, or + and a country; a nine-digit number alone is neither.
create domain telefoonnummer as text
    constraint telefoonnummer_vorm check (value ~ '^(0([ -]?[0-9]){9}|\+[1-9]([ -]?[0-9]){7,14})$');
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

-- A region's policy: one value a key at a time, dated, never deleted; what was planned can be withdrawn.
create table regio_beleid (
    id bigint generated always as identity primary key,
    regio_code text not null references regios,
    sleutel text not null references beleidssleutels,
    waarde jsonb not null,
    vanaf date not null,
    bron vrije_tekst not null,
    ingetrokken_op timestamptz
);
create unique index regio_beleid_een_tegelijk on regio_beleid (regio_code, sleutel, vanaf) where ingetrokken_op is null;

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
create index on postcodes (plaats_id);

grant select on regios, gemeenten, gemeente_regios, beleidssleutels, regio_beleid, plaatsen, postcodes to app, worker;
grant insert, update (ingetrokken_op) on regio_beleid to app;
grant insert, update (periode), delete on gemeente_regios to app;
-- A web process says whether it fits the database (/klaar).
grant select on alembic_version to app;
