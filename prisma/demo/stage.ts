import { randomBytes } from "node:crypto";
import type pg from "pg";
import { runChecksOn } from "~/commands/run-checks.server";
import { runAct, type ActArgument } from "~/data/act.server";
import { setPassword } from "~/data/accounts.server";
import { appPool, authPool } from "~/data/pools.server";
import { hashPassword } from "~/lib/password-hash.server";
import { demoPeople, type DemoName } from "./people";

/**
 * A stage on which the demo's history is played: its people act through the
 * ordinary functions of the database, with sessions and signing grants, while
 * the owner moves the clock forward. Nothing here goes round a rule.
 */
export class Stage {
  readonly ids = new Map<DemoName, string>();
  readonly sessions = new Map<DemoName, string>();

  constructor(private readonly owner: pg.ClientBase) {}

  /** Moves the desk's clock to some days before the real day, at an hour of UTC. */
  async goTo(daysAgo: number, hour = 9): Promise<void> {
    await this.owner.query(
      `UPDATE desk.clock_offset SET by_interval =
         (date_trunc('day', clock_timestamp()) - make_interval(days => $1) + make_interval(hours => $2)) - clock_timestamp()`,
      [daysAgo, hour],
    );
  }

  /** Ends the play: the clock is the machine's again, the actors' sessions are over. */
  async end(): Promise<void> {
    await this.owner.query(
      "UPDATE desk.clock_offset SET by_interval = '0' WHERE by_interval <> '0'",
    );
    await authPool().query("DELETE FROM desk.session");
  }

  /** Today minus some days, as a day of the desk; only near enough for dates in texts. */
  async dayAgo(days: number): Promise<string> {
    const { rows } = await appPool().query<{ day: string }>(
      "SELECT desk.day_of(clock_timestamp() - make_interval(days => $1)) AS day",
      [days],
    );
    return rows[0]?.day ?? "";
  }

  async addPeople(password: string): Promise<void> {
    for (const [name, person] of Object.entries(demoPeople)) {
      const id = await this.must<string>(authPool(), "operator_add_person", [
        ...[person.email, person.name, person.prefix, person.credentials],
        ...[person.affiliation, null],
        [...person.roles],
        [...person.expertise],
      ]);
      await setPassword(id, await hashPassword(password));
      const session = randomBytes(32).toString("hex");
      await authPool().query(
        `INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at, purpose)
         VALUES ($1, $2, clock_timestamp() + interval '1 day', clock_timestamp() + interval '1 day', 'demo')`,
        [session, id],
      );
      this.ids.set(name as DemoName, id);
      this.sessions.set(name as DemoName, session);
    }
  }

  idOf(name: DemoName): string {
    return found(this.ids.get(name), name);
  }

  /** One act by one person; anything but success ends the play. */
  async act<Value = null>(
    name: DemoName,
    act: string,
    ...values: ActArgument[]
  ): Promise<Value> {
    const session = found(this.sessions.get(name), name);
    return this.must<Value>(appPool(), act, [session, ...values]);
  }

  /** Somebody without an account is sent a link and presses its button. Gives their session. */
  async inviteOutside(
    by: DemoName,
    versionId: string,
    person: Record<"email" | "name" | "credentials" | "affiliation", string>,
  ): Promise<string> {
    const { email, name, credentials, affiliation } = person;
    const link = await this.must<string>(authPool(), "invite_outside_expert", [
      ...[found(this.sessions.get(by), by), versionId],
      ...[email, name, credentials, affiliation, 30],
    ]);
    const [key, session] = [randomBytes(32), randomBytes(32)];
    await this.must(authPool(), "record_outside_key", [
      ...[link, key.toString("hex")],
    ]);
    await this.must(authPool(), "open_outside_link", [
      ...[key.toString("hex"), session.toString("hex")],
    ]);
    return session.toString("hex");
  }

  /** One act by whoever came by a link. */
  async actOutside(
    session: string,
    act: string,
    ...values: ActArgument[]
  ): Promise<void> {
    await this.must(appPool(), act, [session, ...values]);
  }

  /** A grant as a password would give it, for one signature of this text. */
  async grant(name: DemoName, act: string, sha: string): Promise<string> {
    const id = randomBytes(32).toString("hex");
    await authPool().query(
      `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
       VALUES ($1, $2, $3, $4, $5, 'password')`,
      [id, this.idOf(name), found(this.sessions.get(name), name), act, sha],
    );
    return id;
  }

  async check(versionId: string): Promise<void> {
    const outcome = await runChecksOn(versionId);
    if (!outcome.ok) throw new Error(`checks refused: ${outcome.because}`);
  }

  async one<Row extends object>(
    query: string,
    values: unknown[],
  ): Promise<Row> {
    const { rows } = await appPool().query<Row>(query, values);
    return found(rows[0], query);
  }

  private async must<Value>(
    pool: pg.Pool,
    act: string,
    values: ActArgument[],
  ): Promise<Value> {
    const outcome = await runAct<Value>(pool, act, values);
    if (outcome.ok) return outcome.value;
    throw new Error(
      `the demo's ${act} was refused: ${outcome.because} ${JSON.stringify(outcome.detail)}`,
    );
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo lacks ${what}`);
  return value;
}
