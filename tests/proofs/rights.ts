import type { TestDatabase } from "../support/database";
import { expectedFunctionRights, expectedTableRights } from "./expected-rights";

const roles = ["app", "auth", "checks", "public"] as const;
const verbs = [
  ["s", "SELECT"],
  ["i", "INSERT"],
  ["u", "UPDATE"],
  ["d", "DELETE"],
  ["t", "TRUNCATE"],
  ["r", "REFERENCES"],
  ["g", "TRIGGER"],
] as const;

export type Surprises = { compared: number; surprises: string[] };

/** Every table and view × every verb × every role, login and group alike. */
export async function tableSurprises(db: TestDatabase): Promise<Surprises> {
  const { rows } = await db.owner.query<{
    name: string;
    role: string;
    verb: string;
    may: boolean;
  }>(
    `SELECT c.relname AS name, r AS role, v AS verb,
            has_table_privilege('desk_' || r || l, c.oid, v)
              OR (v IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege('desk_' || r || l, c.oid, v)) AS may
       FROM pg_class c, unnest($1::text[]) r, unnest($2::text[]) v, unnest('{"",_login}'::text[]) l
      WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f')`,
    [roles, verbs.map(([, verb]) => verb)],
  );
  const surprises = rows.flatMap(({ name, role, verb, may }) => {
    const index = roles.findIndex((r) => r === role);
    const letter = verbs.find(([, v]) => v === verb)?.[0] ?? "?";
    const expected = expectedTableRights.get(name)?.[index];
    if (expected?.includes(letter) === may) return [];
    return [`${role} ${may ? "may" : "may not"} ${verb} ${name}`];
  });
  const found = new Set(rows.map(({ name }) => name));
  for (const name of expectedTableRights.keys())
    if (!found.has(name)) surprises.push(`there is no ${name}`);
  return { compared: rows.length, surprises };
}

/** Every function × every role; and nothing for PUBLIC. */
export async function functionSurprises(db: TestDatabase): Promise<Surprises> {
  const { rows } = await db.owner.query<{
    name: string;
    role: string;
    may: boolean;
  }>(
    `SELECT p.proname AS name, r AS role, has_function_privilege('desk_' || r || '_login', p.oid, 'EXECUTE') AS may
       FROM pg_proc p, unnest($1::text[]) r WHERE p.pronamespace = 'desk'::regnamespace`,
    [roles],
  );
  const surprises = rows.flatMap(({ name, role, may }) => {
    const expected = expectedFunctionRights.get(name)?.split(" ") ?? [];
    if (expected.includes(role) === may) return [];
    return [`${role} ${may ? "may" : "may not"} call ${name}`];
  });
  const found = new Set(rows.map(({ name }) => name));
  for (const name of expectedFunctionRights.keys())
    if (!found.has(name)) surprises.push(`there is no ${name}()`);
  return { compared: rows.length, surprises };
}

const structure: [problem: string, query: string][] = [
  [
    "may be called by anybody",
    `SELECT proname AS name FROM pg_proc, LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      WHERE pronamespace = 'desk'::regnamespace AND a.grantee = 0`,
  ],
  [
    "acts as its owner without a search path of its own",
    `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'desk'::regnamespace AND prosecdef
        AND NOT coalesce('search_path=desk, pg_temp' = ANY (proconfig), false)`,
  ],
  [
    "does not belong to desk_owner",
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relowner <> 'desk_owner'::regrole
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'desk'::regnamespace AND proowner <> 'desk_owner'::regrole`,
  ],
  [
    "could be a way to more rights",
    `SELECT r.rolname AS name FROM pg_roles r WHERE r.rolname ~ '^desk_(app|auth|checks|public)(_login)?$'
        AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
          OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid
               AND m.roleid::regrole::text <> regexp_replace(r.rolname, '_login$', '')))`,
  ],
  [
    "lets a role in by a sequence, a schema or the database",
    `SELECT c.relname AS name FROM pg_class c, unnest('{app,auth,checks,public}'::text[]) r
      WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind = 'S' AND has_sequence_privilege('desk_' || r || '_login', c.oid, 'USAGE, SELECT, UPDATE')
        AND c.relname <> 'sign_in_attempt_id_seq'
     UNION ALL SELECT n.nspname || ' for ' || r FROM pg_namespace n, unnest('{app,auth,checks,public}'::text[]) r
      WHERE n.nspname IN ('desk', 'public') AND has_schema_privilege('desk_' || r || '_login', n.oid, 'CREATE')
     UNION ALL SELECT current_database() || ' for ' || r FROM unnest('{app,auth,checks,public}'::text[]) r
      WHERE has_database_privilege('desk_' || r || '_login', current_database(), 'CREATE, TEMPORARY')`,
  ],
  [
    "may be deleted with what it points to",
    `SELECT conrelid::regclass::text || '.' || conname AS name FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'desk'::regnamespace AND confdeltype NOT IN ('r', 'a')
        AND conrelid::regclass::text NOT LIKE '%reference\\_%' AND conname <> 'signing_grant_session_id_fkey'`,
  ],
];

/** What else has to be true of every object of the schema. */
export async function structureSurprises(db: TestDatabase): Promise<string[]> {
  const surprises: string[] = [];
  for (const [problem, query] of structure) {
    const { rows } = await db.owner.query<{ name: string }>(query);
    surprises.push(...rows.map(({ name }) => `${name} ${problem}`));
  }
  return surprises;
}
