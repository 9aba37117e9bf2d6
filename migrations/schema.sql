-- What the migrations add up to. Written by ./dev schema, never by hand.

CREATE DOMAIN public.dagdelen AS smallint
	CONSTRAINT dagdelen_masker CHECK (((VALUE >= 0) AND (VALUE <= 1023)));

CREATE FUNCTION public.bevat_bsn(tekst text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
declare
    groep text[];
    getallen text[] := '{}';
begin
    for groep in
        select regexp_matches(
            translate(
                regexp_replace(
                    normalize(tekst, NFKC),
                    '[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e'
                    '\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f'
                    '\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]', '', 'g'
                ),
                U&'\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9'
                '\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\09E6\09E7\09E8\09E9\09EA\09EB\09EC\09ED\09EE\09EF',
                '0123456789012345678901234567890123456789'
            ),
            '([0-9]+)([^0-9]*)', 'g'
        )
    loop
        -- Every number that may still become nine digits long, and one that begins here.
        getallen := array(
            select kop || groep[1] from unnest(getallen || array['']) kop where length(kop || groep[1]) <= 9
        );
        if exists (
            select from unnest(getallen) getal
            where length(getal) = 9 and getal <> '000000000' and (
                select sum((array[9, 8, 7, 6, 5, 4, 3, 2, -1])[plek] * substr(getal, plek, 1)::integer)
                from generate_series(1, 9) plek
            ) % 11 = 0
        ) then
            return true;
        end if;
        if groep[2] !~ '^[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{1,3}$' then
            getallen := '{}';
        end if;
    end loop;
    return false;
end
$_$;

CREATE DOMAIN public.korte_tekst AS text
	CONSTRAINT korte_tekst_bsn CHECK ((NOT public.bevat_bsn(VALUE)))
	CONSTRAINT korte_tekst_lengte CHECK (((length(VALUE) >= 1) AND (length(VALUE) <= 200)));

CREATE DOMAIN public.maandag AS date
	CONSTRAINT maandag_is_maandag CHECK ((EXTRACT(isodow FROM VALUE) = (1)::numeric));

CREATE DOMAIN public.telefoonnummer AS text
	CONSTRAINT telefoonnummer_vorm CHECK ((VALUE ~ '^(0([ -]?[0-9]){9}|\+[1-9]([ -]?[0-9]){7,14})$'::text));

CREATE DOMAIN public.vrije_tekst AS text
	CONSTRAINT vrije_tekst_bsn CHECK ((NOT public.bevat_bsn(VALUE)))
	CONSTRAINT vrije_tekst_lengte CHECK ((length(VALUE) <= 4000));

CREATE DOMAIN public.werkdagen AS smallint
	CONSTRAINT werkdagen_masker CHECK (((VALUE >= 0) AND (VALUE <= 31)));

CREATE TABLE public.accounts (
    id bigint NOT NULL,
    email public.korte_tekst NOT NULL,
    naam public.korte_tekst NOT NULL,
    wachtwoord_hash text,
    heeft_wachtwoord boolean GENERATED ALWAYS AS ((wachtwoord_hash IS NOT NULL)) STORED NOT NULL,
    actief boolean DEFAULT true NOT NULL,
    aangemaakt_op timestamp with time zone NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    soort text DEFAULT 'mens'::text NOT NULL,
    CONSTRAINT accounts_email_check CHECK (((email)::text ~~ '%_@_%'::text)),
    CONSTRAINT accounts_soort_check CHECK ((soort = ANY (ARRAY['mens'::text, 'dienst'::text]))),
    CONSTRAINT dienst_zonder_wachtwoord CHECK (((soort = 'mens'::text) OR (wachtwoord_hash = '!'::text)))
);

CREATE TABLE public.links (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    doel text NOT NULL,
    account_id bigint,
    leerwerkplek_id bigint,
    gemaakt_door bigint NOT NULL,
    gemaakt_op timestamp with time zone NOT NULL,
    verloopt_op timestamp with time zone NOT NULL,
    gebruikt_op timestamp with time zone,
    ingetrokken_op timestamp with time zone,
    roulatie_id bigint,
    kandidaat_id bigint,
    blok_id bigint,
    roulatie_plek_id bigint,
    geldig_vanaf timestamp with time zone,
    opdracht_id bigint,
    week public.maandag,
    CONSTRAINT link_heeft_een_onderwerp CHECK ((((account_id IS NOT NULL) = (doel = ANY (ARRAY['uitnodiging'::text, 'wachtwoord'::text]))) AND ((leerwerkplek_id IS NOT NULL) = (doel = 'plek'::text)) AND ((roulatie_id IS NOT NULL) = (doel = ANY (ARRAY['terugblik'::text, 'agenda'::text]))) AND (num_nonnulls(opdracht_id, week) =
CASE doel
    WHEN 'uren'::text THEN 2
    ELSE 0
END) AND (num_nonnulls(kandidaat_id, roulatie_plek_id) = ((doel = ANY (ARRAY['terugblik'::text, 'agenda'::text])))::integer) AND (num_nonnulls(kandidaat_id, blok_id, geldig_vanaf) =
CASE doel
    WHEN 'terugblik'::text THEN 3
    ELSE num_nonnulls(kandidaat_id)
END))),
    CONSTRAINT links_check CHECK ((verloopt_op > gemaakt_op)),
    CONSTRAINT links_doel_check CHECK ((doel = ANY (ARRAY['uitnodiging'::text, 'wachtwoord'::text, 'plek'::text, 'terugblik'::text, 'agenda'::text, 'uren'::text])))
);

CREATE FUNCTION public.zoek_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT doel text, OUT account_id bigint, OUT leerwerkplek_id bigint) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT link.id,
     link.doel,
     link.account_id,
     link.leerwerkplek_id
    FROM ((public.links link
      JOIN public.accounts maker ON (((maker.id = link.gemaakt_door) AND maker.actief)))
      LEFT JOIN public.accounts account ON ((account.id = link.account_id)))
   WHERE ((link.token_hash = zoek_link.gezocht) AND (link.gebruikt_op IS NULL) AND (link.ingetrokken_op IS NULL) AND (link.verloopt_op > zoek_link.nu) AND ((link.account_id IS NULL) OR (account.actief AND (account.soort = 'mens'::text))));
END;

CREATE FUNCTION public.account_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT naam text, OUT email text) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT account.id,
     account.naam,
     account.email
    FROM (public.zoek_link(account_bij_link.gezocht, account_bij_link.nu) live(id, doel, account_id, leerwerkplek_id)
      JOIN public.accounts account ON ((account.id = live.account_id)));
END;

CREATE FUNCTION public.app_account() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT accounts.id
    FROM public.accounts
   WHERE ((accounts.id = (NULLIF(current_setting('app.account'::text, true), ''::text))::bigint) AND accounts.actief);
END;

CREATE TABLE public.kandidaat_betrokkenen (
    id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    account_id bigint NOT NULL,
    rol text NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT kandidaat_betrokkenen_periode_check CHECK ((NOT isempty(periode))),
    CONSTRAINT kandidaat_betrokkenen_rol_check CHECK ((rol = ANY (ARRAY['kandidaat'::text, 'vertegenwoordiger'::text, 'consulent'::text, 'jobcoach'::text, 'pro_vso'::text])))
);

CREATE FUNCTION public.mijn_kandidaten() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(betrokkene.kandidaat_id), '{}'::bigint[]) AS "coalesce"
    FROM public.kandidaat_betrokkenen betrokkene
   WHERE ((betrokkene.account_id = ( SELECT public.app_account() AS app_account)) AND (upper_inf(betrokkene.periode) OR (upper(betrokkene.periode) > CURRENT_DATE)));
END;

CREATE TABLE public.persoonsgegevens_inzagen (
    id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    account_id bigint NOT NULL,
    tijd timestamp with time zone NOT NULL,
    doel public.vrije_tekst NOT NULL,
    CONSTRAINT persoonsgegevens_inzagen_doel_check CHECK ((length((doel)::text) >= 5))
);

CREATE FUNCTION public.accounts_rond_mijn_kandidaten() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(rond.account_id), '{}'::bigint[]) AS "coalesce"
    FROM ( SELECT kandidaat_betrokkenen.account_id
            FROM public.kandidaat_betrokkenen
           WHERE (kandidaat_betrokkenen.kandidaat_id = ANY (( SELECT public.mijn_kandidaten() AS mijn_kandidaten)::bigint[]))
         UNION
          SELECT persoonsgegevens_inzagen.account_id
            FROM public.persoonsgegevens_inzagen
           WHERE (persoonsgegevens_inzagen.kandidaat_id = ANY (( SELECT public.mijn_kandidaten() AS mijn_kandidaten)::bigint[]))) rond;
END;

CREATE TABLE public.account_rollen (
    account_id bigint NOT NULL,
    rol text NOT NULL,
    regio_code text,
    organisatie_id bigint,
    id bigint NOT NULL,
    CONSTRAINT rol_heeft_plaats CHECK ((num_nonnulls(regio_code, organisatie_id) = 1))
);

CREATE TABLE public.organisaties (
    id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    soort text NOT NULL,
    regio_code text NOT NULL,
    kvk text,
    voorbeeld boolean DEFAULT false NOT NULL,
    bron public.vrije_tekst DEFAULT ''::text NOT NULL,
    gearchiveerd_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT organisaties_kvk_check CHECK ((kvk ~ '^[0-9]{8}$'::text))
);

CREATE FUNCTION public.accounts_van(regios text[], organisatie_ids bigint[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT rol.account_id), '{}'::bigint[]) AS "coalesce"
    FROM (public.account_rollen rol
      LEFT JOIN public.organisaties organisatie ON ((organisatie.id = rol.organisatie_id)))
   WHERE ((COALESCE(rol.regio_code, organisatie.regio_code) = ANY (accounts_van.regios)) OR (rol.organisatie_id = ANY (accounts_van.organisatie_ids)));
END;

CREATE TABLE public.roulatie_plekken (
    roulatie_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    kort text NOT NULL,
    kleur smallint NOT NULL,
    minimum smallint DEFAULT 0 NOT NULL,
    maximum smallint NOT NULL,
    taxibus smallint DEFAULT 0 NOT NULL,
    stopt_op public.maandag,
    stopt_reden public.vrije_tekst,
    CONSTRAINT plek_minimum_onder_maximum CHECK ((minimum <= maximum)),
    CONSTRAINT plek_stopt_met_reden CHECK (((stopt_op IS NULL) = (stopt_reden IS NULL))),
    CONSTRAINT roulatie_plekken_kleur_check CHECK (((kleur >= 1) AND (kleur <= 12))),
    CONSTRAINT roulatie_plekken_kort_check CHECK (((length(kort) >= 1) AND (length(kort) <= 14))),
    CONSTRAINT roulatie_plekken_maximum_check CHECK (((maximum >= 1) AND (maximum <= 50))),
    CONSTRAINT roulatie_plekken_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT roulatie_plekken_taxibus_check CHECK (((taxibus >= 0) AND (taxibus <= 50)))
);

CREATE TABLE public.roulaties (
    id bigint NOT NULL,
    regio_code text NOT NULL,
    groep_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    opleider_id bigint,
    leerlijn_id bigint,
    vervolg_op bigint,
    periode daterange NOT NULL,
    status text DEFAULT 'voorbereiding'::text NOT NULL,
    reden public.vrije_tekst,
    afspraak public.vrije_tekst NOT NULL,
    afspraak_tot date NOT NULL,
    max_blokken smallint DEFAULT 2 NOT NULL,
    min_weken smallint DEFAULT 0 NOT NULL,
    min_werkgevers smallint DEFAULT 1 NOT NULL,
    fase_volgorde boolean DEFAULT false NOT NULL,
    lagen text[] DEFAULT '{leren,voorkeur,reizen,samen}'::text[] NOT NULL,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT roulatie_afspraak_duur CHECK ((afspraak_tot >= upper(periode))),
    CONSTRAINT roulatie_lagen CHECK (((lagen <@ '{leren,voorkeur,reizen,samen}'::text[]) AND (cardinality(lagen) = 4))),
    CONSTRAINT roulatie_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode)) AND (EXTRACT(isodow FROM lower(periode)) = (1)::numeric) AND (EXTRACT(isodow FROM upper(periode)) = (1)::numeric))),
    CONSTRAINT roulatie_reden CHECK (((status <> 'gestopt'::text) OR (reden IS NOT NULL))),
    CONSTRAINT roulaties_max_blokken_check CHECK (((max_blokken >= 1) AND (max_blokken <= 26))),
    CONSTRAINT roulaties_min_weken_check CHECK (((min_weken >= 0) AND (min_weken <= 52))),
    CONSTRAINT roulaties_min_werkgevers_check CHECK (((min_werkgevers >= 1) AND (min_werkgevers <= 26))),
    CONSTRAINT roulaties_status_check CHECK ((status = ANY (ARRAY['voorbereiding'::text, 'lopend'::text, 'afgerond'::text, 'gestopt'::text])))
);

CREATE FUNCTION public.agenda_bij_link(gezocht bytea, nu timestamp with time zone, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT leerwerkplek_id bigint, OUT kort text) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT roulatie.id,
     roulatie.naam,
     link.kandidaat_id,
     link.roulatie_plek_id,
     plek.kort
    FROM (((public.zoek_link(agenda_bij_link.gezocht, agenda_bij_link.nu) live(id, doel, account_id, leerwerkplek_id)
      JOIN public.links link ON (((link.id = live.id) AND (link.doel = 'agenda'::text))))
      JOIN public.roulaties roulatie ON ((roulatie.id = link.roulatie_id)))
      LEFT JOIN public.roulatie_plekken plek ON (((plek.roulatie_id = roulatie.id) AND (plek.leerwerkplek_id = link.roulatie_plek_id))));
END;

CREATE TABLE public.leerwerkplekken (
    id bigint NOT NULL,
    vestiging_id bigint NOT NULL,
    regio_code text NOT NULL,
    titel public.korte_tekst NOT NULL,
    omschrijving public.vrije_tekst DEFAULT ''::text NOT NULL,
    sector text NOT NULL,
    niveau smallint NOT NULL,
    plaatsen smallint NOT NULL,
    periode daterange NOT NULL,
    dagdelen public.dagdelen NOT NULL,
    minuten_min integer NOT NULL,
    minuten_max integer NOT NULL,
    taal smallint NOT NULL,
    fase text,
    vervoer_geregeld boolean DEFAULT false NOT NULL,
    vormen text[] NOT NULL,
    voorwaarden text[] DEFAULT '{}'::text[] NOT NULL,
    status text NOT NULL,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    eigen_nummer public.korte_tekst,
    CONSTRAINT leerwerkplek_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)))),
    CONSTRAINT leerwerkplek_uren CHECK ((minuten_min <= minuten_max)),
    CONSTRAINT leerwerkplekken_dagdelen_check CHECK (((dagdelen)::smallint > 0)),
    CONSTRAINT leerwerkplekken_fase_check CHECK ((fase = ANY (ARRAY['binnen'::text, 'buiten_beschermd'::text, 'regulier'::text]))),
    CONSTRAINT leerwerkplekken_minuten_max_check CHECK (((minuten_max >= 60) AND (minuten_max <= 2400))),
    CONSTRAINT leerwerkplekken_minuten_min_check CHECK (((minuten_min >= 60) AND (minuten_min <= 2400))),
    CONSTRAINT leerwerkplekken_niveau_check CHECK (((niveau >= 1) AND (niveau <= 4))),
    CONSTRAINT leerwerkplekken_plaatsen_check CHECK (((plaatsen >= 1) AND (plaatsen <= 50))),
    CONSTRAINT leerwerkplekken_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'gepubliceerd'::text, 'gesloten'::text]))),
    CONSTRAINT leerwerkplekken_taal_check CHECK (((taal >= 0) AND (taal <= 4))),
    CONSTRAINT leerwerkplekken_vormen_check CHECK ((cardinality(vormen) > 0))
);

CREATE TABLE public.plaatsen (
    id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    gemeente_id integer NOT NULL,
    lat double precision NOT NULL,
    lon double precision NOT NULL,
    inwoners integer DEFAULT 0 NOT NULL,
    bron public.vrije_tekst NOT NULL,
    CONSTRAINT plaatsen_inwoners_check CHECK ((inwoners >= 0)),
    CONSTRAINT plaatsen_lat_check CHECK (((lat >= (50.5)::double precision) AND (lat <= (53.7)::double precision))),
    CONSTRAINT plaatsen_lon_check CHECK (((lon >= (3.2)::double precision) AND (lon <= (7.4)::double precision)))
);

CREATE TABLE public.roulatie_blokken (
    id bigint NOT NULL,
    roulatie_id bigint NOT NULL,
    periode daterange NOT NULL,
    vergrendeld boolean DEFAULT false NOT NULL,
    deel_van bigint,
    CONSTRAINT blok_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode)) AND (EXTRACT(isodow FROM lower(periode)) = (1)::numeric) AND (EXTRACT(isodow FROM upper(periode)) = (1)::numeric)))
);

CREATE TABLE public.roulatie_cellen (
    rooster_id bigint NOT NULL,
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    blok_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    vast boolean DEFAULT false NOT NULL
);

CREATE TABLE public.roulatie_deelnemers (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    moederbedrijf_id bigint,
    van public.maandag,
    gestopt_op public.maandag,
    gestopt_reden public.vrije_tekst,
    CONSTRAINT deelnemer_begint_voor_einde CHECK (((van)::date < (gestopt_op)::date)),
    CONSTRAINT deelnemer_stopt_met_reden CHECK (((gestopt_op IS NULL) = (gestopt_reden IS NULL)))
);

CREATE TABLE public.roulatie_roosters (
    id bigint NOT NULL,
    roulatie_id bigint NOT NULL,
    status text NOT NULL,
    basis_id bigint,
    rekenrun_id bigint,
    gemaakt_op timestamp with time zone NOT NULL,
    gemaakt_door bigint,
    gepubliceerd_op timestamp with time zone,
    gepubliceerd_door bigint,
    lagen jsonb,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT rooster_gepubliceerd CHECK (((status = ANY (ARRAY['gepubliceerd'::text, 'historie'::text])) = ((gepubliceerd_op IS NOT NULL) AND (gepubliceerd_door IS NOT NULL)))),
    CONSTRAINT roulatie_roosters_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'alternatief'::text, 'gepubliceerd'::text, 'historie'::text, 'vervallen'::text])))
);

CREATE TABLE public.vestigingen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    plaats_id bigint NOT NULL,
    leerbedrijf_id public.korte_tekst,
    gearchiveerd_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL
);

CREATE FUNCTION public.gepubliceerde_verblijven(van_roulatie bigint, OUT rooster_id bigint, OUT gepubliceerd_op timestamp with time zone, OUT kandidaat_id bigint, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie_id bigint, OUT organisatie text, OUT plaats text, OUT titel text, OUT kort text, OUT kleur smallint) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT rooster.id,
     rooster.gepubliceerd_op,
     cel.kandidaat_id,
     cel.blok_id,
     ( SELECT (count(*))::integer AS count
            FROM public.roulatie_blokken eerder
           WHERE ((eerder.roulatie_id = blok.roulatie_id) AND (eerder.periode <= blok.periode))) AS count,
     GREATEST(lower(blok.periode), (deelnemer.van)::date) AS "greatest",
     LEAST(upper(blok.periode), (deelnemer.gestopt_op)::date) AS "least",
     plek.leerwerkplek_id,
     plek.organisatie_id,
     organisatie.naam,
     plaats.naam,
     waar.titel,
     plek.kort,
     plek.kleur
    FROM ((((((((public.roulatie_roosters rooster
      JOIN public.roulatie_cellen cel ON ((cel.rooster_id = rooster.id)))
      JOIN public.roulatie_blokken blok ON ((blok.id = cel.blok_id)))
      JOIN public.roulatie_deelnemers deelnemer ON (((deelnemer.roulatie_id = rooster.roulatie_id) AND (deelnemer.kandidaat_id = cel.kandidaat_id))))
      JOIN public.roulatie_plekken plek ON (((plek.roulatie_id = rooster.roulatie_id) AND (plek.leerwerkplek_id = cel.leerwerkplek_id))))
      JOIN public.organisaties organisatie ON ((organisatie.id = plek.organisatie_id)))
      JOIN public.leerwerkplekken waar ON ((waar.id = plek.leerwerkplek_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = waar.vestiging_id)))
      JOIN public.plaatsen plaats ON ((plaats.id = vestiging.plaats_id)))
   WHERE ((rooster.roulatie_id = gepubliceerde_verblijven.van_roulatie) AND (rooster.status = 'gepubliceerd'::text) AND (GREATEST(lower(blok.periode), (deelnemer.van)::date) < LEAST(upper(blok.periode), (deelnemer.gestopt_op)::date)));
END;

CREATE TABLE public.kandidaten (
    id bigint NOT NULL,
    kenmerk text NOT NULL,
    regio_code text NOT NULL,
    gemeente_id integer NOT NULL,
    pc4 text NOT NULL,
    sw_bedrijf_id bigint,
    status text NOT NULL,
    status_reden public.vrije_tekst,
    matchbaar_sinds date,
    vervoermiddel text NOT NULL,
    max_reistijd smallint NOT NULL,
    max_afstand smallint,
    reist_alleen boolean DEFAULT true NOT NULL,
    dagdelen public.dagdelen NOT NULL,
    interne_dagen smallint DEFAULT 0 NOT NULL,
    minuten_min integer NOT NULL,
    minuten_max integer NOT NULL,
    periode daterange NOT NULL,
    weken smallint NOT NULL,
    niveau_geschat smallint NOT NULL,
    niveau_bewezen smallint,
    praktijkleren boolean NOT NULL,
    crebo integer,
    vormen text[] NOT NULL,
    begeleiding integer[] NOT NULL,
    voorwaarden text[] DEFAULT '{}'::text[] NOT NULL,
    taal smallint NOT NULL,
    fase text,
    voucher boolean DEFAULT false NOT NULL,
    toelichting public.vrije_tekst DEFAULT ''::text NOT NULL,
    voorbeeld boolean DEFAULT false NOT NULL,
    gearchiveerd_op timestamp with time zone,
    eigen_kenmerk public.korte_tekst,
    besloten boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT kandidaat_archief CHECK (((gearchiveerd_op IS NULL) OR (status = ANY (ARRAY['teruggetrokken'::text, 'niet_gestart'::text, 'afgerond'::text])))),
    CONSTRAINT kandidaat_besloten CHECK (((NOT besloten) OR ((sw_bedrijf_id IS NOT NULL) AND (status <> ALL (ARRAY['matchbaar'::text, 'lopend'::text]))))),
    CONSTRAINT kandidaat_dagen CHECK (((interne_dagen + ((bit_count(((dagdelen)::integer)::bit(10)) + 1) / 2)) <= 5)),
    CONSTRAINT kandidaat_kwalificatie CHECK (((NOT praktijkleren) OR (crebo IS NOT NULL))),
    CONSTRAINT kandidaat_matchbaar CHECK (((status <> 'matchbaar'::text) OR (matchbaar_sinds IS NOT NULL))),
    CONSTRAINT kandidaat_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)))),
    CONSTRAINT kandidaat_reden CHECK (((status <> ALL (ARRAY['teruggetrokken'::text, 'niet_gestart'::text])) OR (status_reden IS NOT NULL))),
    CONSTRAINT kandidaat_uren CHECK ((minuten_min <= minuten_max)),
    CONSTRAINT kandidaten_begeleiding_check CHECK (((cardinality(begeleiding) >= 1) AND (cardinality(begeleiding) <= 52))),
    CONSTRAINT kandidaten_dagdelen_check CHECK (((dagdelen)::smallint > 0)),
    CONSTRAINT kandidaten_fase_check CHECK ((fase = ANY (ARRAY['binnen'::text, 'buiten_beschermd'::text, 'regulier'::text]))),
    CONSTRAINT kandidaten_interne_dagen_check CHECK (((interne_dagen >= 0) AND (interne_dagen <= 5))),
    CONSTRAINT kandidaten_kenmerk_check CHECK ((kenmerk ~ '^K-[0-9A-Z]{4,6}$'::text)),
    CONSTRAINT kandidaten_max_afstand_check CHECK (((max_afstand >= 1) AND (max_afstand <= 150))),
    CONSTRAINT kandidaten_max_reistijd_check CHECK (((max_reistijd >= 5) AND (max_reistijd <= 180))),
    CONSTRAINT kandidaten_minuten_max_check CHECK (((minuten_max >= 60) AND (minuten_max <= 2400))),
    CONSTRAINT kandidaten_minuten_min_check CHECK (((minuten_min >= 60) AND (minuten_min <= 2400))),
    CONSTRAINT kandidaten_niveau_bewezen_check CHECK (((niveau_bewezen >= 1) AND (niveau_bewezen <= 4))),
    CONSTRAINT kandidaten_niveau_geschat_check CHECK (((niveau_geschat >= 1) AND (niveau_geschat <= 4))),
    CONSTRAINT kandidaten_status_check CHECK ((status = ANY (ARRAY['voor_aangemeld'::text, 'matchbaar'::text, 'lopend'::text, 'teruggetrokken'::text, 'niet_gestart'::text, 'afgerond'::text]))),
    CONSTRAINT kandidaten_taal_check CHECK (((taal >= 0) AND (taal <= 4))),
    CONSTRAINT kandidaten_vervoermiddel_check CHECK ((vervoermiddel = ANY (ARRAY['lopen'::text, 'fiets'::text, 'e_bike'::text, 'ov'::text, 'auto'::text, 'taxibus'::text]))),
    CONSTRAINT kandidaten_vormen_check CHECK ((cardinality(vormen) > 0)),
    CONSTRAINT kandidaten_weken_check CHECK (((weken >= 1) AND (weken <= 104)))
);

CREATE FUNCTION public.agendablokken_bij_link(gezocht bytea, nu timestamp with time zone, OUT rooster_id bigint, OUT gepubliceerd_op timestamp with time zone, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT organisatie text, OUT plaats text, OUT kort text, OUT kenmerken text[]) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT verblijf.rooster_id,
     verblijf.gepubliceerd_op,
     verblijf.blok_id,
     verblijf.nummer,
     min(verblijf.van) AS min,
     max(verblijf.tot) AS max,
     verblijf.organisatie,
     verblijf.plaats,
     verblijf.kort,
     array_agg(kandidaat.kenmerk ORDER BY kandidaat.kenmerk) AS array_agg
    FROM ((public.agenda_bij_link(agendablokken_bij_link.gezocht, agendablokken_bij_link.nu) agenda(roulatie_id, roulatie, kandidaat_id, leerwerkplek_id, kort)
      JOIN LATERAL public.gepubliceerde_verblijven(agenda.roulatie_id) verblijf(rooster_id, gepubliceerd_op, kandidaat_id, blok_id, nummer, van, tot, leerwerkplek_id, organisatie_id, organisatie, plaats, titel, kort, kleur) ON (((verblijf.kandidaat_id = agenda.kandidaat_id) OR (verblijf.leerwerkplek_id = agenda.leerwerkplek_id))))
      JOIN public.kandidaten kandidaat ON ((kandidaat.id = verblijf.kandidaat_id)))
   GROUP BY verblijf.rooster_id, verblijf.gepubliceerd_op, verblijf.blok_id, verblijf.nummer, verblijf.organisatie, verblijf.plaats, verblijf.kort
   ORDER BY verblijf.nummer;
END;

CREATE TABLE public.rechten (
    recht text NOT NULL,
    rol text NOT NULL,
    CONSTRAINT rechten_recht_check CHECK ((recht ~ '^[a-z_]+$'::text))
);

CREATE FUNCTION public.begeleide_kandidaten() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(betrokkene.kandidaat_id), '{}'::bigint[]) AS "coalesce"
    FROM (public.kandidaat_betrokkenen betrokkene
      JOIN public.rechten ON (((rechten.rol = betrokkene.rol) AND (rechten.recht = 'begeleidt'::text))))
   WHERE ((betrokkene.account_id = ( SELECT public.app_account() AS app_account)) AND (upper_inf(betrokkene.periode) OR (upper(betrokkene.periode) > CURRENT_DATE)));
END;

CREATE TABLE public.sessies (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    csrf text NOT NULL,
    aangemaakt_op timestamp with time zone NOT NULL,
    verloopt_op timestamp with time zone NOT NULL,
    ingetrokken_op timestamp with time zone,
    CONSTRAINT sessies_check CHECK ((verloopt_op > aangemaakt_op))
);

CREATE FUNCTION public.begin_sessie(nieuw_token_hash bytea, van_account bigint, nieuwe_csrf text, nu timestamp with time zone, einde timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 INSERT INTO public.sessies (token_hash, account_id, csrf, aangemaakt_op, verloopt_op)
   VALUES (begin_sessie.nieuw_token_hash, begin_sessie.van_account, begin_sessie.nieuwe_csrf, begin_sessie.nu, begin_sessie.einde);
END;

CREATE FUNCTION public.mijn_rollen() RETURNS SETOF public.account_rollen
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT rol.account_id,
     rol.rol,
     rol.regio_code,
     rol.organisatie_id,
     rol.id
    FROM public.account_rollen rol
   WHERE (rol.account_id = ( SELECT public.app_account() AS app_account));
END;

CREATE FUNCTION public.organisaties_met(VARIADIC gevraagd text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT mijn.organisatie_id), '{}'::bigint[]) AS "coalesce"
    FROM (public.mijn_rollen() mijn(account_id, rol, regio_code, organisatie_id, id)
      JOIN public.rechten ON (((rechten.rol = mijn.rol) AND (rechten.recht = ANY (organisaties_met.gevraagd)))))
   WHERE (mijn.organisatie_id IS NOT NULL);
END;

CREATE FUNCTION public.regios_met(VARIADIC gevraagd text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT mijn.regio_code), '{}'::text[]) AS "coalesce"
    FROM (public.mijn_rollen() mijn(account_id, rol, regio_code, organisatie_id, id)
      JOIN public.rechten ON (((rechten.rol = mijn.rol) AND (rechten.recht = ANY (regios_met.gevraagd)))))
   WHERE (mijn.regio_code IS NOT NULL);
END;

CREATE FUNCTION public.beheerde_organisaties() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(organisaties.id), '{}'::bigint[]) AS "coalesce"
    FROM public.organisaties
   WHERE ((organisaties.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_accounts'::text]) AS regios_met)::text[])) OR (organisaties.id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['beheert_accounts'::text]) AS organisaties_met)::bigint[])));
END;

CREATE FUNCTION public.bekende_accounts() RETURNS bigint[]
    LANGUAGE sql STABLE
    RETURN public.accounts_van(public.regios_met(VARIADIC ARRAY['leest_regio'::text, 'beheert_accounts'::text]), public.organisaties_met(VARIADIC ARRAY['hoort_bij'::text]));

CREATE TABLE public.plan_voorstellen (
    plan_id bigint NOT NULL,
    voorstel_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    startweek public.maandag NOT NULL,
    weken smallint NOT NULL,
    vorm text NOT NULL,
    uitleg jsonb NOT NULL,
    CONSTRAINT plan_voorstellen_weken_check CHECK ((weken > 0))
);

CREATE TABLE public.plannen (
    id bigint NOT NULL,
    rekenrun_id bigint NOT NULL,
    regio_code text NOT NULL,
    planner text NOT NULL,
    status text NOT NULL,
    basis_plan_id bigint,
    gemaakt_op timestamp with time zone NOT NULL,
    gepubliceerd_op timestamp with time zone,
    gepubliceerd_door bigint,
    cijfers jsonb NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT plan_gepubliceerd CHECK (((status <> 'gepubliceerd'::text) OR (gepubliceerd_op IS NOT NULL))),
    CONSTRAINT plannen_planner_check CHECK ((planner = 'matching'::text)),
    CONSTRAINT plannen_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'gepubliceerd'::text, 'historie'::text, 'vervallen'::text])))
);

