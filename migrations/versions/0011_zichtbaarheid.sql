-- Who sees and writes which row, again in the database: even a query that forgets its WHERE shows nobody else's.
-- Every table of people, organisaties or plans is bound; the codes and catalogues that all may read are not.
-- Roles come from account_rollen, by the rights of `rechten`, in the transaction of app.account.

-- The same as marketplace/toegang/rechten.py.
create table rechten (
    recht text not null check (recht ~ '^[a-z_]+$'),
    rol text not null,
    primary key (recht, rol)
);
insert into rechten (recht, rol) values
    ('leest_regio', 'accountmanager'), ('leest_regio', 'regiocoordinator'),
    ('leest_organisaties', 'accountmanager'), ('leest_organisaties', 'regiocoordinator'),
    ('leest_organisaties', 'sbb_adviseur'),
    ('beslist', 'accountmanager'),
    ('bepaalt_beleid', 'regiocoordinator'),
    ('beheert_organisaties', 'accountmanager'), ('beheert_organisaties', 'beheerder'),
    ('beheert_erkenningen', 'accountmanager'), ('beheert_erkenningen', 'sbb_adviseur'),
    ('beheert_plekken', 'werkgever'),
    ('leest_plekken', 'werkgever'), ('leest_plekken', 'praktijkopleider'),
    ('plant_mensen', 'planner'),
    ('leest_mensen', 'planner'), ('leest_mensen', 'werkleider'),
    ('meldt_mensen_aan', 'consulent'),
    ('betrokken', 'kandidaat'), ('betrokken', 'vertegenwoordiger'), ('betrokken', 'consulent'),
    ('betrokken', 'jobcoach'), ('betrokken', 'pro_vso'),
    ('begeleidt', 'consulent'), ('begeleidt', 'jobcoach'),
    ('eigen', 'kandidaat'), ('eigen', 'vertegenwoordiger'),
    ('beheert_opleidingen', 'accountmanager'), ('beheert_opleidingen', 'mbo'), ('beheert_opleidingen', 'beheerder'),
    ('beheert_catalogus', 'beheerder'),
    ('beheert_grenzen', 'beheerder'),
    ('beheert_accounts', 'beheerder'),
    ('hoort_bij', 'werkgever'), ('hoort_bij', 'praktijkopleider'), ('hoort_bij', 'planner'),
    ('hoort_bij', 'werkleider'), ('hoort_bij', 'consulent'), ('hoort_bij', 'jobcoach'), ('hoort_bij', 'mbo'),
    ('hoort_bij', 'pro_vso'), ('hoort_bij', 'beheerder');

-- What a policy asks. Each is asked once a statement, inside (select …); none reads a table that is bound to it.
-- Whoever is switched off is nobody.
create function app_account() returns bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select id from accounts where id = nullif(current_setting('app.account', true), '')::bigint and actief;
end;

-- The roles of this transaction that hold now; it becomes a part of the functions that ask it.
create function mijn_rollen() returns setof account_rollen
language sql stable
begin atomic
    select rol.* from account_rollen rol where rol.account_id = (select app_account());
end;

create function regios_met(variadic gevraagd text[]) returns text[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct mijn.regio_code), '{}') from mijn_rollen() mijn
    join rechten on rechten.rol = mijn.rol and rechten.recht = any(gevraagd)
    where mijn.regio_code is not null;
end;

create function organisaties_met(variadic gevraagd text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct mijn.organisatie_id), '{}') from mijn_rollen() mijn
    join rechten on rechten.rol = mijn.rol and rechten.recht = any(gevraagd)
    where mijn.organisatie_id is not null;
end;

-- The regios in which the organisaties lie at which one of these rights holds.
create function regios_van_organisaties_met(variadic gevraagd text[]) returns text[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct organisatie.regio_code), '{}') from organisaties organisatie
    where organisatie.id = any((select organisaties_met(variadic gevraagd))::bigint[]);
end;

create function opleiders_in(regios text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct organisatie_id), '{}') from opleidingen where regio_codes && regios;
end;

