import { afterEach, describe, expect, test } from "vitest";
import { canonicalContent } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import { getDigestFacts } from "~/data/digest-facts.server";
import {
  getNotificationSettings,
  saveNotificationSettings,
  stopDigests,
} from "~/data/notification-settings.server";
import { previewMail } from "~/jobs/preview-mail.server";
import { hashToken } from "~/lib/token.server";
import type { OutgoingMail } from "~/mail/outgoing-mail";
import type { SendMail } from "~/mail/send.server";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listMailsOf, listReminded, type MailKept, pass } from "./passes";

let world: World;
afterEach(() => world.drop());

const passAt = async (moment: string) => {
  await world.database.setClock(moment);
  return pass();
};

/** The digests that a person has, the words of each. */
async function digestsTo(name: string) {
  const mails = await listMailsOf(world, "review_due_digest");
  return mails.filter(({ to }) => to === name);
}

test("a person gets one digest a day, however many pages and passes there are", async () => {
  world = await createWorld();
  await world.published("ros1");
  await world.published("egfr");
  await world.published("mlh1", { author: "amira" });
  await passAt("2027-03-03T09:00:00Z");
  await passAt("2027-03-03T09:30:00Z");
  await passAt("2027-03-03T23:30:00Z");
  for (const editor of ["maya", "daniel"]) {
    const digests = await digestsTo(editor);
    expect(digests).toHaveLength(1);
    expect(digests[0]).toMatchObject({ state: "kept", attempts: 1 });
    expect(digests[0]?.subject).toMatch(/, and 2 more pages$/);
  }
  await passAt("2027-03-10T09:00:00Z");
  expect(await digestsTo("maya")).toHaveLength(2);
});

test("editors read one line on the backlog, in which no confidential page counts, and owners none", async () => {
  world = await createWorld();
  await world.published("ros1");
  for (const title of ["Elsewhere", "Confidential"])
    await world.stage.act(
      ...([
        "maya",
        "import_page",
        title.toLowerCase(),
        "gene_summary",
      ] as const),
      canonicalContent(emptyContent("gene_summary", { title })),
      ...["[]", JSON.stringify({ nextDue: "2026-03-31" })],
    );
  await world.rows(
    "UPDATE desk.page SET confidential_until = '2027-12-31' WHERE slug = 'confidential'",
  );
  await passAt("2027-03-03T09:00:00Z");
  const line = /^.*published elsewhere.*$/m;
  for (const editor of ["maya", "daniel"]) {
    const [digest] = await digestsTo(editor);
    expect(digest?.plainText?.match(line)?.[0]).toMatch(
      /^1 page published elsewhere in the backlog, 1 overdue by .* the last is done by 1\d March 2027\. This week it is the turn of Elsewhere\.$/,
    );
  }
  const [toOwner] = await digestsTo("tom");
  expect(toOwner?.plainText).toContain("You own this page.");
  expect(toOwner?.plainText).not.toMatch(line);
});

test("the page that is due longest comes first, so that no limit leaves it out, and none is merged with its namesake", async () => {
  world = await createWorld();
  await world.published("ros1");
  const dues = ["2027-02-10", "2027-01-20", "2027-02-01"];
  for (const due of dues) {
    const { pageId } = await world.published("ros1", { slug: `due-${due}` });
    await world.stage.act(
      ...(["tom", "bring_date_forward", pageId, due, "A trial."] as const),
    );
  }
  await passAt("2027-03-03T09:00:00Z");
  const [digest] = await digestsTo("maya");
  expect(digest?.subject).toMatch(/, and 3 more pages$/);
  const days = async (limit?: number) => {
    const { pages, more } = await getDigestFacts(digest?.id ?? "", limit);
    return { days: pages.map(({ nextReviewDue }) => nextReviewDue), more };
  };
  const all = [...dues, "2027-03-02"].sort();
  expect(await days()).toEqual({ days: all, more: { pages: 0, overdue: 0 } });
  // What there is no room for is counted.
  expect(await days(3)).toEqual({
    days: all.slice(0, 3),
    more: { pages: 1, overdue: 1 },
  });
});