CREATE TABLE public.voorstellen (
    id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    status text DEFAULT 'voorgesteld'::text NOT NULL,
    ja_kandidaat_op timestamp with time zone,
    ja_vastgelegd_door bigint,
    afgewezen_door text,
    afwijsreden text,
    afwijs_toelichting public.vrije_tekst,
    pin_reden public.vrije_tekst,
    pin_tot date,
    pin_door bigint,
    pin_startweek public.maandag,
    toegevoegd_op timestamp with time zone,
    toegevoegd_door bigint,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT voorstel_afwijzing CHECK (((status = 'afgewezen'::text) = ((afwijsreden IS NOT NULL) AND (afgewezen_door IS NOT NULL)))),
    CONSTRAINT voorstel_ja_eerst CHECK (((status = ANY (ARRAY['voorgesteld'::text, 'afgewezen'::text, 'vervallen'::text])) OR ((ja_kandidaat_op IS NOT NULL) AND (ja_vastgelegd_door IS NOT NULL)))),
    CONSTRAINT voorstel_pin CHECK ((num_nonnulls(pin_reden, pin_tot, pin_door) = ANY (ARRAY[0, 3]))),
    CONSTRAINT voorstel_pin_niet_afgewezen CHECK (((pin_reden IS NULL) OR (status <> ALL (ARRAY['afgewezen'::text, 'vervallen'::text])))),
    CONSTRAINT voorstel_toegevoegd CHECK (((toegevoegd_op IS NULL) = (toegevoegd_door IS NULL))),
    CONSTRAINT voorstellen_afgewezen_door_check CHECK ((afgewezen_door = ANY (ARRAY['kandidaat'::text, 'werkgever'::text, 'accountmanager'::text]))),
    CONSTRAINT voorstellen_status_check CHECK ((status = ANY (ARRAY['voorgesteld'::text, 'besproken_met_kandidaat'::text, 'akkoord_accountmanager'::text, 'voorgelegd_aan_werkgever'::text, 'kennismaking'::text, 'match'::text, 'afgewezen'::text, 'vervallen'::text])))
);

CREATE FUNCTION public.beloftes_buiten(op_plek bigint, van date, tot date) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (plek.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_regio'::text]))) THEN kandidaat.kenmerk
             ELSE NULL::text
         END AS "case"
    FROM ((((public.voorstellen voorstel
      JOIN public.kandidaten kandidaat ON ((kandidaat.id = voorstel.kandidaat_id)))
      JOIN public.leerwerkplekken plek ON ((plek.id = voorstel.leerwerkplek_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
      JOIN LATERAL ( SELECT deel.startweek,
             (((deel.startweek)::date + (7 * deel.weken)) - 3) AS laatste_dag
            FROM (public.plan_voorstellen deel
              JOIN public.plannen plan ON (((plan.id = deel.plan_id) AND (plan.status = ANY (ARRAY['concept'::text, 'gepubliceerd'::text])))))
           WHERE (deel.voorstel_id = voorstel.id)
           ORDER BY (plan.status = 'concept'::text) DESC
          LIMIT 1) verblijf ON (true))
   WHERE ((plek.id = beloftes_buiten.op_plek) AND (voorstel.status = 'besproken_met_kandidaat'::text) AND ((plek.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_regio'::text]))) OR (vestiging.organisatie_id = ANY (public.organisaties_met(VARIADIC ARRAY['leest_plekken'::text])))) AND (((verblijf.startweek)::date < beloftes_buiten.van) OR (verblijf.laatste_dag >= beloftes_buiten.tot)))
   ORDER BY kandidaat.kenmerk;
END;

CREATE FUNCTION public.heeft_werkdag(periode daterange, dagen public.werkdagen) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (upper_inf(periode) OR (EXISTS (SELECT FROM generate_series((lower(heeft_werkdag.periode))::timestamp with time zone, ((LEAST(upper(heeft_werkdag.periode), (lower(heeft_werkdag.periode) + 7)) - 1))::timestamp with time zone, '1 day'::interval) dag(dag) WHERE ((EXTRACT(isodow FROM dag.dag) <= (5)::numeric) AND ((((heeft_werkdag.dagen)::integer >> ((EXTRACT(isodow FROM dag.dag))::integer - 1)) & 1) = 1)))));

CREATE TABLE public.detacheringsuren (
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    week public.maandag NOT NULL,
    kandidaat_id bigint NOT NULL,
    dag smallint NOT NULL,
    minuten smallint NOT NULL,
    CONSTRAINT detacheringsuren_dag_check CHECK (((dag >= 0) AND (dag <= 4))),
    CONSTRAINT detacheringsuren_minuten_check CHECK (((minuten >= 0) AND (minuten <= 720)))
);

CREATE TABLE public.detacheringsweken (
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    week public.maandag NOT NULL,
    ingevuld_op timestamp with time zone NOT NULL,
    ingevuld_door bigint NOT NULL,
    tarief integer NOT NULL,
    bevestigd_op timestamp with time zone,
    bevestigd_door public.korte_tekst,
    opmerking public.vrije_tekst DEFAULT ''::text NOT NULL,
    opgemerkt_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT detacheringsweken_tarief_check CHECK (((tarief >= 0) AND (tarief <= 20000))),
    CONSTRAINT uren_bevestigd_door_iemand CHECK (((bevestigd_op IS NULL) = (bevestigd_door IS NULL)))
);

CREATE TABLE public.medewerkers (
    kandidaat_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    afdeling_id bigint,
    dagen public.werkdagen DEFAULT 31 NOT NULL,
    max_minuten_dag smallint DEFAULT 480 NOT NULL,
    behoefte smallint DEFAULT 1 NOT NULL,
    trede smallint NOT NULL,
    klaar boolean DEFAULT false NOT NULL,
    wil_buiten boolean DEFAULT false NOT NULL,
    uitstroom boolean DEFAULT false NOT NULL,
    naam_delen boolean DEFAULT false NOT NULL,
    opbouw_vanaf public.maandag NOT NULL,
    uit_dienst_op date,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT medewerkers_behoefte_check CHECK (((behoefte >= 0) AND (behoefte <= 20))),
    CONSTRAINT medewerkers_dagen_check CHECK (((dagen)::smallint > 0)),
    CONSTRAINT medewerkers_max_minuten_dag_check CHECK (((max_minuten_dag >= 60) AND (max_minuten_dag <= 600)))
);

CREATE TABLE public.opdrachten (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    vestiging_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    kort text NOT NULL,
    kleur smallint DEFAULT 1 NOT NULL,
    status text NOT NULL,
    reden public.vrije_tekst,
    toelichting public.vrije_tekst DEFAULT ''::text NOT NULL,
    periode daterange NOT NULL,
    dagen public.werkdagen NOT NULL,
    minuten smallint NOT NULL,
    minimum smallint NOT NULL,
    maximum smallint NOT NULL,
    gevraagd smallint NOT NULL,
    toegezegd smallint DEFAULT 0 NOT NULL,
    waarde smallint DEFAULT 1 NOT NULL,
    tarief integer DEFAULT 0 NOT NULL,
    trede smallint DEFAULT 1 NOT NULL,
    niveau smallint,
    voorwaarden text[] DEFAULT '{}'::text[] NOT NULL,
    trainingen public.korte_tekst[] DEFAULT '{}'::public.korte_tekst[] NOT NULL,
    toont text DEFAULT 'aantal'::text NOT NULL,
    gevraagd_door bigint,
    aangemaakt_op timestamp with time zone NOT NULL,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT opdracht_dagen CHECK ((((dagen)::smallint > 0) AND public.heeft_werkdag(periode, dagen))),
    CONSTRAINT opdracht_duur CHECK (((minuten >= 60) AND (minuten <= 600))),
    CONSTRAINT opdracht_gevraagd CHECK (((minimum <= gevraagd) AND (gevraagd <= maximum))),
    CONSTRAINT opdracht_minimum CHECK (((1 <= minimum) AND (minimum <= maximum) AND (maximum <= 60))),
    CONSTRAINT opdracht_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode)))),
    CONSTRAINT opdracht_reden CHECK (((status = ANY (ARRAY['afgewezen'::text, 'gestopt'::text, 'ingetrokken'::text])) = (reden IS NOT NULL))),
    CONSTRAINT opdracht_toegezegd CHECK (((0 <= toegezegd) AND (toegezegd <= gevraagd))),
    CONSTRAINT opdrachten_kleur_check CHECK (((kleur >= 1) AND (kleur <= 12))),
    CONSTRAINT opdrachten_kort_check CHECK (((length(kort) >= 1) AND (length(kort) <= 14))),
    CONSTRAINT opdrachten_niveau_check CHECK (((niveau >= 1) AND (niveau <= 4))),
    CONSTRAINT opdrachten_status_check CHECK ((status = ANY (ARRAY['gevraagd'::text, 'open'::text, 'afgewezen'::text, 'gestopt'::text, 'ingetrokken'::text]))),
    CONSTRAINT opdrachten_tarief_check CHECK (((tarief >= 0) AND (tarief <= 20000))),
    CONSTRAINT opdrachten_toont_check CHECK ((toont = ANY (ARRAY['aantal'::text, 'kenmerk'::text, 'voornaam'::text]))),
    CONSTRAINT opdrachten_trede_check CHECK (((trede >= 1) AND (trede <= 9))),
    CONSTRAINT opdrachten_waarde_check CHECK (((waarde >= 1) AND (waarde <= 10)))
);

CREATE TABLE public.persoonsgegevens (
    kandidaat_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    geboortedatum date NOT NULL,
    telefoon public.telefoonnummer,
    email public.korte_tekst,
    versie integer DEFAULT 1 NOT NULL
);

CREATE FUNCTION public.uren_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT opdracht text, OUT organisatie text, OUT inlener text, OUT week date, OUT dagen smallint, OUT opmerking text, OUT nummer bigint, OUT kandidaat text, OUT dag smallint, OUT minuten smallint) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT link.id,
     opdracht.organisatie_id,
     opdracht.id,
     opdracht.naam,
     bedrijf.naam,
     inlener.naam,
     gewerkt.week,
     opdracht.dagen,
     gewerkt.opmerking,
     dense_rank() OVER (ORDER BY kandidaat.kenmerk) AS dense_rank,
         CASE
             WHEN ((opdracht.toont = 'voornaam'::text) AND wie.naam_delen) THEN split_part((gegevens.naam)::text, ' '::text, 1)
             WHEN (opdracht.toont = 'aantal'::text) THEN ('Medewerker '::text || dense_rank() OVER (PARTITION BY gewerkt.opdracht_id ORDER BY kandidaat.kenmerk))
             ELSE kandidaat.kenmerk
         END AS kenmerk,
     uur.dag,
     uur.minuten
    FROM ((((((((((public.zoek_link(uren_bij_link.gezocht, uren_bij_link.nu) live(id, doel, account_id, leerwerkplek_id)
      JOIN public.links link ON (((link.id = live.id) AND (link.doel = 'uren'::text))))
      JOIN public.detacheringsweken gewerkt ON (((gewerkt.opdracht_id = link.opdracht_id) AND ((gewerkt.week)::date = (link.week)::date))))
      JOIN public.opdrachten opdracht ON ((opdracht.id = gewerkt.opdracht_id)))
      JOIN public.organisaties bedrijf ON ((bedrijf.id = opdracht.organisatie_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = opdracht.vestiging_id)))
      JOIN public.organisaties inlener ON ((inlener.id = vestiging.organisatie_id)))
      LEFT JOIN public.detacheringsuren uur ON (((uur.opdracht_id = gewerkt.opdracht_id) AND ((uur.week)::date = (gewerkt.week)::date))))
      LEFT JOIN public.medewerkers wie ON ((wie.kandidaat_id = uur.kandidaat_id)))
      LEFT JOIN public.kandidaten kandidaat ON ((kandidaat.id = uur.kandidaat_id)))
      LEFT JOIN public.persoonsgegevens gegevens ON ((gegevens.kandidaat_id = uur.kandidaat_id)))
   WHERE (gewerkt.bevestigd_op IS NULL)
   ORDER BY kandidaat.kenmerk, uur.dag;
END;

CREATE FUNCTION public.bevestig_uren_met_link(gezocht bytea, nu timestamp with time zone, wie text, wat text, OUT link_id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT week date) RETURNS SETOF record
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH live AS (
          SELECT DISTINCT open.id,
             open.organisatie_id,
             open.opdracht_id,
             open.week
            FROM public.uren_bij_link(bevestig_uren_met_link.gezocht, bevestig_uren_met_link.nu) open(id, organisatie_id, opdracht_id, opdracht, organisatie, inlener, week, dagen, opmerking, nummer, kandidaat, dag, minuten)
         ), gebruikt AS (
          UPDATE public.links link SET gebruikt_op = bevestig_uren_met_link.nu
            FROM live
           WHERE ((link.id = live.id) AND (link.gebruikt_op IS NULL) AND (link.ingetrokken_op IS NULL))
           RETURNING live.id,
             live.organisatie_id,
             live.opdracht_id,
             live.week
         )
  UPDATE public.detacheringsweken gewerkt SET bevestigd_op =
         CASE
             WHEN (bevestig_uren_met_link.wat = ''::text) THEN bevestig_uren_met_link.nu
             ELSE NULL::timestamp with time zone
         END, bevestigd_door =
         CASE
             WHEN (bevestig_uren_met_link.wat = ''::text) THEN bevestig_uren_met_link.wie
             ELSE NULL::text
         END, opmerking =
         CASE
             WHEN (bevestig_uren_met_link.wat = ''::text) THEN (gewerkt.opmerking)::text
             ELSE ((bevestig_uren_met_link.wie || ': '::text) || bevestig_uren_met_link.wat)
         END, opgemerkt_op =
         CASE
             WHEN (bevestig_uren_met_link.wat = ''::text) THEN gewerkt.opgemerkt_op
             ELSE bevestig_uren_met_link.nu
         END, versie = (gewerkt.versie + 1)
    FROM gebruikt
   WHERE (((gewerkt.opdracht_id = gebruikt.opdracht_id) AND ((gewerkt.week)::date = gebruikt.week)) AND (gewerkt.bevestigd_op IS NULL))
   RETURNING gebruikt.id,
     gewerkt.organisatie_id,
     gewerkt.opdracht_id,
     gewerkt.week;
END;

CREATE FUNCTION public.bewaak_archiveren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_begeleidingscapaciteit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_beloofd_leren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if exists (
        select from voorstellen voorstel
        join kandidaten kandidaat on kandidaat.id = voorstel.kandidaat_id and kandidaat.crebo = old.crebo
        join leerwerkplekken plek on plek.id = voorstel.leerwerkplek_id
        where (voorstel.status not in ('voorgesteld', 'afgewezen', 'vervallen') or voorstel.pin_tot is not null)
          and (to_jsonb(old) -> 'vestiging_id' = to_jsonb(plek.vestiging_id)
               or to_jsonb(old) -> 'regio_codes' ? kandidaat.regio_code))
    then
        raise exception 'Met een kandidaat die leert voor crebo % is hier al iets afgesproken.', old.crebo
            using errcode = 'PW003';
    end if;
    return old;
end
$$;

CREATE FUNCTION public.bewaak_bevestigde_uren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if exists (select from detacheringsweken gewerkt where gewerkt.bevestigd_op is not null
               and (gewerkt.opdracht_id, gewerkt.week) = (coalesce(new.opdracht_id, old.opdracht_id), coalesce(new.week, old.week))) then
        raise exception 'Deze uren zijn bevestigd door de inlener. Ze veranderen niet meer.' using errcode = 'PW003';
    end if;
    return coalesce(new, old);
end
$$;

CREATE FUNCTION public.bewaak_bezetting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_blok() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_groepsweek() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if not exists (select from groepsplannen plan where plan.id = new.plan_id
                   and new.week >= plan.van and new.week < plan.van + 7 * plan.weken) then
        raise exception 'De week van % ligt buiten dit plan.', datum(new.week) using errcode = 'PW003';
    end if;
    return null;
end
$$;

CREATE FUNCTION public.bewaak_inzet() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_open_plek() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_publiceren() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_terugnemen() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if not exists (
        select from inlezing_rijen rij join inlezingen inlezing on inlezing.id = rij.inlezing_id
        where inlezing.id = nullif(current_setting('app.inlezing', true), '')::bigint
          and inlezing.status = 'terugdraaien' and inlezing.soort = tg_table_name
          and rij.onderwerp_id = (to_jsonb(old) ->> tg_argv[0])::bigint and rij.was is null)
    then
        raise exception 'Dit blijft staan. Alleen wat een bestand maakte, gaat weg als u dat terugdraait.'
            using errcode = 'PW003';
    end if;
    return old;
end
$$;

CREATE FUNCTION public.bewaak_vertrek() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.bewaak_verwijderen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'Alleen een concept kan weg. Sluit deze leerwerkplek.' using errcode = 'PW003';
end
$$;

CREATE FUNCTION public.bewaak_voorstel_status() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.status <> old.status
        and not exists (select from voorstel_overgangen where van = old.status and naar = new.status) then
        raise exception 'Deze stap kan niet: het voorstel is nu ''%''.', replace(old.status, '_', ' ')
            using errcode = 'PW003';
    end if;
    return new;
end
$$;

CREATE FUNCTION public.datum(dag date) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((((EXTRACT(day FROM dag) || ' '::text) || (ARRAY['januari'::text, 'februari'::text, 'maart'::text, 'april'::text, 'mei'::text, 'juni'::text, 'juli'::text, 'augustus'::text, 'september'::text, 'oktober'::text, 'november'::text, 'december'::text])[(EXTRACT(month FROM dag))::integer]) || ' '::text) || EXTRACT(year FROM dag));

CREATE FUNCTION public.deel_blok() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.eindig_andere_sessies(deze bytea, nu timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH geeindigd AS (
          UPDATE public.sessies SET ingetrokken_op = eindig_andere_sessies.nu
           WHERE ((sessies.account_id = public.app_account()) AND (sessies.token_hash <> eindig_andere_sessies.deze) AND (sessies.ingetrokken_op IS NULL) AND (sessies.verloopt_op > eindig_andere_sessies.nu))
           RETURNING sessies.account_id
         )
  SELECT count(*) AS count
    FROM geeindigd;
END;

CREATE FUNCTION public.eindig_sessie(gezocht bytea, nu timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.sessies SET ingetrokken_op = eindig_sessie.nu
   WHERE ((sessies.token_hash = eindig_sessie.gezocht) AND (sessies.ingetrokken_op IS NULL));
END;

CREATE FUNCTION public.gebruik_link(gezocht bytea, nu timestamp with time zone) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.links link SET gebruikt_op = gebruik_link.nu
   WHERE ((link.id IN ( SELECT live.id
            FROM public.zoek_link(gebruik_link.gezocht, gebruik_link.nu) live(id, doel, account_id, leerwerkplek_id))) AND (link.gebruikt_op IS NULL))
   RETURNING link.id;
END;

CREATE FUNCTION public.geef_oordeel(van_roulatie bigint, van_kandidaat bigint, van_blok bigint, gezien timestamp with time zone, tekst text, nieuwe bigint[], nieuwe_standen text[], nu timestamp with time zone, OUT regio_code text, OUT organisatie_id bigint, OUT bewaard boolean) RETURNS SETOF record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE TABLE public.roulatie_terugblikken (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    blok_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    gezicht smallint NOT NULL,
    geleerd smallint NOT NULL,
    blijven smallint NOT NULL,
    gegeven_op timestamp with time zone NOT NULL,
    vastgelegd_door bigint,
    CONSTRAINT roulatie_terugblikken_blijven_check CHECK (((blijven >= 1) AND (blijven <= 3))),
    CONSTRAINT roulatie_terugblikken_geleerd_check CHECK (((geleerd >= 1) AND (geleerd <= 3))),
    CONSTRAINT roulatie_terugblikken_gezicht_check CHECK (((gezicht >= 1) AND (gezicht <= 4)))
);

CREATE FUNCTION public.terugblik_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT roulatie_id bigint, OUT roulatie text, OUT regio_code text, OUT kandidaat_id bigint, OUT blok_id bigint, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT plaats text, OUT kort text, OUT kleur smallint, OUT geldig_vanaf timestamp with time zone) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT link.id,
     roulatie.id,
     roulatie.naam,
     roulatie.regio_code,
     link.kandidaat_id,
     link.blok_id,
     verblijf.van,
     verblijf.tot,
     verblijf.leerwerkplek_id,
     verblijf.organisatie,
     verblijf.plaats,
     verblijf.kort,
     verblijf.kleur,
     link.geldig_vanaf
    FROM (((public.zoek_link(terugblik_bij_link.gezocht, terugblik_bij_link.nu) live(id, doel, account_id, leerwerkplek_id)
      JOIN public.links link ON (((link.id = live.id) AND (link.doel = 'terugblik'::text))))
      JOIN public.roulaties roulatie ON ((roulatie.id = link.roulatie_id)))
      JOIN LATERAL public.gepubliceerde_verblijven(roulatie.id) verblijf(rooster_id, gepubliceerd_op, kandidaat_id, blok_id, nummer, van, tot, leerwerkplek_id, organisatie_id, organisatie, plaats, titel, kort, kleur) ON (((verblijf.kandidaat_id = link.kandidaat_id) AND (verblijf.blok_id = link.blok_id))))
   WHERE (NOT (EXISTS ( SELECT
            FROM public.roulatie_terugblikken verteld
           WHERE ((verteld.roulatie_id = link.roulatie_id) AND (verteld.kandidaat_id = link.kandidaat_id) AND (verteld.blok_id = link.blok_id)))));
END;

CREATE FUNCTION public.geef_terugblik_met_link(gezocht bytea, nu timestamp with time zone, nieuw_gezicht smallint, nieuw_geleerd smallint, nieuw_blijven smallint, OUT link_id bigint, OUT roulatie_id bigint, OUT regio_code text, OUT blok_id bigint) RETURNS SETOF record
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH live AS (
          SELECT open.id,
             open.roulatie_id,
             open.roulatie,
             open.regio_code,
             open.kandidaat_id,
             open.blok_id,
             open.van,
             open.tot,
             open.leerwerkplek_id,
             open.organisatie,
             open.plaats,
             open.kort,
             open.kleur,
             open.geldig_vanaf
            FROM public.terugblik_bij_link(geef_terugblik_met_link.gezocht, geef_terugblik_met_link.nu) open(id, roulatie_id, roulatie, regio_code, kandidaat_id, blok_id, van, tot, leerwerkplek_id, organisatie, plaats, kort, kleur, geldig_vanaf)
           WHERE (open.geldig_vanaf <= geef_terugblik_met_link.nu)
         ), gebruikt AS (
          UPDATE public.links link SET gebruikt_op = geef_terugblik_met_link.nu
            FROM live
           WHERE ((link.id = live.id) AND (link.gebruikt_op IS NULL))
           RETURNING live.id,
             live.roulatie_id,
             live.roulatie,
             live.regio_code,
             live.kandidaat_id,
             live.blok_id,
             live.van,
             live.tot,
             live.leerwerkplek_id,
             live.organisatie,
             live.plaats,
             live.kort,
             live.kleur,
             live.geldig_vanaf
         ), gegeven AS (
          INSERT INTO public.roulatie_terugblikken AS nieuw (roulatie_id, kandidaat_id, blok_id, leerwerkplek_id, gezicht, geleerd, blijven, gegeven_op)  SELECT gebruikt_1.roulatie_id,
                     gebruikt_1.kandidaat_id,
                     gebruikt_1.blok_id,
                     gebruikt_1.leerwerkplek_id,
                     geef_terugblik_met_link.nieuw_gezicht AS nieuw_gezicht,
                     geef_terugblik_met_link.nieuw_geleerd AS nieuw_geleerd,
                     geef_terugblik_met_link.nieuw_blijven AS nieuw_blijven,
                     geef_terugblik_met_link.nu AS nu
                    FROM gebruikt gebruikt_1 ON CONFLICT DO NOTHING
           RETURNING nieuw.blok_id
         )
  SELECT gebruikt.id,
     gebruikt.roulatie_id,
     gebruikt.regio_code,
     gebruikt.blok_id
    FROM (gebruikt
      JOIN gegeven ON ((gegeven.blok_id = gebruikt.blok_id)));
END;

CREATE FUNCTION public.geheel_beheerde_accounts() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(geheel.account_id), '{}'::bigint[]) AS "coalesce"
    FROM ( SELECT rol.account_id
            FROM (public.account_rollen rol
              LEFT JOIN public.organisaties organisatie ON ((organisatie.id = rol.organisatie_id)))
           GROUP BY rol.account_id
          HAVING bool_and(COALESCE(((COALESCE(rol.regio_code, organisatie.regio_code) = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_accounts'::text]) AS regios_met)::text[])) OR (rol.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['beheert_accounts'::text]) AS organisaties_met)::bigint[]))), false))) geheel;
END;

CREATE TABLE public.groepsplannen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    status text NOT NULL,
    van public.maandag NOT NULL,
    weken smallint NOT NULL,
    basis_id bigint,
    rekenrun_id bigint,
    naam public.korte_tekst,
    gemaakt_op timestamp with time zone NOT NULL,
    gemaakt_door bigint,
    gepubliceerd_op timestamp with time zone,
    gepubliceerd_door bigint,
    geldt_vanaf public.maandag,
    lagen jsonb,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT groepsplan_gepubliceerd CHECK (((status = ANY (ARRAY['gepubliceerd'::text, 'historie'::text])) = (num_nonnulls(gepubliceerd_op, gepubliceerd_door, geldt_vanaf) = 3))),
    CONSTRAINT groepsplan_niet_in_het_verleden CHECK ((((geldt_vanaf)::date >= (van)::date) AND ((geldt_vanaf)::date > (((gepubliceerd_op AT TIME ZONE 'Europe/Amsterdam'::text))::date - 7)))),
    CONSTRAINT groepsplannen_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'alternatief'::text, 'gepubliceerd'::text, 'historie'::text, 'vervallen'::text]))),
    CONSTRAINT groepsplannen_weken_check CHECK (((weken >= 1) AND (weken <= 26)))
);

CREATE FUNCTION public.geldend_groepsplan(van_organisatie bigint, in_week date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT plan.id
    FROM ( SELECT groepsplannen.id,
             ((groepsplannen.van)::date + (7 * groepsplannen.weken)) AS tot
            FROM public.groepsplannen
           WHERE ((groepsplannen.organisatie_id = geldend_groepsplan.van_organisatie) AND (groepsplannen.status = ANY (ARRAY['gepubliceerd'::text, 'historie'::text])) AND ((groepsplannen.geldt_vanaf)::date <= geldend_groepsplan.in_week))
           ORDER BY groepsplannen.gepubliceerd_op DESC, groepsplannen.id DESC
          LIMIT 1) plan
   WHERE (geldend_groepsplan.in_week < plan.tot);
END;

CREATE FUNCTION public.vestigingen_met(VARIADIC gevraagd text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(vestigingen.id), '{}'::bigint[]) AS "coalesce"
    FROM public.vestigingen
   WHERE (vestigingen.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC vestigingen_met.gevraagd) AS organisaties_met)::bigint[]));
END;

CREATE TABLE public.groepsplan_dagen (
    plan_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    week public.maandag NOT NULL,
    dag smallint NOT NULL,
    organisatie_id bigint NOT NULL,
    werkleider_id bigint NOT NULL,
    bus_id bigint,
    CONSTRAINT groepsplan_dagen_dag_check CHECK (((dag >= 0) AND (dag <= 4)))
);

CREATE TABLE public.groepsplan_groepen (
    plan_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    week public.maandag NOT NULL,
    werkleider_id bigint NOT NULL,
    bus_id bigint,
    opstapplaatsen bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    vast boolean DEFAULT false NOT NULL,
    CONSTRAINT groep_stopt_alleen_met_bus CHECK (((bus_id IS NOT NULL) OR (opstapplaatsen = '{}'::bigint[])))
);

CREATE TABLE public.groepsplan_indelingen (
    plan_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    week public.maandag NOT NULL,
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    dagen public.werkdagen NOT NULL,
    vast boolean DEFAULT false NOT NULL,
    CONSTRAINT groepsplan_indelingen_dagen_check CHECK (((dagen)::smallint > 0))
);

CREATE TABLE public.kandidaat_werkprocessen (
    kandidaat_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    stand text NOT NULL,
    CONSTRAINT kandidaat_werkprocessen_stand_check CHECK ((stand = ANY (ARRAY['gewenst'::text, 'geoefend'::text, 'bewezen'::text])))
);

CREATE TABLE public.opdracht_werkprocessen (
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    aantal smallint DEFAULT 0 NOT NULL,
    werkleider boolean DEFAULT false NOT NULL,
    CONSTRAINT opdracht_werkprocessen_aantal_check CHECK (((aantal >= 0) AND (aantal <= 60)))
);

CREATE TABLE public.werkleiders (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    minuten smallint NOT NULL,
    span smallint NOT NULL,
    dagen public.werkdagen DEFAULT 31 NOT NULL,
    trainingen public.korte_tekst[] DEFAULT '{}'::public.korte_tekst[] NOT NULL,
    gearchiveerd_op timestamp with time zone,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT werkleiders_dagen_check CHECK (((dagen)::smallint > 0)),
    CONSTRAINT werkleiders_minuten_check CHECK (((minuten >= 60) AND (minuten <= 2400))),
    CONSTRAINT werkleiders_span_check CHECK (((span >= 1) AND (span <= 100)))
);

CREATE TABLE public.werkprocessen (
    id bigint NOT NULL,
    dossier_crebo integer NOT NULL,
    crebo integer,
    code text NOT NULL,
    titel public.korte_tekst NOT NULL,
    uitleg public.vrije_tekst NOT NULL,
    sector text NOT NULL,
    voorbeeld boolean NOT NULL,
    bron public.vrije_tekst NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    gearchiveerd_op timestamp with time zone,
    CONSTRAINT werkproces_code CHECK (
CASE
    WHEN voorbeeld THEN (code ~ '^VB-[A-Z]+-[0-9]{2}$'::text)
    ELSE (code ~ '^(B|P)[0-9]+-K[0-9]+-W[0-9]+$'::text)
END)
);

CREATE FUNCTION public.groep_bij_inlener(van_opdracht bigint, in_week date, OUT werkleider text, OUT dagen smallint, OUT aantal integer, OUT mensen text[], OUT kan text[]) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT werkleider.naam,
     ( SELECT (bit_or((1 << (dag.dag)::integer)))::smallint AS bit_or
            FROM public.groepsplan_dagen dag
           WHERE ((dag.plan_id = groep.plan_id) AND (dag.opdracht_id = groep.opdracht_id) AND ((dag.week)::date = (groep.week)::date))) AS bit_or,
     (count(lid.kandidaat_id))::integer AS count,
     COALESCE(array_agg(
         CASE
             WHEN ((opdracht.toont = 'voornaam'::text) AND wie.naam_delen) THEN split_part((gegevens.naam)::text, ' '::text, 1)
             ELSE kandidaat.kenmerk
         END ORDER BY kandidaat.kenmerk) FILTER (WHERE ((opdracht.toont <> 'aantal'::text) AND (kandidaat.id IS NOT NULL))), '{}'::text[]) AS "coalesce",
     ARRAY( SELECT DISTINCT (proces.titel)::text AS titel
            FROM (((public.groepsplan_indelingen deel
              JOIN public.kandidaat_werkprocessen kunde ON (((kunde.kandidaat_id = deel.kandidaat_id) AND (kunde.stand = 'bewezen'::text))))
              JOIN public.opdracht_werkprocessen gevraagd ON (((gevraagd.opdracht_id = deel.opdracht_id) AND (gevraagd.werkproces_id = kunde.werkproces_id))))
              JOIN public.werkprocessen proces ON ((proces.id = kunde.werkproces_id)))
           WHERE ((deel.plan_id = groep.plan_id) AND (deel.opdracht_id = groep.opdracht_id) AND ((deel.week)::date = (groep.week)::date))
           ORDER BY (proces.titel)::text) AS "array"
    FROM ((((((public.opdrachten opdracht
      JOIN public.groepsplan_groepen groep ON (((groep.opdracht_id = opdracht.id) AND ((groep.week)::date = groep_bij_inlener.in_week) AND (groep.plan_id = public.geldend_groepsplan(opdracht.organisatie_id, groep_bij_inlener.in_week)))))
      JOIN public.werkleiders werkleider ON ((werkleider.id = groep.werkleider_id)))
      LEFT JOIN public.groepsplan_indelingen lid ON (((lid.plan_id = groep.plan_id) AND (lid.opdracht_id = groep.opdracht_id) AND ((lid.week)::date = (groep.week)::date))))
      LEFT JOIN public.medewerkers wie ON ((wie.kandidaat_id = lid.kandidaat_id)))
      LEFT JOIN public.kandidaten kandidaat ON ((kandidaat.id = lid.kandidaat_id)))
      LEFT JOIN public.persoonsgegevens gegevens ON ((gegevens.kandidaat_id = lid.kandidaat_id)))
   WHERE ((opdracht.id = groep_bij_inlener.van_opdracht) AND (opdracht.vestiging_id = ANY (public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]))))
   GROUP BY groep.plan_id, groep.opdracht_id, groep.week, werkleider.naam, opdracht.toont;
END;

CREATE FUNCTION public.inleners_met(VARIADIC gevraagd text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT vestiging.organisatie_id), '{}'::bigint[]) AS "coalesce"
    FROM (public.opdrachten opdracht
      JOIN public.vestigingen vestiging ON ((vestiging.id = opdracht.vestiging_id)))
   WHERE (opdracht.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC inleners_met.gevraagd) AS organisaties_met)::bigint[]));
END;

