-- Groepsdetachering: a SW-bedrijf lends out groups under its own werkleiders; who, where, when, who leads, which bus,
-- how people grow into it, and the hours that an inlener confirms. All of it is the SW-bedrijf's own: a regio reads none.

-- A mask of five weekdays; bit 0 is Monday.
create domain werkdagen as smallint constraint werkdagen_masker check (value between 0 and 31);
-- Whether any of these weekdays lies in a period.
create function heeft_werkdag(periode daterange, dagen werkdagen) returns boolean
language sql immutable strict parallel safe
return upper_inf(periode) or exists (
    select from generate_series(lower(periode), least(upper(periode), lower(periode) + 7) - 1, interval '1 day') dag
    where extract(isodow from dag) <= 5 and (dagen::integer >> (extract(isodow from dag)::integer - 1)) & 1 = 1);

-- How a SW-bedrijf goes about it; costs are in cents for an hour, or for a kilometer of a bus.
create table detacheringsbeleid (
    organisatie_id bigint primary key references organisaties,
    weken smallint not null default 12 check (weken between 1 and 26),
    fase_volgorde boolean not null default false,
    max_rit smallint not null default 60 check (max_rit between 5 and 180),
    max_omweg smallint not null default 30 check (max_omweg between 0 and 120),
    loon integer not null default 0 check (loon between 0 and 20000),
    leiding integer not null default 0 check (leiding between 0 and 20000),
    kilometer integer not null default 0 check (kilometer between 0 and 2000),
    uitstroom_per_groep smallint not null default 1 check (uitstroom_per_groep between 0 and 20),
    terugkeer_maanden smallint not null default 24 check (terugkeer_maanden between 1 and 120),
    waarschuwing_weken smallint not null default 13 check (waarschuwing_weken between 1 and 52),
    lagen text[] not null default '{opdrachten,ontwikkeling,continuiteit,reizen,productie,marge,uitstroom}',
    versie integer not null default 1,
    constraint detacheringsbeleid_lagen check (
        lagen <@ '{opdrachten,ontwikkeling,continuiteit,reizen,productie,marge,uitstroom}' and cardinality(lagen) = 7)
);

-- The levels of a SW-bedrijf, from inside to outside, and as which fase of the regio each counts. Those of others stand
-- as examples to begin from.
create table trede_voorbeelden (
    voorbeeld korte_tekst not null,
    nummer smallint not null check (nummer between 1 and 9),
    naam korte_tekst not null,
    uitleg vrije_tekst not null,
    fase text check (fase in ('binnen', 'buiten_beschermd', 'regulier')),
    bron vrije_tekst not null,
    primary key (voorbeeld, nummer)
);
create table treden (
    organisatie_id bigint not null references detacheringsbeleid,
    nummer smallint not null check (nummer between 1 and 9),
    naam korte_tekst not null,
    uitleg vrije_tekst not null default '',
    fase text check (fase in ('binnen', 'buiten_beschermd', 'regulier')),
    primary key (organisatie_id, nummer)
);

-- The company's own production: by weekday how many of an afdeling must stay, and how many are wished.
create table afdelingen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    naam korte_tekst not null,
    minimum smallint[] not null default '{0,0,0,0,0}',
    gewenst smallint[] not null default '{0,0,0,0,0}',
    gearchiveerd_op timestamptz,
    versie integer not null default 1,
    unique (organisatie_id, id),
    constraint afdeling_vijf_dagen check (cardinality(minimum) = 5 and cardinality(gewenst) = 5),
    constraint afdeling_aantallen check (
        0 <= all(minimum) and minimum[1] <= gewenst[1] and minimum[2] <= gewenst[2] and minimum[3] <= gewenst[3]
        and minimum[4] <= gewenst[4] and minimum[5] <= gewenst[5])
);
create unique index afdeling_naam_eenmalig on afdelingen (organisatie_id, lower(naam)) where gearchiveerd_op is null;

-- Who leads groups: minutes a week on location, and how much behoefte can be led at a time. Why somebody is away stands
-- nowhere.
create table werkleiders (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    naam korte_tekst not null,
    minuten smallint not null check (minuten between 60 and 2400),
    span smallint not null check (span between 1 and 100),
    dagen werkdagen not null default 31 check (dagen > 0),
    trainingen korte_tekst[] not null default '{}',
    gearchiveerd_op timestamptz,
    voorbeeld boolean not null default false,
    versie integer not null default 1,
    unique (organisatie_id, id)
);
create unique index werkleider_naam_eenmalig on werkleiders (organisatie_id, lower(naam)) where gearchiveerd_op is null;
create table werkleider_werkprocessen (
    organisatie_id bigint not null,
    werkleider_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    primary key (werkleider_id, werkproces_id),
    foreign key (organisatie_id, werkleider_id) references werkleiders (organisatie_id, id) on delete cascade
);
create table werkleider_afwezig (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null,
    werkleider_id bigint not null,
    periode daterange not null,
    foreign key (organisatie_id, werkleider_id) references werkleiders (organisatie_id, id) on delete cascade,
    constraint werkleider_afwezig_periode check (not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)),
    constraint werkleider_een_keer_afwezig exclude using gist (
        int8range(werkleider_id, werkleider_id, '[]') with &&, periode with &&)
);