-- The people to whom this account is bound today, by the clock of the database: this is about access, not planning.
create function mijn_kandidaten() returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(kandidaat_id), '{}') from kandidaat_betrokkenen betrokkene
    where betrokkene.account_id = (select app_account())
      and (upper_inf(betrokkene.periode) or upper(betrokkene.periode) > current_date);
end;
-- Those of them whom this account guides, in a role that edits.
create function begeleide_kandidaten() returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(kandidaat_id), '{}') from kandidaat_betrokkenen betrokkene
    join rechten on rechten.rol = betrokkene.rol and rechten.recht = 'begeleidt'
    where betrokkene.account_id = (select app_account())
      and (upper_inf(betrokkene.periode) or upper(betrokkene.periode) > current_date);
end;

-- Whether this account just registered somebody: of the regio of its organisatie, and nothing is known of them yet,
-- neither who they are nor who is bound to them.
create function net_aangemeld(nieuwe_kandidaat bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select exists (
        select from kandidaten kandidaat
        where kandidaat.id = nieuwe_kandidaat
          and kandidaat.regio_code = any(regios_van_organisaties_met('meldt_mensen_aan'))
          and not exists (select from persoonsgegevens where kandidaat_id = kandidaat.id)
          and not exists (select from kandidaat_betrokkenen where kandidaat_id = kandidaat.id));
end;

-- Who is bound to those people, and who looked at who they are: that may be known around a person.
create function accounts_rond_mijn_kandidaten() returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(account_id), '{}') from (
        select account_id from kandidaat_betrokkenen where kandidaat_id = any((select mijn_kandidaten())::bigint[])
        union
        select account_id from persoonsgegevens_inzagen where kandidaat_id = any((select mijn_kandidaten())::bigint[])
    ) rond;
end;

-- The account that can be bound to a person, for who decides about that person: the own account of a kandidaat or
-- vertegenwoordiger has no role in a regio, a professional has that role in the regio of the person.
create function zoek_betrokkene(van_kandidaat bigint, adres text, als_rol text) returns bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select account.id from accounts account cross join kandidaten kandidaat
    where kandidaat.id = van_kandidaat and lower(account.email) = lower(adres) and account.actief
      and ((kandidaat.regio_code = any(regios_met('beslist')) and not kandidaat.besloten)
           or kandidaat.sw_bedrijf_id = any(organisaties_met('plant_mensen')))
      and (als_rol in ('kandidaat', 'vertegenwoordiger') or exists (
          select from account_rollen recht
          left join organisaties organisatie on organisatie.id = recht.organisatie_id
          where recht.account_id = account.id and recht.rol = als_rol
            and coalesce(recht.regio_code, organisatie.regio_code) = kandidaat.regio_code));
end;

-- The accounts with a role in one of these regios, at an organisatie in one of them, or at one of these organisaties.
create function accounts_van(regios text[], organisatie_ids bigint[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct rol.account_id), '{}') from account_rollen rol
    left join organisaties organisatie on organisatie.id = rol.organisatie_id
    where coalesce(rol.regio_code, organisatie.regio_code) = any(regios) or rol.organisatie_id = any(organisatie_ids);
end;

-- Accounts of which every role lies within what this beheerder manages: only these may be switched off, logged out or
-- given a new password. Else who gives a role to an account of elsewhere could take that account over.
create function geheel_beheerde_accounts() returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(account_id), '{}') from (
        select rol.account_id from account_rollen rol
        left join organisaties organisatie on organisatie.id = rol.organisatie_id
        group by rol.account_id
        having bool_and(coalesce(
            coalesce(rol.regio_code, organisatie.regio_code) = any((select regios_met('beheert_accounts'))::text[])
            or rol.organisatie_id = any((select organisaties_met('beheert_accounts'))::bigint[]), false))
    ) geheel;
end;
-- Whom people of a regio or organisatie know by name.
create function bekende_accounts() returns bigint[]
language sql stable
return accounts_van(regios_met('leest_regio', 'beheert_accounts'), organisaties_met('hoort_bij'));