CREATE TABLE public.bezetting (
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    praktijkopleider_id bigint NOT NULL,
    week public.maandag NOT NULL,
    minuten integer NOT NULL,
    bron text NOT NULL,
    voorstel_id bigint,
    roulatie_id bigint,
    CONSTRAINT bezetting_bron_check CHECK ((bron = ANY (ARRAY['voorstel'::text, 'plaatsing'::text, 'eigen_werkplek'::text, 'roulatie'::text]))),
    CONSTRAINT bezetting_check CHECK ((((bron = 'voorstel'::text) = (voorstel_id IS NOT NULL)) AND ((bron = 'roulatie'::text) = (roulatie_id IS NOT NULL)))),
    CONSTRAINT bezetting_minuten_check CHECK ((minuten >= 0))
);

CREATE FUNCTION public.kenmerk_op_plek(van_kandidaat bigint, op_plek bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT kandidaat.kenmerk
    FROM public.kandidaten kandidaat
   WHERE ((kandidaat.id = kenmerk_op_plek.van_kandidaat) AND (EXISTS ( SELECT
            FROM ((public.bezetting bezet
              JOIN public.leerwerkplekken plek ON ((plek.id = bezet.leerwerkplek_id)))
              JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
           WHERE ((bezet.kandidaat_id = kenmerk_op_plek.van_kandidaat) AND (bezet.leerwerkplek_id = kenmerk_op_plek.op_plek) AND (bezet.bron <> 'voorstel'::text) AND (vestiging.organisatie_id = ANY (public.organisaties_met(VARIADIC ARRAY['leest_plekken'::text])))))));
END;

CREATE TABLE public.gemeente_regios (
    gemeente_id integer NOT NULL,
    regio_code text NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT gemeente_regios_periode_check CHECK ((NOT isempty(periode)))
);

CREATE FUNCTION public.kwam_uit_regio(gemeente integer, vanaf date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT gemeente_regios.regio_code
    FROM public.gemeente_regios
   WHERE ((gemeente_regios.gemeente_id = kwam_uit_regio.gemeente) AND (upper(gemeente_regios.periode) = kwam_uit_regio.vanaf));
END;

CREATE FUNCTION public.maak_dienst(p_naam text, p_rol text, p_regio_code text, p_organisatie_id bigint, p_nu timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.meld_aanbieding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.mijn_sessies(deze bytea, nu timestamp with time zone, OUT begonnen_op timestamp with time zone, OUT verloopt_op timestamp with time zone, OUT hier boolean) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT sessie.aangemaakt_op,
     sessie.verloopt_op,
     (sessie.token_hash = mijn_sessies.deze)
    FROM public.sessies sessie
   WHERE ((sessie.account_id = public.app_account()) AND (sessie.ingetrokken_op IS NULL) AND (sessie.verloopt_op > mijn_sessies.nu))
   ORDER BY (sessie.token_hash = mijn_sessies.deze) DESC, sessie.aangemaakt_op DESC;
END;

CREATE FUNCTION public.regios_van_organisaties_met(VARIADIC gevraagd text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT organisatie.regio_code), '{}'::text[]) AS "coalesce"
    FROM public.organisaties organisatie
   WHERE (organisatie.id = ANY (( SELECT public.organisaties_met(VARIADIC regios_van_organisaties_met.gevraagd) AS organisaties_met)::bigint[]));
END;

CREATE FUNCTION public.net_aangemeld(nieuwe_kandidaat bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.kandidaten kandidaat
           WHERE ((kandidaat.id = net_aangemeld.nieuwe_kandidaat) AND (kandidaat.regio_code = ANY (public.regios_van_organisaties_met(VARIADIC ARRAY['meldt_mensen_aan'::text]))) AND (NOT (EXISTS ( SELECT
                    FROM public.persoonsgegevens
                   WHERE (persoonsgegevens.kandidaat_id = kandidaat.id)))) AND (NOT (EXISTS ( SELECT
                    FROM public.kandidaat_betrokkenen
                   WHERE (kandidaat_betrokkenen.kandidaat_id = kandidaat.id))))))) AS "exists";
END;

CREATE FUNCTION public.opdrachten_met(VARIADIC gevraagd text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(opdrachten.id), '{}'::bigint[]) AS "coalesce"
    FROM public.opdrachten
   WHERE (opdrachten.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC opdrachten_met.gevraagd) AS organisaties_met)::bigint[]));
END;

CREATE TABLE public.opleidingen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    crebo integer NOT NULL,
    periode daterange NOT NULL,
    regio_codes text[] NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT opleidingen_periode_check CHECK ((NOT isempty(periode))),
    CONSTRAINT opleidingen_regio_codes_check CHECK ((cardinality(regio_codes) > 0))
);

CREATE FUNCTION public.opleiders_in(regios text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT opleidingen.organisatie_id), '{}'::bigint[]) AS "coalesce"
    FROM public.opleidingen
   WHERE (opleidingen.regio_codes && opleiders_in.regios);
END;

CREATE FUNCTION public.organisaties_van(regios text[], organisatie_ids bigint[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(organisaties.id), '{}'::bigint[]) AS "coalesce"
    FROM public.organisaties
   WHERE ((organisaties.regio_code = ANY (organisaties_van.regios)) OR (organisaties.id = ANY (organisaties_van.organisatie_ids)));
END;

CREATE TABLE public.leerwerkplek_werkprocessen (
    leerwerkplek_id bigint NOT NULL,
    werkproces_id bigint NOT NULL
);

CREATE FUNCTION public.plek_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT titel text, OUT omschrijving text, OUT organisatie_id bigint, OUT organisatie text, OUT plaats text, OUT regio_code text, OUT plaatsen smallint, OUT van date, OUT tot date, OUT dagdelen smallint, OUT minuten_min integer, OUT minuten_max integer, OUT werkprocessen bigint[], OUT voorwaarden text[]) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT plek.id,
     plek.titel,
     plek.omschrijving,
     organisatie.id,
     organisatie.naam,
     plaats.naam,
     plek.regio_code,
     plek.plaatsen,
     lower(plek.periode) AS lower,
     upper(plek.periode) AS upper,
     plek.dagdelen,
     plek.minuten_min,
     plek.minuten_max,
     ARRAY( SELECT kan.werkproces_id
            FROM public.leerwerkplek_werkprocessen kan
           WHERE (kan.leerwerkplek_id = plek.id)
           ORDER BY kan.werkproces_id) AS "array",
     plek.voorwaarden
    FROM ((((public.zoek_link(plek_bij_link.gezocht, plek_bij_link.nu) live(id, doel, account_id, leerwerkplek_id)
      JOIN public.leerwerkplekken plek ON ((plek.id = live.leerwerkplek_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
      JOIN public.organisaties organisatie ON ((organisatie.id = vestiging.organisatie_id)))
      JOIN public.plaatsen plaats ON ((plaats.id = vestiging.plaats_id)));
END;

CREATE FUNCTION public.plekregios() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(DISTINCT plek.regio_code), '{}'::text[]) AS "coalesce"
    FROM public.leerwerkplekken plek
   WHERE (plek.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]) AS vestigingen_met)::bigint[]));
END;

CREATE FUNCTION public.roulaties_met(VARIADIC gevraagd text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(roulaties.id), '{}'::bigint[]) AS "coalesce"
    FROM public.roulaties
   WHERE (roulaties.regio_code = ANY (( SELECT public.regios_met(VARIADIC roulaties_met.gevraagd) AS regios_met)::text[]));
END;

CREATE FUNCTION public.ruim_vervallen() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.sw_bedrijven_bij(organisatie_ids bigint[], OUT id bigint, OUT naam text) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT bedrijf.id,
     bedrijf.naam
    FROM public.organisaties bedrijf
   WHERE ((bedrijf.soort = 'sw_bedrijf'::text) AND (bedrijf.regio_code IN ( SELECT eigen.regio_code
            FROM public.organisaties eigen
           WHERE ((eigen.id = ANY (sw_bedrijven_bij.organisatie_ids)) AND (eigen.id = ANY (public.organisaties_met(VARIADIC ARRAY['meldt_mensen_aan'::text])))))));
END;

CREATE TABLE public.detacheringsbeleid (
    organisatie_id bigint NOT NULL,
    weken smallint DEFAULT 12 NOT NULL,
    fase_volgorde boolean DEFAULT false NOT NULL,
    max_rit smallint DEFAULT 60 NOT NULL,
    max_omweg smallint DEFAULT 30 NOT NULL,
    loon integer DEFAULT 0 NOT NULL,
    leiding integer DEFAULT 0 NOT NULL,
    kilometer integer DEFAULT 0 NOT NULL,
    uitstroom_per_groep smallint DEFAULT 1 NOT NULL,
    terugkeer_maanden smallint DEFAULT 24 NOT NULL,
    waarschuwing_weken smallint DEFAULT 13 NOT NULL,
    lagen text[] DEFAULT '{opdrachten,ontwikkeling,continuiteit,reizen,productie,marge,uitstroom}'::text[] NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT detacheringsbeleid_kilometer_check CHECK (((kilometer >= 0) AND (kilometer <= 2000))),
    CONSTRAINT detacheringsbeleid_lagen CHECK (((lagen <@ '{opdrachten,ontwikkeling,continuiteit,reizen,productie,marge,uitstroom}'::text[]) AND (cardinality(lagen) = 7))),
    CONSTRAINT detacheringsbeleid_leiding_check CHECK (((leiding >= 0) AND (leiding <= 20000))),
    CONSTRAINT detacheringsbeleid_loon_check CHECK (((loon >= 0) AND (loon <= 20000))),
    CONSTRAINT detacheringsbeleid_max_omweg_check CHECK (((max_omweg >= 0) AND (max_omweg <= 120))),
    CONSTRAINT detacheringsbeleid_max_rit_check CHECK (((max_rit >= 5) AND (max_rit <= 180))),
    CONSTRAINT detacheringsbeleid_terugkeer_maanden_check CHECK (((terugkeer_maanden >= 1) AND (terugkeer_maanden <= 120))),
    CONSTRAINT detacheringsbeleid_uitstroom_per_groep_check CHECK (((uitstroom_per_groep >= 0) AND (uitstroom_per_groep <= 20))),
    CONSTRAINT detacheringsbeleid_waarschuwing_weken_check CHECK (((waarschuwing_weken >= 1) AND (waarschuwing_weken <= 52))),
    CONSTRAINT detacheringsbeleid_weken_check CHECK (((weken >= 1) AND (weken <= 26)))
);

CREATE FUNCTION public.sw_bedrijven_voor_inlener(OUT id bigint, OUT naam text) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT bedrijf.id,
     bedrijf.naam
    FROM (public.organisaties bedrijf
      JOIN public.detacheringsbeleid beleid ON ((beleid.organisatie_id = bedrijf.id)))
   WHERE (bedrijf.regio_code = ANY (public.regios_van_organisaties_met(VARIADIC ARRAY['leest_plekken'::text])))
   ORDER BY bedrijf.naam;
END;

CREATE TABLE public.roulatie_bedrijven (
    roulatie_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    getekend_door public.korte_tekst,
    getekend_op date,
    vastgelegd_door bigint,
    CONSTRAINT bedrijf_tekent_geheel CHECK ((num_nonnulls(getekend_door, getekend_op, vastgelegd_door) = ANY (ARRAY[0, 3])))
);

CREATE TABLE public.roulatie_leerdoelen (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    weken smallint NOT NULL,
    CONSTRAINT roulatie_leerdoelen_weken_check CHECK (((weken >= 1) AND (weken <= 52)))
);

CREATE TABLE public.roulatie_oordeel_werkprocessen (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    blok_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    stand text NOT NULL,
    CONSTRAINT roulatie_oordeel_werkprocessen_stand_check CHECK ((stand = ANY (ARRAY['gezien'::text, 'geoefend'::text, 'zelfstandig'::text])))
);

CREATE TABLE public.roulatie_oordelen (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    blok_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    wat_werkte public.vrije_tekst DEFAULT ''::text NOT NULL,
    gegeven_op timestamp with time zone NOT NULL,
    vastgelegd_door bigint NOT NULL
);

CREATE TABLE public.roulatie_seizoenen (
    roulatie_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    maanden smallint[] NOT NULL,
    CONSTRAINT roulatie_seizoenen_maanden_check CHECK (((maanden <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::smallint[]) AND (cardinality(maanden) > 0)))
);

