-- Roulatie: a group learns at several companies in turn; who, where, when, the afspraak, the roosters and what people
-- tell of their blocks.

-- What is agreed to be learned, to take over: shared between regios where `gedeeld`, extended by an organisatie with
-- what its own people learn besides.
create table leerlijnen (
    id bigint generated always as identity primary key,
    regio_code text not null references regios,
    naam korte_tekst not null,
    sector text not null references sectoren,
    gedeeld boolean not null default false,
    versie integer not null default 1
);
create unique index leerlijn_naam_eenmalig on leerlijnen (regio_code, lower(regexp_replace(naam, '\s+', ' ', 'g')));
create table leerlijn_werkprocessen (
    leerlijn_id bigint not null references leerlijnen on delete cascade,
    werkproces_id bigint not null references werkprocessen,
    organisatie_id bigint references organisaties,
    weken smallint not null check (weken between 1 and 52),
    unique nulls not distinct (leerlijn_id, werkproces_id, organisatie_id)
);
create table leerlijn_volgorde (
    leerlijn_id bigint not null references leerlijnen on delete cascade,
    eerst bigint not null references werkprocessen,
    dan bigint not null references werkprocessen,
    primary key (leerlijn_id, eerst, dan),
    check (eerst <> dan)
);

create table roulaties (
    id bigint generated always as identity primary key,
    regio_code text not null references regios,
    groep_id bigint not null references groepen,
    naam korte_tekst not null,
    opleider_id bigint references organisaties,
    leerlijn_id bigint references leerlijnen,
    vervolg_op bigint references roulaties,
    -- From a Monday, not with the Monday after.
    periode daterange not null,
    status text not null default 'voorbereiding' check (status in ('voorbereiding', 'lopend', 'afgerond', 'gestopt')),
    reden vrije_tekst,
    -- The afspraak niet overnemen: its words, and until when the companies keep to it.
    afspraak vrije_tekst not null,
    afspraak_tot date not null,
    max_blokken smallint not null default 2 check (max_blokken between 1 and 26),
    min_weken smallint not null default 0 check (min_weken between 0 and 52),
    min_werkgevers smallint not null default 1 check (min_werkgevers between 1 and 26),
    fase_volgorde boolean not null default false,
    lagen text[] not null default '{leren,voorkeur,reizen,samen}',
    voorbeeld boolean not null default false,
    versie integer not null default 1,
    constraint roulatie_periode check (
        not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)
        and extract(isodow from lower(periode)) = 1 and extract(isodow from upper(periode)) = 1),
    constraint roulatie_lagen check (lagen <@ '{leren,voorkeur,reizen,samen}' and cardinality(lagen) = 4),
    constraint roulatie_afspraak_duur check (afspraak_tot >= upper(periode)),
    constraint roulatie_reden check (status <> 'gestopt' or reden is not null)
);
create index on roulaties (regio_code, id);
create index on roulaties (groep_id);

-- The companies that take part, and who of them signed the afspraak; an own praktijkovereenkomst each is below.
create table roulatie_bedrijven (
    roulatie_id bigint not null references roulaties on delete cascade,
    organisatie_id bigint not null references organisaties,
    getekend_door korte_tekst,
    getekend_op date,
    vastgelegd_door bigint references accounts,
    primary key (roulatie_id, organisatie_id),
    constraint bedrijf_tekent_geheel check (num_nonnulls(getekend_door, getekend_op, vastgelegd_door) in (0, 3))
);
create index on roulatie_bedrijven (organisatie_id);

create table roulatie_plekken (
    roulatie_id bigint not null references roulaties on delete cascade,
    leerwerkplek_id bigint not null references leerwerkplekken,
    organisatie_id bigint not null,
    kort text not null check (length(kort) between 1 and 14),
    kleur smallint not null check (kleur between 1 and 12),
    minimum smallint not null default 0 check (minimum >= 0),
    maximum smallint not null check (maximum between 1 and 50),
    taxibus smallint not null default 0 check (taxibus between 0 and 50),
    -- A company that stops: the Monday from which nobody is there.
    stopt_op maandag,
    stopt_reden vrije_tekst,
    primary key (roulatie_id, leerwerkplek_id),
    constraint plek_kort_eenmalig unique (roulatie_id, kort),
    foreign key (roulatie_id, organisatie_id) references roulatie_bedrijven,
    constraint plek_minimum_onder_maximum check (minimum <= maximum),
    constraint plek_stopt_met_reden check ((stopt_op is null) = (stopt_reden is null))
);
create index on roulatie_plekken (leerwerkplek_id);
-- Months in which a plek teaches a werkproces; without a row all year round.
create table roulatie_seizoenen (
    roulatie_id bigint not null,
    leerwerkplek_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    maanden smallint[] not null check (maanden <@ '{1,2,3,4,5,6,7,8,9,10,11,12}' and cardinality(maanden) > 0),
    primary key (roulatie_id, leerwerkplek_id, werkproces_id),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken on delete cascade
);
-- What somebody must have practised before coming at a plek (safety before machines).
create table roulatie_vereist (
    roulatie_id bigint not null,
    leerwerkplek_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    primary key (roulatie_id, leerwerkplek_id, werkproces_id),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken on delete cascade
);
create table roulatie_gesloten (
    roulatie_id bigint not null,
    leerwerkplek_id bigint not null,
    week maandag not null,
    primary key (roulatie_id, leerwerkplek_id, week),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken on delete cascade
);

