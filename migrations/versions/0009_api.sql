-- Keys for programs: accounts that nobody logs in with, what each key may do, and answers to repeat.

alter table accounts add column soort text not null default 'mens' check (soort in ('mens', 'dienst'));
alter table accounts add constraint dienst_zonder_wachtwoord check (soort = 'mens' or wachtwoord_hash = '!');

-- Only the hash of the random key is stored; a key is withdrawn by setting ingetrokken_op.
create table api_sleutels (
    id bigint generated always as identity primary key,
    account_id bigint not null references accounts,
    naam korte_tekst not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    scopes text[] not null check (cardinality(scopes) > 0),
    aangemaakt_op timestamptz not null,
    aangemaakt_door bigint not null references accounts,
    verloopt_op timestamptz not null,
    ingetrokken_op timestamptz,
    laatst_gebruikt_op timestamptz,
    check (verloopt_op > aangemaakt_op)
);
create index on api_sleutels (account_id);

-- What was answered to a POST with an Idempotency-Key, to answer the same again; kept until verloopt_op.
create table api_antwoorden (
    account_id bigint not null references accounts,
    sleutel text not null check (length(sleutel) between 1 and 200),
    afdruk bytea not null,
    status smallint,
    koppen jsonb not null default '{}',
    inhoud text,
    verloopt_op timestamptz not null,
    primary key (account_id, sleutel)
);
create index on api_antwoorden (verloopt_op);

-- Makes the account that a key acts as, with one role, for a beheerder of that very place; null for anyone else.
create function maak_dienst(p_naam text, p_rol text, p_regio_code text, p_organisatie_id bigint, p_nu timestamptz)
returns bigint
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
    gemaakt bigint;
begin
    if p_rol in ('kandidaat', 'vertegenwoordiger', 'beheerder') or not exists (
        select from account_rollen beheer
        join accounts account on account.id = beheer.account_id and account.actief
        where beheer.rol = 'beheerder'
          and beheer.account_id = nullif(current_setting('app.account', true), '')::bigint
          and (beheer.organisatie_id = p_organisatie_id or beheer.regio_code = p_regio_code
               or beheer.regio_code = (select regio_code from organisaties where id = p_organisatie_id)))
    then
        return null;
    end if;
    -- Without figures: by chance they could pass for a BSN.
    insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op, soort)
    values (translate(gen_random_uuid()::text, '0123456789', 'ghijklmnop') || '@dienst.invalid', p_naam, '!', p_nu, 'dienst')
    returning id into gemaakt;
    insert into account_rollen (account_id, rol, regio_code, organisatie_id)
    values (gemaakt, p_rol, p_regio_code, p_organisatie_id);
    return gemaakt;
end
$$;
revoke execute on function maak_dienst from public;
grant execute on function maak_dienst to app;

-- The key with this hash that holds now, who acts with it and their roles. Notes its use at most once in five
-- minutes, so that requests with one key seldom wait for each other.
create function zoek_api_sleutel(p_hash bytea, p_nu timestamptz)
returns table (
    sleutel_id bigint, scopes text[], account_id bigint, naam text, email text,
    rol text, regio_code text, organisatie_id bigint, kandidaat_id bigint)
language sql security definer
set search_path = public, pg_temp
as $$
    update api_sleutels set laatst_gebruikt_op = p_nu
    where token_hash = p_hash and ingetrokken_op is null and verloopt_op > p_nu
      and (laatst_gebruikt_op is null or laatst_gebruikt_op < p_nu - interval '5 minutes');
    select sleutel.id, sleutel.scopes, account.id, account.naam, account.email,
           rol.rol, rol.regio_code, rol.organisatie_id, rol.kandidaat_id
    from api_sleutels sleutel
    join accounts account on account.id = sleutel.account_id and account.actief
    left join (
        select account_id, rol, regio_code, organisatie_id, null::bigint as kandidaat_id from account_rollen
        union all
        select account_id, rol, null, null, kandidaat_id from kandidaat_betrokkenen
        where periode @> (p_nu at time zone 'Europe/Amsterdam')::date
    ) rol on rol.account_id = account.id
    where sleutel.token_hash = p_hash and sleutel.ingetrokken_op is null and sleutel.verloopt_op > p_nu
    order by rol.rol, rol.regio_code, rol.organisatie_id, rol.kandidaat_id;
$$;
revoke execute on function zoek_api_sleutel from public;
grant execute on function zoek_api_sleutel to app;

grant select, insert, update (ingetrokken_op) on api_sleutels to app;
grant select, insert, update (status, koppen, inhoud), delete on api_antwoorden to app;