CREATE FUNCTION public.te_beoordelen(van_roulatie bigint, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT kenmerk text, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT titel text, OUT kort text, OUT kleur smallint, OUT werkprocessen bigint[], OUT wat_werkte text, OUT gegeven_op timestamp with time zone, OUT beoordeeld bigint[], OUT standen text[]) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT roulatie.id,
     roulatie.naam,
     verblijf.kandidaat_id,
     kandidaat.kenmerk,
     verblijf.blok_id,
     verblijf.nummer,
     verblijf.van,
     verblijf.tot,
     verblijf.leerwerkplek_id,
     verblijf.organisatie,
     verblijf.titel,
     verblijf.kort,
     verblijf.kleur,
     ARRAY( SELECT doel.werkproces_id
            FROM ((public.roulatie_leerdoelen doel
              JOIN public.leerwerkplek_werkprocessen kan ON (((kan.leerwerkplek_id = verblijf.leerwerkplek_id) AND (kan.werkproces_id = doel.werkproces_id))))
              LEFT JOIN public.roulatie_seizoenen seizoen ON (((seizoen.roulatie_id = roulatie.id) AND (seizoen.leerwerkplek_id = kan.leerwerkplek_id) AND (seizoen.werkproces_id = kan.werkproces_id))))
           WHERE ((doel.roulatie_id = roulatie.id) AND (doel.kandidaat_id = verblijf.kandidaat_id) AND ((seizoen.maanden IS NULL) OR (EXISTS ( SELECT
                    FROM generate_series((verblijf.van)::timestamp with time zone, ((verblijf.tot - 1))::timestamp with time zone, '1 day'::interval) dag(dag)
                   WHERE (EXTRACT(month FROM dag.dag) = ANY ((seizoen.maanden)::numeric[]))))))
           ORDER BY doel.werkproces_id) AS "array",
     COALESCE((oordeel.wat_werkte)::text, ''::text) AS "coalesce",
     oordeel.gegeven_op,
     ARRAY( SELECT stand.werkproces_id
            FROM public.roulatie_oordeel_werkprocessen stand
           WHERE ((stand.roulatie_id = roulatie.id) AND (stand.kandidaat_id = verblijf.kandidaat_id) AND (stand.blok_id = verblijf.blok_id))
           ORDER BY stand.werkproces_id) AS "array",
     ARRAY( SELECT stand.stand
            FROM public.roulatie_oordeel_werkprocessen stand
           WHERE ((stand.roulatie_id = roulatie.id) AND (stand.kandidaat_id = verblijf.kandidaat_id) AND (stand.blok_id = verblijf.blok_id))
           ORDER BY stand.werkproces_id) AS "array"
    FROM (((public.roulaties roulatie
      JOIN LATERAL public.gepubliceerde_verblijven(roulatie.id) verblijf(rooster_id, gepubliceerd_op, kandidaat_id, blok_id, nummer, van, tot, leerwerkplek_id, organisatie_id, organisatie, plaats, titel, kort, kleur) ON (true))
      JOIN public.kandidaten kandidaat ON ((kandidaat.id = verblijf.kandidaat_id)))
      LEFT JOIN public.roulatie_oordelen oordeel ON (((oordeel.roulatie_id = roulatie.id) AND (oordeel.kandidaat_id = verblijf.kandidaat_id) AND (oordeel.blok_id = verblijf.blok_id))))
   WHERE
         CASE
             WHEN (te_beoordelen.van_roulatie IS NULL) THEN ((roulatie.id IN ( SELECT bedrijf.roulatie_id
                FROM public.roulatie_bedrijven bedrijf
               WHERE (bedrijf.organisatie_id = ANY (public.organisaties_met(VARIADIC ARRAY['beoordeelt'::text]))))) AND (verblijf.organisatie_id = ANY (public.organisaties_met(VARIADIC ARRAY['beoordeelt'::text]))))
             ELSE ((roulatie.id = te_beoordelen.van_roulatie) AND (roulatie.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_regio'::text]))))
         END
   ORDER BY verblijf.nummer, verblijf.kort, kandidaat.kenmerk;
END;

CREATE FUNCTION public.tel_beloftes(op_plek bigint, op date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT count(*) AS count
    FROM ((public.voorstellen voorstel
      JOIN public.leerwerkplekken plek ON ((plek.id = voorstel.leerwerkplek_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
   WHERE ((plek.id = tel_beloftes.op_plek) AND ((plek.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_regio'::text]))) OR (vestiging.organisatie_id = ANY (public.organisaties_met(VARIADIC ARRAY['leest_plekken'::text])))) AND ((voorstel.pin_tot > tel_beloftes.op) OR (voorstel.status = ANY (ARRAY['besproken_met_kandidaat'::text, 'akkoord_accountmanager'::text, 'voorgelegd_aan_werkgever'::text, 'kennismaking'::text, 'match'::text]))) AND (NOT (EXISTS ( SELECT
            FROM public.bezetting
           WHERE ((bezetting.voorstel_id = voorstel.id) AND ((bezetting.week)::date <= tel_beloftes.op))))));
END;

CREATE TABLE public.rekenruns (
    id bigint NOT NULL,
    planner text NOT NULL,
    regio_code text NOT NULL,
    gevraagd_door bigint,
    gevraagd_op timestamp with time zone NOT NULL,
    vandaag date NOT NULL,
    soort text DEFAULT 'nieuw'::text NOT NULL,
    seconden real NOT NULL,
    seed integer NOT NULL,
    status text DEFAULT 'wachtrij'::text NOT NULL,
    poging smallint DEFAULT 0 NOT NULL,
    geclaimd_door text,
    hartslag timestamp with time zone,
    annuleren boolean DEFAULT false NOT NULL,
    afronden boolean DEFAULT false NOT NULL,
    gestopt_door bigint,
    opnieuw_van bigint,
    basis_plan_id bigint,
    max_verplaatst smallint,
    gelezen_op timestamp with time zone,
    instantie json,
    instantie_hash text,
    uitkomst json,
    fout public.vrije_tekst,
    klaar_op timestamp with time zone,
    roulatie_id bigint,
    vraag json DEFAULT '{}'::json NOT NULL,
    organisatie_id bigint,
    CONSTRAINT rekenrun_fout CHECK (((status <> 'mislukt'::text) OR (fout IS NOT NULL))),
    CONSTRAINT rekenrun_gelezen CHECK (((instantie IS NULL) = (gelezen_op IS NULL))),
    CONSTRAINT rekenrun_gestopt CHECK (((gestopt_door IS NULL) OR annuleren OR afronden)),
    CONSTRAINT rekenrun_klaar CHECK (((status = ANY (ARRAY['geslaagd'::text, 'mislukt'::text, 'geannuleerd'::text])) = (klaar_op IS NOT NULL))),
    CONSTRAINT rekenrun_uitkomst CHECK (((status <> 'geslaagd'::text) OR ((uitkomst IS NOT NULL) AND (instantie IS NOT NULL)))),
    CONSTRAINT rekenrun_van_een_roulatie CHECK (((planner = 'roulatie'::text) = (roulatie_id IS NOT NULL))),
    CONSTRAINT rekenrun_van_een_sw_bedrijf CHECK (((planner = 'groepsdetachering'::text) = (organisatie_id IS NOT NULL))),
    CONSTRAINT rekenrun_verplaatst CHECK (((max_verplaatst IS NULL) OR (basis_plan_id IS NOT NULL))),
    CONSTRAINT rekenruns_max_verplaatst_check CHECK (((max_verplaatst >= 0) AND (max_verplaatst <= 999))),
    CONSTRAINT rekenruns_planner_check CHECK ((planner = ANY (ARRAY['matching'::text, 'roulatie'::text, 'groepsdetachering'::text]))),
    CONSTRAINT rekenruns_seconden_check CHECK (((seconden > (0)::double precision) AND (seconden <= (600)::double precision))),
    CONSTRAINT rekenruns_soort_check CHECK ((soort = ANY (ARRAY['nieuw'::text, 'herstel'::text]))),
    CONSTRAINT rekenruns_status_check CHECK ((status = ANY (ARRAY['wachtrij'::text, 'bezig'::text, 'geslaagd'::text, 'mislukt'::text, 'geannuleerd'::text])))
);

CREATE FUNCTION public.tel_rekenruns(OUT status text, OUT aantal bigint, OUT oudste timestamp with time zone) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT run.status,
     count(*) AS count,
     min(run.gevraagd_op) AS min
    FROM public.rekenruns run
   GROUP BY run.status
   ORDER BY run.status;
END;

CREATE FUNCTION public.toon_persoonsgegevens(kandidaat_id bigint, doel text, tijd timestamp with time zone DEFAULT now()) RETURNS SETOF public.persoonsgegevens
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
declare
    wie bigint := app_account();
begin
    perform from kandidaten kandidaat
    join persoonsgegevens gegevens on gegevens.kandidaat_id = kandidaat.id
    where kandidaat.id = $1
      and (exists (select from account_rollen recht
                   where recht.account_id = wie
                     and (recht.rol = 'accountmanager' and recht.regio_code = kandidaat.regio_code
                              and not kandidaat.besloten
                          or recht.rol = 'planner' and recht.organisatie_id = kandidaat.sw_bedrijf_id))
           or exists (select from kandidaat_betrokkenen band
                      where band.kandidaat_id = kandidaat.id and band.account_id = wie
                        and band.periode @> ($3 at time zone 'Europe/Amsterdam')::date));
    if found then
        insert into persoonsgegevens_inzagen (kandidaat_id, account_id, tijd, doel) values ($1, wie, $3, $2);
        return query select * from persoonsgegevens gegevens where gegevens.kandidaat_id = $1;
    end if;
end
$_$;

CREATE FUNCTION public.trek_links_in() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    update links set ingetrokken_op = transaction_timestamp()
    where account_id = new.account_id and gebruikt_op is null and ingetrokken_op is null
      and gemaakt_door is distinct from app_account();
    return null;
end
$$;

CREATE FUNCTION public.vestigingen_van(regios text[], organisatie_ids bigint[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT COALESCE(array_agg(vestiging.id), '{}'::bigint[]) AS "coalesce"
    FROM (public.vestigingen vestiging
      JOIN public.organisaties organisatie ON ((organisatie.id = vestiging.organisatie_id)))
   WHERE ((organisatie.regio_code = ANY (vestigingen_van.regios)) OR (organisatie.id = ANY (vestigingen_van.organisatie_ids)));
END;

CREATE FUNCTION public.vind_of_maak_account(adres text, nieuwe_naam text, nu timestamp with time zone, OUT id bigint, OUT nieuw boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    if regios_met('beheert_accounts') = '{}' and organisaties_met('beheert_accounts') = '{}' then
        raise insufficient_privilege;
    end if;
    insert into accounts (email, naam, aangemaakt_op) values (adres, nieuwe_naam, nu)
    on conflict (lower(email)) do nothing returning accounts.id into id;
    nieuw := id is not null;
    if not nieuw then
        select account.id into id from accounts account where lower(account.email) = lower(adres) and account.soort = 'mens';
    end if;
end
$$;

CREATE TABLE public.leerwerkplek_praktijkopleiders (
    leerwerkplek_id bigint NOT NULL,
    praktijkopleider_id bigint NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT leerwerkplek_praktijkopleiders_periode_check CHECK ((NOT isempty(periode)))
);

CREATE FUNCTION public.volg_wie_begeleidt(van_praktijkopleider bigint, vanaf date) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.bezetting bezet SET praktijkopleider_id = inzet.praktijkopleider_id
    FROM public.leerwerkplek_praktijkopleiders inzet
   WHERE ((bezet.praktijkopleider_id = volg_wie_begeleidt.van_praktijkopleider) AND ((bezet.week)::date >= volg_wie_begeleidt.vanaf) AND (inzet.leerwerkplek_id = bezet.leerwerkplek_id) AND (inzet.periode @> (bezet.week)::date) AND (inzet.praktijkopleider_id <> bezet.praktijkopleider_id));
END;

CREATE FUNCTION public.weiger_buitensluiten() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.weiger_rol_op_plaats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.weiger_wijziging() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'De geschiedenis kan niet worden veranderd.' using errcode = 'PW002';
end
$$;

CREATE FUNCTION public.wis_verlopen_inlezingen(nu timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    delete from inlezing_rijen using inlezingen
    where inlezingen.id = inlezing_id and inlezingen.vervalt_op <= nu and inlezingen.bestand is not null;
    update inlezingen set bestand = null, fouten = null, uitkomst = uitkomst - '{lijst,verschillen,opmerkingen,redenen}'::text[]
    where vervalt_op <= nu and bestand is not null;
$$;

CREATE FUNCTION public.zet_eigen_wachtwoord(nieuwe_hash text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 UPDATE public.accounts SET wachtwoord_hash = zet_eigen_wachtwoord.nieuwe_hash
   WHERE (accounts.id = public.app_account())
   RETURNING accounts.id;
END;

CREATE FUNCTION public.zet_wachtwoord_met_link(gezocht bytea, nieuwe_hash text, nu timestamp with time zone, OUT account_id bigint, OUT link_id bigint) RETURNS SETOF record
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 WITH gebruikt AS (
          UPDATE public.links link SET gebruikt_op = zet_wachtwoord_met_link.nu
           WHERE ((link.id IN ( SELECT live.id
                    FROM public.zoek_link(zet_wachtwoord_met_link.gezocht, zet_wachtwoord_met_link.nu) live(id, doel, account_id, leerwerkplek_id)
                   WHERE (live.account_id IS NOT NULL))) AND (link.gebruikt_op IS NULL))
           RETURNING link.id,
             link.account_id
         ), andere AS (
          UPDATE public.links link SET ingetrokken_op = zet_wachtwoord_met_link.nu
            FROM gebruikt gebruikt_1
           WHERE ((link.account_id = gebruikt_1.account_id) AND (link.id <> gebruikt_1.id) AND (link.gebruikt_op IS NULL) AND (link.ingetrokken_op IS NULL))
         ), uitgelogd AS (
          UPDATE public.sessies sessie SET ingetrokken_op = zet_wachtwoord_met_link.nu
            FROM gebruikt gebruikt_1
           WHERE ((sessie.account_id = gebruikt_1.account_id) AND (sessie.ingetrokken_op IS NULL))
         )
  UPDATE public.accounts account SET wachtwoord_hash = zet_wachtwoord_met_link.nieuwe_hash
    FROM gebruikt
   WHERE (account.id = gebruikt.account_id)
   RETURNING account.id,
     gebruikt.id;
END;

CREATE FUNCTION public.zoek_api_sleutel(p_hash bytea, p_nu timestamp with time zone) RETURNS TABLE(sleutel_id bigint, scopes text[], account_id bigint, naam text, email text, rol text, regio_code text, organisatie_id bigint, kandidaat_id bigint)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.zoek_betrokkene(van_kandidaat bigint, adres text, als_rol text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT account.id
    FROM (public.accounts account
      CROSS JOIN public.kandidaten kandidaat)
   WHERE ((kandidaat.id = zoek_betrokkene.van_kandidaat) AND (lower((account.email)::text) = lower(zoek_betrokkene.adres)) AND account.actief AND (((kandidaat.regio_code = ANY (public.regios_met(VARIADIC ARRAY['beslist'::text]))) AND (NOT kandidaat.besloten)) OR (kandidaat.sw_bedrijf_id = ANY (public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text])))) AND ((zoek_betrokkene.als_rol = ANY (ARRAY['kandidaat'::text, 'vertegenwoordiger'::text])) OR (EXISTS ( SELECT
            FROM (public.account_rollen recht
              LEFT JOIN public.organisaties organisatie ON ((organisatie.id = recht.organisatie_id)))
           WHERE ((recht.account_id = account.id) AND (recht.rol = zoek_betrokkene.als_rol) AND (COALESCE(recht.regio_code, organisatie.regio_code) = kandidaat.regio_code))))));
END;

CREATE FUNCTION public.zoek_inlog(adres text, OUT account_id bigint, OUT wachtwoord_hash text, OUT actief boolean) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT account.id,
     account.wachtwoord_hash,
     account.actief
    FROM public.accounts account
   WHERE (lower((account.email)::text) = lower(zoek_inlog.adres));
END;

CREATE FUNCTION public.zoek_sessie(gezocht bytea, nu timestamp with time zone, OUT csrf text, OUT verloopt_op timestamp with time zone, OUT id bigint, OUT naam text, OUT email text, OUT rol text, OUT regio_code text, OUT organisatie_id bigint, OUT kandidaat_id bigint) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT sessie.csrf,
     sessie.verloopt_op,
     account.id,
     account.naam,
     account.email,
     toegekend.rol,
     toegekend.regio_code,
     toegekend.organisatie_id,
     toegekend.kandidaat_id
    FROM ((public.sessies sessie
      JOIN public.accounts account ON (((account.id = sessie.account_id) AND account.actief)))
      LEFT JOIN ( SELECT account_rollen.account_id,
             account_rollen.rol,
             account_rollen.regio_code,
             account_rollen.organisatie_id,
             NULL::bigint AS kandidaat_id
            FROM public.account_rollen
         UNION ALL
          SELECT kandidaat_betrokkenen.account_id,
             kandidaat_betrokkenen.rol,
             NULL::text,
             NULL::bigint,
             kandidaat_betrokkenen.kandidaat_id
            FROM public.kandidaat_betrokkenen
           WHERE (kandidaat_betrokkenen.periode @> ((zoek_sessie.nu AT TIME ZONE 'Europe/Amsterdam'::text))::date)) toegekend ON ((toegekend.account_id = account.id)))
   WHERE ((sessie.token_hash = zoek_sessie.gezocht) AND (sessie.ingetrokken_op IS NULL) AND (sessie.verloopt_op > zoek_sessie.nu))
   ORDER BY toegekend.rol, toegekend.regio_code, toegekend.organisatie_id, toegekend.kandidaat_id;
END;

ALTER TABLE public.account_rollen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_rollen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.accounts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.accounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.afdelingen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    minimum smallint[] DEFAULT '{0,0,0,0,0}'::smallint[] NOT NULL,
    gewenst smallint[] DEFAULT '{0,0,0,0,0}'::smallint[] NOT NULL,
    gearchiveerd_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT afdeling_aantallen CHECK (((0 <= ALL (minimum)) AND (minimum[1] <= gewenst[1]) AND (minimum[2] <= gewenst[2]) AND (minimum[3] <= gewenst[3]) AND (minimum[4] <= gewenst[4]) AND (minimum[5] <= gewenst[5]))),
    CONSTRAINT afdeling_vijf_dagen CHECK (((cardinality(minimum) = 5) AND (cardinality(gewenst) = 5)))
);

ALTER TABLE public.afdelingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.afdelingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.afwijsredenen (
    code text NOT NULL,
    partij text NOT NULL,
    tekst public.korte_tekst NOT NULL,
    gevolg text,
    actief boolean DEFAULT true NOT NULL,
    CONSTRAINT afwijsredenen_code_check CHECK ((code ~ '^[a-z_]+$'::text)),
    CONSTRAINT afwijsredenen_gevolg_check CHECK ((gevolg = ANY (ARRAY['nooit_dit_paar'::text, 'niet_deze_vestiging'::text, 'minder_reizen'::text]))),
    CONSTRAINT afwijsredenen_partij_check CHECK ((partij = ANY (ARRAY['kandidaat'::text, 'werkgever'::text, 'accountmanager'::text])))
);

CREATE TABLE public.api_antwoorden (
    account_id bigint NOT NULL,
    sleutel text NOT NULL,
    afdruk bytea NOT NULL,
    status smallint,
    koppen jsonb DEFAULT '{}'::jsonb NOT NULL,
    inhoud text,
    verloopt_op timestamp with time zone NOT NULL,
    CONSTRAINT api_antwoorden_sleutel_check CHECK (((length(sleutel) >= 1) AND (length(sleutel) <= 200)))
);

CREATE TABLE public.api_sleutels (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    token_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    aangemaakt_op timestamp with time zone NOT NULL,
    aangemaakt_door bigint NOT NULL,
    verloopt_op timestamp with time zone NOT NULL,
    ingetrokken_op timestamp with time zone,
    laatst_gebruikt_op timestamp with time zone,
    CONSTRAINT api_sleutels_check CHECK ((verloopt_op > aangemaakt_op)),
    CONSTRAINT api_sleutels_scopes_check CHECK ((cardinality(scopes) > 0)),
    CONSTRAINT api_sleutels_token_hash_check CHECK ((length(token_hash) = 32))
);

ALTER TABLE public.api_sleutels ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_sleutels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.begeleidingscapaciteiten (
    praktijkopleider_id bigint NOT NULL,
    periode daterange NOT NULL,
    nabijheid text NOT NULL,
    minuten_per_week integer NOT NULL,
    CONSTRAINT begeleidingscapaciteiten_minuten_per_week_check CHECK (((minuten_per_week >= 0) AND (minuten_per_week <= 2400))),
    CONSTRAINT begeleidingscapaciteiten_nabijheid_check CHECK ((nabijheid = ANY (ARRAY['steeds_ernaast'::text, 'af_en_toe'::text, 'op_afroep'::text]))),
    CONSTRAINT begeleidingscapaciteiten_periode_check CHECK ((NOT isempty(periode)))
);

CREATE TABLE public.beleidssleutels (
    code text NOT NULL,
    uitleg public.vrije_tekst NOT NULL
);

CREATE TABLE public.bus_afwezig (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    bus_id bigint NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT bus_afwezig_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode))))
);

ALTER TABLE public.bus_afwezig ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bus_afwezig_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.bus_opstapplaatsen (
    organisatie_id bigint NOT NULL,
    bus_id bigint NOT NULL,
    opstapplaats_id bigint NOT NULL,
    nummer smallint NOT NULL,
    CONSTRAINT bus_hooguit_vijf_opstapplaatsen CHECK (((nummer >= 1) AND (nummer <= 5)))
);

CREATE TABLE public.bussen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    plaatsen smallint NOT NULL,
    plaats_id bigint NOT NULL,
    gearchiveerd_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT bus_heeft_plaatsen CHECK (((plaatsen >= 1) AND (plaatsen <= 60)))
);

ALTER TABLE public.bussen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bussen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.detacheringsovereenkomsten (
    opdracht_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    nummer public.korte_tekst NOT NULL,
    getekend_op date NOT NULL,
    namens_inlener public.korte_tekst NOT NULL,
    namens_bedrijf public.korte_tekst NOT NULL,
    afspraken public.vrije_tekst DEFAULT ''::text NOT NULL,
    vastgelegd_door bigint NOT NULL,
    versie integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.doelgroepen (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    CONSTRAINT doelgroepen_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

CREATE TABLE public.erkenning_werkprocessen (
    erkenning_id bigint NOT NULL,
    werkproces_id bigint NOT NULL
);

CREATE TABLE public.erkenningen (
    id bigint NOT NULL,
    vestiging_id bigint NOT NULL,
    crebo integer NOT NULL,
    periode daterange NOT NULL,
    gecontroleerd_op date NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT erkenningen_periode_check CHECK ((NOT isempty(periode)))
);

ALTER TABLE public.erkenningen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.erkenningen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.gebeurtenissen (
    id bigint NOT NULL,
    tijd timestamp with time zone NOT NULL,
    account_id bigint,
    soort text NOT NULL,
    onderwerp text NOT NULL,
    onderwerp_id bigint,
    regio_code text,
    organisatie_id bigint,
    reden public.vrije_tekst,
    gegevens jsonb DEFAULT '{}'::jsonb NOT NULL,
    inlezing_id bigint DEFAULT (NULLIF(current_setting('app.inlezing'::text, true), ''::text))::bigint,
    CONSTRAINT gebeurtenissen_onderwerp_check CHECK ((onderwerp ~ '^[a-z_]+$'::text)),
    CONSTRAINT gebeurtenissen_soort_check CHECK ((soort ~ '^[a-z_]+$'::text))
);

ALTER TABLE public.gebeurtenissen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.gebeurtenissen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.gemeenten (
    id integer NOT NULL,
    code text GENERATED ALWAYS AS (('GM'::text || lpad((id)::text, 4, '0'::text))) STORED,
    naam public.korte_tekst NOT NULL
);

CREATE TABLE public.groep_kandidaten (
    groep_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL
);

CREATE TABLE public.groepen (
    id bigint NOT NULL,
    regio_code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    sector text NOT NULL,
    status text NOT NULL,
    reden public.vrije_tekst,
    vervolg_op bigint,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT groepen_check CHECK (((status <> 'geannuleerd'::text) OR (reden IS NOT NULL))),
    CONSTRAINT groepen_status_check CHECK ((status = ANY (ARRAY['aangemeld'::text, 'gestart'::text, 'afgerond'::text, 'geannuleerd'::text])))
);

ALTER TABLE public.groepen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.groepen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.groepsplan_zetten (
    plan_id bigint NOT NULL,
    nummer integer NOT NULL,
    zin public.vrije_tekst NOT NULL,
    van jsonb NOT NULL,
    naar jsonb NOT NULL,
    door bigint NOT NULL,
    op timestamp with time zone NOT NULL,
    ongedaan boolean DEFAULT false NOT NULL
);

ALTER TABLE public.groepsplannen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.groepsplannen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.inlezing_rijen (
    inlezing_id bigint NOT NULL,
    rij integer NOT NULL,
    onderwerp_id bigint,
    versie integer,
    was jsonb
);

CREATE TABLE public.inlezingen (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    soort text NOT NULL,
    bestandsnaam public.korte_tekst NOT NULL,
    bestand bytea,
    sha256 bytea NOT NULL,
    fouten bytea,
    status text NOT NULL,
    alleen_goede boolean DEFAULT false NOT NULL,
    stap text DEFAULT ''::text NOT NULL,
    uitkomst jsonb DEFAULT '{}'::jsonb NOT NULL,
    aangemaakt_op timestamp with time zone NOT NULL,
    teken_op timestamp with time zone NOT NULL,
    geschreven_op timestamp with time zone,
    vervalt_op timestamp with time zone NOT NULL,
    CONSTRAINT inlezingen_soort_check CHECK ((soort ~ '^[a-z_]+$'::text)),
    CONSTRAINT inlezingen_status_check CHECK ((status = ANY (ARRAY['nakijken'::text, 'nagekeken'::text, 'schrijven'::text, 'geschreven'::text, 'terugdraaien'::text, 'teruggedraaid'::text, 'mislukt'::text])))
);

ALTER TABLE public.inlezingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.inlezingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.kandidaat_betrokkenen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.kandidaat_betrokkenen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kandidaat_doelgroepen (
    kandidaat_id bigint NOT NULL,
    doelgroep text NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT kandidaat_doelgroepen_periode_check CHECK ((NOT isempty(periode)))
);

CREATE TABLE public.kandidaat_sectorwensen (
    kandidaat_id bigint NOT NULL,
    rang smallint NOT NULL,
    sector text NOT NULL,
    CONSTRAINT kandidaat_sectorwensen_rang_check CHECK (((rang >= 1) AND (rang <= 5)))
);

ALTER TABLE public.kandidaten ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.kandidaten_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kwalificaties (
    crebo integer NOT NULL,
    dossier_crebo integer NOT NULL,
    dossier public.korte_tekst NOT NULL,
    naam public.korte_tekst NOT NULL,
    niveau smallint NOT NULL,
    sector text NOT NULL,
    geldig daterange NOT NULL,
    bron public.vrije_tekst NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT kwalificaties_crebo_check CHECK (((crebo >= 10000) AND (crebo <= 99999))),
    CONSTRAINT kwalificaties_geldig_check CHECK ((NOT isempty(geldig))),
    CONSTRAINT kwalificaties_niveau_check CHECK (((niveau >= 1) AND (niveau <= 4)))
);

CREATE TABLE public.leerlijn_volgorde (
    leerlijn_id bigint NOT NULL,
    eerst bigint NOT NULL,
    dan bigint NOT NULL,
    CONSTRAINT leerlijn_volgorde_check CHECK ((eerst <> dan))
);

CREATE TABLE public.leerlijn_werkprocessen (
    leerlijn_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    organisatie_id bigint,
    weken smallint NOT NULL,
    CONSTRAINT leerlijn_werkprocessen_weken_check CHECK (((weken >= 1) AND (weken <= 52)))
);

CREATE TABLE public.leerlijnen (
    id bigint NOT NULL,
    regio_code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    sector text NOT NULL,
    gedeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.leerlijnen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.leerlijnen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.leerwerkplekken ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.leerwerkplekken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.links ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.links_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.medewerker_afwezig (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT medewerker_afwezig_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode))))
);

ALTER TABLE public.medewerker_afwezig ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.medewerker_afwezig_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.medewerker_gesprekken (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    gevoerd_op date NOT NULL,
    over text NOT NULL,
    wil boolean NOT NULL,
    verslag public.vrije_tekst DEFAULT ''::text NOT NULL,
    vastgelegd_door bigint NOT NULL,
    vastgelegd_op timestamp with time zone NOT NULL,
    CONSTRAINT medewerker_gesprekken_over_check CHECK ((over = ANY (ARRAY['naar_buiten'::text, 'volgende_trede'::text, 'andere_groep'::text, 'uitstroom'::text])))
);

ALTER TABLE public.medewerker_gesprekken ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.medewerker_gesprekken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.medewerker_leerdoelen (
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    werkproces_id bigint NOT NULL,
    weken smallint NOT NULL,
    CONSTRAINT medewerker_leerdoelen_weken_check CHECK (((weken >= 1) AND (weken <= 52)))
);

CREATE TABLE public.medewerker_paren (
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    ander_id bigint NOT NULL,
    soort text NOT NULL,
    CONSTRAINT medewerker_paar_op_volgorde CHECK ((kandidaat_id < ander_id)),
    CONSTRAINT medewerker_paren_soort_check CHECK ((soort = ANY (ARRAY['apart'::text, 'samen'::text, 'liever'::text])))
);

CREATE TABLE public.medewerker_stappen (
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    nummer smallint NOT NULL,
    dagen smallint NOT NULL,
    weken smallint NOT NULL,
    CONSTRAINT medewerker_stappen_dagen_check CHECK (((dagen >= 1) AND (dagen <= 5))),
    CONSTRAINT medewerker_stappen_nummer_check CHECK (((nummer >= 1) AND (nummer <= 10))),
    CONSTRAINT medewerker_stappen_weken_check CHECK (((weken >= 1) AND (weken <= 26)))
);

CREATE TABLE public.opdracht_afspraken (
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    soort text NOT NULL,
    reden public.vrije_tekst NOT NULL,
    vastgelegd_door bigint NOT NULL,
    CONSTRAINT opdracht_afspraken_reden_check CHECK ((length((reden)::text) >= 5)),
    CONSTRAINT opdracht_afspraken_soort_check CHECK ((soort = ANY (ARRAY['nooit'::text, 'uitzondering'::text])))
);

CREATE TABLE public.opdracht_gesloten (
    organisatie_id bigint NOT NULL,
    opdracht_id bigint NOT NULL,
    dag date NOT NULL
);

ALTER TABLE public.opdrachten ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opdrachten_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.opleidingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opleidingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.opstapplaatsen (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    plaats_id bigint NOT NULL,
    gearchiveerd_op timestamp with time zone,
    versie integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.opstapplaatsen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.opstapplaatsen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.organisaties ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisaties_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisatiesoorten (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    CONSTRAINT organisatiesoorten_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

ALTER TABLE public.persoonsgegevens_inzagen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.persoonsgegevens_inzagen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.plaatsen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.plaatsen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.plaatsingsvormen (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    eist_erkenning boolean NOT NULL,
    CONSTRAINT plaatsingsvormen_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

CREATE TABLE public.plan_niet_geplaatst (
    plan_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    reden text NOT NULL,
    uitleg jsonb NOT NULL
);

ALTER TABLE public.plannen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.plannen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.postcodes (
    pc4 text NOT NULL,
    plaats_id bigint NOT NULL,
    CONSTRAINT postcodes_pc4_check CHECK ((pc4 ~ '^[1-9][0-9]{3}$'::text))
);

CREATE TABLE public.praktijkopleiders (
    id bigint NOT NULL,
    vestiging_id bigint NOT NULL,
    naam public.korte_tekst NOT NULL,
    tot date,
    voorbeeld boolean DEFAULT false NOT NULL,
    versie integer DEFAULT 1 NOT NULL
);

ALTER TABLE public.praktijkopleiders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.praktijkopleiders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.regio_beleid (
    id bigint NOT NULL,
    regio_code text NOT NULL,
    sleutel text NOT NULL,
    waarde jsonb NOT NULL,
    vanaf date NOT NULL,
    bron public.vrije_tekst NOT NULL,
    ingetrokken_op timestamp with time zone
);

ALTER TABLE public.regio_beleid ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.regio_beleid_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.regios (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    CONSTRAINT regios_code_check CHECK ((code ~ '^AM[0-9]{2}$'::text))
);

CREATE TABLE public.rekenrun_voortgang (
    rekenrun_id bigint NOT NULL,
    volgnummer integer NOT NULL,
    tijd timestamp with time zone NOT NULL,
    fase text NOT NULL,
    zin public.vrije_tekst NOT NULL,
    seconden real,
    geplaatst integer,
    lagen json,
    CONSTRAINT voortgang_plan CHECK ((((lagen IS NULL) = (seconden IS NULL)) AND ((lagen IS NULL) = (geplaatst IS NULL))))
);

ALTER TABLE public.rekenruns ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rekenruns_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rollen (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    in_regio boolean NOT NULL,
    organisatiesoorten text[] NOT NULL,
    CONSTRAINT rol_kan_ergens_staan CHECK ((in_regio OR (organisatiesoorten <> '{}'::text[]))),
    CONSTRAINT rollen_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

CREATE TABLE public.roulatie_aanbiedingen (
    id bigint NOT NULL,
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    voorstel_id bigint NOT NULL,
    gemeld_op timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
    reden public.vrije_tekst,
    reden_door bigint,
    CONSTRAINT aanbieding_reden CHECK (((reden IS NULL) = (reden_door IS NULL))),
    CONSTRAINT roulatie_aanbiedingen_reden_check CHECK ((length((reden)::text) >= 5))
);

ALTER TABLE public.roulatie_aanbiedingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roulatie_aanbiedingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roulatie_afwezig (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    week public.maandag NOT NULL
);

ALTER TABLE public.roulatie_blokken ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roulatie_blokken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roulatie_gesloten (
    roulatie_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    week public.maandag NOT NULL
);

CREATE TABLE public.roulatie_overeenkomsten (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    getekend_op date NOT NULL,
    vastgelegd_door bigint NOT NULL
);

CREATE TABLE public.roulatie_paren (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    ander_id bigint NOT NULL,
    soort text NOT NULL,
    CONSTRAINT paar_is_geen_een CHECK ((kandidaat_id <> ander_id)),
    CONSTRAINT paar_staat_op_volgorde CHECK (((soort = 'reist_met'::text) OR (kandidaat_id < ander_id))),
    CONSTRAINT roulatie_paren_soort_check CHECK ((soort = ANY (ARRAY['apart'::text, 'samen'::text, 'reist_met'::text])))
);

ALTER TABLE public.roulatie_roosters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roulatie_roosters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.roulatie_vereist (
    roulatie_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    werkproces_id bigint NOT NULL
);

CREATE TABLE public.roulatie_volgorde (
    roulatie_id bigint NOT NULL,
    eerst bigint NOT NULL,
    dan bigint NOT NULL,
    CONSTRAINT roulatie_volgorde_check CHECK ((eerst <> dan))
);

CREATE TABLE public.roulatie_voorkeuren (
    roulatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    wens smallint NOT NULL,
    CONSTRAINT roulatie_voorkeuren_wens_check CHECK (((wens >= 0) AND (wens <= 100)))
);

CREATE TABLE public.roulatie_zetten (
    rooster_id bigint NOT NULL,
    nummer integer NOT NULL,
    zin public.vrije_tekst NOT NULL,
    van jsonb NOT NULL,
    naar jsonb NOT NULL,
    door bigint NOT NULL,
    op timestamp with time zone NOT NULL,
    ongedaan boolean DEFAULT false NOT NULL
);

ALTER TABLE public.roulaties ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.roulaties_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sectoren (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    kort public.korte_tekst NOT NULL,
    CONSTRAINT sectoren_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

CREATE TABLE public.terugkeergaranties (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    waarheen public.korte_tekst NOT NULL,
    periode daterange NOT NULL,
    afdeling_id bigint NOT NULL,
    teruggekeerd_op date,
    reden public.vrije_tekst,
    vastgelegd_door bigint NOT NULL,
    versie integer DEFAULT 1 NOT NULL,
    CONSTRAINT terugkeer_binnen_de_termijn CHECK ((teruggekeerd_op <@ periode)),
    CONSTRAINT terugkeer_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode))))
);

ALTER TABLE public.terugkeergaranties ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.terugkeergaranties_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.trede_voorbeelden (
    voorbeeld public.korte_tekst NOT NULL,
    nummer smallint NOT NULL,
    naam public.korte_tekst NOT NULL,
    uitleg public.vrije_tekst NOT NULL,
    fase text,
    bron public.vrije_tekst NOT NULL,
    CONSTRAINT trede_voorbeelden_fase_check CHECK ((fase = ANY (ARRAY['binnen'::text, 'buiten_beschermd'::text, 'regulier'::text]))),
    CONSTRAINT trede_voorbeelden_nummer_check CHECK (((nummer >= 1) AND (nummer <= 9)))
);

CREATE TABLE public.treden (
    organisatie_id bigint NOT NULL,
    nummer smallint NOT NULL,
    naam public.korte_tekst NOT NULL,
    uitleg public.vrije_tekst DEFAULT ''::text NOT NULL,
    fase text,
    CONSTRAINT treden_fase_check CHECK ((fase = ANY (ARRAY['binnen'::text, 'buiten_beschermd'::text, 'regulier'::text]))),
    CONSTRAINT treden_nummer_check CHECK (((nummer >= 1) AND (nummer <= 9)))
);

CREATE TABLE public.uitsluitingen (
    id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint,
    vestiging_id bigint,
    reden public.vrije_tekst NOT NULL,
    account_id bigint NOT NULL,
    sinds timestamp with time zone NOT NULL,
    ingetrokken_op timestamp with time zone,
    CONSTRAINT uitsluitingen_check CHECK ((num_nonnulls(leerwerkplek_id, vestiging_id) = 1))
);

ALTER TABLE public.uitsluitingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.uitsluitingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.uitzonderingen (
    id bigint NOT NULL,
    kandidaat_id bigint NOT NULL,
    leerwerkplek_id bigint NOT NULL,
    regel text NOT NULL,
    reden public.vrije_tekst NOT NULL,
    sinds timestamp with time zone NOT NULL,
    door bigint NOT NULL,
    tot date NOT NULL,
    ingetrokken_op timestamp with time zone,
    ingetrokken_door bigint,
    CONSTRAINT uitzondering_ingetrokken CHECK (((ingetrokken_op IS NULL) = (ingetrokken_door IS NULL))),
    CONSTRAINT uitzonderingen_reden_check CHECK ((length((reden)::text) >= 5)),
    CONSTRAINT uitzonderingen_regel_check CHECK ((regel = ANY (ARRAY['werkproces_aanbod'::text, 'beschikbaarheid_dagdelen'::text, 'uren'::text, 'reistijd'::text, 'voorwaarden'::text, 'taal'::text, 'niveau'::text, 'fase'::text])))
);

ALTER TABLE public.uitzonderingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.uitzonderingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.vestigingen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.vestigingen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voorstel_overgangen (
    van text NOT NULL,
    naar text NOT NULL
);

ALTER TABLE public.voorstellen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.voorstellen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.voorwaarden (
    code text NOT NULL,
    naam public.korte_tekst NOT NULL,
    uitleg public.vrije_tekst NOT NULL,
    CONSTRAINT voorwaarden_code_check CHECK ((code ~ '^[a-z_]+$'::text))
);

CREATE TABLE public.werkleider_afwezig (
    id bigint NOT NULL,
    organisatie_id bigint NOT NULL,
    werkleider_id bigint NOT NULL,
    periode daterange NOT NULL,
    CONSTRAINT werkleider_afwezig_periode CHECK (((NOT isempty(periode)) AND (NOT lower_inf(periode)) AND (NOT upper_inf(periode))))
);

ALTER TABLE public.werkleider_afwezig ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.werkleider_afwezig_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.werkleider_werkprocessen (
    organisatie_id bigint NOT NULL,
    werkleider_id bigint NOT NULL,
    werkproces_id bigint NOT NULL
);

ALTER TABLE public.werkleiders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.werkleiders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.werkprocessen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.werkprocessen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.leerwerkplekken
    ADD CONSTRAINT leerwerkplekken_pkey PRIMARY KEY (id);

CREATE FUNCTION public.werkt_op(van_kandidaat bigint, op date, OUT leerwerkplek_id bigint, OUT titel text, OUT organisatie text, OUT van date, OUT laatste_dag date) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (plek.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_organisaties'::text]))) THEN plek.id
             ELSE NULL::bigint
         END AS "case",
     plek.titel,
     organisatie.naam,
     min((bezet.week)::date) AS min,
     (max((bezet.week)::date) + 4)
    FROM ((((public.bezetting bezet
      JOIN public.kandidaten kandidaat ON ((kandidaat.id = bezet.kandidaat_id)))
      JOIN public.leerwerkplekken plek ON ((plek.id = bezet.leerwerkplek_id)))
      JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
      JOIN public.organisaties organisatie ON ((organisatie.id = vestiging.organisatie_id)))
   WHERE ((kandidaat.id = werkt_op.van_kandidaat) AND (bezet.bron <> 'voorstel'::text) AND (((kandidaat.regio_code = ANY (public.regios_met(VARIADIC ARRAY['leest_regio'::text]))) AND (NOT kandidaat.besloten)) OR (kandidaat.sw_bedrijf_id = ANY (public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]))) OR (kandidaat.id = ANY (public.mijn_kandidaten()))))
   GROUP BY plek.id, organisatie.naam
  HAVING ((max((bezet.week)::date) + 4) >= werkt_op.op);
END;

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_account_id_rol_regio_code_organisatie_id_key UNIQUE NULLS NOT DISTINCT (account_id, rol, regio_code, organisatie_id);

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.afdelingen
    ADD CONSTRAINT afdelingen_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.afdelingen
    ADD CONSTRAINT afdelingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.afwijsredenen
    ADD CONSTRAINT afwijsredenen_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.api_antwoorden
    ADD CONSTRAINT api_antwoorden_pkey PRIMARY KEY (account_id, sleutel);

ALTER TABLE ONLY public.api_sleutels
    ADD CONSTRAINT api_sleutels_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_sleutels
    ADD CONSTRAINT api_sleutels_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.begeleidingscapaciteiten
    ADD CONSTRAINT begeleidingscapaciteit_een_tegelijk EXCLUDE USING gist (int8range(praktijkopleider_id, praktijkopleider_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.begeleidingscapaciteiten
    ADD CONSTRAINT begeleidingscapaciteiten_pkey PRIMARY KEY (praktijkopleider_id, periode);

ALTER TABLE ONLY public.beleidssleutels
    ADD CONSTRAINT beleidssleutels_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.kandidaat_betrokkenen
    ADD CONSTRAINT betrokkene_een_tegelijk EXCLUDE USING gist (int8range(kandidaat_id, kandidaat_id, '[]'::text) WITH &&, int8range(account_id, account_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_pkey PRIMARY KEY (kandidaat_id, leerwerkplek_id, week);

ALTER TABLE ONLY public.roulatie_blokken
    ADD CONSTRAINT blokken_overlappen_niet EXCLUDE USING gist (int8range(roulatie_id, roulatie_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.bus_afwezig
    ADD CONSTRAINT bus_afwezig_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT bus_bij_een_groep UNIQUE (plan_id, week, dag, bus_id);

ALTER TABLE ONLY public.bus_afwezig
    ADD CONSTRAINT bus_een_keer_afwezig EXCLUDE USING gist (int8range(bus_id, bus_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.bus_opstapplaatsen
    ADD CONSTRAINT bus_opstapplaatsen_bus_id_opstapplaats_id_key UNIQUE (bus_id, opstapplaats_id);

ALTER TABLE ONLY public.bus_opstapplaatsen
    ADD CONSTRAINT bus_opstapplaatsen_pkey PRIMARY KEY (bus_id, nummer);

ALTER TABLE ONLY public.bussen
    ADD CONSTRAINT bussen_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.bussen
    ADD CONSTRAINT bussen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.detacheringsbeleid
    ADD CONSTRAINT detacheringsbeleid_pkey PRIMARY KEY (organisatie_id);

ALTER TABLE ONLY public.detacheringsovereenkomsten
    ADD CONSTRAINT detacheringsovereenkomsten_pkey PRIMARY KEY (opdracht_id);

ALTER TABLE ONLY public.detacheringsuren
    ADD CONSTRAINT detacheringsuren_pkey PRIMARY KEY (opdracht_id, week, kandidaat_id, dag);

ALTER TABLE ONLY public.detacheringsweken
    ADD CONSTRAINT detacheringsweken_pkey PRIMARY KEY (opdracht_id, week);

ALTER TABLE ONLY public.doelgroepen
    ADD CONSTRAINT doelgroepen_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.leerwerkplek_praktijkopleiders
    ADD CONSTRAINT een_praktijkopleider_tegelijk EXCLUDE USING gist (int8range(leerwerkplek_id, leerwerkplek_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.erkenningen
    ADD CONSTRAINT erkenning_een_tegelijk EXCLUDE USING gist (int8range(vestiging_id, vestiging_id, '[]'::text) WITH &&, int4range(crebo, crebo, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.erkenning_werkprocessen
    ADD CONSTRAINT erkenning_werkprocessen_pkey PRIMARY KEY (erkenning_id, werkproces_id);

ALTER TABLE ONLY public.erkenningen
    ADD CONSTRAINT erkenningen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gebeurtenissen
    ADD CONSTRAINT gebeurtenissen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gemeente_regios
    ADD CONSTRAINT gemeente_in_een_regio EXCLUDE USING gist (int4range(gemeente_id, gemeente_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.gemeente_regios
    ADD CONSTRAINT gemeente_regios_pkey PRIMARY KEY (gemeente_id, periode);

ALTER TABLE ONLY public.gemeenten
    ADD CONSTRAINT gemeenten_code_key UNIQUE (code);

ALTER TABLE ONLY public.gemeenten
    ADD CONSTRAINT gemeenten_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groep_kandidaten
    ADD CONSTRAINT groep_kandidaten_pkey PRIMARY KEY (groep_id, kandidaat_id);

ALTER TABLE ONLY public.groepen
    ADD CONSTRAINT groepen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT groepsplan_dagen_pkey PRIMARY KEY (plan_id, opdracht_id, week, dag);

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_pkey PRIMARY KEY (plan_id, opdracht_id, week);

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_plan_id_opdracht_id_week_bus_id_key UNIQUE (plan_id, opdracht_id, week, bus_id);

ALTER TABLE ONLY public.groepsplan_indelingen
    ADD CONSTRAINT groepsplan_indelingen_pkey PRIMARY KEY (plan_id, kandidaat_id, week);

ALTER TABLE ONLY public.groepsplan_zetten
    ADD CONSTRAINT groepsplan_zetten_pkey PRIMARY KEY (plan_id, nummer);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_rekenrun_id_key UNIQUE (rekenrun_id);

ALTER TABLE ONLY public.inlezing_rijen
    ADD CONSTRAINT inlezing_rijen_pkey PRIMARY KEY (inlezing_id, rij);

ALTER TABLE ONLY public.inlezingen
    ADD CONSTRAINT inlezingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kandidaat_betrokkenen
    ADD CONSTRAINT kandidaat_betrokkenen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kandidaat_doelgroepen
    ADD CONSTRAINT kandidaat_doelgroepen_pkey PRIMARY KEY (kandidaat_id, doelgroep, periode);

ALTER TABLE ONLY public.kandidaat_sectorwensen
    ADD CONSTRAINT kandidaat_sectorwensen_kandidaat_id_sector_key UNIQUE (kandidaat_id, sector);

ALTER TABLE ONLY public.kandidaat_sectorwensen
    ADD CONSTRAINT kandidaat_sectorwensen_pkey PRIMARY KEY (kandidaat_id, rang);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaat_van_sw_bedrijf UNIQUE (id, sw_bedrijf_id);

ALTER TABLE ONLY public.kandidaat_werkprocessen
    ADD CONSTRAINT kandidaat_werkprocessen_pkey PRIMARY KEY (kandidaat_id, werkproces_id);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_kenmerk_key UNIQUE (kenmerk);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kwalificaties
    ADD CONSTRAINT kwalificaties_pkey PRIMARY KEY (crebo);

ALTER TABLE ONLY public.leerlijn_volgorde
    ADD CONSTRAINT leerlijn_volgorde_pkey PRIMARY KEY (leerlijn_id, eerst, dan);

ALTER TABLE ONLY public.leerlijn_werkprocessen
    ADD CONSTRAINT leerlijn_werkprocessen_leerlijn_id_werkproces_id_organisati_key UNIQUE NULLS NOT DISTINCT (leerlijn_id, werkproces_id, organisatie_id);

ALTER TABLE ONLY public.leerlijnen
    ADD CONSTRAINT leerlijnen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.leerwerkplek_praktijkopleiders
    ADD CONSTRAINT leerwerkplek_praktijkopleiders_pkey PRIMARY KEY (leerwerkplek_id, periode);

ALTER TABLE ONLY public.leerwerkplek_werkprocessen
    ADD CONSTRAINT leerwerkplek_werkprocessen_pkey PRIMARY KEY (leerwerkplek_id, werkproces_id);

ALTER TABLE ONLY public.leerwerkplekken
    ADD CONSTRAINT leerwerkplekken_vestiging_id_eigen_nummer_key UNIQUE (vestiging_id, eigen_nummer);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.medewerker_afwezig
    ADD CONSTRAINT medewerker_afwezig_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.medewerker_afwezig
    ADD CONSTRAINT medewerker_een_keer_afwezig EXCLUDE USING gist (int8range(kandidaat_id, kandidaat_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.medewerker_gesprekken
    ADD CONSTRAINT medewerker_gesprekken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.medewerker_leerdoelen
    ADD CONSTRAINT medewerker_leerdoelen_pkey PRIMARY KEY (kandidaat_id, werkproces_id);

ALTER TABLE ONLY public.medewerker_paren
    ADD CONSTRAINT medewerker_paren_pkey PRIMARY KEY (kandidaat_id, ander_id);

ALTER TABLE ONLY public.medewerker_stappen
    ADD CONSTRAINT medewerker_stappen_pkey PRIMARY KEY (kandidaat_id, nummer);

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_organisatie_id_kandidaat_id_key UNIQUE (organisatie_id, kandidaat_id);

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_pkey PRIMARY KEY (kandidaat_id);

ALTER TABLE ONLY public.opdracht_afspraken
    ADD CONSTRAINT opdracht_afspraken_pkey PRIMARY KEY (opdracht_id, kandidaat_id);

ALTER TABLE ONLY public.opdracht_gesloten
    ADD CONSTRAINT opdracht_gesloten_pkey PRIMARY KEY (opdracht_id, dag);

ALTER TABLE ONLY public.opdracht_werkprocessen
    ADD CONSTRAINT opdracht_werkprocessen_pkey PRIMARY KEY (opdracht_id, werkproces_id);

ALTER TABLE ONLY public.opdrachten
    ADD CONSTRAINT opdrachten_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.opdrachten
    ADD CONSTRAINT opdrachten_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.opleidingen
    ADD CONSTRAINT opleiding_een_tegelijk EXCLUDE USING gist (int8range(organisatie_id, organisatie_id, '[]'::text) WITH &&, int4range(crebo, crebo, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.opleidingen
    ADD CONSTRAINT opleidingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.opstapplaatsen
    ADD CONSTRAINT opstapplaatsen_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.opstapplaatsen
    ADD CONSTRAINT opstapplaatsen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisaties
    ADD CONSTRAINT organisaties_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisatiesoorten
    ADD CONSTRAINT organisatiesoorten_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.persoonsgegevens_inzagen
    ADD CONSTRAINT persoonsgegevens_inzagen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.persoonsgegevens
    ADD CONSTRAINT persoonsgegevens_pkey PRIMARY KEY (kandidaat_id);

ALTER TABLE ONLY public.plaatsen
    ADD CONSTRAINT plaatsen_naam_gemeente_id_key UNIQUE (naam, gemeente_id);

ALTER TABLE ONLY public.plaatsen
    ADD CONSTRAINT plaatsen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plaatsingsvormen
    ADD CONSTRAINT plaatsingsvormen_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.plan_niet_geplaatst
    ADD CONSTRAINT plan_niet_geplaatst_pkey PRIMARY KEY (plan_id, kandidaat_id);

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_pkey PRIMARY KEY (plan_id, kandidaat_id);

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_plan_id_voorstel_id_key UNIQUE (plan_id, voorstel_id);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_rekenrun_id_key UNIQUE (rekenrun_id);

ALTER TABLE ONLY public.roulatie_plekken
    ADD CONSTRAINT plek_kort_eenmalig UNIQUE (roulatie_id, kort);

ALTER TABLE ONLY public.postcodes
    ADD CONSTRAINT postcodes_pkey PRIMARY KEY (pc4);

ALTER TABLE ONLY public.praktijkopleiders
    ADD CONSTRAINT praktijkopleiders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rechten
    ADD CONSTRAINT rechten_pkey PRIMARY KEY (recht, rol);

ALTER TABLE ONLY public.regio_beleid
    ADD CONSTRAINT regio_beleid_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.regios
    ADD CONSTRAINT regios_naam_key UNIQUE (naam);

ALTER TABLE ONLY public.regios
    ADD CONSTRAINT regios_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.rekenrun_voortgang
    ADD CONSTRAINT rekenrun_voortgang_pkey PRIMARY KEY (rekenrun_id, volgnummer);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rollen
    ADD CONSTRAINT rollen_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_roulatie_id_voorstel_id_key UNIQUE (roulatie_id, voorstel_id);

ALTER TABLE ONLY public.roulatie_afwezig
    ADD CONSTRAINT roulatie_afwezig_pkey PRIMARY KEY (roulatie_id, kandidaat_id, week);

ALTER TABLE ONLY public.roulatie_bedrijven
    ADD CONSTRAINT roulatie_bedrijven_pkey PRIMARY KEY (roulatie_id, organisatie_id);

ALTER TABLE ONLY public.roulatie_blokken
    ADD CONSTRAINT roulatie_blokken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roulatie_blokken
    ADD CONSTRAINT roulatie_blokken_roulatie_id_id_key UNIQUE (roulatie_id, id);

ALTER TABLE ONLY public.roulatie_cellen
    ADD CONSTRAINT roulatie_cellen_pkey PRIMARY KEY (rooster_id, kandidaat_id, blok_id);

ALTER TABLE ONLY public.roulatie_deelnemers
    ADD CONSTRAINT roulatie_deelnemers_pkey PRIMARY KEY (roulatie_id, kandidaat_id);

ALTER TABLE ONLY public.roulatie_gesloten
    ADD CONSTRAINT roulatie_gesloten_pkey PRIMARY KEY (roulatie_id, leerwerkplek_id, week);

ALTER TABLE ONLY public.roulatie_leerdoelen
    ADD CONSTRAINT roulatie_leerdoelen_pkey PRIMARY KEY (roulatie_id, kandidaat_id, werkproces_id);

ALTER TABLE ONLY public.roulatie_oordeel_werkprocessen
    ADD CONSTRAINT roulatie_oordeel_werkprocessen_pkey PRIMARY KEY (roulatie_id, kandidaat_id, blok_id, werkproces_id);

ALTER TABLE ONLY public.roulatie_oordelen
    ADD CONSTRAINT roulatie_oordelen_pkey PRIMARY KEY (roulatie_id, kandidaat_id, blok_id);

ALTER TABLE ONLY public.roulatie_overeenkomsten
    ADD CONSTRAINT roulatie_overeenkomsten_pkey PRIMARY KEY (roulatie_id, kandidaat_id, organisatie_id);

ALTER TABLE ONLY public.roulatie_paren
    ADD CONSTRAINT roulatie_paren_pkey PRIMARY KEY (roulatie_id, kandidaat_id, ander_id, soort);

ALTER TABLE ONLY public.roulatie_plekken
    ADD CONSTRAINT roulatie_plekken_pkey PRIMARY KEY (roulatie_id, leerwerkplek_id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_rekenrun_id_key UNIQUE (rekenrun_id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_roulatie_id_id_key UNIQUE (roulatie_id, id);

ALTER TABLE ONLY public.roulatie_seizoenen
    ADD CONSTRAINT roulatie_seizoenen_pkey PRIMARY KEY (roulatie_id, leerwerkplek_id, werkproces_id);

ALTER TABLE ONLY public.roulatie_terugblikken
    ADD CONSTRAINT roulatie_terugblikken_pkey PRIMARY KEY (roulatie_id, kandidaat_id, blok_id);

ALTER TABLE ONLY public.roulatie_vereist
    ADD CONSTRAINT roulatie_vereist_pkey PRIMARY KEY (roulatie_id, leerwerkplek_id, werkproces_id);

ALTER TABLE ONLY public.roulatie_volgorde
    ADD CONSTRAINT roulatie_volgorde_pkey PRIMARY KEY (roulatie_id, eerst, dan);

ALTER TABLE ONLY public.roulatie_voorkeuren
    ADD CONSTRAINT roulatie_voorkeuren_pkey PRIMARY KEY (roulatie_id, kandidaat_id, leerwerkplek_id);

ALTER TABLE ONLY public.roulatie_zetten
    ADD CONSTRAINT roulatie_zetten_pkey PRIMARY KEY (rooster_id, nummer);

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sectoren
    ADD CONSTRAINT sectoren_kort_key UNIQUE (kort);

ALTER TABLE ONLY public.sectoren
    ADD CONSTRAINT sectoren_naam_key UNIQUE (naam);

ALTER TABLE ONLY public.sectoren
    ADD CONSTRAINT sectoren_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.sessies
    ADD CONSTRAINT sessies_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.terugkeergaranties
    ADD CONSTRAINT terugkeer_een_tegelijk EXCLUDE USING gist (int8range(kandidaat_id, kandidaat_id, '[]'::text) WITH &&, periode WITH &&) WHERE ((teruggekeerd_op IS NULL));

ALTER TABLE ONLY public.terugkeergaranties
    ADD CONSTRAINT terugkeergaranties_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.trede_voorbeelden
    ADD CONSTRAINT trede_voorbeelden_pkey PRIMARY KEY (voorbeeld, nummer);

ALTER TABLE ONLY public.treden
    ADD CONSTRAINT treden_pkey PRIMARY KEY (organisatie_id, nummer);

ALTER TABLE ONLY public.uitsluitingen
    ADD CONSTRAINT uitsluitingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.uitzonderingen
    ADD CONSTRAINT uitzonderingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vestigingen
    ADD CONSTRAINT vestigingen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voorstel_overgangen
    ADD CONSTRAINT voorstel_overgangen_pkey PRIMARY KEY (van, naar);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_kandidaat_id_leerwerkplek_id_key UNIQUE (kandidaat_id, leerwerkplek_id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voorwaarden
    ADD CONSTRAINT voorwaarden_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.werkleider_afwezig
    ADD CONSTRAINT werkleider_afwezig_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT werkleider_bij_een_groep UNIQUE (plan_id, week, dag, werkleider_id);

ALTER TABLE ONLY public.werkleider_afwezig
    ADD CONSTRAINT werkleider_een_keer_afwezig EXCLUDE USING gist (int8range(werkleider_id, werkleider_id, '[]'::text) WITH &&, periode WITH &&);

ALTER TABLE ONLY public.werkleider_werkprocessen
    ADD CONSTRAINT werkleider_werkprocessen_pkey PRIMARY KEY (werkleider_id, werkproces_id);

ALTER TABLE ONLY public.werkleiders
    ADD CONSTRAINT werkleiders_organisatie_id_id_key UNIQUE (organisatie_id, id);

ALTER TABLE ONLY public.werkleiders
    ADD CONSTRAINT werkleiders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.werkprocessen
    ADD CONSTRAINT werkprocessen_dossier_crebo_crebo_code_key UNIQUE NULLS NOT DISTINCT (dossier_crebo, crebo, code);

ALTER TABLE ONLY public.werkprocessen
    ADD CONSTRAINT werkprocessen_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX accounts_email ON public.accounts USING btree (lower((email)::text));

CREATE UNIQUE INDEX afdeling_naam_eenmalig ON public.afdelingen USING btree (organisatie_id, lower((naam)::text)) WHERE (gearchiveerd_op IS NULL);

CREATE INDEX api_antwoorden_verloopt_op_idx ON public.api_antwoorden USING btree (verloopt_op);

CREATE INDEX api_sleutels_account_id_idx ON public.api_sleutels USING btree (account_id);

CREATE INDEX bezetting_leerwerkplek_id_week_idx ON public.bezetting USING btree (leerwerkplek_id, week);

CREATE INDEX bezetting_praktijkopleider_id_week_idx ON public.bezetting USING btree (praktijkopleider_id, week);

CREATE INDEX bezetting_roulatie_id_idx ON public.bezetting USING btree (roulatie_id) WHERE (roulatie_id IS NOT NULL);

CREATE INDEX bezetting_voorstel_id_idx ON public.bezetting USING btree (voorstel_id);

CREATE UNIQUE INDEX bus_naam_eenmalig ON public.bussen USING btree (organisatie_id, lower((naam)::text)) WHERE (gearchiveerd_op IS NULL);

CREATE INDEX erkenningen_vestiging_id_idx ON public.erkenningen USING btree (vestiging_id);

CREATE INDEX gebeurtenissen_inlezing_id_idx ON public.gebeurtenissen USING btree (inlezing_id) WHERE (inlezing_id IS NOT NULL);

CREATE INDEX gebeurtenissen_onderwerp_onderwerp_id_idx ON public.gebeurtenissen USING btree (onderwerp, onderwerp_id);

CREATE INDEX gebeurtenissen_regio_code_tijd_idx ON public.gebeurtenissen USING btree (regio_code, tijd);

CREATE INDEX groep_kandidaten_kandidaat_id_idx ON public.groep_kandidaten USING btree (kandidaat_id);

CREATE INDEX groepsplan_groepen_opdracht_id_idx ON public.groepsplan_groepen USING btree (opdracht_id);

CREATE INDEX groepsplan_indelingen_plan_id_opdracht_id_week_idx ON public.groepsplan_indelingen USING btree (plan_id, opdracht_id, week);

CREATE UNIQUE INDEX groepsplannen_een_concept ON public.groepsplannen USING btree (organisatie_id) WHERE (status = 'concept'::text);

CREATE UNIQUE INDEX groepsplannen_een_gepubliceerd ON public.groepsplannen USING btree (organisatie_id) WHERE (status = 'gepubliceerd'::text);

CREATE INDEX inlezingen_account_id_idx ON public.inlezingen USING btree (account_id);

CREATE INDEX inlezingen_vervalt_op_idx ON public.inlezingen USING btree (vervalt_op) WHERE (bestand IS NOT NULL);

CREATE INDEX kandidaat_betrokkenen_account_id_idx ON public.kandidaat_betrokkenen USING btree (account_id);

CREATE INDEX kandidaten_regio_code_idx ON public.kandidaten USING btree (regio_code);

CREATE INDEX kandidaten_regio_code_idx1 ON public.kandidaten USING btree (regio_code) WHERE (status = 'matchbaar'::text);

CREATE UNIQUE INDEX kandidaten_regio_code_sw_bedrijf_id_eigen_kenmerk_idx ON public.kandidaten USING btree (regio_code, sw_bedrijf_id, eigen_kenmerk) NULLS NOT DISTINCT WHERE (eigen_kenmerk IS NOT NULL);

CREATE INDEX kandidaten_sw_bedrijf_id_idx ON public.kandidaten USING btree (sw_bedrijf_id) WHERE (sw_bedrijf_id IS NOT NULL);

CREATE UNIQUE INDEX leerlijn_naam_eenmalig ON public.leerlijnen USING btree (regio_code, lower(regexp_replace((naam)::text, '\s+'::text, ' '::text, 'g'::text)));

CREATE INDEX leerwerkplek_praktijkopleiders_praktijkopleider_id_idx ON public.leerwerkplek_praktijkopleiders USING btree (praktijkopleider_id);

CREATE INDEX leerwerkplekken_regio_code_idx ON public.leerwerkplekken USING btree (regio_code);

CREATE INDEX leerwerkplekken_regio_code_idx1 ON public.leerwerkplekken USING btree (regio_code) WHERE (status = 'gepubliceerd'::text);

CREATE INDEX leerwerkplekken_vestiging_id_idx ON public.leerwerkplekken USING btree (vestiging_id);

CREATE INDEX links_account_id_idx ON public.links USING btree (account_id);

CREATE INDEX links_leerwerkplek_id_idx ON public.links USING btree (leerwerkplek_id);

CREATE INDEX links_opdracht_id_week_idx ON public.links USING btree (opdracht_id, week) WHERE (opdracht_id IS NOT NULL);

CREATE INDEX links_roulatie_id_idx ON public.links USING btree (roulatie_id) WHERE (roulatie_id IS NOT NULL);

CREATE INDEX medewerker_gesprekken_kandidaat_id_idx ON public.medewerker_gesprekken USING btree (kandidaat_id);

CREATE INDEX medewerker_paren_ander_id_idx ON public.medewerker_paren USING btree (ander_id);

CREATE UNIQUE INDEX opdracht_kort_eenmalig ON public.opdrachten USING btree (organisatie_id, lower(kort)) WHERE (status = ANY (ARRAY['gevraagd'::text, 'open'::text]));

CREATE INDEX opdrachten_vestiging_id_idx ON public.opdrachten USING btree (vestiging_id);

CREATE UNIQUE INDEX opstapplaats_naam_eenmalig ON public.opstapplaatsen USING btree (organisatie_id, lower((naam)::text)) WHERE (gearchiveerd_op IS NULL);

CREATE UNIQUE INDEX organisatie_naam_eenmalig ON public.organisaties USING btree (regio_code, lower(regexp_replace((naam)::text, '\s+'::text, ' '::text, 'g'::text)));

CREATE INDEX persoonsgegevens_inzagen_kandidaat_id_idx ON public.persoonsgegevens_inzagen USING btree (kandidaat_id);

CREATE INDEX plan_voorstellen_voorstel_id_idx ON public.plan_voorstellen USING btree (voorstel_id);

CREATE UNIQUE INDEX plannen_een_concept ON public.plannen USING btree (regio_code, planner) WHERE (status = 'concept'::text);

CREATE UNIQUE INDEX plannen_een_gepubliceerd ON public.plannen USING btree (regio_code, planner) WHERE (status = 'gepubliceerd'::text);

CREATE INDEX plannen_regio_code_id_idx ON public.plannen USING btree (regio_code, id);

CREATE INDEX postcodes_plaats_id_idx ON public.postcodes USING btree (plaats_id);

CREATE INDEX praktijkopleiders_vestiging_id_idx ON public.praktijkopleiders USING btree (vestiging_id);

CREATE UNIQUE INDEX regio_beleid_een_tegelijk ON public.regio_beleid USING btree (regio_code, sleutel, vanaf) WHERE (ingetrokken_op IS NULL);

CREATE UNIQUE INDEX rekenruns_een_tegelijk ON public.rekenruns USING btree (regio_code, planner, roulatie_id, organisatie_id) NULLS NOT DISTINCT WHERE (status = ANY (ARRAY['wachtrij'::text, 'bezig'::text]));

CREATE INDEX rekenruns_organisatie_id_idx ON public.rekenruns USING btree (organisatie_id) WHERE (organisatie_id IS NOT NULL);

CREATE INDEX rekenruns_regio_code_id_idx ON public.rekenruns USING btree (regio_code, id);

CREATE INDEX rekenruns_roulatie_id_idx ON public.rekenruns USING btree (roulatie_id);

CREATE UNIQUE INDEX roosters_een_concept ON public.roulatie_roosters USING btree (roulatie_id) WHERE (status = 'concept'::text);

CREATE UNIQUE INDEX roosters_een_gepubliceerd ON public.roulatie_roosters USING btree (roulatie_id) WHERE (status = 'gepubliceerd'::text);

CREATE INDEX roulatie_aanbiedingen_voorstel_id_idx ON public.roulatie_aanbiedingen USING btree (voorstel_id);

CREATE INDEX roulatie_bedrijven_organisatie_id_idx ON public.roulatie_bedrijven USING btree (organisatie_id);

CREATE INDEX roulatie_cellen_roulatie_id_leerwerkplek_id_idx ON public.roulatie_cellen USING btree (roulatie_id, leerwerkplek_id);

CREATE INDEX roulatie_deelnemers_kandidaat_id_idx ON public.roulatie_deelnemers USING btree (kandidaat_id);

CREATE UNIQUE INDEX roulatie_paar_spreekt_zich_niet_tegen ON public.roulatie_paren USING btree (roulatie_id, kandidaat_id, ander_id) WHERE (soort <> 'reist_met'::text);

CREATE INDEX roulatie_plekken_leerwerkplek_id_idx ON public.roulatie_plekken USING btree (leerwerkplek_id);

CREATE INDEX roulaties_groep_id_idx ON public.roulaties USING btree (groep_id);

CREATE INDEX roulaties_regio_code_id_idx ON public.roulaties USING btree (regio_code, id);

CREATE INDEX sessies_account_id_idx ON public.sessies USING btree (account_id);

CREATE INDEX uitsluitingen_kandidaat_id_idx ON public.uitsluitingen USING btree (kandidaat_id);

CREATE UNIQUE INDEX uitzonderingen_een_tegelijk ON public.uitzonderingen USING btree (kandidaat_id, leerwerkplek_id, regel) WHERE (ingetrokken_op IS NULL);

CREATE UNIQUE INDEX vestiging_naam_eenmalig ON public.vestigingen USING btree (organisatie_id, lower(regexp_replace((naam)::text, '\s+'::text, ' '::text, 'g'::text)));

CREATE INDEX vestigingen_plaats_id_idx ON public.vestigingen USING btree (plaats_id);

CREATE UNIQUE INDEX voorstellen_een_ja ON public.voorstellen USING btree (kandidaat_id) WHERE (status = ANY (ARRAY['besproken_met_kandidaat'::text, 'akkoord_accountmanager'::text, 'voorgelegd_aan_werkgever'::text, 'kennismaking'::text, 'match'::text]));

CREATE UNIQUE INDEX voorstellen_een_pin ON public.voorstellen USING btree (kandidaat_id) WHERE (pin_reden IS NOT NULL);

CREATE UNIQUE INDEX werkleider_naam_eenmalig ON public.werkleiders USING btree (organisatie_id, lower((naam)::text)) WHERE (gearchiveerd_op IS NULL);

CREATE TRIGGER aanbieding_binnen_de_afspraak AFTER UPDATE OF status ON public.voorstellen FOR EACH ROW WHEN (((new.status <> old.status) AND (new.status = ANY (ARRAY['voorgelegd_aan_werkgever'::text, 'match'::text])))) EXECUTE FUNCTION public.meld_aanbieding();

CREATE TRIGGER alleen_een_concept_kan_weg BEFORE DELETE ON public.leerwerkplekken FOR EACH ROW WHEN ((old.status <> 'concept'::text)) EXECUTE FUNCTION public.bewaak_verwijderen();

CREATE TRIGGER alleen_wat_een_bestand_maakte_kan_weg BEFORE DELETE ON public.erkenningen FOR EACH ROW EXECUTE FUNCTION public.bewaak_terugnemen('id');

CREATE TRIGGER alleen_wat_een_bestand_maakte_kan_weg BEFORE DELETE ON public.kwalificaties FOR EACH ROW EXECUTE FUNCTION public.bewaak_terugnemen('crebo');

CREATE TRIGGER alleen_wat_een_bestand_maakte_kan_weg BEFORE DELETE ON public.opleidingen FOR EACH ROW EXECUTE FUNCTION public.bewaak_terugnemen('id');

CREATE TRIGGER alleen_wat_een_bestand_maakte_kan_weg BEFORE DELETE ON public.praktijkopleiders FOR EACH ROW EXECUTE FUNCTION public.bewaak_terugnemen('id');

CREATE TRIGGER alleen_wat_leeg_is_gaat_in_het_archief BEFORE UPDATE OF gearchiveerd_op ON public.organisaties FOR EACH ROW WHEN ((new.gearchiveerd_op IS NOT NULL)) EXECUTE FUNCTION public.bewaak_archiveren();

CREATE TRIGGER alleen_wat_leeg_is_gaat_in_het_archief BEFORE UPDATE OF gearchiveerd_op ON public.vestigingen FOR EACH ROW WHEN ((new.gearchiveerd_op IS NOT NULL)) EXECUTE FUNCTION public.bewaak_archiveren();

CREATE CONSTRAINT TRIGGER begeleidingscapaciteit_past AFTER INSERT OR DELETE OR UPDATE ON public.begeleidingscapaciteiten DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.bewaak_begeleidingscapaciteit();

CREATE TRIGGER bevestigd_blijft BEFORE INSERT OR DELETE OR UPDATE ON public.detacheringsuren FOR EACH ROW EXECUTE FUNCTION public.bewaak_bevestigde_uren();

CREATE TRIGGER bezetting_past AFTER INSERT ON public.bezetting REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION public.bewaak_bezetting();

CREATE TRIGGER bezetting_past_na_wijziging AFTER UPDATE ON public.bezetting REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION public.bewaak_bezetting();

CREATE TRIGGER blok_ligt_binnen_de_roulatie AFTER INSERT OR UPDATE ON public.roulatie_blokken FOR EACH ROW EXECUTE FUNCTION public.bewaak_blok();

CREATE TRIGGER blok_wordt_gedeeld AFTER INSERT ON public.roulatie_blokken FOR EACH ROW WHEN ((new.deel_van IS NOT NULL)) EXECUTE FUNCTION public.deel_blok();

CREATE TRIGGER gebeurtenissen_blijven BEFORE DELETE OR UPDATE OR TRUNCATE ON public.gebeurtenissen FOR EACH STATEMENT EXECUTE FUNCTION public.weiger_wijziging();

CREATE TRIGGER getekend_voor_publiceren BEFORE UPDATE OF status ON public.roulatie_roosters FOR EACH ROW WHEN (((new.status = 'gepubliceerd'::text) AND (old.status <> 'gepubliceerd'::text))) EXECUTE FUNCTION public.bewaak_publiceren();

CREATE TRIGGER groep_ligt_binnen_het_plan AFTER INSERT OR UPDATE OF week ON public.groepsplan_groepen FOR EACH ROW EXECUTE FUNCTION public.bewaak_groepsweek();

CREATE TRIGGER inzet_eindigt_bij_vertrek BEFORE INSERT OR UPDATE ON public.leerwerkplek_praktijkopleiders FOR EACH ROW EXECUTE FUNCTION public.bewaak_inzet();

CREATE TRIGGER niemand_sluit_buiten BEFORE DELETE ON public.account_rollen FOR EACH ROW EXECUTE FUNCTION public.weiger_buitensluiten();

CREATE TRIGGER nieuwe_rol_trekt_links_in AFTER INSERT ON public.account_rollen FOR EACH ROW EXECUTE FUNCTION public.trek_links_in();

CREATE TRIGGER rol_past_op_plaats BEFORE INSERT OR UPDATE ON public.account_rollen FOR EACH ROW EXECUTE FUNCTION public.weiger_rol_op_plaats();

CREATE TRIGGER roulatie_houdt_haar_blokken BEFORE UPDATE OF periode ON public.roulaties FOR EACH ROW EXECUTE FUNCTION public.bewaak_blok();

CREATE TRIGGER vaste_plaats_op_open_plek BEFORE UPDATE OF pin_tot ON public.voorstellen FOR EACH ROW WHEN ((new.pin_tot IS NOT NULL)) EXECUTE FUNCTION public.bewaak_open_plek();

CREATE TRIGGER vervallen_houdt_niet_tegen BEFORE DELETE ON public.roulatie_blokken FOR EACH ROW EXECUTE FUNCTION public.ruim_vervallen();

CREATE TRIGGER vervallen_houdt_niet_tegen BEFORE DELETE ON public.roulatie_deelnemers FOR EACH ROW EXECUTE FUNCTION public.ruim_vervallen();

CREATE TRIGGER vervallen_houdt_niet_tegen BEFORE DELETE ON public.roulatie_plekken FOR EACH ROW EXECUTE FUNCTION public.ruim_vervallen();

CREATE TRIGGER voorstel_op_open_plek BEFORE UPDATE OF status ON public.voorstellen FOR EACH ROW WHEN (((new.status <> old.status) AND (new.status = ANY (ARRAY['besproken_met_kandidaat'::text, 'akkoord_accountmanager'::text])))) EXECUTE FUNCTION public.bewaak_open_plek();

CREATE TRIGGER voorstel_status BEFORE UPDATE OF status ON public.voorstellen FOR EACH ROW EXECUTE FUNCTION public.bewaak_voorstel_status();

CREATE TRIGGER waar_niemand_op_rekent BEFORE DELETE ON public.erkenningen FOR EACH ROW EXECUTE FUNCTION public.bewaak_beloofd_leren();

CREATE TRIGGER waar_niemand_op_rekent BEFORE DELETE ON public.opleidingen FOR EACH ROW EXECUTE FUNCTION public.bewaak_beloofd_leren();

CREATE TRIGGER wie_vertrekt_heeft_niets_beloofd BEFORE UPDATE OF tot ON public.praktijkopleiders FOR EACH ROW WHEN ((new.tot IS NOT NULL)) EXECUTE FUNCTION public.bewaak_vertrek();

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.account_rollen
    ADD CONSTRAINT account_rollen_rol_fkey FOREIGN KEY (rol) REFERENCES public.rollen(code);

ALTER TABLE ONLY public.afdelingen
    ADD CONSTRAINT afdelingen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.api_antwoorden
    ADD CONSTRAINT api_antwoorden_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.api_sleutels
    ADD CONSTRAINT api_sleutels_aangemaakt_door_fkey FOREIGN KEY (aangemaakt_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.api_sleutels
    ADD CONSTRAINT api_sleutels_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.begeleidingscapaciteiten
    ADD CONSTRAINT begeleidingscapaciteiten_praktijkopleider_id_fkey FOREIGN KEY (praktijkopleider_id) REFERENCES public.praktijkopleiders(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_praktijkopleider_id_fkey FOREIGN KEY (praktijkopleider_id) REFERENCES public.praktijkopleiders(id);

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id);

ALTER TABLE ONLY public.bezetting
    ADD CONSTRAINT bezetting_voorstel_id_fkey FOREIGN KEY (voorstel_id) REFERENCES public.voorstellen(id);

ALTER TABLE ONLY public.bus_afwezig
    ADD CONSTRAINT bus_afwezig_organisatie_id_bus_id_fkey FOREIGN KEY (organisatie_id, bus_id) REFERENCES public.bussen(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.bus_opstapplaatsen
    ADD CONSTRAINT bus_opstapplaatsen_organisatie_id_bus_id_fkey FOREIGN KEY (organisatie_id, bus_id) REFERENCES public.bussen(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.bus_opstapplaatsen
    ADD CONSTRAINT bus_opstapplaatsen_organisatie_id_opstapplaats_id_fkey FOREIGN KEY (organisatie_id, opstapplaats_id) REFERENCES public.opstapplaatsen(organisatie_id, id);

ALTER TABLE ONLY public.bussen
    ADD CONSTRAINT bussen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.bussen
    ADD CONSTRAINT bussen_plaats_id_fkey FOREIGN KEY (plaats_id) REFERENCES public.plaatsen(id);

ALTER TABLE ONLY public.detacheringsbeleid
    ADD CONSTRAINT detacheringsbeleid_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.detacheringsovereenkomsten
    ADD CONSTRAINT detacheringsovereenkomsten_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.detacheringsovereenkomsten
    ADD CONSTRAINT detacheringsovereenkomsten_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.detacheringsuren
    ADD CONSTRAINT detacheringsuren_opdracht_id_week_fkey FOREIGN KEY (opdracht_id, week) REFERENCES public.detacheringsweken(opdracht_id, week) ON DELETE CASCADE;

ALTER TABLE ONLY public.detacheringsuren
    ADD CONSTRAINT detacheringsuren_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id);

ALTER TABLE ONLY public.detacheringsweken
    ADD CONSTRAINT detacheringsweken_ingevuld_door_fkey FOREIGN KEY (ingevuld_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.detacheringsweken
    ADD CONSTRAINT detacheringsweken_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id);

ALTER TABLE ONLY public.erkenning_werkprocessen
    ADD CONSTRAINT erkenning_werkprocessen_erkenning_id_fkey FOREIGN KEY (erkenning_id) REFERENCES public.erkenningen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.erkenning_werkprocessen
    ADD CONSTRAINT erkenning_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.erkenningen
    ADD CONSTRAINT erkenningen_crebo_fkey FOREIGN KEY (crebo) REFERENCES public.kwalificaties(crebo);

ALTER TABLE ONLY public.erkenningen
    ADD CONSTRAINT erkenningen_vestiging_id_fkey FOREIGN KEY (vestiging_id) REFERENCES public.vestigingen(id);

ALTER TABLE ONLY public.gebeurtenissen
    ADD CONSTRAINT gebeurtenissen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.gebeurtenissen
    ADD CONSTRAINT gebeurtenissen_inlezing_id_fkey FOREIGN KEY (inlezing_id) REFERENCES public.inlezingen(id);

ALTER TABLE ONLY public.gebeurtenissen
    ADD CONSTRAINT gebeurtenissen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.gebeurtenissen
    ADD CONSTRAINT gebeurtenissen_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.gemeente_regios
    ADD CONSTRAINT gemeente_regios_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES public.gemeenten(id);

ALTER TABLE ONLY public.gemeente_regios
    ADD CONSTRAINT gemeente_regios_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.groep_kandidaten
    ADD CONSTRAINT groep_kandidaten_groep_id_fkey FOREIGN KEY (groep_id) REFERENCES public.groepen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.groep_kandidaten
    ADD CONSTRAINT groep_kandidaten_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.groepen
    ADD CONSTRAINT groepen_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.groepen
    ADD CONSTRAINT groepen_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

ALTER TABLE ONLY public.groepen
    ADD CONSTRAINT groepen_vervolg_op_fkey FOREIGN KEY (vervolg_op) REFERENCES public.groepen(id);

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT groepsplan_dagen_organisatie_id_werkleider_id_fkey FOREIGN KEY (organisatie_id, werkleider_id) REFERENCES public.werkleiders(organisatie_id, id);

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT groepsplan_dagen_plan_id_opdracht_id_week_bus_id_fkey FOREIGN KEY (plan_id, opdracht_id, week, bus_id) REFERENCES public.groepsplan_groepen(plan_id, opdracht_id, week, bus_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.groepsplan_dagen
    ADD CONSTRAINT groepsplan_dagen_plan_id_opdracht_id_week_fkey FOREIGN KEY (plan_id, opdracht_id, week) REFERENCES public.groepsplan_groepen(plan_id, opdracht_id, week) ON DELETE CASCADE;

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_organisatie_id_bus_id_fkey FOREIGN KEY (organisatie_id, bus_id) REFERENCES public.bussen(organisatie_id, id);

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id);

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_organisatie_id_plan_id_fkey FOREIGN KEY (organisatie_id, plan_id) REFERENCES public.groepsplannen(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.groepsplan_groepen
    ADD CONSTRAINT groepsplan_groepen_organisatie_id_werkleider_id_fkey FOREIGN KEY (organisatie_id, werkleider_id) REFERENCES public.werkleiders(organisatie_id, id);

ALTER TABLE ONLY public.groepsplan_indelingen
    ADD CONSTRAINT groepsplan_indelingen_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id);

ALTER TABLE ONLY public.groepsplan_indelingen
    ADD CONSTRAINT groepsplan_indelingen_plan_id_opdracht_id_week_fkey FOREIGN KEY (plan_id, opdracht_id, week) REFERENCES public.groepsplan_groepen(plan_id, opdracht_id, week) ON DELETE CASCADE;

ALTER TABLE ONLY public.groepsplan_zetten
    ADD CONSTRAINT groepsplan_zetten_door_fkey FOREIGN KEY (door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.groepsplan_zetten
    ADD CONSTRAINT groepsplan_zetten_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.groepsplannen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_basis_id_fkey FOREIGN KEY (basis_id) REFERENCES public.groepsplannen(id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_gemaakt_door_fkey FOREIGN KEY (gemaakt_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_gepubliceerd_door_fkey FOREIGN KEY (gepubliceerd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.groepsplannen
    ADD CONSTRAINT groepsplannen_rekenrun_id_fkey FOREIGN KEY (rekenrun_id) REFERENCES public.rekenruns(id);

ALTER TABLE ONLY public.inlezing_rijen
    ADD CONSTRAINT inlezing_rijen_inlezing_id_fkey FOREIGN KEY (inlezing_id) REFERENCES public.inlezingen(id);

ALTER TABLE ONLY public.inlezingen
    ADD CONSTRAINT inlezingen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.kandidaat_betrokkenen
    ADD CONSTRAINT kandidaat_betrokkenen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.kandidaat_betrokkenen
    ADD CONSTRAINT kandidaat_betrokkenen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.kandidaat_betrokkenen
    ADD CONSTRAINT kandidaat_betrokkenen_rol_fkey FOREIGN KEY (rol) REFERENCES public.rollen(code);

ALTER TABLE ONLY public.kandidaat_doelgroepen
    ADD CONSTRAINT kandidaat_doelgroepen_doelgroep_fkey FOREIGN KEY (doelgroep) REFERENCES public.doelgroepen(code);

ALTER TABLE ONLY public.kandidaat_doelgroepen
    ADD CONSTRAINT kandidaat_doelgroepen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.kandidaat_sectorwensen
    ADD CONSTRAINT kandidaat_sectorwensen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.kandidaat_sectorwensen
    ADD CONSTRAINT kandidaat_sectorwensen_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

ALTER TABLE ONLY public.kandidaat_werkprocessen
    ADD CONSTRAINT kandidaat_werkprocessen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.kandidaat_werkprocessen
    ADD CONSTRAINT kandidaat_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_crebo_fkey FOREIGN KEY (crebo) REFERENCES public.kwalificaties(crebo);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES public.gemeenten(id);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_pc4_fkey FOREIGN KEY (pc4) REFERENCES public.postcodes(pc4);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.kandidaten
    ADD CONSTRAINT kandidaten_sw_bedrijf_id_fkey FOREIGN KEY (sw_bedrijf_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.kwalificaties
    ADD CONSTRAINT kwalificaties_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

ALTER TABLE ONLY public.leerlijn_volgorde
    ADD CONSTRAINT leerlijn_volgorde_dan_fkey FOREIGN KEY (dan) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.leerlijn_volgorde
    ADD CONSTRAINT leerlijn_volgorde_eerst_fkey FOREIGN KEY (eerst) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.leerlijn_volgorde
    ADD CONSTRAINT leerlijn_volgorde_leerlijn_id_fkey FOREIGN KEY (leerlijn_id) REFERENCES public.leerlijnen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.leerlijn_werkprocessen
    ADD CONSTRAINT leerlijn_werkprocessen_leerlijn_id_fkey FOREIGN KEY (leerlijn_id) REFERENCES public.leerlijnen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.leerlijn_werkprocessen
    ADD CONSTRAINT leerlijn_werkprocessen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.leerlijn_werkprocessen
    ADD CONSTRAINT leerlijn_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.leerlijnen
    ADD CONSTRAINT leerlijnen_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.leerlijnen
    ADD CONSTRAINT leerlijnen_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

ALTER TABLE ONLY public.leerwerkplek_praktijkopleiders
    ADD CONSTRAINT leerwerkplek_praktijkopleiders_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.leerwerkplek_praktijkopleiders
    ADD CONSTRAINT leerwerkplek_praktijkopleiders_praktijkopleider_id_fkey FOREIGN KEY (praktijkopleider_id) REFERENCES public.praktijkopleiders(id);

ALTER TABLE ONLY public.leerwerkplek_werkprocessen
    ADD CONSTRAINT leerwerkplek_werkprocessen_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.leerwerkplek_werkprocessen
    ADD CONSTRAINT leerwerkplek_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.leerwerkplekken
    ADD CONSTRAINT leerwerkplekken_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.leerwerkplekken
    ADD CONSTRAINT leerwerkplekken_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

ALTER TABLE ONLY public.leerwerkplekken
    ADD CONSTRAINT leerwerkplekken_vestiging_id_fkey FOREIGN KEY (vestiging_id) REFERENCES public.vestigingen(id);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_gemaakt_door_fkey FOREIGN KEY (gemaakt_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_opdracht_id_week_fkey FOREIGN KEY (opdracht_id, week) REFERENCES public.detacheringsweken(opdracht_id, week) ON DELETE CASCADE;

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_roulatie_id_blok_id_fkey FOREIGN KEY (roulatie_id, blok_id) REFERENCES public.roulatie_blokken(roulatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.links
    ADD CONSTRAINT links_roulatie_id_roulatie_plek_id_fkey FOREIGN KEY (roulatie_id, roulatie_plek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_afwezig
    ADD CONSTRAINT medewerker_afwezig_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_gesprekken
    ADD CONSTRAINT medewerker_gesprekken_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_gesprekken
    ADD CONSTRAINT medewerker_gesprekken_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.medewerker_leerdoelen
    ADD CONSTRAINT medewerker_leerdoelen_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_leerdoelen
    ADD CONSTRAINT medewerker_leerdoelen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.medewerker_paren
    ADD CONSTRAINT medewerker_paren_organisatie_id_ander_id_fkey FOREIGN KEY (organisatie_id, ander_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_paren
    ADD CONSTRAINT medewerker_paren_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerker_stappen
    ADD CONSTRAINT medewerker_stappen_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_kandidaat_id_organisatie_id_fkey FOREIGN KEY (kandidaat_id, organisatie_id) REFERENCES public.kandidaten(id, sw_bedrijf_id);

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_organisatie_id_afdeling_id_fkey FOREIGN KEY (organisatie_id, afdeling_id) REFERENCES public.afdelingen(organisatie_id, id);

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.medewerkers
    ADD CONSTRAINT medewerkers_organisatie_id_trede_fkey FOREIGN KEY (organisatie_id, trede) REFERENCES public.treden(organisatie_id, nummer) ON UPDATE CASCADE;

ALTER TABLE ONLY public.opdracht_afspraken
    ADD CONSTRAINT opdracht_afspraken_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.opdracht_afspraken
    ADD CONSTRAINT opdracht_afspraken_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.opdracht_afspraken
    ADD CONSTRAINT opdracht_afspraken_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.opdracht_gesloten
    ADD CONSTRAINT opdracht_gesloten_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.opdracht_werkprocessen
    ADD CONSTRAINT opdracht_werkprocessen_organisatie_id_opdracht_id_fkey FOREIGN KEY (organisatie_id, opdracht_id) REFERENCES public.opdrachten(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.opdracht_werkprocessen
    ADD CONSTRAINT opdracht_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.opdrachten
    ADD CONSTRAINT opdrachten_gevraagd_door_fkey FOREIGN KEY (gevraagd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.opdrachten
    ADD CONSTRAINT opdrachten_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.opdrachten
    ADD CONSTRAINT opdrachten_vestiging_id_fkey FOREIGN KEY (vestiging_id) REFERENCES public.vestigingen(id);

ALTER TABLE ONLY public.opleidingen
    ADD CONSTRAINT opleidingen_crebo_fkey FOREIGN KEY (crebo) REFERENCES public.kwalificaties(crebo);

ALTER TABLE ONLY public.opleidingen
    ADD CONSTRAINT opleidingen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.opstapplaatsen
    ADD CONSTRAINT opstapplaatsen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.opstapplaatsen
    ADD CONSTRAINT opstapplaatsen_plaats_id_fkey FOREIGN KEY (plaats_id) REFERENCES public.plaatsen(id);

ALTER TABLE ONLY public.organisaties
    ADD CONSTRAINT organisaties_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.organisaties
    ADD CONSTRAINT organisaties_soort_fkey FOREIGN KEY (soort) REFERENCES public.organisatiesoorten(code);

ALTER TABLE ONLY public.persoonsgegevens_inzagen
    ADD CONSTRAINT persoonsgegevens_inzagen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.persoonsgegevens_inzagen
    ADD CONSTRAINT persoonsgegevens_inzagen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.persoonsgegevens
    ADD CONSTRAINT persoonsgegevens_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plaatsen
    ADD CONSTRAINT plaatsen_gemeente_id_fkey FOREIGN KEY (gemeente_id) REFERENCES public.gemeenten(id);

ALTER TABLE ONLY public.plan_niet_geplaatst
    ADD CONSTRAINT plan_niet_geplaatst_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.plan_niet_geplaatst
    ADD CONSTRAINT plan_niet_geplaatst_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plannen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plannen(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_voorstel_id_fkey FOREIGN KEY (voorstel_id) REFERENCES public.voorstellen(id);

ALTER TABLE ONLY public.plan_voorstellen
    ADD CONSTRAINT plan_voorstellen_vorm_fkey FOREIGN KEY (vorm) REFERENCES public.plaatsingsvormen(code);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_basis_plan_id_fkey FOREIGN KEY (basis_plan_id) REFERENCES public.plannen(id);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_gepubliceerd_door_fkey FOREIGN KEY (gepubliceerd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.plannen
    ADD CONSTRAINT plannen_rekenrun_id_fkey FOREIGN KEY (rekenrun_id) REFERENCES public.rekenruns(id);

ALTER TABLE ONLY public.postcodes
    ADD CONSTRAINT postcodes_plaats_id_fkey FOREIGN KEY (plaats_id) REFERENCES public.plaatsen(id);

ALTER TABLE ONLY public.praktijkopleiders
    ADD CONSTRAINT praktijkopleiders_vestiging_id_fkey FOREIGN KEY (vestiging_id) REFERENCES public.vestigingen(id);

ALTER TABLE ONLY public.regio_beleid
    ADD CONSTRAINT regio_beleid_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.regio_beleid
    ADD CONSTRAINT regio_beleid_sleutel_fkey FOREIGN KEY (sleutel) REFERENCES public.beleidssleutels(code);

ALTER TABLE ONLY public.rekenrun_voortgang
    ADD CONSTRAINT rekenrun_voortgang_rekenrun_id_fkey FOREIGN KEY (rekenrun_id) REFERENCES public.rekenruns(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_basis_plan FOREIGN KEY (basis_plan_id) REFERENCES public.plannen(id);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_gestopt_door_fkey FOREIGN KEY (gestopt_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_gevraagd_door_fkey FOREIGN KEY (gevraagd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_opnieuw_van_fkey FOREIGN KEY (opnieuw_van) REFERENCES public.rekenruns(id);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.rekenruns
    ADD CONSTRAINT rekenruns_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_reden_door_fkey FOREIGN KEY (reden_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id);

ALTER TABLE ONLY public.roulatie_aanbiedingen
    ADD CONSTRAINT roulatie_aanbiedingen_voorstel_id_fkey FOREIGN KEY (voorstel_id) REFERENCES public.voorstellen(id);

ALTER TABLE ONLY public.roulatie_afwezig
    ADD CONSTRAINT roulatie_afwezig_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_bedrijven
    ADD CONSTRAINT roulatie_bedrijven_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.roulatie_bedrijven
    ADD CONSTRAINT roulatie_bedrijven_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_bedrijven
    ADD CONSTRAINT roulatie_bedrijven_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_blokken
    ADD CONSTRAINT roulatie_blokken_roulatie_id_deel_van_fkey FOREIGN KEY (roulatie_id, deel_van) REFERENCES public.roulatie_blokken(roulatie_id, id) ON DELETE SET NULL (deel_van);

ALTER TABLE ONLY public.roulatie_blokken
    ADD CONSTRAINT roulatie_blokken_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_cellen
    ADD CONSTRAINT roulatie_cellen_roulatie_id_blok_id_fkey FOREIGN KEY (roulatie_id, blok_id) REFERENCES public.roulatie_blokken(roulatie_id, id);

ALTER TABLE ONLY public.roulatie_cellen
    ADD CONSTRAINT roulatie_cellen_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id);

ALTER TABLE ONLY public.roulatie_cellen
    ADD CONSTRAINT roulatie_cellen_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id);

ALTER TABLE ONLY public.roulatie_cellen
    ADD CONSTRAINT roulatie_cellen_roulatie_id_rooster_id_fkey FOREIGN KEY (roulatie_id, rooster_id) REFERENCES public.roulatie_roosters(roulatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_deelnemers
    ADD CONSTRAINT roulatie_deelnemers_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.roulatie_deelnemers
    ADD CONSTRAINT roulatie_deelnemers_moederbedrijf_id_fkey FOREIGN KEY (moederbedrijf_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.roulatie_deelnemers
    ADD CONSTRAINT roulatie_deelnemers_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_gesloten
    ADD CONSTRAINT roulatie_gesloten_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_leerdoelen
    ADD CONSTRAINT roulatie_leerdoelen_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_leerdoelen
    ADD CONSTRAINT roulatie_leerdoelen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_oordeel_werkprocessen
    ADD CONSTRAINT roulatie_oordeel_werkprocesse_roulatie_id_kandidaat_id_blo_fkey FOREIGN KEY (roulatie_id, kandidaat_id, blok_id) REFERENCES public.roulatie_oordelen(roulatie_id, kandidaat_id, blok_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_oordeel_werkprocessen
    ADD CONSTRAINT roulatie_oordeel_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_oordelen
    ADD CONSTRAINT roulatie_oordelen_roulatie_id_blok_id_fkey FOREIGN KEY (roulatie_id, blok_id) REFERENCES public.roulatie_blokken(roulatie_id, id);

ALTER TABLE ONLY public.roulatie_oordelen
    ADD CONSTRAINT roulatie_oordelen_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_oordelen
    ADD CONSTRAINT roulatie_oordelen_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id);

ALTER TABLE ONLY public.roulatie_oordelen
    ADD CONSTRAINT roulatie_oordelen_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_overeenkomsten
    ADD CONSTRAINT roulatie_overeenkomsten_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_overeenkomsten
    ADD CONSTRAINT roulatie_overeenkomsten_roulatie_id_organisatie_id_fkey FOREIGN KEY (roulatie_id, organisatie_id) REFERENCES public.roulatie_bedrijven(roulatie_id, organisatie_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_overeenkomsten
    ADD CONSTRAINT roulatie_overeenkomsten_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_paren
    ADD CONSTRAINT roulatie_paren_roulatie_id_ander_id_fkey FOREIGN KEY (roulatie_id, ander_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_paren
    ADD CONSTRAINT roulatie_paren_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_plekken
    ADD CONSTRAINT roulatie_plekken_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.roulatie_plekken
    ADD CONSTRAINT roulatie_plekken_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_plekken
    ADD CONSTRAINT roulatie_plekken_roulatie_id_organisatie_id_fkey FOREIGN KEY (roulatie_id, organisatie_id) REFERENCES public.roulatie_bedrijven(roulatie_id, organisatie_id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_basis_id_fkey FOREIGN KEY (basis_id) REFERENCES public.roulatie_roosters(id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_gemaakt_door_fkey FOREIGN KEY (gemaakt_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_gepubliceerd_door_fkey FOREIGN KEY (gepubliceerd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_rekenrun_id_fkey FOREIGN KEY (rekenrun_id) REFERENCES public.rekenruns(id);

ALTER TABLE ONLY public.roulatie_roosters
    ADD CONSTRAINT roulatie_roosters_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id);

ALTER TABLE ONLY public.roulatie_seizoenen
    ADD CONSTRAINT roulatie_seizoenen_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_seizoenen
    ADD CONSTRAINT roulatie_seizoenen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_terugblikken
    ADD CONSTRAINT roulatie_terugblikken_roulatie_id_blok_id_fkey FOREIGN KEY (roulatie_id, blok_id) REFERENCES public.roulatie_blokken(roulatie_id, id);

ALTER TABLE ONLY public.roulatie_terugblikken
    ADD CONSTRAINT roulatie_terugblikken_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_terugblikken
    ADD CONSTRAINT roulatie_terugblikken_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id);

ALTER TABLE ONLY public.roulatie_terugblikken
    ADD CONSTRAINT roulatie_terugblikken_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_vereist
    ADD CONSTRAINT roulatie_vereist_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_vereist
    ADD CONSTRAINT roulatie_vereist_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_volgorde
    ADD CONSTRAINT roulatie_volgorde_dan_fkey FOREIGN KEY (dan) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_volgorde
    ADD CONSTRAINT roulatie_volgorde_eerst_fkey FOREIGN KEY (eerst) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.roulatie_volgorde
    ADD CONSTRAINT roulatie_volgorde_roulatie_id_fkey FOREIGN KEY (roulatie_id) REFERENCES public.roulaties(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_voorkeuren
    ADD CONSTRAINT roulatie_voorkeuren_roulatie_id_kandidaat_id_fkey FOREIGN KEY (roulatie_id, kandidaat_id) REFERENCES public.roulatie_deelnemers(roulatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_voorkeuren
    ADD CONSTRAINT roulatie_voorkeuren_roulatie_id_leerwerkplek_id_fkey FOREIGN KEY (roulatie_id, leerwerkplek_id) REFERENCES public.roulatie_plekken(roulatie_id, leerwerkplek_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulatie_zetten
    ADD CONSTRAINT roulatie_zetten_door_fkey FOREIGN KEY (door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.roulatie_zetten
    ADD CONSTRAINT roulatie_zetten_rooster_id_fkey FOREIGN KEY (rooster_id) REFERENCES public.roulatie_roosters(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_groep_id_fkey FOREIGN KEY (groep_id) REFERENCES public.groepen(id);

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_leerlijn_id_fkey FOREIGN KEY (leerlijn_id) REFERENCES public.leerlijnen(id);

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_opleider_id_fkey FOREIGN KEY (opleider_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_regio_code_fkey FOREIGN KEY (regio_code) REFERENCES public.regios(code);

ALTER TABLE ONLY public.roulaties
    ADD CONSTRAINT roulaties_vervolg_op_fkey FOREIGN KEY (vervolg_op) REFERENCES public.roulaties(id);

ALTER TABLE ONLY public.sessies
    ADD CONSTRAINT sessies_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.terugkeergaranties
    ADD CONSTRAINT terugkeergaranties_organisatie_id_afdeling_id_fkey FOREIGN KEY (organisatie_id, afdeling_id) REFERENCES public.afdelingen(organisatie_id, id);

ALTER TABLE ONLY public.terugkeergaranties
    ADD CONSTRAINT terugkeergaranties_organisatie_id_kandidaat_id_fkey FOREIGN KEY (organisatie_id, kandidaat_id) REFERENCES public.medewerkers(organisatie_id, kandidaat_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.terugkeergaranties
    ADD CONSTRAINT terugkeergaranties_vastgelegd_door_fkey FOREIGN KEY (vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.treden
    ADD CONSTRAINT treden_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.uitsluitingen
    ADD CONSTRAINT uitsluitingen_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.uitsluitingen
    ADD CONSTRAINT uitsluitingen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.uitsluitingen
    ADD CONSTRAINT uitsluitingen_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.uitsluitingen
    ADD CONSTRAINT uitsluitingen_vestiging_id_fkey FOREIGN KEY (vestiging_id) REFERENCES public.vestigingen(id);

ALTER TABLE ONLY public.uitzonderingen
    ADD CONSTRAINT uitzonderingen_door_fkey FOREIGN KEY (door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.uitzonderingen
    ADD CONSTRAINT uitzonderingen_ingetrokken_door_fkey FOREIGN KEY (ingetrokken_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.uitzonderingen
    ADD CONSTRAINT uitzonderingen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.uitzonderingen
    ADD CONSTRAINT uitzonderingen_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.vestigingen
    ADD CONSTRAINT vestigingen_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.organisaties(id);

ALTER TABLE ONLY public.vestigingen
    ADD CONSTRAINT vestigingen_plaats_id_fkey FOREIGN KEY (plaats_id) REFERENCES public.plaatsen(id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_afwijsreden_fkey FOREIGN KEY (afwijsreden) REFERENCES public.afwijsredenen(code);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_ja_vastgelegd_door_fkey FOREIGN KEY (ja_vastgelegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_kandidaat_id_fkey FOREIGN KEY (kandidaat_id) REFERENCES public.kandidaten(id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_leerwerkplek_id_fkey FOREIGN KEY (leerwerkplek_id) REFERENCES public.leerwerkplekken(id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_pin_door_fkey FOREIGN KEY (pin_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.voorstellen
    ADD CONSTRAINT voorstellen_toegevoegd_door_fkey FOREIGN KEY (toegevoegd_door) REFERENCES public.accounts(id);

ALTER TABLE ONLY public.werkleider_afwezig
    ADD CONSTRAINT werkleider_afwezig_organisatie_id_werkleider_id_fkey FOREIGN KEY (organisatie_id, werkleider_id) REFERENCES public.werkleiders(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.werkleider_werkprocessen
    ADD CONSTRAINT werkleider_werkprocessen_organisatie_id_werkleider_id_fkey FOREIGN KEY (organisatie_id, werkleider_id) REFERENCES public.werkleiders(organisatie_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.werkleider_werkprocessen
    ADD CONSTRAINT werkleider_werkprocessen_werkproces_id_fkey FOREIGN KEY (werkproces_id) REFERENCES public.werkprocessen(id);

ALTER TABLE ONLY public.werkleiders
    ADD CONSTRAINT werkleiders_organisatie_id_fkey FOREIGN KEY (organisatie_id) REFERENCES public.detacheringsbeleid(organisatie_id);

ALTER TABLE ONLY public.werkprocessen
    ADD CONSTRAINT werkprocessen_crebo_fkey FOREIGN KEY (crebo) REFERENCES public.kwalificaties(crebo);

ALTER TABLE ONLY public.werkprocessen
    ADD CONSTRAINT werkprocessen_sector_fkey FOREIGN KEY (sector) REFERENCES public.sectoren(code);

CREATE POLICY aanmelden ON public.kandidaat_betrokkenen FOR INSERT TO app WITH CHECK (((account_id = ( SELECT public.app_account() AS app_account)) AND (rol = 'consulent'::text) AND public.net_aangemeld(kandidaat_id)));

CREATE POLICY aanmelden ON public.kandidaten FOR INSERT TO app WITH CHECK ((regio_code = ANY (( SELECT public.regios_van_organisaties_met(VARIADIC ARRAY['meldt_mensen_aan'::text]) AS regios_van_organisaties_met)::text[])));

ALTER TABLE public.account_rollen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.accounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.afdelingen ENABLE ROW LEVEL SECURITY;

CREATE POLICY alles ON public.api_antwoorden TO app USING ((account_id = ( SELECT public.app_account() AS app_account)));

CREATE POLICY alles ON public.api_sleutels TO app USING ((account_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[])));

CREATE POLICY alles ON public.inlezing_rijen TO app USING ((inlezing_id IN ( SELECT inlezingen.id
   FROM public.inlezingen)));

CREATE POLICY alles ON public.inlezingen TO app USING ((account_id = ( SELECT public.app_account() AS app_account)));

CREATE POLICY alles ON public.sessies TO app USING (((account_id = ( SELECT public.app_account() AS app_account)) OR (account_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[]))));

ALTER TABLE public.api_antwoorden ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_sleutels ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.begeleidingscapaciteiten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bezetting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bus_afwezig ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bus_opstapplaatsen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.bussen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.detacheringsbeleid ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.detacheringsovereenkomsten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.detacheringsuren ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.detacheringsweken ENABLE ROW LEVEL SECURITY;

CREATE POLICY doen ON public.account_rollen TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_accounts'::text]) AS regios_met)::text[])) OR (organisatie_id = ANY (( SELECT public.beheerde_organisaties() AS beheerde_organisaties)::bigint[]))));

CREATE POLICY doen ON public.accounts FOR UPDATE TO app USING (((id = ( SELECT public.app_account() AS app_account)) OR (id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[]))));

CREATE POLICY doen ON public.afdelingen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.begeleidingscapaciteiten TO app USING ((praktijkopleider_id IN ( SELECT wie.id
   FROM ((public.praktijkopleiders wie
     JOIN public.vestigingen vestiging ON ((vestiging.id = wie.vestiging_id)))
     JOIN public.organisaties organisatie ON ((organisatie.id = vestiging.organisatie_id)))
  WHERE ((organisatie.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_organisaties'::text]) AS regios_met)::text[])) OR (organisatie.id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['beheert_plekken'::text, 'beheert_accounts'::text]) AS organisaties_met)::bigint[]))))));

CREATE POLICY doen ON public.bezetting TO app USING ((leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE (leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.bus_afwezig TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.bus_opstapplaatsen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.bussen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.detacheringsbeleid TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.detacheringsovereenkomsten TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.detacheringsuren TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.detacheringsweken TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.erkenning_werkprocessen TO app USING ((erkenning_id IN ( SELECT erkenning.id
   FROM ((public.erkenningen erkenning
     JOIN public.vestigingen vestiging ON ((vestiging.id = erkenning.vestiging_id)))
     JOIN public.organisaties organisatie ON ((organisatie.id = vestiging.organisatie_id)))
  WHERE (organisatie.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_erkenningen'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.erkenningen TO app USING ((vestiging_id = ANY (( SELECT public.vestigingen_van(public.regios_met(VARIADIC ARRAY['beheert_erkenningen'::text]), '{}'::bigint[]) AS vestigingen_van)::bigint[])));

CREATE POLICY doen ON public.gemeente_regios TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_grenzen'::text]) AS regios_met)::text[])) OR (public.kwam_uit_regio(gemeente_id, lower(periode)) = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_grenzen'::text]) AS regios_met)::text[]))));

CREATE POLICY doen ON public.groep_kandidaten TO app USING ((groep_id IN ( SELECT groepen.id
   FROM public.groepen
  WHERE (groepen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.groepen TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])));

CREATE POLICY doen ON public.groepsplan_dagen TO app USING ((plan_id IN ( SELECT groepsplannen.id
   FROM public.groepsplannen
  WHERE ((groepsplannen.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) AND (groepsplannen.status = ANY (ARRAY['concept'::text, 'alternatief'::text]))))));

CREATE POLICY doen ON public.groepsplan_groepen TO app USING ((plan_id IN ( SELECT groepsplannen.id
   FROM public.groepsplannen
  WHERE ((groepsplannen.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) AND (groepsplannen.status = ANY (ARRAY['concept'::text, 'alternatief'::text]))))));

CREATE POLICY doen ON public.groepsplan_indelingen TO app USING ((plan_id IN ( SELECT groepsplannen.id
   FROM public.groepsplannen
  WHERE ((groepsplannen.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) AND (groepsplannen.status = ANY (ARRAY['concept'::text, 'alternatief'::text]))))));

CREATE POLICY doen ON public.groepsplan_zetten TO app USING ((plan_id IN ( SELECT groepsplannen.id
   FROM public.groepsplannen
  WHERE (groepsplannen.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])))));

CREATE POLICY doen ON public.groepsplannen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.kandidaat_betrokkenen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[]))))));

CREATE POLICY doen ON public.kandidaat_doelgroepen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.begeleide_kandidaten() AS begeleide_kandidaten)::bigint[]))))));

CREATE POLICY doen ON public.kandidaat_sectorwensen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.begeleide_kandidaten() AS begeleide_kandidaten)::bigint[]))))));

CREATE POLICY doen ON public.kandidaat_werkprocessen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.begeleide_kandidaten() AS begeleide_kandidaten)::bigint[]))))));

CREATE POLICY doen ON public.kandidaten TO app USING ((((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) AND (NOT besloten)) OR (sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (id = ANY (( SELECT public.begeleide_kandidaten() AS begeleide_kandidaten)::bigint[]))));

CREATE POLICY doen ON public.kwalificaties TO app USING ((cardinality(( SELECT public.regios_met(VARIADIC ARRAY['beheert_catalogus'::text]) AS regios_met)) > 0));

CREATE POLICY doen ON public.leerlijn_volgorde TO app USING ((leerlijn_id IN ( SELECT leerlijnen.id
   FROM public.leerlijnen
  WHERE (leerlijnen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.leerlijn_werkprocessen TO app USING ((leerlijn_id IN ( SELECT leerlijnen.id
   FROM public.leerlijnen
  WHERE (leerlijnen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.leerlijnen TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])));

CREATE POLICY doen ON public.leerwerkplek_praktijkopleiders TO app USING ((leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE ((leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (leerwerkplekken.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['beheert_plekken'::text]) AS vestigingen_met)::bigint[]))))));

CREATE POLICY doen ON public.leerwerkplek_werkprocessen TO app USING ((leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE ((leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (leerwerkplekken.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['beheert_plekken'::text]) AS vestigingen_met)::bigint[]))))));

CREATE POLICY doen ON public.leerwerkplekken TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['beheert_plekken'::text]) AS vestigingen_met)::bigint[]))));

CREATE POLICY doen ON public.medewerker_afwezig TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.medewerker_gesprekken TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.medewerker_leerdoelen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.medewerker_paren TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.medewerker_stappen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.medewerkers TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.opdracht_afspraken TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.opdracht_gesloten TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.opdracht_werkprocessen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.opdrachten TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.opleidingen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_van(public.regios_met(VARIADIC ARRAY['beheert_opleidingen'::text]), public.organisaties_met(VARIADIC ARRAY['beheert_opleidingen'::text])) AS organisaties_van)::bigint[])));

CREATE POLICY doen ON public.opstapplaatsen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.organisaties TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_organisaties'::text]) AS regios_met)::text[])) OR (id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['beheert_accounts'::text]) AS organisaties_met)::bigint[]))));

CREATE POLICY doen ON public.persoonsgegevens TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.begeleide_kandidaten() AS begeleide_kandidaten)::bigint[]))))));

CREATE POLICY doen ON public.plannen TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])));

CREATE POLICY doen ON public.praktijkopleiders TO app USING ((vestiging_id = ANY (( SELECT public.vestigingen_van(public.regios_met(VARIADIC ARRAY['beheert_organisaties'::text]), public.organisaties_met(VARIADIC ARRAY['beheert_plekken'::text, 'beheert_accounts'::text])) AS vestigingen_van)::bigint[])));

CREATE POLICY doen ON public.regio_beleid TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['bepaalt_beleid'::text]) AS regios_met)::text[])));

CREATE POLICY doen ON public.rekenruns TO app USING ((((organisatie_id IS NULL) AND (regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[]))) OR (organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[]))));

CREATE POLICY doen ON public.roulatie_aanbiedingen TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_afwezig TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_bedrijven TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_blokken TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_cellen TO app USING ((rooster_id IN ( SELECT roulatie_roosters.id
   FROM public.roulatie_roosters
  WHERE ((roulatie_roosters.roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])) AND (roulatie_roosters.status = ANY (ARRAY['concept'::text, 'alternatief'::text]))))));

CREATE POLICY doen ON public.roulatie_deelnemers TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_gesloten TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_leerdoelen TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_oordeel_werkprocessen TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_oordelen TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_overeenkomsten TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_paren TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_plekken TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_roosters TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_seizoenen TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_terugblikken TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_vereist TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_volgorde TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_voorkeuren TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY doen ON public.roulatie_zetten TO app USING ((rooster_id IN ( SELECT roulatie_roosters.id
   FROM public.roulatie_roosters
  WHERE (roulatie_roosters.roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])))));

CREATE POLICY doen ON public.roulaties TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])));

