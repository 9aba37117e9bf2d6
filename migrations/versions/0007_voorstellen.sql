-- Plans, the voorstellen they name, and what people decided. (kandidaat, plek) keeps its identity across plans.

create table plannen (
    id bigint generated always as identity primary key,
    rekenrun_id bigint not null unique references rekenruns,
    regio_code text not null references regios,
    planner text not null check (planner in ('matching')),
    status text not null check (status in ('concept', 'gepubliceerd', 'historie', 'vervallen')),
    basis_plan_id bigint references plannen,
    gemaakt_op timestamptz not null,
    gepubliceerd_op timestamptz,
    gepubliceerd_door bigint references accounts,
    cijfers jsonb not null,
    versie integer not null default 1,
    constraint plan_gepubliceerd check (status <> 'gepubliceerd' or gepubliceerd_op is not null)
);
create index on plannen (regio_code, id);
create unique index plannen_een_gepubliceerd on plannen (regio_code, planner) where status = 'gepubliceerd';
create unique index plannen_een_concept on plannen (regio_code, planner) where status = 'concept';
alter table rekenruns add constraint rekenruns_basis_plan foreign key (basis_plan_id) references plannen;

create table afwijsredenen (
    code text primary key check (code ~ '^[a-z_]+$'),
    partij text not null check (partij in ('kandidaat', 'werkgever', 'accountmanager')),
    tekst korte_tekst not null,
    gevolg text check (gevolg in ('nooit_dit_paar', 'niet_deze_vestiging', 'minder_reizen')),
    actief boolean not null default true
);

create table voorstellen (
    id bigint generated always as identity primary key,
    kandidaat_id bigint not null references kandidaten,
    leerwerkplek_id bigint not null references leerwerkplekken,
    status text not null default 'voorgesteld' check (status in (
        'voorgesteld', 'besproken_met_kandidaat', 'akkoord_accountmanager', 'voorgelegd_aan_werkgever',
        'kennismaking', 'match', 'afgewezen', 'vervallen')),
    ja_kandidaat_op timestamptz,
    ja_vastgelegd_door bigint references accounts,
    afgewezen_door text check (afgewezen_door in ('kandidaat', 'werkgever', 'accountmanager')),
    afwijsreden text references afwijsredenen,
    afwijs_toelichting vrije_tekst,
    pin_reden vrije_tekst,
    pin_tot date,
    pin_door bigint references accounts,
    pin_startweek maandag,
    -- A voorstel of a person and not of a run.
    toegevoegd_op timestamptz,
    toegevoegd_door bigint references accounts,
    versie integer not null default 1,
    unique (kandidaat_id, leerwerkplek_id),
    -- No card leaves before the person's yes, and a yes says who recorded it.
    constraint voorstel_ja_eerst check (
        status in ('voorgesteld', 'afgewezen', 'vervallen') or (ja_kandidaat_op is not null and ja_vastgelegd_door is not null)),
    constraint voorstel_afwijzing check ((status = 'afgewezen') = (afwijsreden is not null and afgewezen_door is not null)),
    constraint voorstel_toegevoegd check ((toegevoegd_op is null) = (toegevoegd_door is null)),
    constraint voorstel_pin check (num_nonnulls(pin_reden, pin_tot, pin_door) in (0, 3)),
    constraint voorstel_pin_niet_afgewezen check (pin_reden is null or status not in ('afgewezen', 'vervallen'))
);
-- A person says yes to one plek at a time: runs hold each of these, and two would contradict.
create unique index voorstellen_een_ja on voorstellen (kandidaat_id)
    where status in ('besproken_met_kandidaat', 'akkoord_accountmanager', 'voorgelegd_aan_werkgever', 'kennismaking', 'match');
create unique index voorstellen_een_pin on voorstellen (kandidaat_id) where pin_reden is not null;

create table voorstel_overgangen (
    van text not null,
    naar text not null,
    primary key (van, naar)
);
insert into voorstel_overgangen (van, naar) values
    ('voorgesteld', 'besproken_met_kandidaat'), ('besproken_met_kandidaat', 'akkoord_accountmanager'),
    ('akkoord_accountmanager', 'voorgelegd_aan_werkgever'), ('voorgelegd_aan_werkgever', 'kennismaking'),
    ('kennismaking', 'match'),
    ('voorgesteld', 'afgewezen'), ('besproken_met_kandidaat', 'afgewezen'), ('akkoord_accountmanager', 'afgewezen'),
    ('voorgelegd_aan_werkgever', 'afgewezen'), ('kennismaking', 'afgewezen'), ('match', 'afgewezen'),
    ('voorgesteld', 'vervallen'), ('besproken_met_kandidaat', 'vervallen'), ('akkoord_accountmanager', 'vervallen'),
    ('voorgelegd_aan_werkgever', 'vervallen'), ('kennismaking', 'vervallen'),
    -- Undo by the accountmanager, and a voorstel that comes back after it lapsed.
    ('besproken_met_kandidaat', 'voorgesteld'), ('akkoord_accountmanager', 'besproken_met_kandidaat'),
    ('afgewezen', 'voorgesteld'), ('vervallen', 'voorgesteld');