create table opstapplaatsen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    naam korte_tekst not null,
    plaats_id bigint not null references plaatsen,
    gearchiveerd_op timestamptz,
    versie integer not null default 1,
    unique (organisatie_id, id)
);
create unique index opstapplaats_naam_eenmalig on opstapplaatsen (organisatie_id, lower(naam)) where gearchiveerd_op is null;
-- A bus: `plaatsen` are seats for people of the group; it starts in a place and can pass at most five stops.
create table bussen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    naam korte_tekst not null,
    plaatsen smallint not null,
    plaats_id bigint not null references plaatsen,
    gearchiveerd_op timestamptz,
    versie integer not null default 1,
    unique (organisatie_id, id),
    constraint bus_heeft_plaatsen check (plaatsen between 1 and 60)
);
create unique index bus_naam_eenmalig on bussen (organisatie_id, lower(naam)) where gearchiveerd_op is null;
create table bus_opstapplaatsen (
    organisatie_id bigint not null,
    bus_id bigint not null,
    opstapplaats_id bigint not null,
    nummer smallint not null,
    primary key (bus_id, nummer),
    unique (bus_id, opstapplaats_id),
    foreign key (organisatie_id, bus_id) references bussen (organisatie_id, id) on delete cascade,
    foreign key (organisatie_id, opstapplaats_id) references opstapplaatsen (organisatie_id, id),
    constraint bus_hooguit_vijf_opstapplaatsen check (nummer between 1 and 5)
);
create table bus_afwezig (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null,
    bus_id bigint not null,
    periode daterange not null,
    foreign key (organisatie_id, bus_id) references bussen (organisatie_id, id) on delete cascade,
    constraint bus_afwezig_periode check (not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)),
    constraint bus_een_keer_afwezig exclude using gist (
        int8range(bus_id, bus_id, '[]') with &&, periode with &&)
);

-- A kandidaat as a medewerker: on which days and how long they work, what they ask of who leads, and how far they are.
-- Who does not wish to work outside is left alone.
create table medewerkers (
    kandidaat_id bigint primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    afdeling_id bigint,
    dagen werkdagen not null default 31 check (dagen > 0),
    max_minuten_dag smallint not null default 480 check (max_minuten_dag between 60 and 600),
    behoefte smallint not null default 1 check (behoefte between 0 and 20),
    trede smallint not null,
    klaar boolean not null default false,
    wil_buiten boolean not null default false,
    uitstroom boolean not null default false,
    -- Whether their first name may be told to an inlener that agreed on names.
    naam_delen boolean not null default false,
    -- From when the steps below count.
    opbouw_vanaf maandag not null,
    uit_dienst_op date,
    versie integer not null default 1,
    unique (organisatie_id, kandidaat_id),
    -- Without a cascade: who is a medewerker is not taken back by undoing how they were registered.
    foreign key (kandidaat_id, organisatie_id) references kandidaten (id, sw_bedrijf_id),
    foreign key (organisatie_id, afdeling_id) references afdelingen (organisatie_id, id),
    foreign key (organisatie_id, trede) references treden on update cascade
);
-- So many days a week outside at most, for so many weeks before the next step; the last has no end.
create table medewerker_stappen (
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    nummer smallint not null check (nummer between 1 and 10),
    dagen smallint not null check (dagen between 1 and 5),
    weken smallint not null check (weken between 1 and 26),
    primary key (kandidaat_id, nummer),
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade
);
create table medewerker_leerdoelen (
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    weken smallint not null check (weken between 1 and 52),
    primary key (kandidaat_id, werkproces_id),
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade
);
create table medewerker_afwezig (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    periode daterange not null,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade,
    constraint medewerker_afwezig_periode check (
        not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)),
    constraint medewerker_een_keer_afwezig exclude using gist (
        int8range(kandidaat_id, kandidaat_id, '[]') with &&, periode with &&)
);
-- Who may not meet in a group, who stay together, who gladly do; each pair is written once.
create table medewerker_paren (
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    ander_id bigint not null,
    soort text not null check (soort in ('apart', 'samen', 'liever')),
    primary key (kandidaat_id, ander_id),
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade,
    foreign key (organisatie_id, ander_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade,
    constraint medewerker_paar_op_volgorde check (kandidaat_id < ander_id)
);
create index on medewerker_paren (ander_id);
-- The talk before somebody moves: about which step, and whether they wish it.
create table medewerker_gesprekken (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    gevoerd_op date not null,
    over text not null check (over in ('naar_buiten', 'volgende_trede', 'andere_groep', 'uitstroom')),
    wil boolean not null,
    verslag vrije_tekst not null default '',
    vastgelegd_door bigint not null references accounts,
    vastgelegd_op timestamptz not null,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade
);
create index on medewerker_gesprekken (kandidaat_id);

-- Who left for a place of their own may come back until a day; the afdeling keeps a place free for that.
create table terugkeergaranties (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null,
    kandidaat_id bigint not null,
    waarheen korte_tekst not null,
    periode daterange not null,
    afdeling_id bigint not null,
    teruggekeerd_op date,
    reden vrije_tekst,
    vastgelegd_door bigint not null references accounts,
    versie integer not null default 1,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade,
    foreign key (organisatie_id, afdeling_id) references afdelingen (organisatie_id, id),
    constraint terugkeer_periode check (not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)),
    constraint terugkeer_binnen_de_termijn check (teruggekeerd_op <@ periode),
    constraint terugkeer_een_tegelijk exclude using gist (
        int8range(kandidaat_id, kandidaat_id, '[]') with &&, periode with &&) where (teruggekeerd_op is null)
);