create function beheerde_organisaties() returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(id), '{}') from organisaties
    where regio_code = any((select regios_met('beheert_accounts'))::text[])
       or id = any((select organisaties_met('beheert_accounts'))::bigint[]);
end;

-- What lies in these regios or is of these organisaties, and the vestigingen at which one of these rights holds. As
-- arrays, because a policy that asks a table with policies puts all of those in each query, which then begins slowly.
create function organisaties_van(regios text[], organisatie_ids bigint[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(id), '{}') from organisaties
    where regio_code = any(regios) or id = any(organisatie_ids);
end;
create function vestigingen_van(regios text[], organisatie_ids bigint[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(vestiging.id), '{}') from vestigingen vestiging
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    where organisatie.regio_code = any(regios) or organisatie.id = any(organisatie_ids);
end;
create function vestigingen_met(variadic gevraagd text[]) returns bigint[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(id), '{}') from vestigingen
    where organisatie_id = any((select organisaties_met(variadic gevraagd))::bigint[]);
end;

-- Organisaties and what is theirs.
alter table organisaties enable row level security;
create policy zien on organisaties for select to app using (
    regio_code = any((select regios_met('leest_organisaties', 'beheert_organisaties'))::text[])
    or id = any((select organisaties_met('hoort_bij'))::bigint[])
    or id = any((select opleiders_in(regios_met('leest_organisaties', 'beheert_organisaties')))::bigint[])
);
create policy doen on organisaties to app using (
    regio_code = any((select regios_met('beheert_organisaties'))::text[])
    or id = any((select organisaties_met('beheert_accounts'))::bigint[])
);

alter table vestigingen enable row level security;
create policy zien on vestigingen for select to app
    using (exists (select from organisaties eigenaar where eigenaar.id = vestigingen.organisatie_id));
create policy doen on vestigingen to app using (organisatie_id = any((
    select organisaties_van(regios_met('beheert_organisaties'), organisaties_met('beheert_accounts'))
)::bigint[]));

alter table erkenningen enable row level security;
create policy zien on erkenningen for select to app
    using (exists (select from vestigingen waar where waar.id = erkenningen.vestiging_id));
create policy doen on erkenningen to app using (vestiging_id = any((
    select vestigingen_van(regios_met('beheert_erkenningen'), '{}')
)::bigint[]));
alter table erkenning_werkprocessen enable row level security;
create policy zien on erkenning_werkprocessen for select to app
    using (exists (select from erkenningen van where van.id = erkenning_werkprocessen.erkenning_id));
create policy doen on erkenning_werkprocessen to app using (erkenning_id in (
    select erkenning.id from erkenningen erkenning
    join vestigingen vestiging on vestiging.id = erkenning.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    where organisatie.regio_code = any((select regios_met('beheert_erkenningen'))::text[])
));

alter table opleidingen enable row level security;
create policy zien on opleidingen for select to app
    using (exists (select from organisaties eigenaar where eigenaar.id = opleidingen.organisatie_id));
create policy doen on opleidingen to app using (organisatie_id = any((
    select organisaties_van(regios_met('beheert_opleidingen'), organisaties_met('beheert_opleidingen'))
)::bigint[]));

alter table praktijkopleiders enable row level security;
-- A SW-bedrijf sees more companies than it sees people of.
create policy zien on praktijkopleiders for select to app using (vestiging_id = any((
    select vestigingen_van(regios_met('leest_organisaties', 'beheert_organisaties'), organisaties_met('hoort_bij'))
)::bigint[]));
create policy doen on praktijkopleiders to app using (vestiging_id = any((
    select vestigingen_van(
        regios_met('beheert_organisaties'), organisaties_met('beheert_plekken', 'beheert_accounts'))
)::bigint[]));
alter table begeleidingscapaciteiten enable row level security;
create policy zien on begeleidingscapaciteiten for select to app
    using (exists (select from praktijkopleiders van where van.id = begeleidingscapaciteiten.praktijkopleider_id));
create policy doen on begeleidingscapaciteiten to app using (praktijkopleider_id in (
    select wie.id from praktijkopleiders wie
    join vestigingen vestiging on vestiging.id = wie.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    where organisatie.regio_code = any((select regios_met('beheert_organisaties'))::text[])
       or organisatie.id = any((select organisaties_met('beheert_plekken', 'beheert_accounts'))::bigint[])
));

-- Leerwerkplekken and the capacity that people take.
alter table leerwerkplekken enable row level security;
create policy zien on leerwerkplekken for select to app using (
    regio_code = any((select regios_met('leest_organisaties'))::text[])
    or vestiging_id = any((select vestigingen_met('leest_plekken'))::bigint[])
);
create policy doen on leerwerkplekken to app using (
    regio_code = any((select regios_met('beslist'))::text[])
    or vestiging_id = any((select vestigingen_met('beheert_plekken'))::bigint[])
);
alter table leerwerkplek_werkprocessen enable row level security;
create policy zien on leerwerkplek_werkprocessen for select to app
    using (exists (select from leerwerkplekken plek where plek.id = leerwerkplek_werkprocessen.leerwerkplek_id));
create policy doen on leerwerkplek_werkprocessen to app using (leerwerkplek_id in (
    select id from leerwerkplekken
    where regio_code = any((select regios_met('beslist'))::text[])
       or vestiging_id = any((select vestigingen_met('beheert_plekken'))::bigint[])
));
alter table leerwerkplek_praktijkopleiders enable row level security;
create policy zien on leerwerkplek_praktijkopleiders for select to app
    using (exists (select from leerwerkplekken plek where plek.id = leerwerkplek_praktijkopleiders.leerwerkplek_id));
create policy doen on leerwerkplek_praktijkopleiders to app using (leerwerkplek_id in (
    select id from leerwerkplekken
    where regio_code = any((select regios_met('beslist'))::text[])
       or vestiging_id = any((select vestigingen_met('beheert_plekken'))::bigint[])
));

alter table bezetting enable row level security;
create policy zien on bezetting for select to app using (leerwerkplek_id in (
    select id from leerwerkplekken
    where regio_code = any((select regios_met('leest_regio'))::text[])
       or vestiging_id = any((select vestigingen_met('leest_plekken'))::bigint[])
));
create policy doen on bezetting to app using (leerwerkplek_id in (
    select id from leerwerkplekken where regio_code = any((select regios_met('beslist'))::text[])
));
-- Of its own people a SW-bedrijf knows where they are, and gives their weeks back when they leave.
create policy eigen_mensen on bezetting to app using (kandidaat_id in (
    select id from kandidaten where sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
));

-- People.
alter table kandidaten enable row level security;
create policy zien on kandidaten for select to app using (
    (regio_code = any((select regios_met('leest_regio'))::text[]) and not besloten)
    or sw_bedrijf_id = any((select organisaties_met('leest_mensen'))::bigint[])
    or id = any((select mijn_kandidaten())::bigint[])
);
create policy doen on kandidaten to app using (
    (regio_code = any((select regios_met('beslist'))::text[]) and not besloten)
    or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
    or id = any((select begeleide_kandidaten())::bigint[])
);
create policy aanmelden on kandidaten for insert to app with check (
    regio_code = any((select regios_van_organisaties_met('meldt_mensen_aan'))::text[])
);
alter table kandidaat_sectorwensen enable row level security;
create policy zien on kandidaat_sectorwensen for select to app
    using (exists (select from kandidaten wie where wie.id = kandidaat_sectorwensen.kandidaat_id));
create policy doen on kandidaat_sectorwensen to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select begeleide_kandidaten())::bigint[])
));
alter table kandidaat_werkprocessen enable row level security;
create policy zien on kandidaat_werkprocessen for select to app
    using (exists (select from kandidaten wie where wie.id = kandidaat_werkprocessen.kandidaat_id));
