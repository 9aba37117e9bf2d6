-- One person, pseudonymous; identity apart with its own access log; groups of people registered together.

create table doelgroepen (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null
);

create table kandidaten (
    id bigint generated always as identity primary key,
    kenmerk text not null unique check (kenmerk ~ '^K-[0-9A-Z]{4,6}$'),
    regio_code text not null references regios,
    gemeente_id integer not null references gemeenten,
    pc4 text not null references postcodes,
    sw_bedrijf_id bigint references organisaties,
    status text not null check (status in ('voor_aangemeld', 'matchbaar', 'lopend', 'teruggetrokken', 'niet_gestart', 'afgerond')),
    status_reden vrije_tekst,
    matchbaar_sinds date,
    vervoermiddel text not null check (vervoermiddel in ('lopen', 'fiets', 'e_bike', 'ov', 'auto', 'taxibus')),
    max_reistijd smallint not null check (max_reistijd between 5 and 180),
    max_afstand smallint check (max_afstand between 1 and 150),
    reist_alleen boolean not null default true,
    dagdelen dagdelen not null check (dagdelen > 0),
    interne_dagen smallint not null default 0 check (interne_dagen between 0 and 5),
    minuten_min integer not null check (minuten_min between 60 and 2400),
    minuten_max integer not null check (minuten_max between 60 and 2400),
    periode daterange not null,
    weken smallint not null check (weken between 1 and 104),
    niveau_geschat smallint not null check (niveau_geschat between 1 and 4),
    niveau_bewezen smallint check (niveau_bewezen between 1 and 4),
    praktijkleren boolean not null,
    crebo integer references kwalificaties,
    vormen text[] not null check (cardinality(vormen) > 0),
    begeleiding integer[] not null check (cardinality(begeleiding) between 1 and 52),
    voorwaarden text[] not null default '{}',
    taal smallint not null check (taal between 0 and 4),
    fase text check (fase in ('binnen', 'buiten_beschermd', 'regulier')),
    voucher boolean not null default false,
    toelichting vrije_tekst not null default '',
    voorbeeld boolean not null default false,
    gearchiveerd_op timestamptz,
    eigen_kenmerk korte_tekst, -- what whoever sent the person in a file calls them
    -- Known at the own SW-bedrijf and nowhere else in the regio, until they come on the market.
    besloten boolean not null default false,
    versie integer not null default 1,
    constraint kandidaat_besloten check (
        not besloten or (sw_bedrijf_id is not null and status not in ('matchbaar', 'lopend'))),
    constraint kandidaat_van_sw_bedrijf unique (id, sw_bedrijf_id),
    constraint kandidaat_archief check (
        gearchiveerd_op is null or status in ('teruggetrokken', 'niet_gestart', 'afgerond')),
    constraint kandidaat_uren check (minuten_min <= minuten_max),
    constraint kandidaat_periode check (not isempty(periode) and not lower_inf(periode)),
    constraint kandidaat_dagen check (interne_dagen + (bit_count(dagdelen::int::bit(10)) + 1) / 2 <= 5),
    constraint kandidaat_matchbaar check (status <> 'matchbaar' or matchbaar_sinds is not null),
    constraint kandidaat_reden check (status not in ('teruggetrokken', 'niet_gestart') or status_reden is not null),
    constraint kandidaat_kwalificatie check (not praktijkleren or crebo is not null)
);
create index on kandidaten (regio_code);
create index on kandidaten (regio_code) where status = 'matchbaar';
create index on kandidaten (sw_bedrijf_id) where sw_bedrijf_id is not null;
create unique index on kandidaten (regio_code, sw_bedrijf_id, eigen_kenmerk) nulls not distinct where eigen_kenmerk is not null;

create table kandidaat_sectorwensen (
    kandidaat_id bigint not null references kandidaten on delete cascade,
    rang smallint not null check (rang between 1 and 5),
    sector text not null references sectoren,
    primary key (kandidaat_id, rang),
    unique (kandidaat_id, sector)
);

create table kandidaat_werkprocessen (
    kandidaat_id bigint not null references kandidaten on delete cascade,
    werkproces_id bigint not null references werkprocessen,
    stand text not null check (stand in ('gewenst', 'geoefend', 'bewezen')),
    primary key (kandidaat_id, werkproces_id)
);

-- For fairness and funding, never in a value; no medical reason.
create table kandidaat_doelgroepen (
    kandidaat_id bigint not null references kandidaten on delete cascade,
    doelgroep text not null references doelgroepen,
    periode daterange not null check (not isempty(periode)),
    primary key (kandidaat_id, doelgroep, periode)
);

create table persoonsgegevens (
    kandidaat_id bigint primary key references kandidaten on delete cascade,
    naam korte_tekst not null,
    geboortedatum date not null,
    telefoon telefoonnummer,
    email korte_tekst,
    versie integer not null default 1
);

-- Who is bound to one person and sees that person only: the kandidaat and who represents or guides them.
create table kandidaat_betrokkenen (
    id bigint generated always as identity primary key,
    kandidaat_id bigint not null references kandidaten,
    account_id bigint not null references accounts,
    rol text not null references rollen
        check (rol in ('kandidaat', 'vertegenwoordiger', 'consulent', 'jobcoach', 'pro_vso')),
    periode daterange not null check (not isempty(periode)),
    constraint betrokkene_een_tegelijk exclude using gist (
        int8range(kandidaat_id, kandidaat_id, '[]') with &&, int8range(account_id, account_id, '[]') with &&,
        periode with &&
    )
);
create index on kandidaat_betrokkenen (account_id);