-- An opdracht of an inlener: typed by the planner, or asked by the inlener itself.
create table opdrachten (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references organisaties,
    vestiging_id bigint not null references vestigingen,
    naam korte_tekst not null,
    kort text not null check (length(kort) between 1 and 14),
    kleur smallint not null default 1 check (kleur between 1 and 12),
    status text not null check (status in ('gevraagd', 'open', 'afgewezen', 'gestopt', 'ingetrokken')),
    reden vrije_tekst,
    toelichting vrije_tekst not null default '',
    periode daterange not null,
    dagen werkdagen not null,
    minuten smallint not null,
    minimum smallint not null,
    maximum smallint not null,
    gevraagd smallint not null,
    toegezegd smallint not null default 0,
    waarde smallint not null default 1 check (waarde between 1 and 10),
    -- Cents for an hour of one person.
    tarief integer not null default 0 check (tarief between 0 and 20000),
    trede smallint not null default 1 check (trede between 1 and 9),
    niveau smallint check (niveau between 1 and 4),
    voorwaarden text[] not null default '{}',
    trainingen korte_tekst[] not null default '{}',
    -- What the inlener sees of who comes, as agreed.
    toont text not null default 'aantal' check (toont in ('aantal', 'kenmerk', 'voornaam')),
    gevraagd_door bigint references accounts,
    aangemaakt_op timestamptz not null,
    voorbeeld boolean not null default false,
    versie integer not null default 1,
    unique (organisatie_id, id),
    constraint opdracht_periode check (not isempty(periode) and not lower_inf(periode) and not upper_inf(periode)),
    constraint opdracht_dagen check (dagen > 0 and heeft_werkdag(periode, dagen)),
    constraint opdracht_duur check (minuten between 60 and 600),
    constraint opdracht_minimum check (1 <= minimum and minimum <= maximum and maximum <= 60),
    constraint opdracht_gevraagd check (minimum <= gevraagd and gevraagd <= maximum),
    constraint opdracht_toegezegd check (0 <= toegezegd and toegezegd <= gevraagd),
    constraint opdracht_reden check ((status in ('afgewezen', 'gestopt', 'ingetrokken')) = (reden is not null))
);
create unique index opdracht_kort_eenmalig on opdrachten (organisatie_id, lower(kort)) where status in ('gevraagd', 'open');
create index on opdrachten (vestiging_id);
-- Werkprocessen that really occur there; so many of those present master one, and perhaps who leads does.
create table opdracht_werkprocessen (
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    werkproces_id bigint not null references werkprocessen,
    aantal smallint not null default 0 check (aantal between 0 and 60),
    werkleider boolean not null default false,
    primary key (opdracht_id, werkproces_id),
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id) on delete cascade
);
create table opdracht_gesloten (
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    dag date not null,
    primary key (opdracht_id, dag),
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id) on delete cascade
);
-- What people agreed on somebody and an opdracht: never there, or there although the order of treden says no.
create table opdracht_afspraken (
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    kandidaat_id bigint not null,
    soort text not null check (soort in ('nooit', 'uitzondering')),
    reden vrije_tekst not null check (length(reden) >= 5),
    vastgelegd_door bigint not null references accounts,
    primary key (opdracht_id, kandidaat_id),
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id) on delete cascade,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id) on delete cascade
);
-- The agreement with the inlener; people stay employed by the SW-bedrijf.
create table detacheringsovereenkomsten (
    opdracht_id bigint primary key,
    organisatie_id bigint not null,
    nummer korte_tekst not null,
    getekend_op date not null,
    namens_inlener korte_tekst not null,
    namens_bedrijf korte_tekst not null,
    afspraken vrije_tekst not null default '',
    vastgelegd_door bigint not null references accounts,
    versie integer not null default 1,
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id) on delete cascade
);

alter table rekenruns drop constraint rekenruns_planner_check;
alter table rekenruns add column organisatie_id bigint references organisaties,
    add constraint rekenruns_planner_check check (planner in ('matching', 'roulatie', 'groepsdetachering')),
    add constraint rekenrun_van_een_sw_bedrijf check ((planner = 'groepsdetachering') = (organisatie_id is not null));
