import { randomUUID } from "node:crypto";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { outboxPass } from "~/jobs/empty-outbox.server";
import { createSendMail } from "~/mail/send.server";
import { smtpAnswer, startSmtp, type TestSmtp } from "../support/smtp";
import { createWorld, type PagePlay, type World } from "../support/world";
import { listMailsOf, pass } from "./passes";

let world: World;
let page: PagePlay;
const servers: TestSmtp[] = [];
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  page = await world.play("mlh1", { slug: `page-${randomUUID()}` }).write();
  await page.submit();
  await pass();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => world.drop());

async function smtp(behaviour?: Parameters<typeof startSmtp>[0]) {
  const server = await startSmtp(behaviour);
  servers.push(server);
  return { server, send: createSendMail(server.url, patient) };
}

const patient = { connect: 30_000, silence: 30_000 };

const requests = () => listMailsOf(world, "review_requested", page.pageId);
const bounced = () => listMailsOf(world, "mail_bounced", page.pageId);

describe("a mail of one matter", () => {
  test("leaves through a real mail server once, with its words and one link", async () => {
    await page.assign("maya", "jonas", "clinician");
    const { server, send } = await smtp();
    await Promise.all(Array.from({ length: 8 }, () => pass(send)));
    await pass(send);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(["jonas.lindqvist@example.org"]);
    expect(mail?.raw).toMatch(/^Subject: MLH1: /m);
    expect(mail?.raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@/m);
    const [kept] = await requests();
    expect(kept).toMatchObject({ state: "sent", attempts: 1 });
    expect(kept?.sentAt).not.toBeNull();
    const words = kept?.plainText ?? "";
    expect(words).toContain("Dear Dr Jonas Lindqvist,");
    expect(words).toMatch(/as a clinician/);
    expect(words).toMatch(/Maya Okafor/);
    // The mail has the key; what the desk keeps of it leads to the sign-in.
    expect(mail?.raw).toMatch(/\/review-request\/[\w-]{3,}/);
    expect(words.match(/https?:\S+/g)).toEqual([
      expect.stringMatching(/\/desk\/reviews\/[0-9a-f-]{36}$/),
    ]);
  });

  test("stays in the desk's mailbox where there is no mail server", async () => {
    await page.assign("maya", "jonas", "clinician");
    await pass();
    const [kept] = await requests();
    expect(kept).toMatchObject({ state: "kept", attempts: 1, lastError: null });
    expect(kept?.html).toContain("Jonas");
  });

  test("is tried again later and later while the server is away, and arrives when it is back", async () => {
    await page.assign("maya", "jonas", "clinician");
    const { send: away } = await smtp({
      answerToData: () => smtpAnswer(451, "Try again later"),
    });
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await pass(away);
      const [mail] = await requests();
      expect(mail).toMatchObject({ state: "queued", attempts: attempt });
      expect(mail?.lastError).toContain("Try again later");
      waits.push(await secondsUntil(mail?.nextAttemptAt));
      await pass(away);
      expect((await requests())[0]?.attempts, "not before its time").toBe(
        attempt,
      );
      await world.database.advance("6 hours");
    }
    // 30 seconds doubled each time, a quarter more or less.
    for (const [index, wait] of waits.entries()) {
      const middle = 30 * 2 ** (index + 1);
      expect(wait).toBeGreaterThan(middle * 0.7);
      expect(wait).toBeLessThan(middle * 1.3);
    }
    const { server, send } = await smtp();
    await pass(send);
    expect(server.received).toHaveLength(1);
    expect((await requests())[0]).toMatchObject({ state: "sent", attempts: 6 });
    expect(await bounced()).toEqual([]);
  });

  test("that the server refuses for good is told to every editor, once, with the reason", async () => {
    await page.assign("maya", "jonas", "clinician");
    const { send } = await smtp({
      onRcptTo({ address }, _session, done) {
        const isUnknown = address.startsWith("jonas");
        done(isUnknown ? smtpAnswer(550, "No such person here") : null);
      },
    });
    const result = await pass(send);
    expect(result.failed).toBe(1);
    await pass(send);
    expect((await requests())[0]).toMatchObject({
      state: "failed",
      attempts: 1,
    });
    const bounces = await bounced();
    expect(bounces.map(({ to, state }) => [to, state])).toEqual([
      ["daniel", "sent"],
      ["maya", "sent"],
    ]);
    expect(bounces[0]?.subject).toBe(
      "MLH1: a mail to Dr Jonas Lindqvist did not arrive",
    );
    expect(bounces[0]?.plainText).toContain("No such person here");
    expect(bounces[0]?.plainText).toContain("jonas.lindqvist@example.org");
  });
});

