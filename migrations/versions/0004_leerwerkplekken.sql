-- A plek at a vestiging: what really happens there, what it takes, asks and offers, and who leads it when.

create table voorwaarden (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null,
    uitleg vrije_tekst not null
);

create table plaatsingsvormen (
    code text primary key check (code ~ '^[a-z_]+$'),
    naam korte_tekst not null,
    eist_erkenning boolean not null
);

create table leerwerkplekken (
    id bigint generated always as identity primary key,
    vestiging_id bigint not null references vestigingen,
    regio_code text not null references regios,
    titel korte_tekst not null,
    omschrijving vrije_tekst not null default '',
    sector text not null references sectoren,
    niveau smallint not null check (niveau between 1 and 4),
    plaatsen smallint not null check (plaatsen between 1 and 50),
    periode daterange not null,
    dagdelen dagdelen not null check (dagdelen > 0),
    minuten_min integer not null check (minuten_min between 60 and 2400),
    minuten_max integer not null check (minuten_max between 60 and 2400),
    taal smallint not null check (taal between 0 and 4),
    fase text check (fase in ('binnen', 'buiten_beschermd', 'regulier')),
    vervoer_geregeld boolean not null default false,
    vormen text[] not null check (cardinality(vormen) > 0),
    voorwaarden text[] not null default '{}',
    status text not null check (status in ('concept', 'gepubliceerd', 'gesloten')),
    voorbeeld boolean not null default false,
    versie integer not null default 1,
    -- What the organisatie itself calls it; by it a file that is read again finds the plek.
    eigen_nummer korte_tekst,
    unique (vestiging_id, eigen_nummer),
    constraint leerwerkplek_periode check (not isempty(periode) and not lower_inf(periode)),
    constraint leerwerkplek_uren check (minuten_min <= minuten_max)
);
create index on leerwerkplekken (regio_code);
create index on leerwerkplekken (regio_code) where status = 'gepubliceerd';
create index on leerwerkplekken (vestiging_id);

-- Only what really occurs at the workplace, recognised or not (KBA23 5.4).
create table leerwerkplek_werkprocessen (
    leerwerkplek_id bigint not null references leerwerkplekken on delete cascade,
    werkproces_id bigint not null references werkprocessen,
    primary key (leerwerkplek_id, werkproces_id)
);

-- One lead praktijkopleider a period.
create table leerwerkplek_praktijkopleiders (
    leerwerkplek_id bigint not null references leerwerkplekken on delete cascade,
    praktijkopleider_id bigint not null references praktijkopleiders,
    periode daterange not null check (not isempty(periode)),
    primary key (leerwerkplek_id, periode),
    constraint een_praktijkopleider_tegelijk exclude using gist (
        int8range(leerwerkplek_id, leerwerkplek_id, '[]') with &&, periode with &&
    )
);
create index on leerwerkplek_praktijkopleiders (praktijkopleider_id);

-- Who leaves leads nobody after that day. The lock makes a departure that is being booked wait for us, or us for it.
create function bewaak_inzet() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    weg date;
begin
    select tot into weg from praktijkopleiders where id = new.praktijkopleider_id for no key update;
    if weg < coalesce(upper(new.periode), 'infinity') then
        raise exception 'Deze praktijkopleider werkt hier vanaf % niet meer. Kies wie het dan overneemt.', datum(weg)
            using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger inzet_eindigt_bij_vertrek before insert or update on leerwerkplek_praktijkopleiders
    for each row execute function bewaak_inzet();

-- What people saw or planned with is closed, never removed.
create function bewaak_verwijderen() returns trigger
language plpgsql
as $$
begin
    raise exception 'Alleen een concept kan weg. Sluit deze leerwerkplek.' using errcode = 'PW003';
end
$$;
create trigger alleen_een_concept_kan_weg before delete on leerwerkplekken for each row
    when (old.status <> 'concept') execute function bewaak_verwijderen();

grant select on voorwaarden, plaatsingsvormen to app, worker;
grant select, insert, delete, update (titel, omschrijving, sector, niveau, plaatsen, periode, dagdelen, minuten_min,
    minuten_max, taal, fase, vervoer_geregeld, vormen, voorwaarden, status, versie, eigen_nummer)
    on leerwerkplekken to app;
grant select, insert, delete on leerwerkplek_werkprocessen, leerwerkplek_praktijkopleiders to app;
grant select on leerwerkplekken, leerwerkplek_werkprocessen, leerwerkplek_praktijkopleiders to worker;
