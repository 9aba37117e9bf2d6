-- The one capacity every planner subtracts: who is at which plek under which praktijkopleider in which week.

create table bezetting (
    kandidaat_id bigint not null references kandidaten,
    leerwerkplek_id bigint not null references leerwerkplekken,
    praktijkopleider_id bigint not null references praktijkopleiders,
    week maandag not null,
    minuten integer not null check (minuten >= 0),
    bron text not null check (bron in ('voorstel', 'plaatsing', 'eigen_werkplek')),
    voorstel_id bigint references voorstellen,
    primary key (kandidaat_id, leerwerkplek_id, week),
    check ((bron = 'voorstel') = (voorstel_id is not null))
);
create index on bezetting (leerwerkplek_id, week);
create index on bezetting (praktijkopleider_id, week);
create index on bezetting (voorstel_id);

-- Locks the plekken, then the praktijkopleiders, each in id order, so that two acceptances queue and never deadlock.
-- No key update: the foreign keys of the new rows already share the keys, an update lock would deadlock on them.
create function bewaak_bezetting() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    vol record;
begin
    perform from leerwerkplekken where id in (select leerwerkplek_id from nieuw) order by id for no key update;
    perform from praktijkopleiders where id in (select praktijkopleider_id from nieuw) order by id for no key update;

    select plek.titel, nieuw.week into vol
    from nieuw
    join leerwerkplekken plek on plek.id = nieuw.leerwerkplek_id
    join bezetting alle on alle.leerwerkplek_id = nieuw.leerwerkplek_id and alle.week = nieuw.week
    group by plek.id, plek.titel, plek.plaatsen, nieuw.week
    having count(distinct alle.kandidaat_id) > plek.plaatsen
    order by nieuw.week limit 1;
    if found then
        raise exception 'Op ''%'' is in de week van % geen plaats meer vrij.', vol.titel, datum(vol.week)
            using errcode = 'PW001';
    end if;

    select po.id, nieuw_week.week, sum(alle.minuten) as gebruikt, coalesce(max(ruimte.minuten_per_week), 0) as ruim into vol
    from (select distinct praktijkopleider_id, week from nieuw) nieuw_week
    join praktijkopleiders po on po.id = nieuw_week.praktijkopleider_id
    join bezetting alle on alle.praktijkopleider_id = po.id and alle.week = nieuw_week.week
    left join begeleidingscapaciteiten ruimte on ruimte.praktijkopleider_id = po.id and ruimte.periode @> nieuw_week.week::date
    group by po.id, nieuw_week.week
    having sum(alle.minuten) > coalesce(max(ruimte.minuten_per_week), 0)
    order by nieuw_week.week limit 1;
    if found then
        raise exception 'De praktijkopleider heeft in de week van % te weinig tijd: % minuten nodig, % beschikbaar.',
            datum(vol.week), vol.gebruikt, vol.ruim using errcode = 'PW001';
    end if;
    return null;
end
$$;
create trigger bezetting_past after insert on bezetting
    referencing new table as nieuw for each statement execute function bewaak_bezetting();
create trigger bezetting_past_na_wijziging after update on bezetting
    referencing new table as nieuw for each statement execute function bewaak_bezetting();

-- Time that is promised cannot be taken back: after a change of their hours everybody still fits. Deferred, because a
-- change of hours may take several statements; a verb asks it at once with set constraints.
create function bewaak_begeleidingscapaciteit() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    vol record;
begin
    perform from praktijkopleiders
    where id in (old.praktijkopleider_id, new.praktijkopleider_id) order by id for no key update;

    select alle.week, sum(alle.minuten) as gebruikt, coalesce(max(ruimte.minuten_per_week), 0) as ruim into vol
    from bezetting alle
    left join begeleidingscapaciteiten ruimte
        on ruimte.praktijkopleider_id = alle.praktijkopleider_id and ruimte.periode @> alle.week::date
    where (alle.praktijkopleider_id = old.praktijkopleider_id and old.periode @> alle.week::date)
       or (alle.praktijkopleider_id = new.praktijkopleider_id and new.periode @> alle.week::date)
    group by alle.praktijkopleider_id, alle.week
    having sum(alle.minuten) > coalesce(max(ruimte.minuten_per_week), 0)
    order by alle.week limit 1;
    if found then
        raise exception 'In de week van % zijn al % minuten begeleiding afgesproken. Er zouden er % over zijn.',
            datum(vol.week), vol.gebruikt, vol.ruim using errcode = 'PW001';
    end if;
    return null;