describe("a page that is confidential while it is live", () => {
  const keepUntil = (page: PagePlay, day: string | null) =>
    world.stage.act(
      ...(["maya", "set_confidential_until", page.pageId, day] as const),
    );
  const about = (digests: MailKept[]) =>
    digests.map(({ state, plainText }) => [
      state,
      [...(plainText ?? "").matchAll(/^(EGFR|ROS1) · /gm)].map(([, g]) => g),
    ]);
  const unmailed = async () => {
    const rows = await world.rows<{ name: string }>(
      `SELECT split_part(p.email, '.', 1) AS name FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id
        WHERE a.step = 'first_overdue' AND a.mail_id IS NULL ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  test("is told on its own to who may know of it, and to the others when it is over", async () => {
    world = await createWorld();
    const page = await world.published("ros1");
    await world.published("egfr");
    await world.database.setClock("2027-03-03T06:00:00Z");
    await pass();
    expect(await unmailed()).toEqual(["daniel", "daniel", "maya", "maya"]);
    await keepUntil(page, "2027-03-20");
    await passAt("2027-03-03T07:00:00Z");
    expect(about(await digestsTo("maya"))).toEqual([
      ["kept", ["EGFR"]],
      ["kept", ["ROS1"]],
    ]);
    expect(about(await digestsTo("daniel"))).toEqual([["kept", ["EGFR"]]]);
    expect(await unmailed()).toEqual(["daniel"]);
    // A mailbox shows the one about it to who may know of it.
    const onItsOwn = await listMailsOf(
      ...([world, "review_due_digest", page.pageId] as const),
    );
    expect(onItsOwn.map(({ to }) => to)).toEqual([
      "jonas",
      "lina",
      "maya",
      "owen",
      "tom",
    ]);
    await passAt("2027-03-20T09:00:00Z");
    expect(await unmailed()).toEqual([]);
    expect(about(await digestsTo("daniel")).at(-1)).toEqual([
      "kept",
      expect.arrayContaining(["ROS1"]),
    ]);
  });

  test("leaves a digest that was made before it became so, and its reminder counts as not mailed", async () => {
    world = await createWorld();
    const page = await world.published("ros1");
    await world.database.setClock("2027-03-03T09:00:00Z");
    await world.rows("SELECT desk.raise_due_alerts()");
    await world.rows("SELECT desk.make_digests()");
    expect(await unmailed()).toEqual([]);
    await keepUntil(page, "2027-03-04");
    await pass();
    expect(about(await digestsTo("daniel"))).toEqual([["skipped", []]]);
    expect(await unmailed()).toEqual(["daniel", "maya"]);
    await pass();
    expect(about(await digestsTo("maya"))).toEqual([
      ["skipped", []],
      ["kept", ["ROS1"]],
    ]);
    await passAt("2027-03-04T09:00:00Z");
    expect(about(await digestsTo("daniel")).at(-1)).toEqual(["kept", ["ROS1"]]);
    expect(await digestsTo("maya")).toHaveLength(2);
    expect(await unmailed()).toEqual([]);
  });
});

test("looking at a digest and trying to send it again make no new key to stop it", async () => {
  world = await createWorld();
  await world.published("ros1");
  await world.database.setClock("2027-03-03T09:00:00Z");
  const keys = () => world.rows("TABLE desk.digest_stop_key ORDER BY key_hash");
  const stops: (string | undefined)[] = [];
  const away: SendMail = async ({ unsubscribe }) => {
    stops.push(unsubscribe);
    return { outcome: "temporary_failure", reason: "Try again later." };
  };
  await pass(away);
  const made = await keys();
  const digests = () => listMailsOf(world, "review_due_digest");
  expect(made).toHaveLength((await digests()).length);
  const seen = await previewMail(
    ...(["review_due_digest", "desk", world.stage.idOf("ruth")] as const),
  );
  expect(seen?.text).toContain("1 page is overdue");
  await world.database.advance("1 hour");
  await pass(away);
  expect(await keys()).toEqual(made);
  expect(stops.length).toBeGreaterThan(new Set(stops).size);
  // What has left holds its key no more.
  await world.database.advance("6 hours");
  await pass();
  expect((await digests()).map(({ state }) => state)).toEqual(
    made.map(() => "kept"),
  );
  const holding = await world.rows(
    "SELECT FROM desk.mail WHERE props ? 'stopKey'",
  );
  expect(holding).toEqual([]);
});

test("the owner reads that the review is due, with one link to the page", async () => {
  world = await createWorld();
  await world.published("ros1");
  await passAt("2027-02-16T09:00:00Z");
  const [digest] = await digestsTo("tom");
  expect(digest?.subject).toBe("ROS1: your review is due Tuesday 2 March 2027");
  const words = digest?.plainText ?? "";
  expect(words).toContain("Dear Dr Tom Bryce,");
  expect(words).toContain("A review is due");
  expect(words).toContain("Due in 14 days, Tuesday 2 March 2027.");
  expect(words).toContain("You own this page.");
  expect(words).toContain("Review now");
  expect(words.match(/https?:\S+/g)).toEqual([
    expect.stringMatching(/\/desk\/pages\/ros1-rearranged-lung-cancer$/),
  ]);
  expect(digest?.html).toContain("Review now");
  expect(await digestsTo("maya")).toEqual([]);
});

test("an editor reads which pages are overdue or withheld, and an owner which are due today", async () => {
  world = await createWorld();
  await world.published("ros1");
  await world.database.setClock("2026-04-26T09:00:00Z");
  await world.published("egfr");
  await world.database.setClock("2026-04-27T09:00:00Z");
  await world.published("mlh1");
  await passAt("2027-04-26T09:00:00Z");
  await passAt("2027-04-27T09:00:00Z");
  const [first, second] = await digestsTo("maya");
  expect(first?.plainText).toContain("Withheld from readers");
  expect(first?.plainText).toContain(
    "Its text has been withheld since Friday 2 April 2027.",
  );
  expect(first?.subject).toBe(
    "ROS1: its review is overdue, it was due Tuesday 2 March 2027",
  );
  expect(second?.subject).toBe(
    "EGFR: its review is overdue, it was due Monday 26 April 2027",
  );
  const words = second?.plainText ?? "";
  expect(words).toContain("1 page is overdue");
  expect(words).toContain("Readers get the text until Wednesday 26 May 2027.");
  expect(words).toContain("All editors are told.");
  expect(words).toContain("Owner: Tom Bryce.");
  expect(words).not.toContain("Due today");
  const [, toOwner] = await digestsTo("tom");
  expect(toOwner?.plainText).toContain("Due today");
});

test("a page reviewed or withdrawn between raising and sending is left out, and with it an empty digest", async () => {
  world = await createWorld();
  const page = await world.published("ros1");
  await world.database.setClock("2027-03-03T06:00:00Z");
  // Nobody reads before seven; the alert waits for its digest.
  await world.rows(
    "INSERT INTO desk.notification_setting (person_id, digest_hour) SELECT id, 7 FROM desk.person",
  );
  await pass();
  expect(await digestsTo("maya")).toEqual([]);
  await world.stage.act(
    "maya",
    "withdraw",
    ...[page.pageId, "out_of_date", false, "Its evidence moved on."],
  );
  await passAt("2027-03-03T07:00:00Z");
  const digests = await digestsTo("maya");
  expect(digests).toHaveLength(1);
  expect(digests[0]).toMatchObject({ state: "skipped", subject: null });
});

test("a digest waits for the hour its reader chose, in the desk's zone", async () => {
  world = await createWorld({ timeZone: "America/New_York" });
  await world.published("ros1");
  // Who chose nothing hears at seven; Daniel at six.
  await world.rows(
    "INSERT INTO desk.notification_setting (person_id, digest_hour) VALUES ($1, 6)",
    [world.stage.idOf("daniel")],
  );
  await passAt("2027-03-03T11:59:00Z");
  expect(await digestsTo("daniel")).toHaveLength(1);
  expect(await digestsTo("maya")).toEqual([]);
  await passAt("2027-03-03T12:00:01Z");
  expect(await digestsTo("maya")).toHaveLength(1);
});

test("somebody who paused their reminders gets none until that day is over, and then all in one", async () => {
  world = await createWorld();
  await world.published("ros1");
  await world.rows(
    "INSERT INTO desk.notification_setting (person_id, digest_hour, is_paused_until) VALUES ($1, 0, '2027-03-11')",
    [world.stage.idOf("maya")],
  );
  for (const day of ["03", "10", "11"]) {
    await passAt(`2027-03-${day}T09:00:00Z`);
  }
  expect(await digestsTo("maya")).toEqual([]);
  await passAt("2027-03-12T09:00:00Z");
  const digests = await digestsTo("maya");
  expect(digests).toHaveLength(1);
  expect(digests[0]?.plainText?.split("ROS1-rearranged")).toHaveLength(2);
});

test("in somebody's quiet hours only what cannot wait is sent, and the rest when they are over", async () => {
  world = await createWorld();
  const page = await world.published("ros1");
  await pass();
  await saveNotificationSettings(world.stage.idOf("tom"), {
    ...{ digestHour: 9, quietFrom: 20, quietUntil: 8 },
    areDigestsStopped: false,
  });
  const to = async (kind: string) => {
    const mails = await listMailsOf(world, kind, page.pageId);
    return mails.filter((mail) => mail.to === "tom").map(({ state }) => state);
  };
  await world.database.setClock("2026-03-10T21:00:00Z");
  await world.stage.act(
    ...([
      "maya",
      "rename_page",
      page.pageId,
      "another-address",
      "A better word.",
    ] as const),
  );
  await pass();
  expect(await to("page_renamed")).toEqual(["queued"]);
  await world.stage.act(
    ...(["maya", "withdraw", page.pageId, "unsafe"] as const),
    ...[false, "A wrong dose."],
  );
  await pass();
  expect(await to("withdrawn")).toEqual(["kept"]);
  await passAt("2026-03-11T07:59:00Z");
  expect(await to("page_renamed")).toEqual(["queued"]);
  await passAt("2026-03-11T08:00:01Z");
  expect(await to("page_renamed")).toEqual(["kept"]);
  // A digest hour that would never be heard is refused.
  await expect(
    saveNotificationSettings(world.stage.idOf("tom"), {
      ...{ digestHour: 7, quietFrom: 20, quietUntil: 8 },
      areDigestsStopped: false,
    }),
  ).rejects.toThrow(/notification_setting_digest_heard/);
});

test("who is on leave gets their reminders on their return, and the editors hear meanwhile", async () => {
  world = await createWorld();
  const page = await world.published("ros1");
  await world.database.setClock("2026-12-30T09:00:00Z");
  await world.stage.act(
    ...(["tom", "record_absence", world.stage.idOf("tom")] as const),
    ...["2026-12-31", "2027-01-08", "{}"],
  );
  await passAt("2027-01-01T09:00:00Z");
  expect(await listReminded(world, page.pageId, "2027-01-01")).toEqual({
    due_in_60: ["daniel", "jonas", "lina", "maya", "owen", "tom"],
  });
  expect(await digestsTo("tom")).toEqual([]);
  expect(await digestsTo("maya")).toHaveLength(1);
  await passAt("2027-01-08T09:00:00Z");
  expect(await digestsTo("tom")).toEqual([]);
  await passAt("2027-01-09T09:00:00Z");
  expect(await digestsTo("tom")).toHaveLength(1);
});

test("an owner snoozes a page once, for seven days, and the others are told as before", async () => {
  world = await createWorld();
  const page = await world.published("ros1");
  await passAt("2027-02-15T09:00:00Z");
  const before = (await digestsTo("tom")).length;
  const snooze = (until: string) =>
    world.stage.act(
      ...(["tom", "snooze", page.pageId, "due", until] as const),
      "My registrar is rewriting it.",
    );
  await expect(snooze("2027-02-23")).rejects.toThrow(/day_out_of_range/);
  await snooze("2027-02-22");
  await expect(snooze("2027-02-20")).rejects.toThrow(/snoozed_once/);
  await passAt("2027-02-16T09:00:00Z");
  expect(await digestsTo("tom")).toHaveLength(before);
  expect(await digestsTo("jonas")).toHaveLength(before + 1);
  await passAt("2027-02-22T09:00:00Z");
  expect(await digestsTo("tom")).toHaveLength(before + 1);
  await passAt("2027-03-02T09:00:00Z");
  await expect(snooze("2027-03-05")).rejects.toThrow(/snoozed_once/);
  await expect(
    world.stage.act(
      ...(["jonas", "snooze", page.pageId, "due", "2027-03-05"] as const),
      "I only reviewed it.",
    ),
  ).rejects.toThrow(/not_an_editor/);
});

test("a digest says how to stop it, by a key that stops nobody else's and no reminder", async () => {
  world = await createWorld();
  const page = await world.published("ros1");
  const sent: OutgoingMail[] = [];
  const send: SendMail = async (mail) => {
    sent.push(mail);
    return { outcome: "kept" };
  };
  await world.database.setClock("2027-03-03T09:00:00Z");
  await pass(send);
  const toMaya = sent.find(
    ({ to, unsubscribe }) => unsubscribe && to.address.startsWith("maya"),
  );
  const key = /\/stop-digests\/([\w-]{43})$/.exec(toMaya?.unsubscribe ?? "");
  expect(toMaya?.text).not.toContain(key?.[1]);
  expect(await stopDigests(hashToken("no such key"))).toBe(false);
  const hash = hashToken(key?.[1] ?? "");
  expect(await stopDigests(hash)).toBe(true);
  expect(await stopDigests(hash), "asked twice").toBe(true);
  const own = await getNotificationSettings(world.stage.idOf("maya"));
  expect(own.areDigestsStopped).toBe(true);
  await passAt("2027-03-10T09:00:00Z");
  expect(await digestsTo("maya")).toHaveLength(1);
  expect(await digestsTo("daniel")).toHaveLength(2);
  expect(await listReminded(world, page.pageId, "2027-03-10")).toEqual({
    "weekly_overdue:1": ["daniel", "maya"],
  });
});
