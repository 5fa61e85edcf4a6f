-- The roles of the desk and its schema. Roles belong to the whole cluster, so
-- every statement here may run again, for a second desk beside the first.
-- Runs as the migrating login itself; every later migration takes on
-- desk_owner, which cannot log in.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['desk_owner', 'desk_app', 'desk_auth', 'desk_checks', 'desk_public'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another desk made it in the same moment
      END;
    END IF;
  END LOOP;
  IF NOT pg_has_role(current_user, 'desk_owner', 'SET') THEN
    EXECUTE format('GRANT desk_owner TO %I', current_user);
  END IF;
END
$$;

CREATE SCHEMA IF NOT EXISTS desk;
ALTER SCHEMA desk OWNER TO desk_owner;

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO desk_owner, desk_app, desk_auth, desk_checks, desk_public', current_database());
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO desk_owner', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA desk FROM PUBLIC;
GRANT USAGE ON SCHEMA desk TO desk_app, desk_auth, desk_checks, desk_public;

-- Nobody may run a function of the desk unless a later line says so.
ALTER DEFAULT PRIVILEGES FOR ROLE desk_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

