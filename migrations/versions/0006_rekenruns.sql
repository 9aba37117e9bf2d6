-- One run of the optimiser, stored whole: the question, the instance, progress and outcome; PostgreSQL is its truth.

create table rekenruns (
    id bigint generated always as identity primary key,
    planner text not null check (planner in ('matching')),
    regio_code text not null references regios,
    gevraagd_door bigint references accounts,
    gevraagd_op timestamptz not null,
    vandaag date not null,
    -- nieuw begins from nothing, herstel mends the newest plan: who is not touched stays.
    soort text not null default 'nieuw' check (soort in ('nieuw', 'herstel')),
    seconden real not null check (seconden > 0 and seconden <= 600),
    seed integer not null,
    status text not null default 'wachtrij'
        check (status in ('wachtrij', 'bezig', 'geslaagd', 'mislukt', 'geannuleerd')),
    poging smallint not null default 0,
    geclaimd_door text,
    hartslag timestamptz,
    -- People may stop a run: annuleren keeps nothing, afronden keeps the best plan so far.
    annuleren boolean not null default false,
    afronden boolean not null default false,
    gestopt_door bigint references accounts,
    opnieuw_van bigint references rekenruns,
    basis_plan_id bigint,
    -- Of the published plan at most so many people may lose the plek that they could keep; null: any number.
    max_verplaatst smallint check (max_verplaatst between 0 and 999),
    -- When the question was read: what people decide later is not in it.
    gelezen_op timestamptz,
    instantie json,
    instantie_hash text,
    uitkomst json,
    fout vrije_tekst,
    klaar_op timestamptz,
    constraint rekenrun_gestopt check (gestopt_door is null or annuleren or afronden),
    constraint rekenrun_verplaatst check (max_verplaatst is null or basis_plan_id is not null),
    constraint rekenrun_klaar check ((status in ('geslaagd', 'mislukt', 'geannuleerd')) = (klaar_op is not null)),
    constraint rekenrun_gelezen check ((instantie is null) = (gelezen_op is null)),
    constraint rekenrun_fout check (status <> 'mislukt' or fout is not null),
    constraint rekenrun_uitkomst check (status <> 'geslaagd' or (uitkomst is not null and instantie is not null))
);
-- One run at a time per region and planner.
create unique index rekenruns_een_tegelijk on rekenruns (regio_code, planner) where status in ('wachtrij', 'bezig');
create index on rekenruns (regio_code, id);

create table rekenrun_voortgang (
    rekenrun_id bigint not null references rekenruns on delete cascade,
    volgnummer integer not null,
    tijd timestamptz not null,
    fase text not null,
    zin vrije_tekst not null,
    -- Of a better plan: seconds since the search began, how many people it places at least, its tiers as in an uitkomst.
    seconden real,
    geplaatst integer,
    lagen json,
    constraint voortgang_plan check ((lagen is null) = (seconden is null) and (lagen is null) = (geplaatst is null)),
    primary key (rekenrun_id, volgnummer)
);

grant select, insert, update (annuleren, afronden, gestopt_door, status, klaar_op) on rekenruns to app;
grant select, update on rekenruns to worker;
grant select, insert on rekenrun_voortgang to worker;
grant select on rekenrun_voortgang to app;
