-- Who may come in, what they may do where, their sessions, and the append-only record of what happened.

create table accounts (
    id bigint generated always as identity primary key,
    email korte_tekst not null check (email like '%_@_%'),
    naam korte_tekst not null,
    wachtwoord_hash text not null,
    actief boolean not null default true,
    aangemaakt_op timestamptz not null
);
create unique index accounts_email on accounts (lower(email));

create table rollen (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null
);

-- A role holds at an organisatie (werkgever) or in a region (accountmanager, beheerder).
create table account_rollen (
    account_id bigint not null references accounts,
    rol text not null references rollen,
    regio_code text references regios,
    organisatie_id bigint references organisaties,
    unique nulls not distinct (account_id, rol, regio_code, organisatie_id),
    constraint rol_heeft_plaats check (num_nonnulls(regio_code, organisatie_id) = 1)
);

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
grant update (actief) on accounts to app;
grant select, insert, update (ingetrokken_op) on sessies to app;
grant select, insert on gebeurtenissen to app;
grant insert on gebeurtenissen to worker;