CREATE POLICY doen ON public.terugkeergaranties TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.treden TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.uitsluitingen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[]))))));

CREATE POLICY doen ON public.uitzonderingen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['bepaalt_beleid'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.vestigingen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_van(public.regios_met(VARIADIC ARRAY['beheert_organisaties'::text]), public.organisaties_met(VARIADIC ARRAY['beheert_accounts'::text])) AS organisaties_van)::bigint[])));

CREATE POLICY doen ON public.voorstellen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))));

CREATE POLICY doen ON public.werkleider_afwezig TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.werkleider_werkprocessen TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.werkleiders TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY doen ON public.werkprocessen TO app USING ((cardinality(( SELECT public.regios_met(VARIADIC ARRAY['beheert_catalogus'::text]) AS regios_met)) > 0));

CREATE POLICY eigen ON public.opdracht_werkprocessen FOR SELECT TO app USING ((opdracht_id IN ( SELECT opdrachten.id
   FROM public.opdrachten
  WHERE (opdrachten.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]) AS vestigingen_met)::bigint[])))));

CREATE POLICY eigen ON public.opdrachten FOR SELECT TO app USING ((vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]) AS vestigingen_met)::bigint[])));

CREATE POLICY eigen_mensen ON public.bezetting TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])))));

CREATE POLICY eigen_mensen ON public.voorstellen TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])))));