create policy doen on kandidaat_werkprocessen to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select begeleide_kandidaten())::bigint[])
));
alter table kandidaat_doelgroepen enable row level security;
create policy zien on kandidaat_doelgroepen for select to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select mijn_kandidaten())::bigint[])
));
create policy doen on kandidaat_doelgroepen to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select begeleide_kandidaten())::bigint[])
));
alter table kandidaat_betrokkenen enable row level security;
create policy zien on kandidaat_betrokkenen for select to app
    using (exists (select from kandidaten wie where wie.id = kandidaat_betrokkenen.kandidaat_id)
    or account_id = (select app_account()));
-- Nobody binds themselves, but to whom they have just registered.
create policy doen on kandidaat_betrokkenen to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
));
create policy aanmelden on kandidaat_betrokkenen for insert to app with check (
    account_id = (select app_account()) and rol = 'consulent' and net_aangemeld(kandidaat_id)
);
alter table uitsluitingen enable row level security;
create policy zien on uitsluitingen for select to app
    using (exists (select from kandidaten wie where wie.id = uitsluitingen.kandidaat_id));
create policy doen on uitsluitingen to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
));

-- Identity: only who may act for this person, never who only plans with the profile.
alter table persoonsgegevens enable row level security;
create policy zien on persoonsgegevens for select to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select mijn_kandidaten())::bigint[])
));
create policy doen on persoonsgegevens to app using (kandidaat_id in (
    select id from kandidaten
    where regio_code = any((select regios_met('beslist'))::text[])
       or sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
       or id = any((select begeleide_kandidaten())::bigint[])
));
alter table persoonsgegevens_inzagen enable row level security;
create policy zien on persoonsgegevens_inzagen for select to app
    using (exists (select from kandidaten wie where wie.id = persoonsgegevens_inzagen.kandidaat_id));