drop index rekenruns_een_tegelijk;
create unique index rekenruns_een_tegelijk on rekenruns (regio_code, planner, roulatie_id, organisatie_id)
    nulls not distinct where status in ('wachtrij', 'bezig');
create index on rekenruns (organisatie_id) where organisatie_id is not null;
-- What a SW-bedrijf asks is read there, and not in the regio.
alter policy zien on rekenruns using (
    (organisatie_id is null and regio_code = any((select regios_met('leest_regio'))::text[]))
    or organisatie_id = any((select organisaties_met('leest_mensen'))::bigint[]));
alter policy doen on rekenruns using (
    (organisatie_id is null and regio_code = any((select regios_met('beslist'))::text[]))
    or organisatie_id = any((select organisaties_met('plant_mensen'))::bigint[]));

-- What was on the week board: weeks from a Monday on. One that people work on, alternatives of runs beside it; one
-- published; the former ones. For a week holds the plan that was last published before it ended.
create table groepsplannen (
    id bigint generated always as identity primary key,
    organisatie_id bigint not null references detacheringsbeleid,
    status text not null check (status in ('concept', 'alternatief', 'gepubliceerd', 'historie', 'vervallen')),
    van maandag not null,
    weken smallint not null check (weken between 1 and 26),
    basis_id bigint references groepsplannen,
    rekenrun_id bigint unique references rekenruns,
    naam korte_tekst,
    gemaakt_op timestamptz not null,
    gemaakt_door bigint references accounts,
    gepubliceerd_op timestamptz,
    gepubliceerd_door bigint references accounts,
    -- The first week that people were told of by it.
    geldt_vanaf maandag,
    -- What the run proved of it, tier by tier; null once a hand was laid on it.
    lagen jsonb,
    versie integer not null default 1,
    unique (organisatie_id, id),
    constraint groepsplan_gepubliceerd check (
        (status in ('gepubliceerd', 'historie')) = (num_nonnulls(gepubliceerd_op, gepubliceerd_door, geldt_vanaf) = 3)),
    -- A week that is over stays what it was.
    constraint groepsplan_niet_in_het_verleden check (
        geldt_vanaf >= van and geldt_vanaf > (gepubliceerd_op at time zone 'Europe/Amsterdam')::date - 7)
);
create unique index groepsplannen_een_gepubliceerd on groepsplannen (organisatie_id) where status = 'gepubliceerd';
create unique index groepsplannen_een_concept on groepsplannen (organisatie_id) where status = 'concept';
create table groepsplan_groepen (
    plan_id bigint not null,
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    week maandag not null,
    werkleider_id bigint not null,
    bus_id bigint,
    opstapplaatsen bigint[] not null default '{}',
    -- Neither a run nor anybody takes this werkleider away.
    vast boolean not null default false,
    primary key (plan_id, opdracht_id, week),
    unique (plan_id, opdracht_id, week, bus_id),
    foreign key (organisatie_id, plan_id) references groepsplannen (organisatie_id, id) on delete cascade,
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id),
    foreign key (organisatie_id, werkleider_id) references werkleiders (organisatie_id, id),
    foreign key (organisatie_id, bus_id) references bussen (organisatie_id, id),
    constraint groep_stopt_alleen_met_bus check (bus_id is not null or opstapplaatsen = '{}')
);
create index on groepsplan_groepen (opdracht_id);
-- The days on which a group runs: one werkleider each, who is with no other group, and a bus that is nowhere else.
create table groepsplan_dagen (
    plan_id bigint not null,
    opdracht_id bigint not null,
    week maandag not null,
    dag smallint not null check (dag between 0 and 4),
    organisatie_id bigint not null,
    werkleider_id bigint not null,
    bus_id bigint,
    primary key (plan_id, opdracht_id, week, dag),
    constraint werkleider_bij_een_groep unique (plan_id, week, dag, werkleider_id),
    constraint bus_bij_een_groep unique (plan_id, week, dag, bus_id),
    foreign key (plan_id, opdracht_id, week) references groepsplan_groepen on delete cascade,
    foreign key (plan_id, opdracht_id, week, bus_id) references groepsplan_groepen (plan_id, opdracht_id, week, bus_id)
        on delete cascade,
    foreign key (organisatie_id, werkleider_id) references werkleiders (organisatie_id, id)
);
-- Somebody is in one group a week, on the weekdays of a mask.
create table groepsplan_indelingen (
    plan_id bigint not null,
    kandidaat_id bigint not null,
    week maandag not null,
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    dagen werkdagen not null check (dagen > 0),
    vast boolean not null default false,
    primary key (plan_id, kandidaat_id, week),
    foreign key (plan_id, opdracht_id, week) references groepsplan_groepen on delete cascade,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id)
);
create index on groepsplan_indelingen (plan_id, opdracht_id, week);
-- Moves by hand on a concept, so that they can be undone and done again: the groups and people before and after.
create table groepsplan_zetten (
    plan_id bigint not null references groepsplannen on delete cascade,
    nummer integer not null,
    zin vrije_tekst not null,
    van jsonb not null,
    naar jsonb not null,
    door bigint not null references accounts,
    op timestamptz not null,
    ongedaan boolean not null default false,
    primary key (plan_id, nummer)
);
create function bewaak_groepsweek() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select from groepsplannen plan where plan.id = new.plan_id
                   and new.week >= plan.van and new.week < plan.van + 7 * plan.weken) then
        raise exception 'De week van % ligt buiten dit plan.', datum(new.week) using errcode = 'PW003';
    end if;
    return null;
