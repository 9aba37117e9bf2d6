-- Who may come in, what they may do where, their sessions, and the append-only record of what happened.

create table accounts (
    id bigint generated always as identity primary key,
    email korte_tekst not null check (email like '%_@_%'),
    naam korte_tekst not null,
    -- Null until the invited person chose a password.
    wachtwoord_hash text,
    heeft_wachtwoord boolean not null generated always as (wachtwoord_hash is not null) stored,
    actief boolean not null default true,
    aangemaakt_op timestamptz not null,
    versie integer not null default 1
);
create unique index accounts_email on accounts (lower(email));

create table rollen (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null,
    -- Where it may stand: in a regio, and at these kinds of organisatie.
    in_regio boolean not null,
    organisatiesoorten text[] not null,
    constraint rol_kan_ergens_staan check (in_regio or organisatiesoorten <> '{}')
);

-- A role holds at an organisatie (werkgever) or in a region (accountmanager, beheerder).
create table account_rollen (
    account_id bigint not null references accounts,
    rol text not null references rollen,
    regio_code text references regios,
    organisatie_id bigint references organisaties,
    id bigint generated always as identity primary key,
    unique nulls not distinct (account_id, rol, regio_code, organisatie_id),
    constraint rol_heeft_plaats check (num_nonnulls(regio_code, organisatie_id) = 1)
);

-- A role stands only where its row in rollen lets it. Owned by who sees all: a giver need not see the organisatie.
create function weiger_rol_op_plaats() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (
        select from rollen left join organisaties organisatie on organisatie.id = new.organisatie_id
        where rollen.code = new.rol
          and case when new.regio_code is not null then rollen.in_regio
                   else organisatie.soort = any(rollen.organisatiesoorten) end
    ) then
        raise exception 'Deze rol kan hier niet worden gegeven. Kies een andere rol of een andere plaats.'
            using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger rol_past_op_plaats before insert or update on account_rollen
    for each row execute function weiger_rol_op_plaats();

-- Nobody locks a place, an account or themselves out: two beheerders who do so together queue here.
create function weiger_buitensluiten() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if old.rol = 'beheerder' and old.account_id::text = current_setting('app.account', true) then
        raise exception 'U kunt uw eigen rol als beheerder niet weghalen. Vraag dit aan een andere beheerder.'
            using errcode = 'PW003';
    end if;
    perform from accounts where id = old.account_id for no key update;
    if not exists (
        select from account_rollen
        where account_id = old.account_id
          and (rol, regio_code, organisatie_id) is distinct from (old.rol, old.regio_code, old.organisatie_id)
    ) then
        raise exception 'Dit is de enige rol van dit account. Zet het account uit als het niet meer nodig is.'
            using errcode = 'PW003';
    end if;
    if old.rol = 'beheerder' then
        perform from regios where code = old.regio_code for no key update;
        perform from organisaties where id = old.organisatie_id for no key update;
        if not exists (
            select from account_rollen ander
            join accounts account on account.id = ander.account_id and account.actief
            where ander.rol = 'beheerder' and ander.account_id <> old.account_id
              and (ander.regio_code = old.regio_code or ander.organisatie_id = old.organisatie_id)
        ) then
            raise exception 'Dit is de laatste beheerder hier. Geef eerst iemand anders deze rol.'
                using errcode = 'PW003';
        end if;
    end if;
    return old;
end
$$;
create trigger niemand_sluit_buiten before delete on account_rollen
    for each row execute function weiger_buitensluiten();

-- Only the hash of the random token is stored; a session is revoked by setting ingetrokken_op.
create table sessies (
    token_hash bytea primary key,
    account_id bigint not null references accounts,
    csrf text not null,
    aangemaakt_op timestamptz not null,
    verloopt_op timestamptz not null,
    ingetrokken_op timestamptz,
    check (verloopt_op > aangemaakt_op)
);
create index on sessies (account_id);

create table gebeurtenissen (
    id bigint generated always as identity primary key,
    tijd timestamptz not null,
    account_id bigint references accounts,
    soort text not null check (soort ~ '^[a-z_]+$'),
    onderwerp text not null check (onderwerp ~ '^[a-z_]+$'),
    onderwerp_id bigint,
    regio_code text references regios,
    -- The organisatie whose own people may read it.
    organisatie_id bigint references organisaties,
    reden vrije_tekst,
    gegevens jsonb not null default '{}'
);
create index on gebeurtenissen (onderwerp, onderwerp_id);
create index on gebeurtenissen (regio_code, tijd);

create function weiger_wijziging() returns trigger
language plpgsql
as $$
begin
    raise exception 'De geschiedenis kan niet worden veranderd.' using errcode = 'PW002';
end
$$;
create trigger gebeurtenissen_blijven before update or delete or truncate on gebeurtenissen
    for each statement execute function weiger_wijziging();

grant select on accounts, rollen, account_rollen to app;
grant insert, delete on account_rollen to app;
grant update (actief, naam, email, versie) on accounts to app;
grant select, insert, update (ingetrokken_op) on sessies to app;
grant select, insert on gebeurtenissen to app;
grant insert on gebeurtenissen to worker;
