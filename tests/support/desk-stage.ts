import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { runAct } from "~/data/act.server";
import {
  appPool,
  authPool,
  closeConnections,
  connectTo,
} from "~/data/pools.server";
import { recordAssignmentLink } from "~/data/review-requests.server";
import type { Expertise, Need } from "~/domain/words";
import { paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";
import { type Part, urlForLogin } from "../../app/start/logins.mjs";
import { PagePlay } from "../../prisma/demo/page-play";
import { demoPages } from "../../prisma/demo/pages";
import { demoPeople, type DemoName } from "../../prisma/demo/people";
import { Stage } from "../../prisma/demo/stage";
import { deskOrigin, deskUnderTest } from "./desk-under-test";

type KeptLogins = {
  postgres: string;
  port: number;
  logins: Record<string, string>;
};

/** Somebody who came to the desk under test for one journey alone. */
export type Newcomer = {
  id: string;
  /** As screens have it, with the prefix. */
  shown: string;
  token: string;
};

/** Connects this process to the desk under test as its own parts do; gives the superuser's address. */
export async function connectHere(): Promise<string> {
  const kept = await readFile(join(deskUnderTest.dataDir, "logins.json"));
  // Written by the desk itself, which would not start with another form.
  const { postgres, port, logins } = JSON.parse(kept.toString()) as KeptLogins;
  const superuser = `postgres://postgres:${encodeURIComponent(postgres)}@127.0.0.1:${String(port)}/desk`;
  const urlOf = (part: Part) =>
    urlForLogin(superuser, part, logins[`desk_${part}_login`] ?? "");
  await connectTo({
    app: urlOf("app"),
    auth: urlOf("auth"),
    checks: urlOf("checks"),
    public: urlOf("public"),
  });
  return superuser;
}

/**
 * The demo's people acting on the desk under test without a browser, through
 * the same functions and under the same rules, so that a journey begins where
 * its story does. Nothing here moves the clock.
 */
export class DeskStage {
  private constructor(
    readonly stage: Stage,
    private readonly owner: pg.Client,
  ) {}

  static async open(): Promise<DeskStage> {
    const superuser = await connectHere();
    const owner = new pg.Client({ connectionString: superuser });
    await owner.connect();
    await owner.query("SET ROLE desk_owner");
    const desk = new DeskStage(new Stage(owner), owner);
    for (const name of Object.keys(demoPeople)) {
      // The keys of a constant are its own names.
      await desk.join(name as DemoName);
    }
    return desk;
  }

  /** A page of the demo under an address and a title of its own, not yet written. */
  play(beginning: string, about: string): PagePlay {
    const page = demoPages.find((each) => each.slug.startsWith(beginning));
    if (!page) throw new Error(`the demo has no page ${beginning}`);
    // A journey that is tried again begins with a page of its own again.
    const own = randomBytes(3).toString("hex");
    const slug = `journey-${own}`;
    const title = `${about} (${own})`;
    return new PagePlay(this.stage, { ...page, slug, title }, "tom");
  }

  /** A page that everybody whom its rules ask for has approved. */
  async approved(
    play: PagePlay,
    ...reviewers: (readonly [DemoName, Need])[]
  ): Promise<PagePlay> {
    await play.write();
    await play.submit();
    for (const [reviewer, expertise] of reviewers)
      await play.reviewedBy("maya", [reviewer, expertise]);
    return play;
  }

  /** Reviewers are asked, accept and approve in turn, in the open round of a page. */
  async approve(
    slug: string,
    ...reviewers: (readonly [DemoName, Need])[]
  ): Promise<void> {
    const { rows } = await this.owner.query<
      PagePlay["version"] & { pageId: string }
    >(
      `SELECT p.id AS "pageId", v.id, v.content_sha256 AS sha, r.id AS "roundId"
         FROM desk.review_round r JOIN desk.version v ON v.id = r.version_id JOIN desk.page p ON p.id = v.page_id
        WHERE p.slug = $1 AND r.closed_at IS NULL ORDER BY r.opened_at DESC LIMIT 1`,
      [slug],
    );
    const [open] = rows;
    const [page] = demoPages;
    if (!open || !page) throw new Error(`nothing of ${slug} is in review`);
    const { pageId, ...version } = open;
    // Only its version matters to who signs it.
    const play = new PagePlay(this.stage, page, "tom");
    Object.assign(play, { pageId, version });
    for (const [reviewer, expertise] of reviewers)
      await play.reviewedBy("maya", [reviewer, expertise]);
  }

  /** A reviewer whom no other journey asks for anything, with interests declared: none. */
  async newcomer(name: string, expertise: Expertise): Promise<Newcomer> {
    const email = `${randomBytes(3).toString("hex")}@example.org`;
    const added = await runAct<string>(authPool(), "operator_add_person", [
      ...[email, name, "Dr", "MD", "Southern Clinic", null],
      ...[["reviewer"], [expertise]],
    ]);
    if (!added.ok) throw new Error(`${name} was refused: ${added.because}`);
    const token = await this.session(email);
    const declared = await runAct(appPool(), "declare_interests", [
      ...[hashToken(token), true, ""],
    ]);
    if (!declared.ok) throw new Error(`${name} declared nothing`);
    return { id: added.value, shown: `Dr ${name}`, token };
  }

  /** An editor asks a newcomer for one expertise of the newest round. */
  async assign(play: PagePlay, need: Need, { id }: Newcomer): Promise<void> {
    const { roundId } = play.version;
    await this.stage.act("maya", "assign", roundId, need, id, null, null);
  }

  /**
   * The path of a one-tap link, as the mail of a request gets it on leaving;
   * the copy that the desk keeps of a mail holds no working link.
   */
  async mailedLink(play: PagePlay, reviewer: DemoName): Promise<string> {
    const { rows } = await this.owner.query<{ id: string }>(
      "SELECT id FROM desk.assignment WHERE round_id = $1 AND reviewer_id = $2",
      [play.version.roundId, this.stage.idOf(reviewer)],
    );
    const token = makeToken();
    await recordAssignmentLink(rows[0]?.id ?? "", hashToken(token));
    return paths.reviewRequest(token);
  }

  /** Gives a browser the session of somebody, as signing in would. */
  async signIn(page: Page, { token }: Newcomer): Promise<void> {
    await cookieFor(page.context(), token);
  }

  async close(): Promise<void> {
    await closeConnections();
    await this.owner.end();
  }

  private async join(name: DemoName): Promise<void> {
    const { email } = demoPeople[name];
    const token = await this.session(email);
    const { rows } = await this.owner.query<{ id: string }>(
      "SELECT id FROM desk.person WHERE email = $1",
      [email],
    );
    this.stage.ids.set(name, rows[0]?.id ?? "");
    this.stage.sessions.set(name, hashToken(token));
  }

  private async session(email: string): Promise<string> {
    const token = makeToken();
    await this.owner.query(
      `INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at)
       SELECT $1, id, desk.clock() + interval '1 hour', desk.clock() + interval '1 hour'
         FROM desk.person WHERE email = $2`,
      [hashToken(token), email],
    );
    return token;
  }
}

async function cookieFor(context: BrowserContext, token: string) {
  await context.addCookies([{ name: "desk", value: token, url: deskOrigin }]);
}