create table roulatie_deelnemers (
    roulatie_id bigint not null references roulaties on delete cascade,
    kandidaat_id bigint not null references kandidaten,
    -- Where somebody belongs and by default returns to: the own company, or the SW-bedrijf.
    moederbedrijf_id bigint references organisaties,
    van maandag,
    gestopt_op maandag,
    gestopt_reden vrije_tekst,
    primary key (roulatie_id, kandidaat_id),
    constraint deelnemer_stopt_met_reden check ((gestopt_op is null) = (gestopt_reden is null)),
    constraint deelnemer_begint_voor_einde check (van < gestopt_op)
);
create index on roulatie_deelnemers (kandidaat_id);
create table roulatie_leerdoelen (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    weken smallint not null check (weken between 1 and 52),
    primary key (roulatie_id, kandidaat_id, werkproces_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade
);
create table roulatie_voorkeuren (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    leerwerkplek_id bigint not null,
    wens smallint not null check (wens between 0 and 100),
    primary key (roulatie_id, kandidaat_id, leerwerkplek_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken on delete cascade
);
create table roulatie_afwezig (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    week maandag not null,
    primary key (roulatie_id, kandidaat_id, week),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade
);
-- Who may not meet, who stay together (buddy, interpreter), and with whom somebody who cannot travel alone goes along.
create table roulatie_paren (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    ander_id bigint not null,
    soort text not null check (soort in ('apart', 'samen', 'reist_met')),
    primary key (roulatie_id, kandidaat_id, ander_id, soort),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    foreign key (roulatie_id, ander_id) references roulatie_deelnemers (roulatie_id, kandidaat_id) on delete cascade,
    constraint paar_is_geen_een check (kandidaat_id <> ander_id),
    -- Apart and samen count both ways, so they are written once.
    constraint paar_staat_op_volgorde check (soort = 'reist_met' or kandidaat_id < ander_id)
);
create unique index roulatie_paar_spreekt_zich_niet_tegen on roulatie_paren (roulatie_id, kandidaat_id, ander_id)
    where soort <> 'reist_met';
create table roulatie_volgorde (
    roulatie_id bigint not null references roulaties on delete cascade,
    eerst bigint not null references werkprocessen,
    dan bigint not null references werkprocessen,
    primary key (roulatie_id, eerst, dan),
    check (eerst <> dan)
);

create table roulatie_blokken (
    id bigint generated always as identity primary key,
    roulatie_id bigint not null references roulaties on delete cascade,
    periode daterange not null,
    -- Nothing in it is moved any more, neither by a run nor by hand.
    vergrendeld boolean not null default false,
    -- The block from which this one was cut, when it was.
    deel_van bigint,
    unique (roulatie_id, id),
    foreign key (roulatie_id, deel_van) references roulatie_blokken (roulatie_id, id) on delete set null (deel_van),
    constraint blok_periode check (
        not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)
        and extract(isodow from lower(periode)) = 1 and extract(isodow from upper(periode)) = 1),
    constraint blokken_overlappen_niet exclude using gist (
        int8range(roulatie_id, roulatie_id, '[]') with &&, periode with &&)
);
create function bewaak_blok() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    geheel daterange;
begin
    if tg_table_name = 'roulatie_blokken' then
        select periode into geheel from roulaties where id = new.roulatie_id for share;
        if not new.periode <@ geheel then
            raise exception 'Een blok ligt tussen % en %, de data van de groep.', datum(lower(geheel)),
                datum(upper(geheel) - 3) using errcode = 'PW003';
        end if;
    elsif exists (select from roulatie_blokken where roulatie_id = new.id and not periode <@ new.periode) then
        raise exception 'Er ligt een blok buiten deze data. Verander eerst de blokken.' using errcode = 'PW003';
    end if;
    return new;
end
$$;
-- After the policies: who may not write a block learns no dates from it.
create trigger blok_ligt_binnen_de_roulatie after insert or update on roulatie_blokken
    for each row execute function bewaak_blok();
create trigger roulatie_houdt_haar_blokken before update of periode on roulaties
    for each row execute function bewaak_blok();

-- Each host has its own praktijkovereenkomst with each deelnemer.
create table roulatie_overeenkomsten (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    organisatie_id bigint not null,
    getekend_op date not null,
    vastgelegd_door bigint not null references accounts,
    primary key (roulatie_id, kandidaat_id, organisatie_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    foreign key (roulatie_id, organisatie_id) references roulatie_bedrijven on delete cascade
);

alter table rekenruns drop constraint rekenruns_planner_check;
alter table rekenruns add column roulatie_id bigint references roulaties,
    -- What a planner asks besides: of a roulatie how much of the published rooster may change.
    add column vraag json not null default '{}',
    add constraint rekenruns_planner_check check (planner in ('matching', 'roulatie')),
    add constraint rekenrun_van_een_roulatie check ((planner = 'roulatie') = (roulatie_id is not null));
drop index rekenruns_een_tegelijk;
create unique index rekenruns_een_tegelijk on rekenruns (regio_code, planner, roulatie_id) nulls not distinct
    where status in ('wachtrij', 'bezig');
create index on rekenruns (roulatie_id);

-- What was on the board: one that people work on, beside it alternatives of runs; one published; the former ones.
create table roulatie_roosters (
    id bigint generated always as identity primary key,
    roulatie_id bigint not null references roulaties,
    status text not null check (status in ('concept', 'alternatief', 'gepubliceerd', 'historie', 'vervallen')),
    basis_id bigint references roulatie_roosters,
    rekenrun_id bigint unique references rekenruns,
    gemaakt_op timestamptz not null,
    gemaakt_door bigint references accounts,
    gepubliceerd_op timestamptz,
    gepubliceerd_door bigint references accounts,
    -- What the run proved of it, tier by tier; null once a hand was laid on it.
    lagen jsonb,
    versie integer not null default 1,
    unique (roulatie_id, id),
    constraint rooster_gepubliceerd check (
        (status in ('gepubliceerd', 'historie')) = (gepubliceerd_op is not null and gepubliceerd_door is not null))
);
create unique index roosters_een_gepubliceerd on roulatie_roosters (roulatie_id) where status = 'gepubliceerd';
create unique index roosters_een_concept on roulatie_roosters (roulatie_id) where status = 'concept';
create table roulatie_cellen (
    rooster_id bigint not null,
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    blok_id bigint not null,
    leerwerkplek_id bigint not null,
    vast boolean not null default false,
    primary key (rooster_id, kandidaat_id, blok_id),
    foreign key (roulatie_id, rooster_id) references roulatie_roosters (roulatie_id, id) on delete cascade,
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers,
    foreign key (roulatie_id, blok_id) references roulatie_blokken (roulatie_id, id),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken
);
create index on roulatie_cellen (roulatie_id, leerwerkplek_id);
-- Moves by hand on a concept, so that they can be undone and done again: the cells before and after.
create table roulatie_zetten (
    rooster_id bigint not null references roulatie_roosters on delete cascade,
    nummer integer not null,
    zin vrije_tekst not null,
    van jsonb not null,
    naar jsonb not null,
    door bigint not null references accounts,
    op timestamptz not null,
    ongedaan boolean not null default false,
    primary key (rooster_id, nummer)
);

-- Nobody's afspraak is passed over: a rooster is published when all companies with a plek in it have signed.
create function bewaak_publiceren() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    namen text;
begin
    select string_agg(distinct organisatie.naam, ', ') into namen
    from roulatie_bedrijven bedrijf join organisaties organisatie on organisatie.id = bedrijf.organisatie_id
    where bedrijf.roulatie_id = new.roulatie_id and bedrijf.getekend_op is null
      and exists (select from roulatie_cellen cel
                  join roulatie_plekken plek on plek.roulatie_id = cel.roulatie_id
                      and plek.leerwerkplek_id = cel.leerwerkplek_id
                  where cel.rooster_id = new.id and plek.organisatie_id = bedrijf.organisatie_id);
    if namen is not null then
        raise exception 'De afspraak niet overnemen is nog niet getekend door: %.', namen using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger getekend_voor_publiceren before update of status on roulatie_roosters for each row
    when (new.status = 'gepubliceerd' and old.status <> 'gepubliceerd') execute function bewaak_publiceren();

-- Who is in a block that is cut in two, is where they are in both halves, on every board.
create function deel_blok() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select from roulatie_blokken eerste where eerste.roulatie_id = new.roulatie_id
                   and eerste.id = new.deel_van and upper(eerste.periode) = lower(new.periode)) then
        raise exception 'De twee helften van een blok sluiten op elkaar aan.' using errcode = 'PW003';
    end if;
    insert into roulatie_cellen (rooster_id, roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, vast)
    select rooster_id, roulatie_id, kandidaat_id, new.id, leerwerkplek_id, vast from roulatie_cellen
    where roulatie_id = new.roulatie_id and blok_id = new.deel_van;
    return null;
end
$$;
create trigger blok_wordt_gedeeld after insert on roulatie_blokken for each row
    when (new.deel_van is not null) execute function deel_blok();
-- A rooster that nobody can take over any more keeps no block, plek or deelnemer in its place.
create function ruim_vervallen() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    delete from roulatie_cellen cel using roulatie_roosters rooster
    where rooster.id = cel.rooster_id and rooster.status = 'vervallen' and cel.roulatie_id = old.roulatie_id
      and case tg_table_name
          when 'roulatie_blokken' then cel.blok_id = (to_jsonb(old) ->> 'id')::bigint
          when 'roulatie_plekken' then cel.leerwerkplek_id = (to_jsonb(old) ->> 'leerwerkplek_id')::bigint
          else cel.kandidaat_id = (to_jsonb(old) ->> 'kandidaat_id')::bigint end;
    return old;
end
$$;
create trigger vervallen_houdt_niet_tegen before delete on roulatie_blokken
    for each row execute function ruim_vervallen();
create trigger vervallen_houdt_niet_tegen before delete on roulatie_plekken
    for each row execute function ruim_vervallen();
create trigger vervallen_houdt_niet_tegen before delete on roulatie_deelnemers
    for each row execute function ruim_vervallen();

-- What a deelnemer tells of a block: four faces (1 is the happiest), and two short questions.
create table roulatie_terugblikken (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    blok_id bigint not null,
    leerwerkplek_id bigint not null,
    gezicht smallint not null check (gezicht between 1 and 4),
    geleerd smallint not null check (geleerd between 1 and 3),
    blijven smallint not null check (blijven between 1 and 3),
    gegeven_op timestamptz not null,
    -- Who wrote it down; null when the deelnemer did so with the link.
    vastgelegd_door bigint references accounts,
    primary key (roulatie_id, kandidaat_id, blok_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    foreign key (roulatie_id, blok_id) references roulatie_blokken (roulatie_id, id),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken
);
-- What the praktijkopleider saw of a werkproces, and what worked in guiding.
create table roulatie_oordelen (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    blok_id bigint not null,
    leerwerkplek_id bigint not null,
    wat_werkte vrije_tekst not null default '',
    gegeven_op timestamptz not null,
    vastgelegd_door bigint not null references accounts,
    primary key (roulatie_id, kandidaat_id, blok_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    foreign key (roulatie_id, blok_id) references roulatie_blokken (roulatie_id, id),
    foreign key (roulatie_id, leerwerkplek_id) references roulatie_plekken
);
create table roulatie_oordeel_werkprocessen (
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    blok_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    stand text not null check (stand in ('gezien', 'geoefend', 'zelfstandig')),
    primary key (roulatie_id, kandidaat_id, blok_id, werkproces_id),
    foreign key (roulatie_id, kandidaat_id, blok_id) references roulatie_oordelen on delete cascade
);

-- An offer by another company of the afspraak within its term: written down with the reason asked, never in the way.
create table roulatie_aanbiedingen (
    id bigint generated always as identity primary key,
    roulatie_id bigint not null,
    kandidaat_id bigint not null,
    organisatie_id bigint not null references organisaties,
    voorstel_id bigint not null references voorstellen,
    gemeld_op timestamptz not null default transaction_timestamp(),
    reden vrije_tekst check (length(reden) >= 5),
    reden_door bigint references accounts,
    unique (roulatie_id, voorstel_id),
    foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers,
    constraint aanbieding_reden check ((reden is null) = (reden_door is null))
);
create index on roulatie_aanbiedingen (voorstel_id);
create function meld_aanbieding() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    insert into roulatie_aanbiedingen (roulatie_id, kandidaat_id, organisatie_id, voorstel_id)
    select roulatie.id, deelnemer.kandidaat_id, vestiging.organisatie_id, new.id
    from roulatie_deelnemers deelnemer
    join roulaties roulatie on roulatie.id = deelnemer.roulatie_id
    join leerwerkplekken plek on plek.id = new.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join roulatie_bedrijven bedrijf on bedrijf.roulatie_id = roulatie.id
        and bedrijf.organisatie_id = vestiging.organisatie_id and bedrijf.getekend_op is not null
    where deelnemer.kandidaat_id = new.kandidaat_id and deelnemer.moederbedrijf_id is not null
      and deelnemer.moederbedrijf_id <> vestiging.organisatie_id
      and roulatie.afspraak_tot > (transaction_timestamp() at time zone 'Europe/Amsterdam')::date
    on conflict do nothing;
    return null;
end
$$;
create trigger aanbieding_binnen_de_afspraak after update of status on voorstellen for each row
    when (new.status <> old.status and new.status in ('voorgelegd_aan_werkgever', 'match'))
    execute function meld_aanbieding();

-- A published rooster takes plaatsen and guidance like any plaatsing.
alter table bezetting drop constraint bezetting_bron_check, drop constraint bezetting_check;
alter table bezetting add column roulatie_id bigint references roulaties,
    add constraint bezetting_bron_check check (bron in ('voorstel', 'plaatsing', 'eigen_werkplek', 'roulatie')),
    add constraint bezetting_check check (
        (bron = 'voorstel') = (voorstel_id is not null) and (bron = 'roulatie') = (roulatie_id is not null));
create index on bezetting (roulatie_id) where roulatie_id is not null;

-- Who sees and writes it: who reads or decides in the regio. A company and who is bound to a person see what is
-- published of theirs, through functions.
create function roulaties_met(variadic gevraagd text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(id), '{}') from roulaties where regio_code = any((select regios_met(variadic gevraagd))::text[]);
end;
do $$
declare
    deel text;
begin
    foreach deel in array array['roulatie_bedrijven', 'roulatie_plekken', 'roulatie_seizoenen', 'roulatie_vereist',
        'roulatie_gesloten', 'roulatie_deelnemers', 'roulatie_leerdoelen', 'roulatie_voorkeuren', 'roulatie_afwezig',
        'roulatie_paren', 'roulatie_volgorde', 'roulatie_blokken', 'roulatie_overeenkomsten', 'roulatie_roosters',
        'roulatie_cellen', 'roulatie_terugblikken', 'roulatie_oordelen', 'roulatie_oordeel_werkprocessen',
        'roulatie_aanbiedingen']
    loop
        execute format('alter table %s enable row level security', deel);
        execute format('create policy zien on %s for select to app using (
            roulatie_id = any((select roulaties_met(''leest_regio''))::bigint[]))', deel);
        execute format('create policy doen on %s to app using (
            roulatie_id = any((select roulaties_met(''beslist''))::bigint[]))', deel);
    end loop;
end
$$;
-- A rooster that was published stays what people were told; only in one that was not is anything moved.
drop policy doen on roulatie_cellen;
create policy doen on roulatie_cellen to app using (rooster_id in (
    select id from roulatie_roosters
    where roulatie_id = any((select roulaties_met('beslist'))::bigint[]) and status in ('concept', 'alternatief')));
alter table roulaties enable row level security;
create policy zien on roulaties for select to app using (regio_code = any((select regios_met('leest_regio'))::text[]));
create policy doen on roulaties to app using (regio_code = any((select regios_met('beslist'))::text[]));
alter table roulatie_zetten enable row level security;
create policy zien on roulatie_zetten for select to app using (rooster_id in (select id from roulatie_roosters));
create policy doen on roulatie_zetten to app using (rooster_id in (
    select id from roulatie_roosters where roulatie_id = any((select roulaties_met('beslist'))::bigint[])));
alter table leerlijnen enable row level security;
create policy zien on leerlijnen for select to app using (
    regio_code = any((select regios_met('leest_regio'))::text[])
    or (gedeeld and cardinality((select regios_met('leest_regio'))) > 0));
create policy doen on leerlijnen to app using (regio_code = any((select regios_met('beslist'))::text[]));
alter table leerlijn_werkprocessen enable row level security;
-- What an organisatie adds for its own people is of its regio, also where the leerlijn is shared.
create policy zien on leerlijn_werkprocessen for select to app using (
    leerlijn_id in (select id from leerlijnen where regio_code = any((select regios_met('leest_regio'))::text[]))
    or (organisatie_id is null and leerlijn_id in (select id from leerlijnen)));
create policy doen on leerlijn_werkprocessen to app using (leerlijn_id in (
    select id from leerlijnen where regio_code = any((select regios_met('beslist'))::text[])));
alter table leerlijn_volgorde enable row level security;
create policy zien on leerlijn_volgorde for select to app using (leerlijn_id in (select id from leerlijnen));
create policy doen on leerlijn_volgorde to app using (leerlijn_id in (
    select id from leerlijnen where regio_code = any((select regios_met('beslist'))::text[])));
do $$
declare
    bound record;
begin
    for bound in select oid::regclass as name from pg_class
        where relrowsecurity and relnamespace = 'public'::regnamespace and relname like any(array['roulatie%', 'leerlijn%'])
    loop
        execute format('create policy worker on %s to worker using (true) with check (true)', bound.name);
    end loop;
end
$$;
revoke execute on function roulaties_met, meld_aanbieding, bewaak_blok, bewaak_publiceren, deel_blok, ruim_vervallen
    from public;
grant execute on function roulaties_met to app;

grant select, insert, update (naam, sector, gedeeld, versie) on leerlijnen to app;
grant select, insert, delete on leerlijn_werkprocessen, leerlijn_volgorde to app;
grant select, insert, update (naam, opleider_id, periode, status, reden, afspraak, afspraak_tot, max_blokken, min_weken,
    min_werkgevers, fase_volgorde, lagen, versie) on roulaties to app;
grant select, insert, update, delete on roulatie_bedrijven, roulatie_plekken, roulatie_deelnemers, roulatie_blokken,
    roulatie_cellen to app;
grant select, insert, delete on roulatie_seizoenen, roulatie_vereist, roulatie_gesloten, roulatie_leerdoelen,
    roulatie_voorkeuren, roulatie_afwezig, roulatie_paren, roulatie_volgorde, roulatie_overeenkomsten to app;
grant select, insert, update (status, gepubliceerd_op, gepubliceerd_door, lagen, versie) on roulatie_roosters to app;
grant select, insert, update (ongedaan), delete on roulatie_zetten to app;
grant select, insert, update on roulatie_terugblikken, roulatie_oordelen to app;
grant select, insert, delete on roulatie_oordeel_werkprocessen to app;
grant select, update (reden, reden_door) on roulatie_aanbiedingen to app;
grant select on roulaties, roulatie_bedrijven, roulatie_plekken, roulatie_seizoenen, roulatie_vereist, roulatie_gesloten,
    roulatie_deelnemers, roulatie_leerdoelen, roulatie_voorkeuren, roulatie_afwezig, roulatie_paren, roulatie_volgorde,
    roulatie_blokken, roulatie_roosters, roulatie_cellen, roulatie_terugblikken, roulatie_oordelen,
    roulatie_oordeel_werkprocessen to worker;
grant insert on roulatie_roosters to worker;
grant insert, update (leerwerkplek_id, vast) on roulatie_cellen to worker;
-- Of which group it is, and who made the rooster that it begins from.
grant select (id, naam, sector) on groepen to worker;
grant select (id, naam) on accounts to worker;

-- What leaves to who has no account. With a link of terugblik a deelnemer tells of a block, once and within its term; one
-- of agenda, of a deelnemer or a plek, is read until it is withdrawn.
alter table links drop constraint links_doel_check, drop constraint link_heeft_een_onderwerp;
alter table links add column roulatie_id bigint, add column kandidaat_id bigint, add column blok_id bigint,
    add column roulatie_plek_id bigint, add column geldig_vanaf timestamptz,
    add foreign key (roulatie_id, kandidaat_id) references roulatie_deelnemers on delete cascade,
    add foreign key (roulatie_id, blok_id) references roulatie_blokken (roulatie_id, id) on delete cascade,
    add foreign key (roulatie_id, roulatie_plek_id) references roulatie_plekken on delete cascade,
    add constraint links_doel_check check (doel in ('uitnodiging', 'wachtwoord', 'plek', 'terugblik', 'agenda')),
    add constraint link_heeft_een_onderwerp check (
        (account_id is not null) = (doel in ('uitnodiging', 'wachtwoord'))
        and (leerwerkplek_id is not null) = (doel = 'plek')
        and (roulatie_id is not null) = (doel in ('terugblik', 'agenda'))
        and num_nonnulls(kandidaat_id, roulatie_plek_id) = (doel in ('terugblik', 'agenda'))::integer
        and num_nonnulls(kandidaat_id, blok_id, geldig_vanaf) = case doel when 'terugblik' then 3
            else num_nonnulls(kandidaat_id) end);
create index on links (roulatie_id) where roulatie_id is not null;
alter policy zien on links using (
    account_id = any((select geheel_beheerde_accounts())::bigint[])
    or leerwerkplek_id in (
        select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[]))
    or roulatie_id = any((select roulaties_met('beslist'))::bigint[]));
alter policy maken on links with check (
    gemaakt_door = (select app_account())
    and (account_id = any((select geheel_beheerde_accounts())::bigint[])
         or leerwerkplek_id in (
            select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[]))
         or roulatie_id = any((select roulaties_met('beslist'))::bigint[])));
alter policy intrekken on links using (
    account_id = any((select geheel_beheerde_accounts())::bigint[])
    or leerwerkplek_id in (
        select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[]))
    or roulatie_id = any((select roulaties_met('beslist'))::bigint[]));