describe("a mail whose reason is gone when it is to leave", () => {
  test("is not sent to somebody who was switched off meanwhile", async () => {
    await page.assign("maya", "ngozi", "clinician");
    await world.stage.act(
      "maya",
      "deactivate_person",
      ...[world.stage.idOf("ngozi"), null],
    );
    const { server, send } = await smtp();
    await pass(send);
    expect(server.received.flatMap(({ to }) => to)).not.toContain(
      "ngozi.eze@example.org",
    );
    expect((await requests())[0]).toMatchObject({
      state: "skipped",
      subject: null,
    });
  });

  test("is not sent for an assignment that an editor dismissed meanwhile", async () => {
    await page.assign("maya", "jonas", "clinician");
    const [assignment] = await world.rows<{ id: string }>(
      "SELECT id FROM desk.assignment WHERE round_id = $1",
      [page.version.roundId],
    );
    await world.stage.act("maya", "dismiss_assignment", assignment?.id ?? "");
    const { server, send } = await smtp();
    await pass(send);
    expect(server.received).toEqual([]);
    expect((await requests())[0]?.state).toBe("skipped");
  });

  test("is not sent for a version that its author took back meanwhile", async () => {
    await page.assign("maya", "jonas", "clinician");
    await world.stage.act("tom", "take_back", page.version.id);
    await pass();
    expect((await requests())[0]?.state).toBe("skipped");
  });
});

describe("several workers", () => {
  test("a mail whose worker died is taken by the next one when its lease is over", async () => {
    await page.assign("maya", "jonas", "clinician");
    await world.rows("SELECT desk.claim_mails(20)");
    expect((await requests())[0]).toMatchObject({ state: "sending" });
    const { server, send } = await smtp();
    await pass(send);
    expect(server.received, "its lease is not over").toEqual([]);
    await world.database.advance("2 minutes 1 second");
    await pass(send);
    expect(server.received).toHaveLength(1);
    expect((await requests())[0]).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("a mail that cannot be made is tried again and holds up no other", async () => {
    await page.assign("maya", "jonas", "clinician");
    await page.assign("maya", "lina", "laboratory_scientist");
    await world.rows(
      `UPDATE desk.mail SET props = '{}' WHERE kind = 'review_requested' AND recipient_id = $1 AND page_id = $2`,
      [world.stage.idOf("jonas"), page.pageId],
    );
    await pass();
    const [broken, fine] = await requests();
    expect(broken).toMatchObject({ to: "jonas", state: "queued", attempts: 1 });
    expect(broken?.lastError).toContain("lacks assignmentId");
    expect(fine).toMatchObject({ to: "lina", state: "kept" });
  });
});

// The last, as it takes days of the desk's clock.
describe("a mail that no try gets out", () => {
  test("is given up after four days of trying, and the editors are told", async () => {
    await page.assign("maya", "jonas", "clinician");
    const { send: away } = await smtp({
      answerToData: () => smtpAnswer(451, "Try again later"),
    });
    for (let tries = 1; tries <= 13; tries += 1) {
      await pass(away);
      expect((await requests())[0]?.state).toBe("queued");
      await world.database.advance("7 hours 50 minutes");
    }
    expect(await bounced()).toEqual([]);
    // A pass leaves a server alone that takes nothing; other mails may come first.
    for (let passes = 1; passes <= 6; passes += 1) await pass(away);
    expect((await requests())[0]).toMatchObject({ state: "failed" });
    const bounces = await bounced();
    expect(bounces.map(({ to }) => to)).toEqual(["daniel", "maya"]);
  });
});

async function secondsUntil(moment: Date | undefined): Promise<number> {
  const [row] = await world.rows<{ seconds: number }>(
    "SELECT extract(epoch FROM $1::timestamptz - desk.clock())::float AS seconds",
    [moment],
  );
  return row?.seconds ?? 0;
}

test("a mail leaves by the clock of the outbox, which lets a mail server rest that took none", async () => {
  await page.assign("maya", "jonas", "clinician");
  const busy = await smtp({ answerToData: () => smtpAnswer(451, "Busy") });
  const byItself = outboxPass(busy.send);
  await byItself();
  expect(await requests()).toMatchObject([{ state: "queued", attempts: 1 }]);
  await page.assign("maya", "lina", "laboratory_scientist");
  await byItself();
  expect(await requests()).toHaveLength(2);
  expect(await requests()).toContainEqual(
    expect.objectContaining({ state: "queued", attempts: 0 }),
  );
  await outboxPass((await smtp()).send)();
  expect(await requests()).toContainEqual(
    expect.objectContaining({ state: "sent", attempts: 1 }),
  );
});