end
$$;
-- Afterwards: first the policies say whether this plan is theirs.
create trigger groep_ligt_binnen_het_plan after insert or update of week on groepsplan_groepen
    for each row execute function bewaak_groepsweek();

-- What was worked, by day in minutes, and who says so for the inlener; then it stays as it is.
create table detacheringsweken (
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    week maandag not null,
    ingevuld_op timestamptz not null,
    ingevuld_door bigint not null references accounts,
    -- What the opdracht cost when it was filled in: cents for an hour of one person.
    tarief integer not null check (tarief between 0 and 20000),
    -- What the inlener says of it: who agrees, or what is not right.
    bevestigd_op timestamptz,
    bevestigd_door korte_tekst,
    opmerking vrije_tekst not null default '',
    opgemerkt_op timestamptz,
    versie integer not null default 1,
    primary key (opdracht_id, week),
    foreign key (organisatie_id, opdracht_id) references opdrachten (organisatie_id, id),
    constraint uren_bevestigd_door_iemand check ((bevestigd_op is null) = (bevestigd_door is null))
);
create table detacheringsuren (
    organisatie_id bigint not null,
    opdracht_id bigint not null,
    week maandag not null,
    kandidaat_id bigint not null,
    dag smallint not null check (dag between 0 and 4),
    minuten smallint not null check (minuten between 0 and 720),
    primary key (opdracht_id, week, kandidaat_id, dag),
    foreign key (opdracht_id, week) references detacheringsweken on delete cascade,
    foreign key (organisatie_id, kandidaat_id) references medewerkers (organisatie_id, kandidaat_id)
);
create function bewaak_bevestigde_uren() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    if exists (select from detacheringsweken gewerkt where gewerkt.bevestigd_op is not null
               and (gewerkt.opdracht_id, gewerkt.week) = (coalesce(new.opdracht_id, old.opdracht_id), coalesce(new.week, old.week))) then
        raise exception 'Deze uren zijn bevestigd door de inlener. Ze veranderen niet meer.' using errcode = 'PW003';
    end if;
    return coalesce(new, old);
end
$$;
create trigger bevestigd_blijft before insert or update or delete on detacheringsuren
    for each row execute function bewaak_bevestigde_uren();

-- Who sees and writes it: who reads or plans the people of the SW-bedrijf.
do $$
declare
    deel text;
begin
    foreach deel in array array['detacheringsbeleid', 'treden', 'afdelingen', 'werkleiders', 'werkleider_werkprocessen',
        'werkleider_afwezig', 'opstapplaatsen', 'bussen', 'bus_opstapplaatsen', 'bus_afwezig', 'medewerkers',
        'medewerker_stappen', 'medewerker_leerdoelen', 'medewerker_afwezig', 'medewerker_paren', 'medewerker_gesprekken',
        'terugkeergaranties', 'opdrachten', 'opdracht_werkprocessen', 'opdracht_gesloten', 'opdracht_afspraken',
        'detacheringsovereenkomsten', 'groepsplannen', 'groepsplan_groepen', 'groepsplan_dagen', 'groepsplan_indelingen',
        'detacheringsweken', 'detacheringsuren']
    loop
        execute format('alter table %s enable row level security', deel);
        execute format('create policy zien on %s for select to app using (
            organisatie_id = any((select organisaties_met(''leest_mensen''))::bigint[]))', deel);
        execute format('create policy doen on %s to app using (
            organisatie_id = any((select organisaties_met(''plant_mensen''))::bigint[]))', deel);
        execute format('create policy worker on %s to worker using (true) with check (true)', deel);
    end loop;
    -- A plan that was published stays what people were told; only in one that was not is anything moved.
    foreach deel in array array['groepsplan_groepen', 'groepsplan_dagen', 'groepsplan_indelingen']
    loop
        execute format('drop policy doen on %s', deel);
        execute format('create policy doen on %s to app using (plan_id in (
            select id from groepsplannen
            where organisatie_id = any((select organisaties_met(''plant_mensen''))::bigint[])
              and status in (''concept'', ''alternatief'')))', deel);
    end loop;
end
$$;
alter table groepsplan_zetten enable row level security;
create policy zien on groepsplan_zetten for select to app using (plan_id in (select id from groepsplannen));
create policy doen on groepsplan_zetten to app using (plan_id in (
    select id from groepsplannen where organisatie_id = any((select organisaties_met('plant_mensen'))::bigint[])));
