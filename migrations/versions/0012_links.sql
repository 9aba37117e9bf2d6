-- Signed links, and what may be done to accounts only through a function.
-- A link widens no policy: whoever holds one sees no row of any table, only what a function gives for it.

create table links (
    id bigint generated always as identity primary key,
    -- Only the hash of the random token is stored.
    token_hash bytea not null unique,
    doel text not null check (doel in ('uitnodiging', 'wachtwoord', 'plek')),
    account_id bigint references accounts,
    leerwerkplek_id bigint references leerwerkplekken on delete cascade,
    gemaakt_door bigint not null references accounts,
    gemaakt_op timestamptz not null,
    verloopt_op timestamptz not null check (verloopt_op > gemaakt_op),
    gebruikt_op timestamptz,
    ingetrokken_op timestamptz,
    constraint link_heeft_een_onderwerp check (
        num_nonnulls(account_id, leerwerkplek_id) = 1 and (doel = 'plek') = (leerwerkplek_id is not null)
    )
);
create index on links (account_id);
create index on links (leerwerkplek_id);

alter table links enable row level security;
create policy zien on links for select to app using (
    account_id = any((select geheel_beheerde_accounts())::bigint[])
    or leerwerkplek_id in (
        select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[]))
);
create policy maken on links for insert to app with check (
    gemaakt_door = (select app_account())
    and (account_id = any((select geheel_beheerde_accounts())::bigint[])
         or leerwerkplek_id in (
            select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[])))
);
create policy intrekken on links for update to app using (
    account_id = any((select geheel_beheerde_accounts())::bigint[])
    or leerwerkplek_id in (
        select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[]))
);
grant select (id, doel, account_id, leerwerkplek_id, gemaakt_door, gemaakt_op, verloopt_op, gebruikt_op, ingetrokken_op)
    on links to app;
grant insert, update (ingetrokken_op) on links to app;

-- Who gets a role from somebody else may mean more from now on than the maker of an older link managed.
create function trek_links_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update links set ingetrokken_op = transaction_timestamp()
    where account_id = new.account_id and gebruikt_op is null and ingetrokken_op is null
      and gemaakt_door is distinct from app_account();
    return null;
end
$$;
create trigger nieuwe_rol_trekt_links_in after insert on account_rollen
    for each row execute function trek_links_in();

-- Before anybody is known: the link of a token, as long as it is live. Nobody's who was switched off.
create function zoek_link(gezocht bytea, nu timestamptz, out id bigint, out doel text, out account_id bigint,
                          out leerwerkplek_id bigint)
returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select link.id, link.doel, link.account_id, link.leerwerkplek_id from links link
    join accounts maker on maker.id = link.gemaakt_door and maker.actief
    left join accounts account on account.id = link.account_id
    where link.token_hash = gezocht and link.gebruikt_op is null and link.ingetrokken_op is null
      and link.verloopt_op > nu and (link.account_id is null or (account.actief and account.soort = 'mens'));
end;

-- A link acts once: of two who send together, one gets the row.
create function gebruik_link(gezocht bytea, nu timestamptz) returns bigint
language sql security definer set search_path = public, pg_temp
begin atomic
    update links link set gebruikt_op = nu
    where link.id in (select live.id from zoek_link(gezocht, nu) live) and link.gebruikt_op is null
    returning link.id;
end;

-- Set a password with a link; every session of the account and every other link to it ends.
create function zet_wachtwoord_met_link(
    gezocht bytea, nieuwe_hash text, nu timestamptz, out account_id bigint, out link_id bigint
) returns setof record
language sql security definer set search_path = public, pg_temp
begin atomic
    with gebruikt as (
        update links link set gebruikt_op = nu
        where link.id in (select live.id from zoek_link(gezocht, nu) live where live.account_id is not null)
          and link.gebruikt_op is null
        returning link.id, link.account_id
    ), andere as (
        update links link set ingetrokken_op = nu from gebruikt
        where link.account_id = gebruikt.account_id and link.id <> gebruikt.id
          and link.gebruikt_op is null and link.ingetrokken_op is null
    ), uitgelogd as (
        update sessies sessie set ingetrokken_op = nu from gebruikt
        where sessie.account_id = gebruikt.account_id and sessie.ingetrokken_op is null
    )
    update accounts account set wachtwoord_hash = nieuwe_hash from gebruikt
    where account.id = gebruikt.account_id
    returning account.id, gebruikt.id;