grant select (roulatie_id, kandidaat_id, blok_id, roulatie_plek_id, geldig_vanaf) on links to app;

-- Where everybody is by what was published, with the days that are theirs; nobody asks it but the functions below.
create function gepubliceerde_verblijven(
    van_roulatie bigint, out rooster_id bigint, out gepubliceerd_op timestamptz, out kandidaat_id bigint,
    out blok_id bigint, out nummer integer, out van date, out tot date, out leerwerkplek_id bigint,
    out organisatie_id bigint, out organisatie text, out plaats text, out titel text, out kort text, out kleur smallint
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select rooster.id, rooster.gepubliceerd_op, cel.kandidaat_id, cel.blok_id,
           (select count(*)::integer from roulatie_blokken eerder
            where eerder.roulatie_id = blok.roulatie_id and eerder.periode <= blok.periode),
           greatest(lower(blok.periode), deelnemer.van), least(upper(blok.periode), deelnemer.gestopt_op),
           plek.leerwerkplek_id, plek.organisatie_id, organisatie.naam, plaats.naam, waar.titel, plek.kort, plek.kleur
    from roulatie_roosters rooster
    join roulatie_cellen cel on cel.rooster_id = rooster.id
    join roulatie_blokken blok on blok.id = cel.blok_id
    join roulatie_deelnemers deelnemer on deelnemer.roulatie_id = rooster.roulatie_id
        and deelnemer.kandidaat_id = cel.kandidaat_id
    join roulatie_plekken plek on plek.roulatie_id = rooster.roulatie_id
        and plek.leerwerkplek_id = cel.leerwerkplek_id
    join organisaties organisatie on organisatie.id = plek.organisatie_id
    join leerwerkplekken waar on waar.id = plek.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = waar.vestiging_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
    where rooster.roulatie_id = van_roulatie and rooster.status = 'gepubliceerd'
      and greatest(lower(blok.periode), deelnemer.van) < least(upper(blok.periode), deelnemer.gestopt_op);
end;

-- The block of a link, until it was told of; nobody's name.
create function terugblik_bij_link(
    gezocht bytea, nu timestamptz, out id bigint, out roulatie_id bigint, out roulatie text, out regio_code text,
    out kandidaat_id bigint, out blok_id bigint, out van date, out tot date, out leerwerkplek_id bigint,
    out organisatie text, out plaats text, out kort text, out kleur smallint, out geldig_vanaf timestamptz
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select link.id, roulatie.id, roulatie.naam, roulatie.regio_code, link.kandidaat_id, link.blok_id, verblijf.van,
           verblijf.tot, verblijf.leerwerkplek_id, verblijf.organisatie, verblijf.plaats, verblijf.kort, verblijf.kleur,
           link.geldig_vanaf
    from zoek_link(gezocht, nu) live
    join links link on link.id = live.id and link.doel = 'terugblik'
    join roulaties roulatie on roulatie.id = link.roulatie_id
    join lateral gepubliceerde_verblijven(roulatie.id) verblijf on verblijf.kandidaat_id = link.kandidaat_id
        and verblijf.blok_id = link.blok_id
    where not exists (select from roulatie_terugblikken verteld
                      where (verteld.roulatie_id, verteld.kandidaat_id, verteld.blok_id) =
                            (link.roulatie_id, link.kandidaat_id, link.blok_id));
end;
-- Of two who send together, one gets the row.
create function geef_terugblik_met_link(
    gezocht bytea, nu timestamptz, nieuw_gezicht smallint, nieuw_geleerd smallint, nieuw_blijven smallint,
    out link_id bigint, out roulatie_id bigint, out regio_code text, out blok_id bigint
) returns setof record
language sql security definer set search_path = public, pg_temp
begin atomic
    with live as (
        select * from terugblik_bij_link(gezocht, nu) open where open.geldig_vanaf <= nu
    ), gebruikt as (
        update links link set gebruikt_op = nu from live
        where link.id = live.id and link.gebruikt_op is null returning live.*
    ), gegeven as (
        insert into roulatie_terugblikken as nieuw
            (roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, gezicht, geleerd, blijven, gegeven_op)
        select gebruikt.roulatie_id, gebruikt.kandidaat_id, gebruikt.blok_id, gebruikt.leerwerkplek_id, nieuw_gezicht,
               nieuw_geleerd, nieuw_blijven, nu from gebruikt
        on conflict do nothing returning nieuw.blok_id
    )
    select gebruikt.id, gebruikt.roulatie_id, gebruikt.regio_code, gebruikt.blok_id
    from gebruikt join gegeven on gegeven.blok_id = gebruikt.blok_id;
end;

-- Whose agenda a link opens, and what stands in it: of a plek who comes, by kenmerk.
create function agenda_bij_link(
    gezocht bytea, nu timestamptz, out roulatie_id bigint, out roulatie text, out kandidaat_id bigint,
    out leerwerkplek_id bigint, out kort text
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select roulatie.id, roulatie.naam, link.kandidaat_id, link.roulatie_plek_id, plek.kort
    from zoek_link(gezocht, nu) live
    join links link on link.id = live.id and link.doel = 'agenda'
    join roulaties roulatie on roulatie.id = link.roulatie_id
    left join roulatie_plekken plek on plek.roulatie_id = roulatie.id
        and plek.leerwerkplek_id = link.roulatie_plek_id;
end;
create function agendablokken_bij_link(
    gezocht bytea, nu timestamptz, out rooster_id bigint, out gepubliceerd_op timestamptz, out blok_id bigint,
    out nummer integer, out van date, out tot date, out organisatie text, out plaats text, out kort text,
    out kenmerken text[]
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select verblijf.rooster_id, verblijf.gepubliceerd_op, verblijf.blok_id, verblijf.nummer, min(verblijf.van),
           max(verblijf.tot), verblijf.organisatie, verblijf.plaats, verblijf.kort,
           array_agg(kandidaat.kenmerk order by kandidaat.kenmerk)
    from agenda_bij_link(gezocht, nu) agenda
    join lateral gepubliceerde_verblijven(agenda.roulatie_id) verblijf
        on verblijf.kandidaat_id = agenda.kandidaat_id or verblijf.leerwerkplek_id = agenda.leerwerkplek_id
    join kandidaten kandidaat on kandidaat.id = verblijf.kandidaat_id
    group by verblijf.rooster_id, verblijf.gepubliceerd_op, verblijf.blok_id, verblijf.nummer, verblijf.organisatie,
             verblijf.plaats, verblijf.kort
    order by verblijf.nummer;
end;

-- Who judges what somebody practised: the company itself, of its own plekken.
insert into rechten (recht, rol) values ('beoordeelt', 'werkgever'), ('beoordeelt', 'praktijkopleider');
-- Every stay by what was published that the asker may judge or, of one roulatie, who reads the regio may see: what was
-- agreed and is taught at that plek in those months, and the oordeel so far.
create function te_beoordelen(
    van_roulatie bigint, out roulatie_id bigint, out roulatie text, out kandidaat_id bigint, out kenmerk text,
    out blok_id bigint, out nummer integer, out van date, out tot date, out leerwerkplek_id bigint, out organisatie text,
    out titel text, out kort text, out kleur smallint, out werkprocessen bigint[], out wat_werkte text,
    out gegeven_op timestamptz, out beoordeeld bigint[], out standen text[]
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select roulatie.id, roulatie.naam, verblijf.kandidaat_id, kandidaat.kenmerk, verblijf.blok_id, verblijf.nummer,
           verblijf.van, verblijf.tot, verblijf.leerwerkplek_id, verblijf.organisatie, verblijf.titel, verblijf.kort,
           verblijf.kleur,
           array(select doel.werkproces_id from roulatie_leerdoelen doel
                 join leerwerkplek_werkprocessen kan on kan.leerwerkplek_id = verblijf.leerwerkplek_id
                     and kan.werkproces_id = doel.werkproces_id
                 left join roulatie_seizoenen seizoen on seizoen.roulatie_id = roulatie.id
                     and seizoen.leerwerkplek_id = kan.leerwerkplek_id and seizoen.werkproces_id = kan.werkproces_id
                 where doel.roulatie_id = roulatie.id and doel.kandidaat_id = verblijf.kandidaat_id
                   and (seizoen.maanden is null or exists (
                        select from generate_series(verblijf.van, verblijf.tot - 1, interval '1 day') dag
                        where extract(month from dag) = any(seizoen.maanden)))
                 order by doel.werkproces_id),
           coalesce(oordeel.wat_werkte, ''), oordeel.gegeven_op,
           array(select stand.werkproces_id from roulatie_oordeel_werkprocessen stand
                 where (stand.roulatie_id, stand.kandidaat_id, stand.blok_id) =
                       (roulatie.id, verblijf.kandidaat_id, verblijf.blok_id) order by stand.werkproces_id),
           array(select stand.stand from roulatie_oordeel_werkprocessen stand
                 where (stand.roulatie_id, stand.kandidaat_id, stand.blok_id) =
                       (roulatie.id, verblijf.kandidaat_id, verblijf.blok_id) order by stand.werkproces_id)
    from roulaties roulatie
    join lateral gepubliceerde_verblijven(roulatie.id) verblijf on true
    join kandidaten kandidaat on kandidaat.id = verblijf.kandidaat_id
    left join roulatie_oordelen oordeel on (oordeel.roulatie_id, oordeel.kandidaat_id, oordeel.blok_id) =
        (roulatie.id, verblijf.kandidaat_id, verblijf.blok_id)
    where case when van_roulatie is null
        then roulatie.id in (select bedrijf.roulatie_id from roulatie_bedrijven bedrijf
                             where bedrijf.organisatie_id = any(organisaties_met('beoordeelt')))
             and verblijf.organisatie_id = any(organisaties_met('beoordeelt'))
        else roulatie.id = van_roulatie and roulatie.regio_code = any(regios_met('leest_regio')) end
    order by verblijf.nummer, verblijf.kort, kandidaat.kenmerk;
end;
-- Write an oordeel over the one that was seen; by the company of the plek, or by who decides in the regio and was told.
-- Nothing when it is neither's or did not begin; `bewaard` false when somebody else wrote meanwhile.
create function geef_oordeel(
    van_roulatie bigint, van_kandidaat bigint, van_blok bigint, gezien timestamptz, tekst text, nieuwe bigint[],
    nieuwe_standen text[], nu timestamptz, out regio_code text, out organisatie_id bigint, out bewaard boolean
) returns setof record
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    plek bigint;
begin
    select roulatie.regio_code, verblijf.organisatie_id, verblijf.leerwerkplek_id
    into geef_oordeel.regio_code, geef_oordeel.organisatie_id, plek
    from roulaties roulatie, gepubliceerde_verblijven(roulatie.id) verblijf
    where roulatie.id = van_roulatie and verblijf.kandidaat_id = van_kandidaat and verblijf.blok_id = van_blok
      and verblijf.van <= (nu at time zone 'Europe/Amsterdam')::date
      and (roulatie.regio_code = any(regios_met('beslist'))
           or verblijf.organisatie_id = any(organisaties_met('beoordeelt')));
    if not found then
        return;
    end if;
    insert into roulatie_oordelen as oordeel
        (roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, wat_werkte, gegeven_op, vastgelegd_door)
    values (van_roulatie, van_kandidaat, van_blok, plek, tekst, nu, app_account())
    on conflict (roulatie_id, kandidaat_id, blok_id) do update
        set leerwerkplek_id = plek, wat_werkte = tekst, gegeven_op = nu, vastgelegd_door = app_account()
        where oordeel.gegeven_op = gezien;
    bewaard := found;
    if bewaard then
        delete from roulatie_oordeel_werkprocessen stand
        where (stand.roulatie_id, stand.kandidaat_id, stand.blok_id) = (van_roulatie, van_kandidaat, van_blok);
        insert into roulatie_oordeel_werkprocessen (roulatie_id, kandidaat_id, blok_id, werkproces_id, stand)
        select van_roulatie, van_kandidaat, van_blok, deel.werkproces, deel.stand
        from unnest(nieuwe, nieuwe_standen) as deel(werkproces, stand);
    end if;
    return next;
end
$$;
revoke insert, update on roulatie_oordelen from app;
revoke insert, delete on roulatie_oordeel_werkprocessen from app;
do $$
declare
    door record;
begin
    for door in
        select oid::regprocedure as name, proname from pg_proc
        where pronamespace = 'public'::regnamespace and proname in (
            'gepubliceerde_verblijven', 'terugblik_bij_link', 'geef_terugblik_met_link', 'agenda_bij_link',
            'agendablokken_bij_link', 'te_beoordelen', 'geef_oordeel')
    loop
        execute format('revoke execute on function %s from public', door.name);
        if door.proname <> 'gepubliceerde_verblijven' then
            execute format('grant execute on function %s to app', door.name);
        end if;
    end loop;
end
$$;