create function bewaak_voorstel_status() returns trigger
language plpgsql
as $$
begin
    if new.status <> old.status
        and not exists (select from voorstel_overgangen where van = old.status and naar = new.status) then
        raise exception 'Deze stap kan niet: het voorstel is nu ''%''.', replace(old.status, '_', ' ')
            using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger voorstel_status before update of status on voorstellen
    for each row execute function bewaak_voorstel_status();

-- Nobody is promised a plek that is not open. Waits for whoever is closing it; the same lock as bewaak_bezetting takes,
-- so that two acceptances queue.
create function bewaak_open_plek() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    plek_status text;
begin
    select status into plek_status from leerwerkplekken where id = new.leerwerkplek_id for no key update;
    if plek_status <> 'gepubliceerd' then
        raise exception 'Deze leerwerkplek is %. Publiceer de plek opnieuw of wijs dit voorstel af.',
            case plek_status when 'gesloten' then 'gesloten' else 'nu een concept' end
            using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger voorstel_op_open_plek before update of status on voorstellen for each row
    when (new.status <> old.status and new.status in ('besproken_met_kandidaat', 'akkoord_accountmanager'))
    execute function bewaak_open_plek();
create trigger vaste_plaats_op_open_plek before update of pin_tot on voorstellen for each row
    when (new.pin_tot is not null) execute function bewaak_open_plek();

-- What one plan proposes: the pairing, from when, in which form, and why.
create table plan_voorstellen (
    plan_id bigint not null references plannen on delete cascade,
    voorstel_id bigint not null references voorstellen,
    kandidaat_id bigint not null references kandidaten,
    leerwerkplek_id bigint not null references leerwerkplekken,
    startweek maandag not null,
    weken smallint not null check (weken > 0),
    vorm text not null references plaatsingsvormen,
    uitleg jsonb not null,
    primary key (plan_id, kandidaat_id),
    unique (plan_id, voorstel_id)
);
create index on plan_voorstellen (voorstel_id);

create table plan_niet_geplaatst (
    plan_id bigint not null references plannen on delete cascade,
    kandidaat_id bigint not null references kandidaten,
    reden text not null,
    uitleg jsonb not null,
    primary key (plan_id, kandidaat_id)
);

-- Beleid that a person with authority set aside for one pair until a day; wet, the period of a plek and a no of people
-- are never set aside.
create table uitzonderingen (
    id bigint generated always as identity primary key,
    kandidaat_id bigint not null references kandidaten,
    leerwerkplek_id bigint not null references leerwerkplekken,
    regel text not null check (regel in (
        'werkproces_aanbod', 'beschikbaarheid_dagdelen', 'uren', 'reistijd', 'voorwaarden', 'taal', 'niveau', 'fase')),
    reden vrije_tekst not null check (length(reden) >= 5),
    sinds timestamptz not null,
    door bigint not null references accounts,
    tot date not null,
    ingetrokken_op timestamptz,
    ingetrokken_door bigint references accounts,
    constraint uitzondering_ingetrokken check ((ingetrokken_op is null) = (ingetrokken_door is null))
);
create unique index uitzonderingen_een_tegelijk on uitzonderingen (kandidaat_id, leerwerkplek_id, regel)
    where ingetrokken_op is null;

grant select on afwijsredenen, voorstel_overgangen to app, worker;
grant select, update (status, gepubliceerd_op, gepubliceerd_door, versie) on plannen to app;
grant select, insert, update (status, versie) on plannen to worker;
grant select, update, insert (kandidaat_id, leerwerkplek_id, toegevoegd_op, toegevoegd_door) on voorstellen to app;
grant select, insert, update (ingetrokken_op, ingetrokken_door) on uitzonderingen to app;
grant select on uitzonderingen to worker;
grant select, insert, update on voorstellen to worker;
grant select on plan_voorstellen, plan_niet_geplaatst to app;
grant select, insert on plan_voorstellen, plan_niet_geplaatst to worker;
