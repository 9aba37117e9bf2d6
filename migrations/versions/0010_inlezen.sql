-- Files that people read in: kept while they are checked, written and can be undone; then only what happened remains.

create table inlezingen (
    id bigint generated always as identity primary key,
    account_id bigint not null references accounts,
    soort text not null check (soort ~ '^[a-z_]+$'),
    bestandsnaam korte_tekst not null,
    -- The file itself, until it expires.
    bestand bytea,
    sha256 bytea not null,
    -- Every fault that the check found, as a CSV file to keep.
    fouten bytea,
    status text not null check (status in ('nakijken', 'nagekeken', 'schrijven', 'geschreven', 'terugdraaien', 'teruggedraaid',
        'mislukt')),
    -- Write the rows that are right although others are not: only when that was asked.
    alleen_goede boolean not null default false,
    stap text not null default '',
    uitkomst jsonb not null default '{}',
    aangemaakt_op timestamptz not null,
    -- The last sign of life of the process at work.
    teken_op timestamptz not null,
    geschreven_op timestamptz,
    vervalt_op timestamptz not null
);
create index on inlezingen (account_id);
create index on inlezingen (vervalt_op) where bestand is not null;

-- What the check found that writing would do, over which version; after writing also what was there before.
create table inlezing_rijen (
    inlezing_id bigint not null references inlezingen,
    rij integer not null,
    onderwerp_id bigint,
    versie integer,
    was jsonb,
    primary key (inlezing_id, rij)
);

-- Every change that a file made says which file.
alter table gebeurtenissen add column inlezing_id bigint references inlezingen
    default nullif(current_setting('app.inlezing', true), '')::bigint;
create index on gebeurtenissen (inlezing_id) where inlezing_id is not null;

-- A file may hold names and telephone numbers: after its term only the counts stay.
create function wis_verlopen_inlezingen(nu timestamptz) returns void
language sql security definer set search_path = public, pg_temp
as $$
    delete from inlezing_rijen using inlezingen
    where inlezingen.id = inlezing_id and inlezingen.vervalt_op <= nu and inlezingen.bestand is not null;
    update inlezingen set bestand = null, fouten = null, uitkomst = uitkomst - '{lijst,verschillen,opmerkingen,redenen}'::text[]
    where vervalt_op <= nu and bestand is not null;
$$;
revoke execute on function wis_verlopen_inlezingen from public;
grant execute on function wis_verlopen_inlezingen to app, worker;

-- Nothing of these is ever removed but what a file made, while that file is undone.
create function bewaak_terugnemen() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (
        select from inlezing_rijen rij join inlezingen inlezing on inlezing.id = rij.inlezing_id
        where inlezing.id = nullif(current_setting('app.inlezing', true), '')::bigint
          and inlezing.status = 'terugdraaien' and inlezing.soort = tg_table_name
          and rij.onderwerp_id = (to_jsonb(old) ->> tg_argv[0])::bigint and rij.was is null)
    then
        raise exception 'Dit blijft staan. Alleen wat een bestand maakte, gaat weg als u dat terugdraait.'
            using errcode = 'PW003';
    end if;
    return old;
end
$$;
create trigger alleen_wat_een_bestand_maakte_kan_weg before delete on kwalificaties
    for each row execute function bewaak_terugnemen('crebo');
create trigger alleen_wat_een_bestand_maakte_kan_weg before delete on praktijkopleiders
    for each row execute function bewaak_terugnemen('id');
create trigger alleen_wat_een_bestand_maakte_kan_weg before delete on erkenningen
    for each row execute function bewaak_terugnemen('id');
create trigger alleen_wat_een_bestand_maakte_kan_weg before delete on opleidingen
    for each row execute function bewaak_terugnemen('id');

-- A yes or a fixed place of somebody who learns for a crebo rests on the erkenning and on the opleiding.
create function bewaak_beloofd_leren() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if exists (
        select from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id and kandidaat.crebo = old.crebo
        join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        where (voorstel.status not in ('voorgesteld', 'afgewezen', 'vervallen') or voorstel.pin_tot is not null)
          and (to_jsonb(old) -> 'vestiging_id' = to_jsonb(plek.vestiging_id)
               or to_jsonb(old) -> 'regio_codes' ? kandidaat.regio_code))
    then
        raise exception 'Met een kandidaat die leert voor crebo % is hier al iets afgesproken.', old.crebo
            using errcode = 'PW003';
    end if;
    return old;
end
$$;
create trigger waar_niemand_op_rekent before delete on erkenningen
    for each row execute function bewaak_beloofd_leren();
create trigger waar_niemand_op_rekent before delete on opleidingen
    for each row execute function bewaak_beloofd_leren();
grant delete on kwalificaties, praktijkopleiders, erkenningen, opleidingen to app;

grant select, insert, update (status, alleen_goede, stap, uitkomst, fouten, teken_op, geschreven_op, vervalt_op) on inlezingen to app;
grant select, insert, update (onderwerp_id, versie, was), delete on inlezing_rijen to app;