alter table groepen enable row level security;
create policy zien on groepen for select to app using (regio_code = any((select regios_met('leest_regio'))::text[]));
create policy doen on groepen to app using (regio_code = any((select regios_met('beslist'))::text[]));
alter table groep_kandidaten enable row level security;
create policy zien on groep_kandidaten for select to app
    using (exists (select from groepen groep where groep.id = groep_kandidaten.groep_id));
create policy doen on groep_kandidaten to app using (
    groep_id in (select id from groepen where regio_code = any((select regios_met('beslist'))::text[]))
);

-- Runs, plans and voorstellen: who plans in the regio sees all, a werkgever what is published of the own plekken.
alter table rekenruns enable row level security;
create policy zien on rekenruns for select to app using (regio_code = any((select regios_met('leest_regio'))::text[]));
create policy doen on rekenruns to app using (regio_code = any((select regios_met('beslist'))::text[]));
alter table rekenrun_voortgang enable row level security;
create policy zien on rekenrun_voortgang for select to app
    using (exists (select from rekenruns run where run.id = rekenrun_voortgang.rekenrun_id));

-- The regios in which the plekken lie of the organisaties at which plekken are read.
create function plekregios() returns text[]
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select coalesce(array_agg(distinct plek.regio_code), '{}') from leerwerkplekken plek
    where plek.vestiging_id = any((select vestigingen_met('leest_plekken'))::bigint[]);
end;

alter table plannen enable row level security;
create policy zien on plannen for select to app using (
    regio_code = any((select regios_met('leest_regio'))::text[])
    or (status = 'gepubliceerd' and regio_code = any((select plekregios())::text[]))
);
create policy doen on plannen to app using (regio_code = any((select regios_met('beslist'))::text[]));

alter table uitzonderingen enable row level security;
create policy zien on uitzonderingen for select to app using (kandidaat_id in (
    select id from kandidaten where regio_code = any((select regios_met('leest_regio', 'bepaalt_beleid'))::text[])
));
create policy doen on uitzonderingen to app using (kandidaat_id in (
    select id from kandidaten where regio_code = any((select regios_met('bepaalt_beleid'))::text[])
));

alter table plan_voorstellen enable row level security;
create policy zien on plan_voorstellen for select to app using (
    plan_id in (select id from plannen where regio_code = any((select regios_met('leest_regio'))::text[]))
    or (plan_id in (select id from plannen) and leerwerkplek_id in (
        select plek.id from leerwerkplekken plek join vestigingen vestiging on vestiging.id = plek.vestiging_id
        where vestiging.organisatie_id = any((select organisaties_met('leest_plekken'))::bigint[])))
);
alter table plan_niet_geplaatst enable row level security;
create policy zien on plan_niet_geplaatst for select to app using (
    plan_id in (select id from plannen where regio_code = any((select regios_met('leest_regio'))::text[]))
);