create policy worker on groepsplan_zetten to worker using (true) with check (true);

-- Who leads a group knows as well as who plans it when somebody works elsewhere.
create policy eigen_mensen_zien on bezetting for select to app using (kandidaat_id in (
    select id from kandidaten where sw_bedrijf_id = any((select organisaties_met('leest_mensen'))::bigint[])));
create policy eigen_mensen_zien on voorstellen for select to app using (kandidaat_id in (
    select id from kandidaten where sw_bedrijf_id = any((select organisaties_met('leest_mensen'))::bigint[])));

-- A SW-bedrijf sees which companies of its regio there are, to name one as inlener, and those that are one; never who
-- works there.
create function inleners_met(variadic gevraagd text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct vestiging.organisatie_id), '{}') from opdrachten opdracht
    join vestigingen vestiging on vestiging.id = opdracht.vestiging_id
    where opdracht.organisatie_id = any((select organisaties_met(variadic inleners_met.gevraagd))::bigint[]);
end;
create policy inleners on organisaties for select to app using (
    (regio_code = any((select regios_van_organisaties_met('plant_mensen'))::text[]) and gearchiveerd_op is null)
    or id = any((select inleners_met('leest_mensen'))::bigint[]));

-- An inlener asks a SW-bedrijf of its regio that lends out groups, and sees what it asked. What it costs, and how many
-- will come, the SW-bedrijf says.
create function sw_bedrijven_voor_inlener(out id bigint, out naam text) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select bedrijf.id, bedrijf.naam from organisaties bedrijf
    join detacheringsbeleid beleid on beleid.organisatie_id = bedrijf.id
    where bedrijf.regio_code = any(regios_van_organisaties_met('leest_plekken')) order by bedrijf.naam;
end;
create policy vragen on opdrachten for insert to app with check (
    status = 'gevraagd' and gevraagd_door = (select app_account()) and tarief = 0 and toegezegd = 0
    and organisatie_id in (select id from sw_bedrijven_voor_inlener())
    and vestiging_id = any((select vestigingen_met('beheert_plekken'))::bigint[]));
create policy eigen on opdrachten for select to app using (
    vestiging_id = any((select vestigingen_met('leest_plekken'))::bigint[]));
create policy eigen on opdracht_werkprocessen for select to app using (opdracht_id in (
    select id from opdrachten where vestiging_id = any((select vestigingen_met('leest_plekken'))::bigint[])));
create policy vragen on opdracht_werkprocessen for insert to app with check (opdracht_id in (
    select id from opdrachten where status = 'gevraagd'
    and vestiging_id = any((select vestigingen_met('beheert_plekken'))::bigint[])));

-- Which plan holds for a week; nobody asks it but the functions below and the pages of the SW-bedrijf.
create function geldend_groepsplan(van_organisatie bigint, in_week date) returns bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select plan.id from (
        select id, van + 7 * weken as tot from groepsplannen
        where organisatie_id = van_organisatie and status in ('gepubliceerd', 'historie') and geldt_vanaf <= in_week
        order by gepubliceerd_op desc, id desc limit 1) plan
    where in_week < plan.tot;