CREATE POLICY eigen_mensen_zien ON public.bezetting FOR SELECT TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])))));

CREATE POLICY eigen_mensen_zien ON public.voorstellen FOR SELECT TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])))));

ALTER TABLE public.erkenning_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.erkenningen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gebeurtenissen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gemeente_regios ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groep_kandidaten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepsplan_dagen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepsplan_groepen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepsplan_indelingen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepsplan_zetten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.groepsplannen ENABLE ROW LEVEL SECURITY;

CREATE POLICY inleners ON public.organisaties FOR SELECT TO app USING ((((regio_code = ANY (( SELECT public.regios_van_organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS regios_van_organisaties_met)::text[])) AND (gearchiveerd_op IS NULL)) OR (id = ANY (( SELECT public.inleners_met(VARIADIC ARRAY['leest_mensen'::text]) AS inleners_met)::bigint[]))));

ALTER TABLE public.inlezing_rijen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.inlezingen ENABLE ROW LEVEL SECURITY;

CREATE POLICY intrekken ON public.links FOR UPDATE TO app USING (((account_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[])) OR (leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE (leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))) OR (roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[]))));

ALTER TABLE public.kandidaat_betrokkenen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kandidaat_doelgroepen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kandidaat_sectorwensen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kandidaat_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kandidaten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kwalificaties ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerlijn_volgorde ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerlijn_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerlijnen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerwerkplek_praktijkopleiders ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerwerkplek_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leerwerkplekken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.links ENABLE ROW LEVEL SECURITY;

CREATE POLICY maken ON public.links FOR INSERT TO app WITH CHECK (((gemaakt_door = ( SELECT public.app_account() AS app_account)) AND ((account_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[])) OR (leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE (leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))) OR (roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[])))));