end;

-- For whom the password is, as their own link says it.
create function account_bij_link(gezocht bytea, nu timestamptz, out id bigint, out naam text, out email text)
returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select account.id, account.naam, account.email
    from zoek_link(gezocht, nu) live join accounts account on account.id = live.account_id;
end;

-- The one plek of a link, in the words that a werkgever checks; nobody's name.
create function plek_bij_link(
    gezocht bytea, nu timestamptz, out id bigint, out titel text, out omschrijving text, out organisatie_id bigint,
    out organisatie text, out plaats text, out regio_code text, out plaatsen smallint, out van date, out tot date,
    out dagdelen smallint, out minuten_min integer, out minuten_max integer, out werkprocessen bigint[],
    out voorwaarden text[]
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select plek.id, plek.titel, plek.omschrijving, organisatie.id, organisatie.naam, plaats.naam, plek.regio_code,
           plek.plaatsen, lower(plek.periode), upper(plek.periode), plek.dagdelen, plek.minuten_min,
           plek.minuten_max,
           array(select kan.werkproces_id from leerwerkplek_werkprocessen kan
                 where kan.leerwerkplek_id = plek.id order by kan.werkproces_id),
           plek.voorwaarden
    from zoek_link(gezocht, nu) live
    join leerwerkplekken plek on plek.id = live.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id;
end;

-- An account for an e-mail address: the one there is, or a new one; for who manages accounts somewhere.
create function vind_of_maak_account(adres text, nieuwe_naam text, nu timestamptz, out id bigint, out nieuw boolean)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if regios_met('beheert_accounts') = '{}' and organisaties_met('beheert_accounts') = '{}' then
        raise insufficient_privilege;
    end if;
    insert into accounts (email, naam, aangemaakt_op) values (adres, nieuwe_naam, nu)
    on conflict (lower(email)) do nothing returning accounts.id into id;
    nieuw := id is not null;
    if not nieuw then
        select account.id into id from accounts account where lower(account.email) = lower(adres) and account.soort = 'mens';
    end if;
end
$$;

-- One's own password and sessions; `deze` is the session that stays.
create function zet_eigen_wachtwoord(nieuwe_hash text) returns bigint
language sql security definer set search_path = public, pg_temp
begin atomic
    update accounts set wachtwoord_hash = nieuwe_hash where id = app_account() returning id;
end;

create function mijn_sessies(deze bytea, nu timestamptz, out begonnen_op timestamptz, out verloopt_op timestamptz,
                             out hier boolean)
returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select sessie.aangemaakt_op, sessie.verloopt_op, sessie.token_hash = deze from sessies sessie
    where sessie.account_id = app_account() and sessie.ingetrokken_op is null and sessie.verloopt_op > nu
    order by sessie.token_hash = deze desc, sessie.aangemaakt_op desc;
end;

create function eindig_andere_sessies(deze bytea, nu timestamptz) returns bigint
language sql security definer set search_path = public, pg_temp
begin atomic
    with geeindigd as (
        update sessies set ingetrokken_op = nu
        where account_id = app_account() and token_hash <> deze and ingetrokken_op is null and verloopt_op > nu
        returning account_id
    )
    select count(*) from geeindigd;
end;

do $$
declare
    door record;
begin
    for door in
        select oid::regprocedure as name from pg_proc
        where prosecdef and pronamespace = 'public'::regnamespace and proname in (
            'trek_links_in', 'zoek_link', 'gebruik_link', 'zet_wachtwoord_met_link', 'account_bij_link', 'plek_bij_link',
            'vind_of_maak_account', 'zet_eigen_wachtwoord', 'mijn_sessies', 'eindig_andere_sessies')
    loop
        execute format('revoke execute on function %s from public', door.name);
        execute format('grant execute on function %s to app', door.name);
    end loop;
end
$$;