alter table voorstellen enable row level security;
create policy zien on voorstellen for select to app using (
    kandidaat_id in (select id from kandidaten where regio_code = any((select regios_met('leest_regio'))::text[]))
    or id in (select voorstel_id from plan_voorstellen)
);
create policy doen on voorstellen to app using (
    kandidaat_id in (select id from kandidaten where regio_code = any((select regios_met('beslist'))::text[]))
);
-- Who lets one of the own people leave must know what was promised, and lets the rest lapse.
create policy eigen_mensen on voorstellen to app using (kandidaat_id in (
    select id from kandidaten where sw_bedrijf_id = any((select organisaties_met('plant_mensen'))::bigint[])
));

-- Accounts: one's own, those that a beheerder keeps, the names of whom one works with.
alter table accounts enable row level security;
create policy zien on accounts for select to app using (
    id = (select app_account()) or id = any((select bekende_accounts())::bigint[])
    or id = any((select accounts_rond_mijn_kandidaten())::bigint[])
);
create policy doen on accounts for update to app
    using (id = (select app_account()) or id = any((select geheel_beheerde_accounts())::bigint[]));
alter table account_rollen enable row level security;
create policy zien on account_rollen for select to app using (
    account_id = (select app_account()) or account_id = any((select bekende_accounts())::bigint[])
);
create policy doen on account_rollen to app using (
    regio_code = any((select regios_met('beheert_accounts'))::text[])
    or organisatie_id = any((select beheerde_organisaties())::bigint[])
);
alter table sessies enable row level security;
create policy alles on sessies to app using (
    account_id = (select app_account()) or account_id = any((select geheel_beheerde_accounts())::bigint[])
);

-- Keys of programs: to the beheerder of the account that they act as; answers to repeat to the program itself.
alter table api_sleutels enable row level security;
create policy alles on api_sleutels to app using (account_id = any((select geheel_beheerde_accounts())::bigint[]));
alter table api_antwoorden enable row level security;
create policy alles on api_antwoorden to app using (account_id = (select app_account()));

-- What happened: to whom may read the subject; written under one's own name.
alter table gebeurtenissen enable row level security;
create policy zien on gebeurtenissen for select to app using (
    regio_code = any((select regios_met('leest_regio'))::text[])
    or (onderwerp <> 'account' and organisatie_id = any((select organisaties_met('hoort_bij'))::bigint[]))
    or (onderwerp = 'account' and (
        organisatie_id = any((select organisaties_met('beheert_accounts'))::bigint[])
        or onderwerp_id = any((select geheel_beheerde_accounts())::bigint[])))
    or (onderwerp = 'kandidaat' and onderwerp_id in (select id from kandidaten))
    or (onderwerp in ('account', 'api_sleutel') and regio_code = any((select regios_met('beheert_accounts'))::text[]))
    or (onderwerp in ('organisatie', 'vestiging', 'praktijkopleider', 'erkenning', 'opleiding', 'leerwerkplek')
        and regio_code = any((select regios_met('leest_organisaties', 'beheert_organisaties'))::text[]))
    or (onderwerp in ('regio', 'kwalificatie', 'werkproces') and (select app_account()) is not null)
);
create policy vastleggen on gebeurtenissen for insert to app
    with check (account_id is not distinct from (select app_account()));

-- Files that people read in are their own.
alter table inlezingen enable row level security;
create policy alles on inlezingen to app using (account_id = (select app_account()));
alter table inlezing_rijen enable row level security;
create policy alles on inlezing_rijen to app using (inlezing_id in (select id from inlezingen));