ALTER TABLE public.medewerker_afwezig ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.medewerker_gesprekken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.medewerker_leerdoelen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.medewerker_paren ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.medewerker_stappen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.medewerkers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opdracht_afspraken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opdracht_gesloten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opdracht_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opdrachten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opleidingen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.opstapplaatsen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisaties ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.persoonsgegevens ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.persoonsgegevens_inzagen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.plan_niet_geplaatst ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.plan_voorstellen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.plannen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.praktijkopleiders ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.regio_beleid ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rekenrun_voortgang ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.rekenruns ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_aanbiedingen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_afwezig ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_bedrijven ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_blokken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_cellen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_deelnemers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_gesloten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_leerdoelen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_oordeel_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_oordelen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_overeenkomsten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_paren ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_plekken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_roosters ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_seizoenen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_terugblikken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_vereist ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_volgorde ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_voorkeuren ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulatie_zetten ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roulaties ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sessies ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.terugkeergaranties ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.treden ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.uitsluitingen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.uitzonderingen ENABLE ROW LEVEL SECURITY;

CREATE POLICY uren_intrekken ON public.links FOR UPDATE TO app USING ((opdracht_id = ANY (( SELECT public.opdrachten_met(VARIADIC ARRAY['plant_mensen'::text]) AS opdrachten_met)::bigint[])));

CREATE POLICY uren_maken ON public.links FOR INSERT TO app WITH CHECK (((gemaakt_door = ( SELECT public.app_account() AS app_account)) AND (opdracht_id = ANY (( SELECT public.opdrachten_met(VARIADIC ARRAY['plant_mensen'::text]) AS opdrachten_met)::bigint[]))));

CREATE POLICY uren_zien ON public.links FOR SELECT TO app USING ((opdracht_id = ANY (( SELECT public.opdrachten_met(VARIADIC ARRAY['plant_mensen'::text]) AS opdrachten_met)::bigint[])));

CREATE POLICY vastleggen ON public.gebeurtenissen FOR INSERT TO app WITH CHECK ((NOT (account_id IS DISTINCT FROM ( SELECT public.app_account() AS app_account))));

ALTER TABLE public.vestigingen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voorstellen ENABLE ROW LEVEL SECURITY;

CREATE POLICY vragen ON public.opdracht_werkprocessen FOR INSERT TO app WITH CHECK ((opdracht_id IN ( SELECT opdrachten.id
   FROM public.opdrachten
  WHERE ((opdrachten.status = 'gevraagd'::text) AND (opdrachten.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['beheert_plekken'::text]) AS vestigingen_met)::bigint[]))))));

CREATE POLICY vragen ON public.opdrachten FOR INSERT TO app WITH CHECK (((status = 'gevraagd'::text) AND (gevraagd_door = ( SELECT public.app_account() AS app_account)) AND (tarief = 0) AND (toegezegd = 0) AND (organisatie_id IN ( SELECT sw_bedrijven_voor_inlener.id
   FROM public.sw_bedrijven_voor_inlener() sw_bedrijven_voor_inlener(id, naam))) AND (vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['beheert_plekken'::text]) AS vestigingen_met)::bigint[]))));

ALTER TABLE public.werkleider_afwezig ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.werkleider_werkprocessen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.werkleiders ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.werkprocessen ENABLE ROW LEVEL SECURITY;

CREATE POLICY worker ON public.account_rollen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.accounts TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.afdelingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.api_antwoorden TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.api_sleutels TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.begeleidingscapaciteiten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.bezetting TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.bus_afwezig TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.bus_opstapplaatsen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.bussen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.detacheringsbeleid TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.detacheringsovereenkomsten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.detacheringsuren TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.detacheringsweken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.erkenning_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.erkenningen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.gebeurtenissen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.gemeente_regios TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groep_kandidaten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepsplan_dagen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepsplan_groepen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepsplan_indelingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepsplan_zetten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.groepsplannen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.inlezing_rijen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.inlezingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kandidaat_betrokkenen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kandidaat_doelgroepen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kandidaat_sectorwensen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kandidaat_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kandidaten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.kwalificaties TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerlijn_volgorde TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerlijn_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerlijnen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerwerkplek_praktijkopleiders TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerwerkplek_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.leerwerkplekken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerker_afwezig TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerker_gesprekken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerker_leerdoelen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerker_paren TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerker_stappen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.medewerkers TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opdracht_afspraken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opdracht_gesloten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opdracht_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opdrachten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opleidingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.opstapplaatsen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.organisaties TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.persoonsgegevens TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.persoonsgegevens_inzagen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.plan_niet_geplaatst TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.plan_voorstellen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.plannen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.praktijkopleiders TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.regio_beleid TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.rekenrun_voortgang TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.rekenruns TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_aanbiedingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_afwezig TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_bedrijven TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_blokken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_cellen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_deelnemers TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_gesloten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_leerdoelen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_oordeel_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_oordelen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_overeenkomsten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_paren TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_plekken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_roosters TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_seizoenen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_terugblikken TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_vereist TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_volgorde TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_voorkeuren TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulatie_zetten TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.roulaties TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.sessies TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.terugkeergaranties TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.treden TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.uitsluitingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.uitzonderingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.vestigingen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.voorstellen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.werkleider_afwezig TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.werkleider_werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.werkleiders TO worker USING (true) WITH CHECK (true);

CREATE POLICY worker ON public.werkprocessen TO worker USING (true) WITH CHECK (true);

CREATE POLICY zien ON public.account_rollen FOR SELECT TO app USING (((account_id = ( SELECT public.app_account() AS app_account)) OR (account_id = ANY (( SELECT public.bekende_accounts() AS bekende_accounts)::bigint[]))));

CREATE POLICY zien ON public.accounts FOR SELECT TO app USING (((id = ( SELECT public.app_account() AS app_account)) OR (id = ANY (( SELECT public.bekende_accounts() AS bekende_accounts)::bigint[])) OR (id = ANY (( SELECT public.accounts_rond_mijn_kandidaten() AS accounts_rond_mijn_kandidaten)::bigint[]))));

CREATE POLICY zien ON public.afdelingen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.begeleidingscapaciteiten FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.praktijkopleiders van
  WHERE (van.id = begeleidingscapaciteiten.praktijkopleider_id))));

CREATE POLICY zien ON public.bezetting FOR SELECT TO app USING ((leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE ((leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])) OR (leerwerkplekken.vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]) AS vestigingen_met)::bigint[]))))));

CREATE POLICY zien ON public.bus_afwezig FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.bus_opstapplaatsen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.bussen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.detacheringsbeleid FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.detacheringsovereenkomsten FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.detacheringsuren FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.detacheringsweken FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.erkenning_werkprocessen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.erkenningen van
  WHERE (van.id = erkenning_werkprocessen.erkenning_id))));

CREATE POLICY zien ON public.erkenningen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.vestigingen waar
  WHERE (waar.id = erkenningen.vestiging_id))));

CREATE POLICY zien ON public.gebeurtenissen FOR SELECT TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])) OR ((onderwerp <> 'account'::text) AND (organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['hoort_bij'::text]) AS organisaties_met)::bigint[]))) OR ((onderwerp = 'account'::text) AND ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['beheert_accounts'::text]) AS organisaties_met)::bigint[])) OR (onderwerp_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[])))) OR ((onderwerp = 'kandidaat'::text) AND (onderwerp_id IN ( SELECT kandidaten.id
   FROM public.kandidaten))) OR ((onderwerp = ANY (ARRAY['account'::text, 'api_sleutel'::text])) AND (regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beheert_accounts'::text]) AS regios_met)::text[]))) OR ((onderwerp = ANY (ARRAY['organisatie'::text, 'vestiging'::text, 'praktijkopleider'::text, 'erkenning'::text, 'opleiding'::text, 'leerwerkplek'::text])) AND (regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_organisaties'::text, 'beheert_organisaties'::text]) AS regios_met)::text[]))) OR ((onderwerp = ANY (ARRAY['regio'::text, 'kwalificatie'::text, 'werkproces'::text])) AND (( SELECT public.app_account() AS app_account) IS NOT NULL))));

CREATE POLICY zien ON public.gemeente_regios FOR SELECT TO app USING (true);

CREATE POLICY zien ON public.groep_kandidaten FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.groepen groep
  WHERE (groep.id = groep_kandidaten.groep_id))));

CREATE POLICY zien ON public.groepen FOR SELECT TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])));

CREATE POLICY zien ON public.groepsplan_dagen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.groepsplan_groepen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.groepsplan_indelingen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.groepsplan_zetten FOR SELECT TO app USING ((plan_id IN ( SELECT groepsplannen.id
   FROM public.groepsplannen)));

CREATE POLICY zien ON public.groepsplannen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.kandidaat_betrokkenen FOR SELECT TO app USING (((EXISTS ( SELECT
   FROM public.kandidaten wie
  WHERE (wie.id = kandidaat_betrokkenen.kandidaat_id))) OR (account_id = ( SELECT public.app_account() AS app_account))));

CREATE POLICY zien ON public.kandidaat_doelgroepen FOR SELECT TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.mijn_kandidaten() AS mijn_kandidaten)::bigint[]))))));

CREATE POLICY zien ON public.kandidaat_sectorwensen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.kandidaten wie
  WHERE (wie.id = kandidaat_sectorwensen.kandidaat_id))));

CREATE POLICY zien ON public.kandidaat_werkprocessen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.kandidaten wie
  WHERE (wie.id = kandidaat_werkprocessen.kandidaat_id))));

CREATE POLICY zien ON public.kandidaten FOR SELECT TO app USING ((((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])) AND (NOT besloten)) OR (sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])) OR (id = ANY (( SELECT public.mijn_kandidaten() AS mijn_kandidaten)::bigint[]))));

CREATE POLICY zien ON public.kwalificaties FOR SELECT TO app USING (true);

CREATE POLICY zien ON public.leerlijn_volgorde FOR SELECT TO app USING ((leerlijn_id IN ( SELECT leerlijnen.id
   FROM public.leerlijnen)));

CREATE POLICY zien ON public.leerlijn_werkprocessen FOR SELECT TO app USING (((leerlijn_id IN ( SELECT leerlijnen.id
   FROM public.leerlijnen
  WHERE (leerlijnen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])))) OR ((organisatie_id IS NULL) AND (leerlijn_id IN ( SELECT leerlijnen.id
   FROM public.leerlijnen)))));

CREATE POLICY zien ON public.leerlijnen FOR SELECT TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])) OR (gedeeld AND (cardinality(( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)) > 0))));

CREATE POLICY zien ON public.leerwerkplek_praktijkopleiders FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.leerwerkplekken plek
  WHERE (plek.id = leerwerkplek_praktijkopleiders.leerwerkplek_id))));

CREATE POLICY zien ON public.leerwerkplek_werkprocessen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.leerwerkplekken plek
  WHERE (plek.id = leerwerkplek_werkprocessen.leerwerkplek_id))));

CREATE POLICY zien ON public.leerwerkplekken FOR SELECT TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_organisaties'::text]) AS regios_met)::text[])) OR (vestiging_id = ANY (( SELECT public.vestigingen_met(VARIADIC ARRAY['leest_plekken'::text]) AS vestigingen_met)::bigint[]))));

CREATE POLICY zien ON public.links FOR SELECT TO app USING (((account_id = ANY (( SELECT public.geheel_beheerde_accounts() AS geheel_beheerde_accounts)::bigint[])) OR (leerwerkplek_id IN ( SELECT leerwerkplekken.id
   FROM public.leerwerkplekken
  WHERE (leerwerkplekken.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])))) OR (roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['beslist'::text]) AS roulaties_met)::bigint[]))));

CREATE POLICY zien ON public.medewerker_afwezig FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.medewerker_gesprekken FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.medewerker_leerdoelen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.medewerker_paren FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.medewerker_stappen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.medewerkers FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.opdracht_afspraken FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.opdracht_gesloten FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.opdracht_werkprocessen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.opdrachten FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.opleidingen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.organisaties eigenaar
  WHERE (eigenaar.id = opleidingen.organisatie_id))));

CREATE POLICY zien ON public.opstapplaatsen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.organisaties FOR SELECT TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_organisaties'::text, 'beheert_organisaties'::text]) AS regios_met)::text[])) OR (id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['hoort_bij'::text]) AS organisaties_met)::bigint[])) OR (id = ANY (( SELECT public.opleiders_in(public.regios_met(VARIADIC ARRAY['leest_organisaties'::text, 'beheert_organisaties'::text])) AS opleiders_in)::bigint[]))));

CREATE POLICY zien ON public.persoonsgegevens FOR SELECT TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE ((kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['beslist'::text]) AS regios_met)::text[])) OR (kandidaten.sw_bedrijf_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['plant_mensen'::text]) AS organisaties_met)::bigint[])) OR (kandidaten.id = ANY (( SELECT public.mijn_kandidaten() AS mijn_kandidaten)::bigint[]))))));

CREATE POLICY zien ON public.persoonsgegevens_inzagen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.kandidaten wie
  WHERE (wie.id = persoonsgegevens_inzagen.kandidaat_id))));

CREATE POLICY zien ON public.plan_niet_geplaatst FOR SELECT TO app USING ((plan_id IN ( SELECT plannen.id
   FROM public.plannen
  WHERE (plannen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])))));

CREATE POLICY zien ON public.plan_voorstellen FOR SELECT TO app USING (((plan_id IN ( SELECT plannen.id
   FROM public.plannen
  WHERE (plannen.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])))) OR ((plan_id IN ( SELECT plannen.id
   FROM public.plannen)) AND (leerwerkplek_id IN ( SELECT plek.id
   FROM (public.leerwerkplekken plek
     JOIN public.vestigingen vestiging ON ((vestiging.id = plek.vestiging_id)))
  WHERE (vestiging.organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_plekken'::text]) AS organisaties_met)::bigint[])))))));

CREATE POLICY zien ON public.plannen FOR SELECT TO app USING (((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])) OR ((status = 'gepubliceerd'::text) AND (regio_code = ANY (( SELECT public.plekregios() AS plekregios)::text[])))));

CREATE POLICY zien ON public.praktijkopleiders FOR SELECT TO app USING ((vestiging_id = ANY (( SELECT public.vestigingen_van(public.regios_met(VARIADIC ARRAY['leest_organisaties'::text, 'beheert_organisaties'::text]), public.organisaties_met(VARIADIC ARRAY['hoort_bij'::text])) AS vestigingen_van)::bigint[])));

CREATE POLICY zien ON public.regio_beleid FOR SELECT TO app USING (true);

CREATE POLICY zien ON public.rekenrun_voortgang FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.rekenruns run
  WHERE (run.id = rekenrun_voortgang.rekenrun_id))));

CREATE POLICY zien ON public.rekenruns FOR SELECT TO app USING ((((organisatie_id IS NULL) AND (regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[]))) OR (organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[]))));

CREATE POLICY zien ON public.roulatie_aanbiedingen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_afwezig FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_bedrijven FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_blokken FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_cellen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_deelnemers FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_gesloten FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_leerdoelen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_oordeel_werkprocessen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_oordelen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_overeenkomsten FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_paren FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_plekken FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_roosters FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_seizoenen FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_terugblikken FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_vereist FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_volgorde FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_voorkeuren FOR SELECT TO app USING ((roulatie_id = ANY (( SELECT public.roulaties_met(VARIADIC ARRAY['leest_regio'::text]) AS roulaties_met)::bigint[])));

CREATE POLICY zien ON public.roulatie_zetten FOR SELECT TO app USING ((rooster_id IN ( SELECT roulatie_roosters.id
   FROM public.roulatie_roosters)));

CREATE POLICY zien ON public.roulaties FOR SELECT TO app USING ((regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])));

CREATE POLICY zien ON public.terugkeergaranties FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.treden FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.uitsluitingen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.kandidaten wie
  WHERE (wie.id = uitsluitingen.kandidaat_id))));

CREATE POLICY zien ON public.uitzonderingen FOR SELECT TO app USING ((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text, 'bepaalt_beleid'::text]) AS regios_met)::text[])))));

CREATE POLICY zien ON public.vestigingen FOR SELECT TO app USING ((EXISTS ( SELECT
   FROM public.organisaties eigenaar
  WHERE (eigenaar.id = vestigingen.organisatie_id))));

CREATE POLICY zien ON public.voorstellen FOR SELECT TO app USING (((kandidaat_id IN ( SELECT kandidaten.id
   FROM public.kandidaten
  WHERE (kandidaten.regio_code = ANY (( SELECT public.regios_met(VARIADIC ARRAY['leest_regio'::text]) AS regios_met)::text[])))) OR (id IN ( SELECT plan_voorstellen.voorstel_id
   FROM public.plan_voorstellen))));

CREATE POLICY zien ON public.werkleider_afwezig FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.werkleider_werkprocessen FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.werkleiders FOR SELECT TO app USING ((organisatie_id = ANY (( SELECT public.organisaties_met(VARIADIC ARRAY['leest_mensen'::text]) AS organisaties_met)::bigint[])));

CREATE POLICY zien ON public.werkprocessen FOR SELECT TO app USING (true);

GRANT SELECT(id) ON TABLE public.accounts TO app;
GRANT SELECT(id) ON TABLE public.accounts TO worker;

GRANT SELECT(email),UPDATE(email) ON TABLE public.accounts TO app;

GRANT SELECT(naam),UPDATE(naam) ON TABLE public.accounts TO app;
GRANT SELECT(naam) ON TABLE public.accounts TO worker;

GRANT SELECT(heeft_wachtwoord) ON TABLE public.accounts TO app;

GRANT SELECT(actief),UPDATE(actief) ON TABLE public.accounts TO app;

GRANT SELECT(aangemaakt_op) ON TABLE public.accounts TO app;

GRANT SELECT(versie),UPDATE(versie) ON TABLE public.accounts TO app;

GRANT SELECT(soort) ON TABLE public.accounts TO app;

GRANT INSERT ON TABLE public.links TO app;

GRANT SELECT(id) ON TABLE public.links TO app;

GRANT SELECT(doel) ON TABLE public.links TO app;

GRANT SELECT(account_id) ON TABLE public.links TO app;

GRANT SELECT(leerwerkplek_id) ON TABLE public.links TO app;

GRANT SELECT(gemaakt_door) ON TABLE public.links TO app;

GRANT SELECT(gemaakt_op) ON TABLE public.links TO app;

GRANT SELECT(verloopt_op) ON TABLE public.links TO app;

GRANT SELECT(gebruikt_op) ON TABLE public.links TO app;

GRANT SELECT(ingetrokken_op),UPDATE(ingetrokken_op) ON TABLE public.links TO app;

GRANT SELECT(roulatie_id) ON TABLE public.links TO app;

GRANT SELECT(kandidaat_id) ON TABLE public.links TO app;

GRANT SELECT(blok_id) ON TABLE public.links TO app;

GRANT SELECT(roulatie_plek_id) ON TABLE public.links TO app;

GRANT SELECT(geldig_vanaf) ON TABLE public.links TO app;

GRANT SELECT(opdracht_id) ON TABLE public.links TO app;

GRANT SELECT(week) ON TABLE public.links TO app;

REVOKE ALL ON FUNCTION public.zoek_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT doel text, OUT account_id bigint, OUT leerwerkplek_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zoek_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT doel text, OUT account_id bigint, OUT leerwerkplek_id bigint) TO app;

REVOKE ALL ON FUNCTION public.account_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT naam text, OUT email text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.account_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT naam text, OUT email text) TO app;

REVOKE ALL ON FUNCTION public.app_account() FROM PUBLIC;
GRANT ALL ON FUNCTION public.app_account() TO app;

GRANT SELECT,INSERT ON TABLE public.kandidaat_betrokkenen TO app;

GRANT UPDATE(periode) ON TABLE public.kandidaat_betrokkenen TO app;

REVOKE ALL ON FUNCTION public.mijn_kandidaten() FROM PUBLIC;
GRANT ALL ON FUNCTION public.mijn_kandidaten() TO app;

GRANT SELECT ON TABLE public.persoonsgegevens_inzagen TO app;

REVOKE ALL ON FUNCTION public.accounts_rond_mijn_kandidaten() FROM PUBLIC;
GRANT ALL ON FUNCTION public.accounts_rond_mijn_kandidaten() TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.account_rollen TO app;

GRANT SELECT,INSERT ON TABLE public.organisaties TO app;
GRANT SELECT ON TABLE public.organisaties TO worker;

GRANT UPDATE(naam) ON TABLE public.organisaties TO app;

GRANT UPDATE(soort) ON TABLE public.organisaties TO app;

GRANT UPDATE(kvk) ON TABLE public.organisaties TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.organisaties TO app;

GRANT UPDATE(versie) ON TABLE public.organisaties TO app;

