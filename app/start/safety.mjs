import { StartRefusal } from "./refusal.mjs";

const durable = ["fsync", "full_page_writes", "synchronous_commit"];

/**
 * Throws `StartRefusal` when a login has more power than its part of the desk
 * may have: it is a superuser, may make roles or databases, owns anything in
 * the schema, may create there, or is a member of another part's role. With
 * such a login the gate could be walked round.
 *
 * @param {import("pg").Client} client connected as the login
 * @param {string} role the one role it is for
 * @param {string} source the variable its address came from
 */
export async function refusePowerfulLogin(client, role, source) {
  const { rows } = await client.query(
    `SELECT r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication AS is_powerful,
       EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace
               AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS is_owner,
       has_schema_privilege('desk', 'CREATE') AS may_create,
       pg_has_role(r.oid, $1, 'MEMBER') AS is_member,
       ARRAY(SELECT g.rolname::text FROM pg_roles g WHERE g.rolname LIKE 'desk\\_%'
             AND NOT g.rolcanlogin AND g.rolname <> $1 AND pg_has_role(r.oid, g.oid, 'MEMBER')) AS others
     FROM pg_roles r WHERE r.rolname = current_user`,
    [role],
  );
  const found = rows[0];
  const because = found.is_powerful
    ? "is a superuser or may make roles or databases"
    : found.is_owner
      ? "owns tables of the desk"
      : found.may_create
        ? "may create objects in the schema desk"
        : !found.is_member
          ? `is not a member of ${role}`
          : found.others.length > 0
            ? `is a member of ${found.others.join(" and ")} as well as ${role}`
            : null;
  if (because) {
    throw new StartRefusal(
      `The login in ${source} ${because}; the desk starts only with a login that is a member of ${role} and nothing more.`,
    );
  }
}

/**
 * Throws `StartRefusal` when the server could lose a publication that it has
 * confirmed, or is older than PostgreSQL 17.
 *
 * @param {import("pg").Client} client
 */
export async function refuseUnsafeServer(client) {
  const { rows } = await client.query(
    "SELECT name, setting FROM pg_settings WHERE name = ANY($1)",
    [[...durable, "server_version_num"]],
  );
  for (const { name, setting } of rows) {
    if (name === "server_version_num" && Number(setting) < 170000) {
      throw new StartRefusal("The desk needs PostgreSQL 17 or newer.");
    }
    if (durable.includes(name) && setting === "off") {
      throw new StartRefusal(
        `PostgreSQL runs with ${name} off and could lose what it confirmed; set it on.`,
      );
    }
  }
}

/**
 * Throws `StartRefusal` when the desk's settings and the environment disagree:
 * another time zone, a moved clock outside demo and test, or a demo desk where
 * `DEMO=0` asks for a real one.
 *
 * @param {import("pg").Client} client
 * @param {{ timeZone?: string | undefined, isDemoWanted?: boolean | undefined }} wish
 */
export async function refuseWrongDesk(client, wish) {
  const { rows } = await client.query(
    `SELECT time_zone, mode,
       abs(extract(epoch FROM desk.clock() - clock_timestamp())) > 1 AS is_moved
     FROM desk.desk_setting`,
  );
  const desk = rows[0];
  if (!desk) {
    throw new StartRefusal(
      "The database holds no settings of the desk; start once with DATABASE_OWNER_URL.",
    );
  }
  if (wish.timeZone && wish.timeZone !== desk.time_zone) {
    throw new StartRefusal(
      `DESK_TIME_ZONE is ${wish.timeZone} but this desk keeps its days in ${desk.time_zone}; leave the variable out and change the zone in the desk's settings.`,
    );
  }
  if (desk.is_moved && desk.mode === "live") {
    throw new StartRefusal(
      "The desk's clock has been moved, which only a demo or a test may do; set desk.clock_offset back to 0 as the owner.",
    );
  }
  if (desk.mode === "demo" && wish.isDemoWanted === false) {
    throw new StartRefusal(
      "DEMO is 0 but this database holds a demo desk; give another DATA_DIR or database.",
    );
  }
}