-- What everybody may read and few may write: the catalogue that all regios share, and the policies of a regio.
alter table kwalificaties enable row level security;
create policy zien on kwalificaties for select to app using (true);
create policy doen on kwalificaties to app using (cardinality((select regios_met('beheert_catalogus'))) > 0);
alter table werkprocessen enable row level security;
create policy zien on werkprocessen for select to app using (true);
create policy doen on werkprocessen to app using (cardinality((select regios_met('beheert_catalogus'))) > 0);
alter table regio_beleid enable row level security;
create policy zien on regio_beleid for select to app using (true);
create policy doen on regio_beleid to app using (regio_code = any((select regios_met('bepaalt_beleid'))::text[]));

-- A regio gives its gemeenten away and may take that back; it takes none of another. The regio of the day before:
create function kwam_uit_regio(gemeente integer, vanaf date) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select regio_code from gemeente_regios where gemeente_id = gemeente and upper(periode) = vanaf;
end;
alter table gemeente_regios enable row level security;
create policy zien on gemeente_regios for select to app using (true);
create policy doen on gemeente_regios to app using (
    regio_code = any((select regios_met('beheert_grenzen'))::text[])
    or kwam_uit_regio(gemeente_id, lower(periode)) = any((select regios_met('beheert_grenzen'))::text[])
);

-- The worker plans for everybody; what it may do at all stands in its grants.
do $$
declare
    bound record;
begin
    for bound in select oid::regclass as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
    loop
        execute format('create policy worker on %s to worker using (true) with check (true)', bound.name);
    end loop;
end
$$;

-- Before anybody is known: who comes in with a password or a session, by what only they can know.
create function zoek_inlog(adres text, out account_id bigint, out wachtwoord_hash text, out actief boolean)
returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select account.id, account.wachtwoord_hash, account.actief from accounts account
    where lower(account.email) = lower(adres);
end;

create function begin_sessie(
    nieuw_token_hash bytea, van_account bigint, nieuwe_csrf text, nu timestamptz, einde timestamptz
) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
    insert into sessies (token_hash, account_id, csrf, aangemaakt_op, verloopt_op)
    values (nieuw_token_hash, van_account, nieuwe_csrf, nu, einde);
end;