REVOKE ALL ON FUNCTION public.accounts_van(regios text[], organisatie_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.accounts_van(regios text[], organisatie_ids bigint[]) TO app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roulatie_plekken TO app;
GRANT SELECT ON TABLE public.roulatie_plekken TO worker;

GRANT SELECT,INSERT ON TABLE public.roulaties TO app;
GRANT SELECT ON TABLE public.roulaties TO worker;

GRANT UPDATE(naam) ON TABLE public.roulaties TO app;

GRANT UPDATE(opleider_id) ON TABLE public.roulaties TO app;

GRANT UPDATE(periode) ON TABLE public.roulaties TO app;

GRANT UPDATE(status) ON TABLE public.roulaties TO app;

GRANT UPDATE(reden) ON TABLE public.roulaties TO app;

GRANT UPDATE(afspraak) ON TABLE public.roulaties TO app;

GRANT UPDATE(afspraak_tot) ON TABLE public.roulaties TO app;

GRANT UPDATE(max_blokken) ON TABLE public.roulaties TO app;

GRANT UPDATE(min_weken) ON TABLE public.roulaties TO app;

GRANT UPDATE(min_werkgevers) ON TABLE public.roulaties TO app;

GRANT UPDATE(fase_volgorde) ON TABLE public.roulaties TO app;

GRANT UPDATE(lagen) ON TABLE public.roulaties TO app;

GRANT UPDATE(versie) ON TABLE public.roulaties TO app;

REVOKE ALL ON FUNCTION public.agenda_bij_link(gezocht bytea, nu timestamp with time zone, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT leerwerkplek_id bigint, OUT kort text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.agenda_bij_link(gezocht bytea, nu timestamp with time zone, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT leerwerkplek_id bigint, OUT kort text) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.leerwerkplekken TO app;
GRANT SELECT ON TABLE public.leerwerkplekken TO worker;

GRANT UPDATE(titel) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(omschrijving) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(sector) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(niveau) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(plaatsen) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(periode) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(dagdelen) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(minuten_min) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(minuten_max) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(taal) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(fase) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(vervoer_geregeld) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(vormen) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(voorwaarden) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(status) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(versie) ON TABLE public.leerwerkplekken TO app;

GRANT UPDATE(eigen_nummer) ON TABLE public.leerwerkplekken TO app;

GRANT SELECT ON TABLE public.plaatsen TO app;
GRANT SELECT ON TABLE public.plaatsen TO worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roulatie_blokken TO app;
GRANT SELECT ON TABLE public.roulatie_blokken TO worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roulatie_cellen TO app;
GRANT SELECT,INSERT ON TABLE public.roulatie_cellen TO worker;

GRANT UPDATE(leerwerkplek_id) ON TABLE public.roulatie_cellen TO worker;

GRANT UPDATE(vast) ON TABLE public.roulatie_cellen TO worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roulatie_deelnemers TO app;
GRANT SELECT ON TABLE public.roulatie_deelnemers TO worker;

GRANT SELECT,INSERT ON TABLE public.roulatie_roosters TO app;
GRANT SELECT,INSERT ON TABLE public.roulatie_roosters TO worker;

GRANT UPDATE(status) ON TABLE public.roulatie_roosters TO app;

GRANT UPDATE(gepubliceerd_op) ON TABLE public.roulatie_roosters TO app;

GRANT UPDATE(gepubliceerd_door) ON TABLE public.roulatie_roosters TO app;

GRANT UPDATE(lagen) ON TABLE public.roulatie_roosters TO app;

GRANT UPDATE(versie) ON TABLE public.roulatie_roosters TO app;

GRANT SELECT,INSERT ON TABLE public.vestigingen TO app;
GRANT SELECT ON TABLE public.vestigingen TO worker;

GRANT UPDATE(naam) ON TABLE public.vestigingen TO app;

GRANT UPDATE(plaats_id) ON TABLE public.vestigingen TO app;

GRANT UPDATE(leerbedrijf_id) ON TABLE public.vestigingen TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.vestigingen TO app;

GRANT UPDATE(versie) ON TABLE public.vestigingen TO app;

REVOKE ALL ON FUNCTION public.gepubliceerde_verblijven(van_roulatie bigint, OUT rooster_id bigint, OUT gepubliceerd_op timestamp with time zone, OUT kandidaat_id bigint, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie_id bigint, OUT organisatie text, OUT plaats text, OUT titel text, OUT kort text, OUT kleur smallint) FROM PUBLIC;

GRANT SELECT,DELETE ON TABLE public.kandidaten TO app;
GRANT SELECT ON TABLE public.kandidaten TO worker;

GRANT INSERT(kenmerk) ON TABLE public.kandidaten TO app;

GRANT INSERT(regio_code) ON TABLE public.kandidaten TO app;

GRANT INSERT(gemeente_id),UPDATE(gemeente_id) ON TABLE public.kandidaten TO app;

GRANT INSERT(pc4),UPDATE(pc4) ON TABLE public.kandidaten TO app;

GRANT INSERT(sw_bedrijf_id) ON TABLE public.kandidaten TO app;

GRANT INSERT(status),UPDATE(status) ON TABLE public.kandidaten TO app;

GRANT UPDATE(status_reden) ON TABLE public.kandidaten TO app;

GRANT UPDATE(matchbaar_sinds) ON TABLE public.kandidaten TO app;

GRANT INSERT(vervoermiddel),UPDATE(vervoermiddel) ON TABLE public.kandidaten TO app;

GRANT INSERT(max_reistijd),UPDATE(max_reistijd) ON TABLE public.kandidaten TO app;

GRANT INSERT(max_afstand),UPDATE(max_afstand) ON TABLE public.kandidaten TO app;

GRANT INSERT(reist_alleen),UPDATE(reist_alleen) ON TABLE public.kandidaten TO app;

GRANT INSERT(dagdelen),UPDATE(dagdelen) ON TABLE public.kandidaten TO app;

GRANT INSERT(interne_dagen),UPDATE(interne_dagen) ON TABLE public.kandidaten TO app;

GRANT INSERT(minuten_min),UPDATE(minuten_min) ON TABLE public.kandidaten TO app;

GRANT INSERT(minuten_max),UPDATE(minuten_max) ON TABLE public.kandidaten TO app;

GRANT INSERT(periode),UPDATE(periode) ON TABLE public.kandidaten TO app;

GRANT INSERT(weken),UPDATE(weken) ON TABLE public.kandidaten TO app;

GRANT INSERT(niveau_geschat),UPDATE(niveau_geschat) ON TABLE public.kandidaten TO app;

GRANT INSERT(praktijkleren) ON TABLE public.kandidaten TO app;

GRANT INSERT(crebo),UPDATE(crebo) ON TABLE public.kandidaten TO app;

GRANT INSERT(vormen),UPDATE(vormen) ON TABLE public.kandidaten TO app;

GRANT INSERT(begeleiding),UPDATE(begeleiding) ON TABLE public.kandidaten TO app;

GRANT INSERT(voorwaarden),UPDATE(voorwaarden) ON TABLE public.kandidaten TO app;

GRANT INSERT(taal),UPDATE(taal) ON TABLE public.kandidaten TO app;

GRANT INSERT(fase),UPDATE(fase) ON TABLE public.kandidaten TO app;

GRANT INSERT(toelichting),UPDATE(toelichting) ON TABLE public.kandidaten TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.kandidaten TO app;

GRANT UPDATE(eigen_kenmerk) ON TABLE public.kandidaten TO app;

GRANT INSERT(besloten),UPDATE(besloten) ON TABLE public.kandidaten TO app;

GRANT UPDATE(versie) ON TABLE public.kandidaten TO app;

REVOKE ALL ON FUNCTION public.agendablokken_bij_link(gezocht bytea, nu timestamp with time zone, OUT rooster_id bigint, OUT gepubliceerd_op timestamp with time zone, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT organisatie text, OUT plaats text, OUT kort text, OUT kenmerken text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.agendablokken_bij_link(gezocht bytea, nu timestamp with time zone, OUT rooster_id bigint, OUT gepubliceerd_op timestamp with time zone, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT organisatie text, OUT plaats text, OUT kort text, OUT kenmerken text[]) TO app;

GRANT SELECT ON TABLE public.rechten TO app;

REVOKE ALL ON FUNCTION public.begeleide_kandidaten() FROM PUBLIC;
GRANT ALL ON FUNCTION public.begeleide_kandidaten() TO app;

GRANT SELECT(account_id) ON TABLE public.sessies TO app;

GRANT SELECT(aangemaakt_op) ON TABLE public.sessies TO app;

GRANT SELECT(verloopt_op) ON TABLE public.sessies TO app;

GRANT SELECT(ingetrokken_op),UPDATE(ingetrokken_op) ON TABLE public.sessies TO app;

REVOKE ALL ON FUNCTION public.begin_sessie(nieuw_token_hash bytea, van_account bigint, nieuwe_csrf text, nu timestamp with time zone, einde timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.begin_sessie(nieuw_token_hash bytea, van_account bigint, nieuwe_csrf text, nu timestamp with time zone, einde timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.organisaties_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.organisaties_met(VARIADIC gevraagd text[]) TO app;

REVOKE ALL ON FUNCTION public.regios_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.regios_met(VARIADIC gevraagd text[]) TO app;

REVOKE ALL ON FUNCTION public.beheerde_organisaties() FROM PUBLIC;
GRANT ALL ON FUNCTION public.beheerde_organisaties() TO app;

GRANT SELECT ON TABLE public.plan_voorstellen TO app;
GRANT SELECT,INSERT ON TABLE public.plan_voorstellen TO worker;

GRANT SELECT ON TABLE public.plannen TO app;
GRANT SELECT,INSERT ON TABLE public.plannen TO worker;

GRANT UPDATE(status) ON TABLE public.plannen TO app;
GRANT UPDATE(status) ON TABLE public.plannen TO worker;

GRANT UPDATE(gepubliceerd_op) ON TABLE public.plannen TO app;

GRANT UPDATE(gepubliceerd_door) ON TABLE public.plannen TO app;

GRANT UPDATE(versie) ON TABLE public.plannen TO app;
GRANT UPDATE(versie) ON TABLE public.plannen TO worker;

GRANT SELECT,UPDATE ON TABLE public.voorstellen TO app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.voorstellen TO worker;

GRANT INSERT(kandidaat_id) ON TABLE public.voorstellen TO app;

GRANT INSERT(leerwerkplek_id) ON TABLE public.voorstellen TO app;

GRANT INSERT(toegevoegd_op) ON TABLE public.voorstellen TO app;

GRANT INSERT(toegevoegd_door) ON TABLE public.voorstellen TO app;

REVOKE ALL ON FUNCTION public.beloftes_buiten(op_plek bigint, van date, tot date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.beloftes_buiten(op_plek bigint, van date, tot date) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.detacheringsuren TO app;

GRANT SELECT,INSERT ON TABLE public.detacheringsweken TO app;

GRANT UPDATE(ingevuld_op) ON TABLE public.detacheringsweken TO app;

GRANT UPDATE(ingevuld_door) ON TABLE public.detacheringsweken TO app;

GRANT UPDATE(tarief) ON TABLE public.detacheringsweken TO app;

GRANT UPDATE(versie) ON TABLE public.detacheringsweken TO app;

GRANT SELECT,INSERT ON TABLE public.medewerkers TO app;
GRANT SELECT ON TABLE public.medewerkers TO worker;

GRANT UPDATE(afdeling_id) ON TABLE public.medewerkers TO app;

GRANT UPDATE(dagen) ON TABLE public.medewerkers TO app;

GRANT UPDATE(max_minuten_dag) ON TABLE public.medewerkers TO app;

GRANT UPDATE(behoefte) ON TABLE public.medewerkers TO app;

GRANT UPDATE(trede) ON TABLE public.medewerkers TO app;

GRANT UPDATE(klaar) ON TABLE public.medewerkers TO app;

GRANT UPDATE(wil_buiten) ON TABLE public.medewerkers TO app;

GRANT UPDATE(uitstroom) ON TABLE public.medewerkers TO app;

GRANT UPDATE(naam_delen) ON TABLE public.medewerkers TO app;

GRANT UPDATE(opbouw_vanaf) ON TABLE public.medewerkers TO app;

GRANT UPDATE(uit_dienst_op) ON TABLE public.medewerkers TO app;

GRANT UPDATE(versie) ON TABLE public.medewerkers TO app;

GRANT SELECT,INSERT ON TABLE public.opdrachten TO app;
GRANT SELECT ON TABLE public.opdrachten TO worker;

GRANT UPDATE(vestiging_id) ON TABLE public.opdrachten TO app;

GRANT UPDATE(naam) ON TABLE public.opdrachten TO app;

GRANT UPDATE(kort) ON TABLE public.opdrachten TO app;

GRANT UPDATE(kleur) ON TABLE public.opdrachten TO app;

GRANT UPDATE(status) ON TABLE public.opdrachten TO app;

GRANT UPDATE(reden) ON TABLE public.opdrachten TO app;

GRANT UPDATE(toelichting) ON TABLE public.opdrachten TO app;

GRANT UPDATE(periode) ON TABLE public.opdrachten TO app;

GRANT UPDATE(dagen) ON TABLE public.opdrachten TO app;

GRANT UPDATE(minuten) ON TABLE public.opdrachten TO app;

GRANT UPDATE(minimum) ON TABLE public.opdrachten TO app;

GRANT UPDATE(maximum) ON TABLE public.opdrachten TO app;

GRANT UPDATE(gevraagd) ON TABLE public.opdrachten TO app;

GRANT UPDATE(toegezegd) ON TABLE public.opdrachten TO app;

GRANT UPDATE(waarde) ON TABLE public.opdrachten TO app;

GRANT UPDATE(tarief) ON TABLE public.opdrachten TO app;

GRANT UPDATE(trede) ON TABLE public.opdrachten TO app;

GRANT UPDATE(niveau) ON TABLE public.opdrachten TO app;

GRANT UPDATE(voorwaarden) ON TABLE public.opdrachten TO app;

GRANT UPDATE(trainingen) ON TABLE public.opdrachten TO app;

GRANT UPDATE(toont) ON TABLE public.opdrachten TO app;

GRANT UPDATE(versie) ON TABLE public.opdrachten TO app;

GRANT SELECT(kandidaat_id),INSERT(kandidaat_id) ON TABLE public.persoonsgegevens TO app;

GRANT INSERT(naam),UPDATE(naam) ON TABLE public.persoonsgegevens TO app;

GRANT INSERT(geboortedatum),UPDATE(geboortedatum) ON TABLE public.persoonsgegevens TO app;

GRANT INSERT(telefoon),UPDATE(telefoon) ON TABLE public.persoonsgegevens TO app;

GRANT INSERT(email),UPDATE(email) ON TABLE public.persoonsgegevens TO app;

GRANT SELECT(versie),UPDATE(versie) ON TABLE public.persoonsgegevens TO app;

REVOKE ALL ON FUNCTION public.uren_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT opdracht text, OUT organisatie text, OUT inlener text, OUT week date, OUT dagen smallint, OUT opmerking text, OUT nummer bigint, OUT kandidaat text, OUT dag smallint, OUT minuten smallint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.uren_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT opdracht text, OUT organisatie text, OUT inlener text, OUT week date, OUT dagen smallint, OUT opmerking text, OUT nummer bigint, OUT kandidaat text, OUT dag smallint, OUT minuten smallint) TO app;

REVOKE ALL ON FUNCTION public.bevestig_uren_met_link(gezocht bytea, nu timestamp with time zone, wie text, wat text, OUT link_id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT week date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.bevestig_uren_met_link(gezocht bytea, nu timestamp with time zone, wie text, wat text, OUT link_id bigint, OUT organisatie_id bigint, OUT opdracht_id bigint, OUT week date) TO app;

REVOKE ALL ON FUNCTION public.bewaak_archiveren() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_archiveren() TO app;

REVOKE ALL ON FUNCTION public.bewaak_begeleidingscapaciteit() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_begeleidingscapaciteit() TO app;

REVOKE ALL ON FUNCTION public.bewaak_beloofd_leren() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_beloofd_leren() TO app;

REVOKE ALL ON FUNCTION public.bewaak_bevestigde_uren() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bewaak_bezetting() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_bezetting() TO app;

REVOKE ALL ON FUNCTION public.bewaak_blok() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bewaak_groepsweek() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bewaak_inzet() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_inzet() TO app;

REVOKE ALL ON FUNCTION public.bewaak_open_plek() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_open_plek() TO app;

REVOKE ALL ON FUNCTION public.bewaak_publiceren() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bewaak_terugnemen() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_terugnemen() TO app;

REVOKE ALL ON FUNCTION public.bewaak_vertrek() FROM PUBLIC;
GRANT ALL ON FUNCTION public.bewaak_vertrek() TO app;

REVOKE ALL ON FUNCTION public.deel_blok() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.eindig_andere_sessies(deze bytea, nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.eindig_andere_sessies(deze bytea, nu timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.eindig_sessie(gezocht bytea, nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.eindig_sessie(gezocht bytea, nu timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.gebruik_link(gezocht bytea, nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.gebruik_link(gezocht bytea, nu timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.geef_oordeel(van_roulatie bigint, van_kandidaat bigint, van_blok bigint, gezien timestamp with time zone, tekst text, nieuwe bigint[], nieuwe_standen text[], nu timestamp with time zone, OUT regio_code text, OUT organisatie_id bigint, OUT bewaard boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.geef_oordeel(van_roulatie bigint, van_kandidaat bigint, van_blok bigint, gezien timestamp with time zone, tekst text, nieuwe bigint[], nieuwe_standen text[], nu timestamp with time zone, OUT regio_code text, OUT organisatie_id bigint, OUT bewaard boolean) TO app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.roulatie_terugblikken TO app;
GRANT SELECT ON TABLE public.roulatie_terugblikken TO worker;

REVOKE ALL ON FUNCTION public.terugblik_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT roulatie_id bigint, OUT roulatie text, OUT regio_code text, OUT kandidaat_id bigint, OUT blok_id bigint, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT plaats text, OUT kort text, OUT kleur smallint, OUT geldig_vanaf timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.terugblik_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT roulatie_id bigint, OUT roulatie text, OUT regio_code text, OUT kandidaat_id bigint, OUT blok_id bigint, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT plaats text, OUT kort text, OUT kleur smallint, OUT geldig_vanaf timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.geef_terugblik_met_link(gezocht bytea, nu timestamp with time zone, nieuw_gezicht smallint, nieuw_geleerd smallint, nieuw_blijven smallint, OUT link_id bigint, OUT roulatie_id bigint, OUT regio_code text, OUT blok_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.geef_terugblik_met_link(gezocht bytea, nu timestamp with time zone, nieuw_gezicht smallint, nieuw_geleerd smallint, nieuw_blijven smallint, OUT link_id bigint, OUT roulatie_id bigint, OUT regio_code text, OUT blok_id bigint) TO app;

REVOKE ALL ON FUNCTION public.geheel_beheerde_accounts() FROM PUBLIC;
GRANT ALL ON FUNCTION public.geheel_beheerde_accounts() TO app;

GRANT SELECT,INSERT ON TABLE public.groepsplannen TO app;
GRANT SELECT,INSERT ON TABLE public.groepsplannen TO worker;

GRANT UPDATE(status) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(van) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(weken) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(gepubliceerd_op) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(gepubliceerd_door) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(geldt_vanaf) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(lagen) ON TABLE public.groepsplannen TO app;

GRANT UPDATE(versie) ON TABLE public.groepsplannen TO app;

REVOKE ALL ON FUNCTION public.geldend_groepsplan(van_organisatie bigint, in_week date) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.vestigingen_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.vestigingen_met(VARIADIC gevraagd text[]) TO app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.groepsplan_dagen TO app;
GRANT SELECT,INSERT ON TABLE public.groepsplan_dagen TO worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.groepsplan_groepen TO app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.groepsplan_groepen TO worker;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.groepsplan_indelingen TO app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.groepsplan_indelingen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.kandidaat_werkprocessen TO app;
GRANT SELECT ON TABLE public.kandidaat_werkprocessen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.opdracht_werkprocessen TO app;
GRANT SELECT ON TABLE public.opdracht_werkprocessen TO worker;

GRANT SELECT,INSERT ON TABLE public.werkleiders TO app;
GRANT SELECT ON TABLE public.werkleiders TO worker;

GRANT UPDATE(naam) ON TABLE public.werkleiders TO app;

GRANT UPDATE(minuten) ON TABLE public.werkleiders TO app;

GRANT UPDATE(span) ON TABLE public.werkleiders TO app;

GRANT UPDATE(dagen) ON TABLE public.werkleiders TO app;

GRANT UPDATE(trainingen) ON TABLE public.werkleiders TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.werkleiders TO app;

GRANT UPDATE(versie) ON TABLE public.werkleiders TO app;

GRANT SELECT,INSERT ON TABLE public.werkprocessen TO app;
GRANT SELECT ON TABLE public.werkprocessen TO worker;

GRANT UPDATE(titel) ON TABLE public.werkprocessen TO app;

GRANT UPDATE(uitleg) ON TABLE public.werkprocessen TO app;

GRANT UPDATE(sector) ON TABLE public.werkprocessen TO app;

GRANT UPDATE(bron) ON TABLE public.werkprocessen TO app;

GRANT UPDATE(versie) ON TABLE public.werkprocessen TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.werkprocessen TO app;

REVOKE ALL ON FUNCTION public.groep_bij_inlener(van_opdracht bigint, in_week date, OUT werkleider text, OUT dagen smallint, OUT aantal integer, OUT mensen text[], OUT kan text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.groep_bij_inlener(van_opdracht bigint, in_week date, OUT werkleider text, OUT dagen smallint, OUT aantal integer, OUT mensen text[], OUT kan text[]) TO app;

REVOKE ALL ON FUNCTION public.inleners_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.inleners_met(VARIADIC gevraagd text[]) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.bezetting TO app;
GRANT SELECT ON TABLE public.bezetting TO worker;

REVOKE ALL ON FUNCTION public.kenmerk_op_plek(van_kandidaat bigint, op_plek bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kenmerk_op_plek(van_kandidaat bigint, op_plek bigint) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.gemeente_regios TO app;
GRANT SELECT ON TABLE public.gemeente_regios TO worker;

GRANT UPDATE(periode) ON TABLE public.gemeente_regios TO app;

REVOKE ALL ON FUNCTION public.kwam_uit_regio(gemeente integer, vanaf date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kwam_uit_regio(gemeente integer, vanaf date) TO app;

REVOKE ALL ON FUNCTION public.maak_dienst(p_naam text, p_rol text, p_regio_code text, p_organisatie_id bigint, p_nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.maak_dienst(p_naam text, p_rol text, p_regio_code text, p_organisatie_id bigint, p_nu timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.meld_aanbieding() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.mijn_sessies(deze bytea, nu timestamp with time zone, OUT begonnen_op timestamp with time zone, OUT verloopt_op timestamp with time zone, OUT hier boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.mijn_sessies(deze bytea, nu timestamp with time zone, OUT begonnen_op timestamp with time zone, OUT verloopt_op timestamp with time zone, OUT hier boolean) TO app;

REVOKE ALL ON FUNCTION public.regios_van_organisaties_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.regios_van_organisaties_met(VARIADIC gevraagd text[]) TO app;

REVOKE ALL ON FUNCTION public.net_aangemeld(nieuwe_kandidaat bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.net_aangemeld(nieuwe_kandidaat bigint) TO app;

REVOKE ALL ON FUNCTION public.opdrachten_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.opdrachten_met(VARIADIC gevraagd text[]) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.opleidingen TO app;
GRANT SELECT ON TABLE public.opleidingen TO worker;

GRANT UPDATE(periode) ON TABLE public.opleidingen TO app;

GRANT UPDATE(versie) ON TABLE public.opleidingen TO app;

REVOKE ALL ON FUNCTION public.opleiders_in(regios text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.opleiders_in(regios text[]) TO app;

REVOKE ALL ON FUNCTION public.organisaties_van(regios text[], organisatie_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.organisaties_van(regios text[], organisatie_ids bigint[]) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.leerwerkplek_werkprocessen TO app;
GRANT SELECT ON TABLE public.leerwerkplek_werkprocessen TO worker;

REVOKE ALL ON FUNCTION public.plek_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT titel text, OUT omschrijving text, OUT organisatie_id bigint, OUT organisatie text, OUT plaats text, OUT regio_code text, OUT plaatsen smallint, OUT van date, OUT tot date, OUT dagdelen smallint, OUT minuten_min integer, OUT minuten_max integer, OUT werkprocessen bigint[], OUT voorwaarden text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plek_bij_link(gezocht bytea, nu timestamp with time zone, OUT id bigint, OUT titel text, OUT omschrijving text, OUT organisatie_id bigint, OUT organisatie text, OUT plaats text, OUT regio_code text, OUT plaatsen smallint, OUT van date, OUT tot date, OUT dagdelen smallint, OUT minuten_min integer, OUT minuten_max integer, OUT werkprocessen bigint[], OUT voorwaarden text[]) TO app;

REVOKE ALL ON FUNCTION public.plekregios() FROM PUBLIC;
GRANT ALL ON FUNCTION public.plekregios() TO app;

REVOKE ALL ON FUNCTION public.roulaties_met(VARIADIC gevraagd text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.roulaties_met(VARIADIC gevraagd text[]) TO app;

REVOKE ALL ON FUNCTION public.ruim_vervallen() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.sw_bedrijven_bij(organisatie_ids bigint[], OUT id bigint, OUT naam text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sw_bedrijven_bij(organisatie_ids bigint[], OUT id bigint, OUT naam text) TO app;

GRANT SELECT,INSERT ON TABLE public.detacheringsbeleid TO app;
GRANT SELECT ON TABLE public.detacheringsbeleid TO worker;

GRANT UPDATE(weken) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(fase_volgorde) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(max_rit) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(max_omweg) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(loon) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(leiding) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(kilometer) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(uitstroom_per_groep) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(terugkeer_maanden) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(waarschuwing_weken) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(lagen) ON TABLE public.detacheringsbeleid TO app;

GRANT UPDATE(versie) ON TABLE public.detacheringsbeleid TO app;

REVOKE ALL ON FUNCTION public.sw_bedrijven_voor_inlener(OUT id bigint, OUT naam text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.sw_bedrijven_voor_inlener(OUT id bigint, OUT naam text) TO app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roulatie_bedrijven TO app;
GRANT SELECT ON TABLE public.roulatie_bedrijven TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_leerdoelen TO app;
GRANT SELECT ON TABLE public.roulatie_leerdoelen TO worker;

GRANT SELECT ON TABLE public.roulatie_oordeel_werkprocessen TO app;
GRANT SELECT ON TABLE public.roulatie_oordeel_werkprocessen TO worker;

GRANT SELECT ON TABLE public.roulatie_oordelen TO app;
GRANT SELECT ON TABLE public.roulatie_oordelen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_seizoenen TO app;
GRANT SELECT ON TABLE public.roulatie_seizoenen TO worker;

REVOKE ALL ON FUNCTION public.te_beoordelen(van_roulatie bigint, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT kenmerk text, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT titel text, OUT kort text, OUT kleur smallint, OUT werkprocessen bigint[], OUT wat_werkte text, OUT gegeven_op timestamp with time zone, OUT beoordeeld bigint[], OUT standen text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.te_beoordelen(van_roulatie bigint, OUT roulatie_id bigint, OUT roulatie text, OUT kandidaat_id bigint, OUT kenmerk text, OUT blok_id bigint, OUT nummer integer, OUT van date, OUT tot date, OUT leerwerkplek_id bigint, OUT organisatie text, OUT titel text, OUT kort text, OUT kleur smallint, OUT werkprocessen bigint[], OUT wat_werkte text, OUT gegeven_op timestamp with time zone, OUT beoordeeld bigint[], OUT standen text[]) TO app;

REVOKE ALL ON FUNCTION public.tel_beloftes(op_plek bigint, op date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tel_beloftes(op_plek bigint, op date) TO app;

GRANT SELECT,INSERT ON TABLE public.rekenruns TO app;
GRANT SELECT,UPDATE ON TABLE public.rekenruns TO worker;

GRANT UPDATE(status) ON TABLE public.rekenruns TO app;

GRANT UPDATE(annuleren) ON TABLE public.rekenruns TO app;

GRANT UPDATE(afronden) ON TABLE public.rekenruns TO app;

GRANT UPDATE(gestopt_door) ON TABLE public.rekenruns TO app;

GRANT UPDATE(klaar_op) ON TABLE public.rekenruns TO app;

REVOKE ALL ON FUNCTION public.tel_rekenruns(OUT status text, OUT aantal bigint, OUT oudste timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.tel_rekenruns(OUT status text, OUT aantal bigint, OUT oudste timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.toon_persoonsgegevens(kandidaat_id bigint, doel text, tijd timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.toon_persoonsgegevens(kandidaat_id bigint, doel text, tijd timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.trek_links_in() FROM PUBLIC;
GRANT ALL ON FUNCTION public.trek_links_in() TO app;

REVOKE ALL ON FUNCTION public.vestigingen_van(regios text[], organisatie_ids bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.vestigingen_van(regios text[], organisatie_ids bigint[]) TO app;

REVOKE ALL ON FUNCTION public.vind_of_maak_account(adres text, nieuwe_naam text, nu timestamp with time zone, OUT id bigint, OUT nieuw boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.vind_of_maak_account(adres text, nieuwe_naam text, nu timestamp with time zone, OUT id bigint, OUT nieuw boolean) TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.leerwerkplek_praktijkopleiders TO app;
GRANT SELECT ON TABLE public.leerwerkplek_praktijkopleiders TO worker;

REVOKE ALL ON FUNCTION public.volg_wie_begeleidt(van_praktijkopleider bigint, vanaf date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.volg_wie_begeleidt(van_praktijkopleider bigint, vanaf date) TO app;

REVOKE ALL ON FUNCTION public.weiger_buitensluiten() FROM PUBLIC;
GRANT ALL ON FUNCTION public.weiger_buitensluiten() TO app;

REVOKE ALL ON FUNCTION public.weiger_rol_op_plaats() FROM PUBLIC;
GRANT ALL ON FUNCTION public.weiger_rol_op_plaats() TO app;

REVOKE ALL ON FUNCTION public.wis_verlopen_inlezingen(nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.wis_verlopen_inlezingen(nu timestamp with time zone) TO app;
GRANT ALL ON FUNCTION public.wis_verlopen_inlezingen(nu timestamp with time zone) TO worker;

REVOKE ALL ON FUNCTION public.zet_eigen_wachtwoord(nieuwe_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zet_eigen_wachtwoord(nieuwe_hash text) TO app;

REVOKE ALL ON FUNCTION public.zet_wachtwoord_met_link(gezocht bytea, nieuwe_hash text, nu timestamp with time zone, OUT account_id bigint, OUT link_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zet_wachtwoord_met_link(gezocht bytea, nieuwe_hash text, nu timestamp with time zone, OUT account_id bigint, OUT link_id bigint) TO app;

REVOKE ALL ON FUNCTION public.zoek_api_sleutel(p_hash bytea, p_nu timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zoek_api_sleutel(p_hash bytea, p_nu timestamp with time zone) TO app;

REVOKE ALL ON FUNCTION public.zoek_betrokkene(van_kandidaat bigint, adres text, als_rol text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zoek_betrokkene(van_kandidaat bigint, adres text, als_rol text) TO app;

REVOKE ALL ON FUNCTION public.zoek_inlog(adres text, OUT account_id bigint, OUT wachtwoord_hash text, OUT actief boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zoek_inlog(adres text, OUT account_id bigint, OUT wachtwoord_hash text, OUT actief boolean) TO app;

REVOKE ALL ON FUNCTION public.zoek_sessie(gezocht bytea, nu timestamp with time zone, OUT csrf text, OUT verloopt_op timestamp with time zone, OUT id bigint, OUT naam text, OUT email text, OUT rol text, OUT regio_code text, OUT organisatie_id bigint, OUT kandidaat_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.zoek_sessie(gezocht bytea, nu timestamp with time zone, OUT csrf text, OUT verloopt_op timestamp with time zone, OUT id bigint, OUT naam text, OUT email text, OUT rol text, OUT regio_code text, OUT organisatie_id bigint, OUT kandidaat_id bigint) TO app;

GRANT SELECT,INSERT ON TABLE public.afdelingen TO app;
GRANT SELECT ON TABLE public.afdelingen TO worker;

GRANT UPDATE(naam) ON TABLE public.afdelingen TO app;

GRANT UPDATE(minimum) ON TABLE public.afdelingen TO app;

GRANT UPDATE(gewenst) ON TABLE public.afdelingen TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.afdelingen TO app;

GRANT UPDATE(versie) ON TABLE public.afdelingen TO app;

GRANT SELECT ON TABLE public.afwijsredenen TO app;
GRANT SELECT ON TABLE public.afwijsredenen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.api_antwoorden TO app;

GRANT UPDATE(status) ON TABLE public.api_antwoorden TO app;

GRANT UPDATE(koppen) ON TABLE public.api_antwoorden TO app;

GRANT UPDATE(inhoud) ON TABLE public.api_antwoorden TO app;

GRANT SELECT,INSERT ON TABLE public.api_sleutels TO app;

GRANT UPDATE(ingetrokken_op) ON TABLE public.api_sleutels TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.begeleidingscapaciteiten TO app;
GRANT SELECT ON TABLE public.begeleidingscapaciteiten TO worker;

GRANT UPDATE(periode) ON TABLE public.begeleidingscapaciteiten TO app;

GRANT UPDATE(nabijheid) ON TABLE public.begeleidingscapaciteiten TO app;

GRANT UPDATE(minuten_per_week) ON TABLE public.begeleidingscapaciteiten TO app;

GRANT SELECT ON TABLE public.beleidssleutels TO app;
GRANT SELECT ON TABLE public.beleidssleutels TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.bus_afwezig TO app;
GRANT SELECT ON TABLE public.bus_afwezig TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.bus_opstapplaatsen TO app;
GRANT SELECT ON TABLE public.bus_opstapplaatsen TO worker;

GRANT SELECT,INSERT ON TABLE public.bussen TO app;
GRANT SELECT ON TABLE public.bussen TO worker;

GRANT UPDATE(naam) ON TABLE public.bussen TO app;

GRANT UPDATE(plaatsen) ON TABLE public.bussen TO app;

GRANT UPDATE(plaats_id) ON TABLE public.bussen TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.bussen TO app;

GRANT UPDATE(versie) ON TABLE public.bussen TO app;

GRANT SELECT,INSERT ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(nummer) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(getekend_op) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(namens_inlener) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(namens_bedrijf) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(afspraken) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT UPDATE(versie) ON TABLE public.detacheringsovereenkomsten TO app;

GRANT SELECT ON TABLE public.doelgroepen TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.erkenning_werkprocessen TO app;
GRANT SELECT ON TABLE public.erkenning_werkprocessen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.erkenningen TO app;
GRANT SELECT ON TABLE public.erkenningen TO worker;

GRANT UPDATE(periode) ON TABLE public.erkenningen TO app;

GRANT UPDATE(gecontroleerd_op) ON TABLE public.erkenningen TO app;

GRANT UPDATE(versie) ON TABLE public.erkenningen TO app;

GRANT SELECT,INSERT ON TABLE public.gebeurtenissen TO app;
GRANT INSERT ON TABLE public.gebeurtenissen TO worker;

GRANT SELECT ON TABLE public.gemeenten TO app;
GRANT SELECT ON TABLE public.gemeenten TO worker;

GRANT SELECT,INSERT ON TABLE public.groep_kandidaten TO app;

GRANT SELECT ON TABLE public.groepen TO app;

GRANT SELECT(id) ON TABLE public.groepen TO worker;

GRANT INSERT(regio_code) ON TABLE public.groepen TO app;

GRANT INSERT(naam) ON TABLE public.groepen TO app;
GRANT SELECT(naam) ON TABLE public.groepen TO worker;

GRANT INSERT(sector) ON TABLE public.groepen TO app;
GRANT SELECT(sector) ON TABLE public.groepen TO worker;

GRANT INSERT(status),UPDATE(status) ON TABLE public.groepen TO app;

GRANT UPDATE(reden) ON TABLE public.groepen TO app;

GRANT INSERT(vervolg_op) ON TABLE public.groepen TO app;

GRANT UPDATE(versie) ON TABLE public.groepen TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.groepsplan_zetten TO app;

GRANT UPDATE(ongedaan) ON TABLE public.groepsplan_zetten TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.inlezing_rijen TO app;

GRANT UPDATE(onderwerp_id) ON TABLE public.inlezing_rijen TO app;

GRANT UPDATE(versie) ON TABLE public.inlezing_rijen TO app;

GRANT UPDATE(was) ON TABLE public.inlezing_rijen TO app;

GRANT SELECT,INSERT ON TABLE public.inlezingen TO app;

GRANT UPDATE(fouten) ON TABLE public.inlezingen TO app;

GRANT UPDATE(status) ON TABLE public.inlezingen TO app;

GRANT UPDATE(alleen_goede) ON TABLE public.inlezingen TO app;

GRANT UPDATE(stap) ON TABLE public.inlezingen TO app;

GRANT UPDATE(uitkomst) ON TABLE public.inlezingen TO app;

GRANT UPDATE(teken_op) ON TABLE public.inlezingen TO app;

GRANT UPDATE(geschreven_op) ON TABLE public.inlezingen TO app;

GRANT UPDATE(vervalt_op) ON TABLE public.inlezingen TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.kandidaat_doelgroepen TO app;
GRANT SELECT ON TABLE public.kandidaat_doelgroepen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.kandidaat_sectorwensen TO app;
GRANT SELECT ON TABLE public.kandidaat_sectorwensen TO worker;

GRANT USAGE ON SEQUENCE public.kandidaten_id_seq TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.kwalificaties TO app;
GRANT SELECT ON TABLE public.kwalificaties TO worker;

GRANT UPDATE(dossier) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(naam) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(niveau) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(sector) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(geldig) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(bron) ON TABLE public.kwalificaties TO app;

GRANT UPDATE(versie) ON TABLE public.kwalificaties TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.leerlijn_volgorde TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.leerlijn_werkprocessen TO app;

GRANT SELECT,INSERT ON TABLE public.leerlijnen TO app;

GRANT UPDATE(naam) ON TABLE public.leerlijnen TO app;

GRANT UPDATE(sector) ON TABLE public.leerlijnen TO app;

GRANT UPDATE(gedeeld) ON TABLE public.leerlijnen TO app;

GRANT UPDATE(versie) ON TABLE public.leerlijnen TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.medewerker_afwezig TO app;
GRANT SELECT ON TABLE public.medewerker_afwezig TO worker;

GRANT SELECT,INSERT ON TABLE public.medewerker_gesprekken TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.medewerker_leerdoelen TO app;
GRANT SELECT ON TABLE public.medewerker_leerdoelen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.medewerker_paren TO app;
GRANT SELECT ON TABLE public.medewerker_paren TO worker;

GRANT UPDATE(soort) ON TABLE public.medewerker_paren TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.medewerker_stappen TO app;
GRANT SELECT ON TABLE public.medewerker_stappen TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.opdracht_afspraken TO app;
GRANT SELECT ON TABLE public.opdracht_afspraken TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.opdracht_gesloten TO app;
GRANT SELECT ON TABLE public.opdracht_gesloten TO worker;

GRANT SELECT,INSERT ON TABLE public.opstapplaatsen TO app;
GRANT SELECT ON TABLE public.opstapplaatsen TO worker;

GRANT UPDATE(naam) ON TABLE public.opstapplaatsen TO app;

GRANT UPDATE(plaats_id) ON TABLE public.opstapplaatsen TO app;

GRANT UPDATE(gearchiveerd_op) ON TABLE public.opstapplaatsen TO app;

GRANT UPDATE(versie) ON TABLE public.opstapplaatsen TO app;

GRANT SELECT ON TABLE public.organisatiesoorten TO app;
GRANT SELECT ON TABLE public.organisatiesoorten TO worker;

GRANT SELECT ON TABLE public.plaatsingsvormen TO app;
GRANT SELECT ON TABLE public.plaatsingsvormen TO worker;

GRANT SELECT ON TABLE public.plan_niet_geplaatst TO app;
GRANT SELECT,INSERT ON TABLE public.plan_niet_geplaatst TO worker;

GRANT SELECT ON TABLE public.postcodes TO app;
GRANT SELECT ON TABLE public.postcodes TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.praktijkopleiders TO app;
GRANT SELECT ON TABLE public.praktijkopleiders TO worker;

GRANT UPDATE(naam) ON TABLE public.praktijkopleiders TO app;

GRANT UPDATE(tot) ON TABLE public.praktijkopleiders TO app;

GRANT UPDATE(versie) ON TABLE public.praktijkopleiders TO app;

GRANT SELECT,INSERT ON TABLE public.regio_beleid TO app;
GRANT SELECT ON TABLE public.regio_beleid TO worker;

GRANT UPDATE(ingetrokken_op) ON TABLE public.regio_beleid TO app;

GRANT SELECT ON TABLE public.regios TO app;
GRANT SELECT ON TABLE public.regios TO worker;

GRANT SELECT,INSERT ON TABLE public.rekenrun_voortgang TO worker;
GRANT SELECT ON TABLE public.rekenrun_voortgang TO app;

GRANT SELECT ON TABLE public.rollen TO app;

GRANT SELECT ON TABLE public.roulatie_aanbiedingen TO app;

GRANT UPDATE(reden) ON TABLE public.roulatie_aanbiedingen TO app;

GRANT UPDATE(reden_door) ON TABLE public.roulatie_aanbiedingen TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_afwezig TO app;
GRANT SELECT ON TABLE public.roulatie_afwezig TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_gesloten TO app;
GRANT SELECT ON TABLE public.roulatie_gesloten TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_overeenkomsten TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_paren TO app;
GRANT SELECT ON TABLE public.roulatie_paren TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_vereist TO app;
GRANT SELECT ON TABLE public.roulatie_vereist TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_volgorde TO app;
GRANT SELECT ON TABLE public.roulatie_volgorde TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_voorkeuren TO app;
GRANT SELECT ON TABLE public.roulatie_voorkeuren TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.roulatie_zetten TO app;

GRANT UPDATE(ongedaan) ON TABLE public.roulatie_zetten TO app;

GRANT SELECT ON TABLE public.sectoren TO app;
GRANT SELECT ON TABLE public.sectoren TO worker;

GRANT SELECT,INSERT ON TABLE public.terugkeergaranties TO app;

GRANT UPDATE(teruggekeerd_op) ON TABLE public.terugkeergaranties TO app;

GRANT UPDATE(reden) ON TABLE public.terugkeergaranties TO app;

GRANT UPDATE(versie) ON TABLE public.terugkeergaranties TO app;

GRANT SELECT ON TABLE public.trede_voorbeelden TO app;

GRANT SELECT,INSERT,DELETE ON TABLE public.treden TO app;
GRANT SELECT ON TABLE public.treden TO worker;

GRANT UPDATE(naam) ON TABLE public.treden TO app;

GRANT UPDATE(uitleg) ON TABLE public.treden TO app;

GRANT UPDATE(fase) ON TABLE public.treden TO app;

GRANT SELECT,INSERT ON TABLE public.uitsluitingen TO app;
GRANT SELECT ON TABLE public.uitsluitingen TO worker;

GRANT UPDATE(ingetrokken_op) ON TABLE public.uitsluitingen TO app;

GRANT SELECT,INSERT ON TABLE public.uitzonderingen TO app;
GRANT SELECT ON TABLE public.uitzonderingen TO worker;

GRANT UPDATE(ingetrokken_op) ON TABLE public.uitzonderingen TO app;

GRANT UPDATE(ingetrokken_door) ON TABLE public.uitzonderingen TO app;

GRANT SELECT ON TABLE public.voorstel_overgangen TO app;
GRANT SELECT ON TABLE public.voorstel_overgangen TO worker;

GRANT SELECT ON TABLE public.voorwaarden TO app;
GRANT SELECT ON TABLE public.voorwaarden TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.werkleider_afwezig TO app;
GRANT SELECT ON TABLE public.werkleider_afwezig TO worker;

GRANT SELECT,INSERT,DELETE ON TABLE public.werkleider_werkprocessen TO app;
GRANT SELECT ON TABLE public.werkleider_werkprocessen TO worker;

REVOKE ALL ON FUNCTION public.werkt_op(van_kandidaat bigint, op date, OUT leerwerkplek_id bigint, OUT titel text, OUT organisatie text, OUT van date, OUT laatste_dag date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.werkt_op(van_kandidaat bigint, op date, OUT leerwerkplek_id bigint, OUT titel text, OUT organisatie text, OUT van date, OUT laatste_dag date) TO app;