create table persoonsgegevens_inzagen (
    id bigint generated always as identity primary key,
    kandidaat_id bigint not null references kandidaten,
    account_id bigint not null references accounts,
    tijd timestamptz not null,
    doel vrije_tekst not null check (length(doel) >= 5)
);
create index on persoonsgegevens_inzagen (kandidaat_id);

-- The only way to read who somebody is: the look is logged before the row is given. Nothing comes back, and nothing is
-- logged, for an account that is not accountmanager of the regio, planner of the SW-bedrijf or bound to the person.
create function toon_persoonsgegevens(kandidaat_id bigint, doel text, tijd timestamptz default now())
returns setof persoonsgegevens
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    wie bigint := app_account();
begin
    perform from kandidaten kandidaat
    join persoonsgegevens gegevens on gegevens.kandidaat_id = kandidaat.id
    where kandidaat.id = $1
      and (exists (select from account_rollen recht
                   where recht.account_id = wie
                     and (recht.rol = 'accountmanager' and recht.regio_code = kandidaat.regio_code
                              and not kandidaat.besloten
                          or recht.rol = 'planner' and recht.organisatie_id = kandidaat.sw_bedrijf_id))
           or exists (select from kandidaat_betrokkenen band
                      where band.kandidaat_id = kandidaat.id and band.account_id = wie
                        and band.periode @> ($3 at time zone 'Europe/Amsterdam')::date));
    if found then
        insert into persoonsgegevens_inzagen (kandidaat_id, account_id, tijd, doel) values ($1, wie, $3, $2);
        return query select * from persoonsgegevens gegevens where gegevens.kandidaat_id = $1;
    end if;
end
$$;
revoke execute on function toon_persoonsgegevens from public;

-- Whole groups registered at once, started later or cancelled with a reason (R-067), restarted as a next cohort (R-068).
create table groepen (
    id bigint generated always as identity primary key,
    regio_code text not null references regios,
    naam korte_tekst not null,
    sector text not null references sectoren,
    status text not null check (status in ('aangemeld', 'gestart', 'afgerond', 'geannuleerd')),
    reden vrije_tekst,
    vervolg_op bigint references groepen,
    voorbeeld boolean not null default false,
    versie integer not null default 1,
    check (status <> 'geannuleerd' or reden is not null)
);
create table groep_kandidaten (
    groep_id bigint not null references groepen on delete cascade,
    kandidaat_id bigint not null references kandidaten,
    primary key (groep_id, kandidaat_id)
);
create index on groep_kandidaten (kandidaat_id);

-- What a rejection left behind for the next run: never this pair, or not this vestiging.
create table uitsluitingen (
    id bigint generated always as identity primary key,
    kandidaat_id bigint not null references kandidaten,
    leerwerkplek_id bigint references leerwerkplekken,
    vestiging_id bigint references vestigingen,
    reden vrije_tekst not null,
    account_id bigint not null references accounts,
    sinds timestamptz not null,
    ingetrokken_op timestamptz,
    check (num_nonnulls(leerwerkplek_id, vestiging_id) = 1)
);
create index on uitsluitingen (kandidaat_id);

grant select on doelgroepen to app;
grant select, insert, delete on kandidaat_doelgroepen to app;
grant select, insert (kenmerk, regio_code, sw_bedrijf_id, pc4, gemeente_id, status, vervoermiddel, max_reistijd, max_afstand,
    reist_alleen, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, praktijkleren, crebo, vormen, voorwaarden,
    taal, begeleiding, toelichting, interne_dagen, fase, besloten),
    update (pc4, gemeente_id, status, status_reden, matchbaar_sinds, gearchiveerd_op, vervoermiddel, max_reistijd,
    max_afstand, reist_alleen, dagdelen, minuten_min, minuten_max, periode, weken, niveau_geschat, crebo, vormen,
    voorwaarden, taal, begeleiding, toelichting, interne_dagen, fase, eigen_kenmerk, besloten, versie), delete
    on kandidaten to app;
grant usage on sequence kandidaten_id_seq to app;
grant select, insert, delete on kandidaat_sectorwensen, kandidaat_werkprocessen to app;
grant select (kandidaat_id, versie), insert (kandidaat_id, naam, geboortedatum, telefoon, email),
    update (naam, geboortedatum, telefoon, email, versie) on persoonsgegevens to app;
grant execute on function toon_persoonsgegevens to app;
grant select on persoonsgegevens_inzagen to app;
grant select, insert, update (periode) on kandidaat_betrokkenen to app;
grant select, insert (regio_code, naam, sector, status, vervolg_op), update (status, reden, versie) on groepen to app;
grant select, insert on groep_kandidaten to app;
grant select, insert, update (ingetrokken_op) on uitsluitingen to app;
grant select on kandidaten, kandidaat_sectorwensen, kandidaat_werkprocessen, kandidaat_doelgroepen, uitsluitingen
    to worker;
