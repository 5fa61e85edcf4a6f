-- One clock and one row of settings. Everything in SQL that asks for the time
-- asks desk.clock(); every day is desk.today(), in the desk's own zone.
SET LOCAL ROLE desk_owner;

-- A refusal of the rules: SQLSTATE DK + the HTTP status a screen would give,
-- the message is the refusal's code, the detail is JSON.
CREATE FUNCTION desk.refuse(p_status text, p_code text, p_detail jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'DK' || p_status, MESSAGE = p_code, DETAIL = p_detail::text;
END
$$;

CREATE TABLE desk.clock_offset (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  by_interval interval NOT NULL DEFAULT '0'
);
INSERT INTO desk.clock_offset DEFAULT VALUES;

CREATE FUNCTION desk.clock() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT clock_timestamp() + by_interval FROM clock_offset
  );
END
$$;

CREATE TABLE desk.desk_setting (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  desk_name text NOT NULL DEFAULT 'The gene desk',
  time_zone text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('live', 'demo', 'test')),
  date_order text NOT NULL DEFAULT 'day_first' CHECK (date_order IN ('day_first', 'month_first')),
  sender_address text NOT NULL DEFAULT 'desk@example.org'
);

CREATE TABLE desk.holiday (
  day date PRIMARY KEY,
  name text NOT NULL
);

CREATE FUNCTION desk.day_of(p_moment timestamptz) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT (p_moment AT TIME ZONE time_zone)::date FROM desk_setting
  );
END
$$;

-- Without a settings row there is no day, and without a day nothing is shown.
CREATE FUNCTION desk.today() RETURNS date
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT (clock() AT TIME ZONE time_zone)::date FROM desk_setting
  );
END
$$;

-- Reminders before a due day go out on the last working day up to it.
CREATE FUNCTION desk.previous_working_day(p_day date) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  candidate date := p_day;
BEGIN
  WHILE extract(isodow FROM candidate) > 5 OR EXISTS (SELECT FROM holiday WHERE day = candidate) LOOP
    candidate := candidate - 1;
  END LOOP;
  RETURN candidate;
END
$$;

-- Called once by the start, as the owner. The environment only fills the zone
-- the first time; later it is changed by change_settings, audited.
CREATE FUNCTION desk.initialise_desk(p_time_zone text, p_mode text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = p_time_zone) THEN
    PERFORM refuse('422', 'unknown_time_zone', jsonb_build_object('time_zone', p_time_zone));
  END IF;
  INSERT INTO desk_setting (time_zone, mode) VALUES (p_time_zone, p_mode) ON CONFLICT DO NOTHING;
END
$$;

-- sha256(convert_to(...)) is refused as not immutable in a generated column;
-- UTF-8 to UTF-8 never changes, so this wrapper may say so.
CREATE FUNCTION desk.content_hash(p_content text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p_content, 'UTF8')), 'hex');