end
$$;
create constraint trigger begeleidingscapaciteit_past after insert or update or delete on begeleidingscapaciteiten
    deferrable initially deferred for each row execute function bewaak_begeleidingscapaciteit();

-- What is archived is empty: no open plekken, nobody to come, nothing that is still offered. Whoever archives need not
-- see the plekken, so the function looks with the eyes of the owner.
create function bewaak_archiveren() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    vandaag date := (new.gearchiveerd_op at time zone 'Europe/Amsterdam')::date;
    hier bigint[] := array(select id from vestigingen where case tg_table_name
        when 'vestigingen' then id = new.id else organisatie_id = new.id end);
    aantal integer;
    laatste date;
begin
    select count(*) into aantal from leerwerkplekken where vestiging_id = any(hier) and status <> 'gesloten';
    if aantal > 0 then
        raise exception 'Hier % nog open. Sluit die eerst. Een concept kunt u verwijderen.', case aantal
            when 1 then 'is 1 leerwerkplek' else 'zijn ' || aantal || ' leerwerkplekken' end using errcode = 'PW003';
    end if;
    select max(bezet.week) into laatste from bezetting bezet
    join leerwerkplekken plek on plek.id = bezet.leerwerkplek_id where plek.vestiging_id = any(hier);
    if laatste + 7 > vandaag then
        raise exception 'In de week van % heeft hier nog iemand een plaats. Archiveren kan daarna.', datum(laatste)
            using errcode = 'PW003';
    end if;
    if tg_table_name = 'organisaties' then
        select count(*) into aantal from opleidingen
        where organisatie_id = new.id and coalesce(upper(periode), 'infinity') > vandaag;
        if aantal > 0 then
            raise exception 'Deze opleider biedt nog % aan. Geef % eerst een laatste dag.',
                case aantal when 1 then '1 opleiding' else aantal || ' opleidingen' end,
                case aantal when 1 then 'die' else 'ze' end using errcode = 'PW003';
        end if;
    end if;
    return new;
end
$$;
create trigger alleen_wat_leeg_is_gaat_in_het_archief before update of gearchiveerd_op on organisaties for each row
    when (new.gearchiveerd_op is not null) execute function bewaak_archiveren();
create trigger alleen_wat_leeg_is_gaat_in_het_archief before update of gearchiveerd_op on vestigingen for each row
    when (new.gearchiveerd_op is not null) execute function bewaak_archiveren();

-- Who leaves has promised nothing after that day and leads nobody; who books it ends or hands over what they lead first.
create function bewaak_vertrek() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    laatste date;
    titel text;
begin
    select max(week) into laatste from bezetting where praktijkopleider_id = new.id and week >= new.tot;
    if found and laatste is not null then
        raise exception 'In de week van % is nog begeleiding afgesproken. Kies een laatste dag vanaf %.',
            datum(laatste), datum(laatste + 4) using errcode = 'PW001';
    end if;
    select plek.titel into titel from leerwerkplek_praktijkopleiders inzet
    join leerwerkplekken plek on plek.id = inzet.leerwerkplek_id
    where inzet.praktijkopleider_id = new.id and coalesce(upper(inzet.periode), 'infinity') > new.tot
    order by plek.titel limit 1;
    if found then
        raise exception 'Deze praktijkopleider begeleidt na die dag nog op ''%''.', titel using errcode = 'PW003';
    end if;
    return new;
end
$$;
create trigger wie_vertrekt_heeft_niets_beloofd before update of tot on praktijkopleiders for each row
    when (new.tot is not null) execute function bewaak_vertrek();

-- The weeks that were promised go along when a plek gets another praktijkopleider from a day on. It only makes true what
-- leerwerkplek_praktijkopleiders says by then, so whoever may write that may call it; the triggers above ask the room.
create function volg_wie_begeleidt(van_praktijkopleider bigint, vanaf date) returns void
language sql security definer set search_path = public, pg_temp
begin atomic
    update bezetting bezet set praktijkopleider_id = inzet.praktijkopleider_id
    from leerwerkplek_praktijkopleiders inzet
    where bezet.praktijkopleider_id = van_praktijkopleider and bezet.week >= vanaf
      and inzet.leerwerkplek_id = bezet.leerwerkplek_id and inzet.periode @> bezet.week::date
      and inzet.praktijkopleider_id <> bezet.praktijkopleider_id;
end;

grant select, insert, delete on bezetting to app;
grant select on bezetting to worker;