end;
-- The group of an inlener in a week: its days, its werkleider, how many people, and of each as much as was agreed.
create function groep_bij_inlener(
    van_opdracht bigint, in_week date, out werkleider text, out dagen smallint, out aantal integer, out mensen text[],
    out kan text[]
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select werkleider.naam, (select bit_or(1 << dag.dag)::smallint from groepsplan_dagen dag
            where (dag.plan_id, dag.opdracht_id, dag.week) = (groep.plan_id, groep.opdracht_id, groep.week)),
           count(lid.kandidaat_id)::integer,
           coalesce(array_agg(case when opdracht.toont = 'voornaam' and wie.naam_delen
                                   then split_part(gegevens.naam, ' ', 1) else kandidaat.kenmerk end
                              order by kandidaat.kenmerk)
               filter (where opdracht.toont <> 'aantal' and kandidaat.id is not null), '{}'),
           array(select distinct proces.titel::text from groepsplan_indelingen deel
                 join kandidaat_werkprocessen kunde on kunde.kandidaat_id = deel.kandidaat_id and kunde.stand = 'bewezen'
                 join opdracht_werkprocessen gevraagd on gevraagd.opdracht_id = deel.opdracht_id
                     and gevraagd.werkproces_id = kunde.werkproces_id
                 join werkprocessen proces on proces.id = kunde.werkproces_id
                 where (deel.plan_id, deel.opdracht_id, deel.week) = (groep.plan_id, groep.opdracht_id, groep.week)
                 order by 1)
    from opdrachten opdracht
    join groepsplan_groepen groep on groep.opdracht_id = opdracht.id and groep.week = in_week
        and groep.plan_id = geldend_groepsplan(opdracht.organisatie_id, in_week)
    join werkleiders werkleider on werkleider.id = groep.werkleider_id
    left join groepsplan_indelingen lid on (lid.plan_id, lid.opdracht_id, lid.week) =
        (groep.plan_id, groep.opdracht_id, groep.week)
    left join medewerkers wie on wie.kandidaat_id = lid.kandidaat_id
    left join kandidaten kandidaat on kandidaat.id = lid.kandidaat_id
    left join persoonsgegevens gegevens on gegevens.kandidaat_id = lid.kandidaat_id
    where opdracht.id = van_opdracht and opdracht.vestiging_id = any(vestigingen_met('leest_plekken'))
    group by groep.plan_id, groep.opdracht_id, groep.week, werkleider.naam, opdracht.toont;
end;

-- With a link of uren an inlener sees the hours of one week at one opdracht, and confirms them once.
alter table links drop constraint links_doel_check, drop constraint link_heeft_een_onderwerp;
alter table links add column opdracht_id bigint, add column week maandag,
    add foreign key (opdracht_id, week) references detacheringsweken on delete cascade,
    add constraint links_doel_check check (
        doel in ('uitnodiging', 'wachtwoord', 'plek', 'terugblik', 'agenda', 'uren')),
    add constraint link_heeft_een_onderwerp check (
        (account_id is not null) = (doel in ('uitnodiging', 'wachtwoord'))
        and (leerwerkplek_id is not null) = (doel = 'plek')
        and (roulatie_id is not null) = (doel in ('terugblik', 'agenda'))
        and num_nonnulls(opdracht_id, week) = case doel when 'uren' then 2 else 0 end
        and num_nonnulls(kandidaat_id, roulatie_plek_id) = (doel in ('terugblik', 'agenda'))::integer
        and num_nonnulls(kandidaat_id, blok_id, geldig_vanaf) = case doel when 'terugblik' then 3
            else num_nonnulls(kandidaat_id) end);
create index on links (opdracht_id, week) where opdracht_id is not null;
create function opdrachten_met(variadic gevraagd text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(id), '{}') from opdrachten
    where organisatie_id = any((select organisaties_met(variadic opdrachten_met.gevraagd))::bigint[]);
end;
create policy uren_zien on links for select to app using (
    opdracht_id = any((select opdrachten_met('plant_mensen'))::bigint[]));
create policy uren_maken on links for insert to app with check (
    gemaakt_door = (select app_account()) and opdracht_id = any((select opdrachten_met('plant_mensen'))::bigint[]));
create policy uren_intrekken on links for update to app using (
    opdracht_id = any((select opdrachten_met('plant_mensen'))::bigint[]));
grant select (opdracht_id, week) on links to app;
create function uren_bij_link(
    gezocht bytea, nu timestamptz, out id bigint, out organisatie_id bigint, out opdracht_id bigint, out opdracht text,
    out organisatie text, out inlener text, out week date, out dagen smallint, out opmerking text, out nummer bigint,
    out kandidaat text, out dag smallint, out minuten smallint
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select link.id, opdracht.organisatie_id, opdracht.id, opdracht.naam, bedrijf.naam, inlener.naam, gewerkt.week,
           opdracht.dagen, gewerkt.opmerking, dense_rank() over (order by kandidaat.kenmerk),
           case when opdracht.toont = 'voornaam' and wie.naam_delen then split_part(gegevens.naam, ' ', 1)
                when opdracht.toont = 'aantal'
                then 'Medewerker ' || dense_rank() over (partition by gewerkt.opdracht_id order by kandidaat.kenmerk)
                else kandidaat.kenmerk end,
           uur.dag, uur.minuten
    from zoek_link(gezocht, nu) live
    join links link on link.id = live.id and link.doel = 'uren'
    join detacheringsweken gewerkt on (gewerkt.opdracht_id, gewerkt.week) = (link.opdracht_id, link.week)
    join opdrachten opdracht on opdracht.id = gewerkt.opdracht_id
    join organisaties bedrijf on bedrijf.id = opdracht.organisatie_id
    join vestigingen vestiging on vestiging.id = opdracht.vestiging_id
    join organisaties inlener on inlener.id = vestiging.organisatie_id
    left join detacheringsuren uur on (uur.opdracht_id, uur.week) = (gewerkt.opdracht_id, gewerkt.week)
    left join medewerkers wie on wie.kandidaat_id = uur.kandidaat_id
    left join kandidaten kandidaat on kandidaat.id = uur.kandidaat_id
    left join persoonsgegevens gegevens on gegevens.kandidaat_id = uur.kandidaat_id
    where gewerkt.bevestigd_op is null
    order by kandidaat.kenmerk, uur.dag;
end;
-- Agree, or with `wat` say what is not right; of two who send together, one gets the row.
create function bevestig_uren_met_link(
    gezocht bytea, nu timestamptz, wie text, wat text, out link_id bigint, out organisatie_id bigint,
    out opdracht_id bigint, out week date
) returns setof record
language sql security definer set search_path = public, pg_temp
begin atomic
    with live as (
        select distinct open.id, open.organisatie_id, open.opdracht_id, open.week from uren_bij_link(gezocht, nu) open
    ), gebruikt as (
        update links link set gebruikt_op = nu from live
        where link.id = live.id and link.gebruikt_op is null and link.ingetrokken_op is null returning live.*
    )
    update detacheringsweken gewerkt
    set bevestigd_op = case when wat = '' then nu end, bevestigd_door = case when wat = '' then wie end,
        opmerking = case when wat = '' then gewerkt.opmerking else wie || ': ' || wat end,
        opgemerkt_op = case when wat = '' then gewerkt.opgemerkt_op else nu end, versie = gewerkt.versie + 1
    from gebruikt
    where (gewerkt.opdracht_id, gewerkt.week) = (gebruikt.opdracht_id, gebruikt.week) and gewerkt.bevestigd_op is null
    returning gebruikt.id, gewerkt.organisatie_id, gewerkt.opdracht_id, gewerkt.week;
end;

do $$
declare
    door record;
begin
    for door in
        select oid::regprocedure as name, proname from pg_proc
        where pronamespace = 'public'::regnamespace and proname in (
            'bewaak_groepsweek', 'bewaak_bevestigde_uren', 'inleners_met', 'sw_bedrijven_voor_inlener',
            'geldend_groepsplan', 'groep_bij_inlener', 'opdrachten_met', 'uren_bij_link', 'bevestig_uren_met_link')
    loop
        execute format('revoke execute on function %s from public', door.name);
        if door.proname not like 'bewaak%' and door.proname <> 'geldend_groepsplan' then
            execute format('grant execute on function %s to app', door.name);
        end if;
    end loop;
end
$$;

grant select on trede_voorbeelden to app;
grant select, insert, update (weken, fase_volgorde, max_rit, max_omweg, loon, leiding, kilometer, uitstroom_per_groep,
    terugkeer_maanden, waarschuwing_weken, lagen, versie) on detacheringsbeleid to app;
grant select, insert, update (naam, uitleg, fase), delete on treden to app;
grant select, insert, update (naam, minimum, gewenst, gearchiveerd_op, versie) on afdelingen to app;
grant select, insert, update (naam, minuten, span, dagen, trainingen, gearchiveerd_op, versie) on werkleiders to app;
grant select, insert, update (naam, plaats_id, gearchiveerd_op, versie) on opstapplaatsen to app;
grant select, insert, update (naam, plaatsen, plaats_id, gearchiveerd_op, versie) on bussen to app;
grant select, insert, delete on werkleider_werkprocessen, werkleider_afwezig, bus_opstapplaatsen, bus_afwezig,
    medewerker_stappen, medewerker_leerdoelen, medewerker_afwezig, medewerker_paren, opdracht_werkprocessen,
    opdracht_gesloten, opdracht_afspraken to app;
grant select, insert, update (afdeling_id, dagen, max_minuten_dag, behoefte, trede, klaar, wil_buiten, uitstroom,
    naam_delen, opbouw_vanaf, uit_dienst_op, versie) on medewerkers to app;
grant select, insert on medewerker_gesprekken to app;
grant select, insert, update (teruggekeerd_op, reden, versie) on terugkeergaranties to app;
grant select, insert, update (vestiging_id, naam, kort, kleur, status, reden, toelichting, periode, dagen, minuten,
    minimum, maximum, gevraagd, toegezegd, waarde, tarief, trede, niveau, voorwaarden, trainingen, toont, versie)
    on opdrachten to app;
grant select, insert, update (nummer, getekend_op, namens_inlener, namens_bedrijf, afspraken, versie)
    on detacheringsovereenkomsten to app;
grant select, insert, update (status, van, weken, gepubliceerd_op, gepubliceerd_door, geldt_vanaf, lagen, versie)
    on groepsplannen to app;
grant select, insert, update, delete on groepsplan_groepen, groepsplan_dagen, groepsplan_indelingen to app;
grant select, insert, update (ongedaan), delete on groepsplan_zetten to app;
grant select, insert, update (ingevuld_op, ingevuld_door, tarief, versie) on detacheringsweken to app;
grant select, insert, delete on detacheringsuren to app;
grant update (soort) on medewerker_paren to app;
grant select on detacheringsbeleid, treden, afdelingen, werkleiders, werkleider_werkprocessen, werkleider_afwezig,
    opstapplaatsen, bussen, bus_opstapplaatsen, bus_afwezig, medewerkers, medewerker_stappen, medewerker_leerdoelen,
    medewerker_afwezig, medewerker_paren, opdrachten, opdracht_werkprocessen, opdracht_gesloten, opdracht_afspraken,
    groepsplannen, groepsplan_groepen, groepsplan_dagen, groepsplan_indelingen to worker;
grant insert on groepsplannen, groepsplan_dagen to worker;
grant insert, update on groepsplan_groepen, groepsplan_indelingen to worker;