create function zoek_sessie(
    gezocht bytea, nu timestamptz, out csrf text, out verloopt_op timestamptz, out id bigint, out naam text,
    out email text, out rol text, out regio_code text, out organisatie_id bigint, out kandidaat_id bigint
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select sessie.csrf, sessie.verloopt_op, account.id, account.naam, account.email, toegekend.rol,
           toegekend.regio_code, toegekend.organisatie_id, toegekend.kandidaat_id
    from sessies sessie
    join accounts account on account.id = sessie.account_id and account.actief
    left join (
        select account_id, rol, regio_code, organisatie_id, null::bigint as kandidaat_id from account_rollen
        union all
        select account_id, rol, null, null, kandidaat_id from kandidaat_betrokkenen
        where periode @> (nu at time zone 'Europe/Amsterdam')::date
    ) toegekend on toegekend.account_id = account.id
    where sessie.token_hash = gezocht and sessie.ingetrokken_op is null and sessie.verloopt_op > nu
    order by toegekend.rol, toegekend.regio_code, toegekend.organisatie_id, toegekend.kandidaat_id;
end;

create function eindig_sessie(gezocht bytea, nu timestamptz) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
    update sessies set ingetrokken_op = nu where token_hash = gezocht and ingetrokken_op is null;
end;

-- Counts without anybody in them, for who keeps the service running.
create function tel_rekenruns(out status text, out aantal bigint, out oudste timestamptz) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select run.status, count(*), min(run.gevraagd_op) from rekenruns run group by run.status order by run.status;
end;

-- What a werkgever may know of people who are nobody's to see: who works at an own plek, by kenmerk, and how many
-- voorstellen on it are promised.
create function kenmerk_op_plek(van_kandidaat bigint, op_plek bigint) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select kandidaat.kenmerk from kandidaten kandidaat
    where kandidaat.id = van_kandidaat
      and exists (
        select from bezetting bezet
        join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        where bezet.kandidaat_id = van_kandidaat and bezet.leerwerkplek_id = op_plek and bezet.bron <> 'voorstel'
          and vestiging.organisatie_id = any(organisaties_met('leest_plekken')));
end;

create function tel_beloftes(op_plek bigint, op date) returns bigint
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select count(*) from voorstellen voorstel
    join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    where plek.id = op_plek
      and (plek.regio_code = any(regios_met('leest_regio'))
           or vestiging.organisatie_id = any(organisaties_met('leest_plekken')))
      and (voorstel.pin_tot > op
           or voorstel.status in ('besproken_met_kandidaat', 'akkoord_accountmanager', 'voorgelegd_aan_werkgever',
                                  'kennismaking', 'match'))
      and not exists (select from bezetting where bezetting.voorstel_id = voorstel.id and week <= op);
end;

-- Who said yes to weeks at a plek outside a period, by kenmerk for who may read it (else null); reserved weeks are
-- in bezetting.
create function beloftes_buiten(op_plek bigint, van date, tot date) returns setof text
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select case when plek.regio_code = any(regios_met('leest_regio')) then kandidaat.kenmerk end
    from voorstellen voorstel
    join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id
    join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join lateral (
        select deel.startweek, deel.startweek + 7 * deel.weken - 3 as laatste_dag
        from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id and plan.status in ('concept', 'gepubliceerd')
        where deel.voorstel_id = voorstel.id order by plan.status = 'concept' desc limit 1
    ) verblijf on true
    where plek.id = op_plek and voorstel.status = 'besproken_met_kandidaat'
      and (plek.regio_code = any(regios_met('leest_regio'))
           or vestiging.organisatie_id = any(organisaties_met('leest_plekken')))
      and (verblijf.startweek < van or verblijf.laatste_dag >= tot)
    order by kandidaat.kenmerk;
end;

-- Where somebody works or will begin, for who may see that person but perhaps not the plek: what it is called and whose
-- it is. The id only for who may open it.
create function werkt_op(
    van_kandidaat bigint, op date, out leerwerkplek_id bigint, out titel text, out organisatie text, out van date,
    out laatste_dag date
) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select case when plek.regio_code = any(regios_met('leest_organisaties')) then plek.id end, plek.titel,
           organisatie.naam, min(bezet.week)::date, max(bezet.week)::date + 4
    from bezetting bezet
    join kandidaten kandidaat on kandidaat.id = bezet.kandidaat_id
    join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id
    join vestigingen vestiging on vestiging.id = plek.vestiging_id
    join organisaties organisatie on organisatie.id = vestiging.organisatie_id
    where kandidaat.id = van_kandidaat and bezet.bron <> 'voorstel'
      and ((kandidaat.regio_code = any(regios_met('leest_regio')) and not kandidaat.besloten)
           or kandidaat.sw_bedrijf_id = any(organisaties_met('leest_mensen'))
           or kandidaat.id = any(mijn_kandidaten()))
    group by plek.id, organisatie.naam
    having max(bezet.week) + 4 >= op;
end;

-- The SW-bedrijven that can be named for somebody new, by who registers people at an organisatie in the same regio.
create function sw_bedrijven_bij(organisatie_ids bigint[], out id bigint, out naam text) returns setof record
language sql stable security definer set search_path = public, pg_temp
begin atomic
    select bedrijf.id, bedrijf.naam from organisaties bedrijf
    where bedrijf.soort = 'sw_bedrijf' and bedrijf.regio_code in (
        select eigen.regio_code from organisaties eigen
        where eigen.id = any(organisatie_ids) and eigen.id = any(organisaties_met('meldt_mensen_aan')));
end;

-- What nobody needs is nobody's: functions are the doors, so only app passes them.
do $$
declare
    door record;
begin
    for door in
        select oid::regprocedure as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
    loop
        execute format('revoke execute on function %s from public', door.name);
        execute format('grant execute on function %s to app', door.name);
    end loop;
end
$$;

grant select on rechten to app;
-- A hash leaves the database for one purpose only, and a token never.
revoke select on accounts from app;
grant select (id, email, naam, actief, aangemaakt_op, versie, soort, heeft_wachtwoord) on accounts to app;
revoke select, insert on sessies from app;
grant select (account_id, aangemaakt_op, verloopt_op, ingetrokken_op) on sessies to app;
