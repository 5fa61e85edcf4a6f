import { NodePostgresAdapter } from "@lucia-auth/adapter-postgresql";
import {
  type DatabaseSession,
  type DatabaseUser,
  Lucia,
  TimeSpan,
} from "lucia";
import { authPool } from "~/data/pools.server";
import {
  findSession,
  listRolesOf,
  recordSession,
  type SessionPurpose,
} from "~/data/sessions.server";
import type { SignedInPerson } from "~/domain/signed-in-person";
import { environment } from "~/lib/environment.server";
import { idleMinutes } from "~/policy/person-roles";

type SessionAttributes = {
  purpose: SessionPurpose;
  /** The password was confirmed since this token was given out. */
  isRenewalDue: boolean;
};

type PersonAttributes = { person: SignedInPerson };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, PersonAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

/**
 * lucia's own adapter for the tables of the desk, save where time is told:
 * every end is worked out by the desk's clock in PostgreSQL. lucia compares
 * ends with the clock of this machine, so it is told "so many seconds from
 * now"; the ends that it would write are worked out anew.
 */
class DeskSessions extends NodePostgresAdapter {
  override async getSessionAndUser(
    sessionId: string,
  ): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const found = await findSession(sessionId);
    if (!found) return [null, null];
    const { person, secondsLeft, purpose, isRenewalDue } = found;
    const session = {
      id: sessionId,
      userId: person.id,
      expiresAt: new Date(Date.now() + secondsLeft * 1000),
      attributes: { purpose, isRenewalDue },
    };
    return [session, { id: person.id, attributes: { person } }];
  }

  override async setSession(session: DatabaseSession): Promise<void> {
    await recordSession({
      id: session.id,
      personId: session.userId,
      idleMinutes: idleMinutes(await listRolesOf(session.userId)),
      purpose: session.attributes.purpose,
    });
  }

  /** The idle end depends on the roles: `findSignedIn` moves it on. */
  override async updateSessionExpiration(): Promise<void> {}
}

/**
 * lucia over the auth pool. Its session ids are hashes of tokens; the cookie
 * holds the token, under a name that only https of this very host can set.
 */
export function lucia() {
  const isHttps = environment().origin.startsWith("https:");
  return new Lucia(
    new DeskSessions(authPool(), {
      user: "desk.person",
      session: "desk.session",
    }),
    {
      // As long as the absolute end of a session; the idle end is stored.
      sessionExpiresIn: new TimeSpan(12, "h"),
      sessionCookie: {
        name: isHttps ? "__Host-desk" : "desk",
        attributes: { secure: isHttps, sameSite: "lax", path: "/" },
      },
      getSessionAttributes: (attributes) => attributes,
      getUserAttributes: (attributes) => attributes,
    },
  );
}
