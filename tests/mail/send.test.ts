import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { OutgoingMail } from "~/mail/outgoing-mail";
import { createSendMail } from "~/mail/send.server";
import { parseSmtpUrl } from "~/mail/smtp-settings";
import { smtpAnswer, startSmtp } from "../support/smtp";

/** Longer than any server of these tests takes to answer, however busy the machine. */
const patience = { connect: 30_000, silence: 30_000 };

const mail: OutgoingMail = {
  messageId: "<alert.7f3a@desk.example.org>",
  from: { name: "The gene desk", address: "desk@example.org" },
  to: { name: "Dr Maya Iyer", address: "maya.iyer@example.org" },
  replyTo: { name: "The gene desk", address: "editors@example.org" },
  subject: "ROS1: your review is due Friday 27 November 2026",
  html: "<p>Review now, Zoë</p>",
  text: "Review now, Zoë\n",
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function smtp(behaviour?: Parameters<typeof startSmtp>[0]) {
  const server = await startSmtp(behaviour);
  closers.push(server.close);
  return server;
}

async function rawServer(onSocket: (socket: Socket) => void) {
  const server = createServer(onSocket);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    socket.on("error", () => undefined);
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  );
  return (server.address() as AddressInfo).port; // A TCP server has a port.
}

describe("sending a mail", () => {
  test("a server that takes it gets one copy, to one recipient, with both parts", async () => {
    const server = await smtp();
    const result = await createSendMail(server.url)(mail);
    expect(result).toMatchObject({ outcome: "sent" });
    expect(server.received).toHaveLength(1);
    const [received] = server.received;
    expect(received?.from).toBe("desk@example.org");
    expect(received?.to).toEqual(["maya.iyer@example.org"]);
    const raw = received?.raw ?? "";
    expect(raw).toContain("Message-ID: <alert.7f3a@desk.example.org>");
    expect(raw).toContain(`Subject: ${mail.subject}`);
    expect(raw).toMatch(/^To: "?Dr Maya Iyer"? <maya\.iyer@example\.org>/m);
    expect(raw).toContain("editors@example.org");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(raw).toContain("multipart/alternative");
    expect(raw).toMatch(/text\/plain; charset=utf-8/);
    expect(raw).toMatch(/text\/html; charset=utf-8/);
  });

  test("a calendar file goes with the words, as a file of its own", async () => {
    const server = await smtp();
    const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    await createSendMail(server.url)({ ...mail, calendar });
    const raw = server.received[0]?.raw ?? "";
    expect(raw).toContain("multipart/mixed");
    expect(raw).toMatch(
      /Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/,
    );
    expect(raw).toContain("filename=review-days.ics");
    expect(raw).toContain(Buffer.from(calendar).toString("base64"));
  });

  test("names that look like addresses do not add a recipient", async () => {
    const server = await smtp();
    const name = 'Eve <eve@example.org>, "all@example.org"';
    await createSendMail(server.url)({ ...mail, to: { ...mail.to, name } });
    expect(server.received[0]?.to).toEqual(["maya.iyer@example.org"]);
  });

  test("the Message-ID is the same at each try", async () => {
    const server = await smtp();
    const send = createSendMail(server.url);
    await send(mail);
    await send(mail);
    const ids = server.received.map(
      ({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1],
    );
    expect(ids).toEqual([mail.messageId, mail.messageId]);
  });

  test("without a server the mail is kept", async () => {
    expect(await createSendMail(undefined)(mail)).toEqual({ outcome: "kept" });
    expect(await createSendMail("")(mail)).toEqual({ outcome: "kept" });
  });
});

describe("what a failed sending means", () => {
  const temporary = "temporary_failure";
  const permanent = "permanent_failure";
  const refuse = (code: number) =>
    ((_address, _session, callback) =>
      callback(smtpAnswer(code, "told so"))) satisfies NonNullable<
      Parameters<typeof startSmtp>[0]
    >["onRcptTo"];

  test.each([
    ["the recipient with 550", { onRcptTo: refuse(550) }, permanent],
    ["the recipient with 450", { onRcptTo: refuse(450) }, temporary],
    [
      "the message with 554",
      { answerToData: () => smtpAnswer(554, "told so") },
      permanent,
    ],
    [
      "the message with 451",
      { answerToData: () => smtpAnswer(451, "told so") },
      temporary,
    ],
    ["the desk's own address with 550", { onMailFrom: refuse(550) }, temporary],
    [
      "every caller with 554",
      {
        onConnect: (_s: unknown, done: (e: Error) => void) =>
          done(smtpAnswer(554, "told so")),
      },
      temporary,
    ],
  ])("a server that refuses %s", async (_what, behaviour, outcome) => {
    const server = await smtp(behaviour);
    const result = await createSendMail(server.url, patience)(mail);
    expect(result).toMatchObject({
      outcome,
      reason: expect.stringContaining("told so"),
    });
    expect(server.received).toEqual([]);
  });

  test("a refused sign-in waits for somebody to mend it", async () => {
    const server = await smtp({
      onAuth: (_auth, _session, callback) =>
        callback(smtpAnswer(535, "wrong password")),
    });
    const url = server.url.replace("smtp://", "smtp://desk:pa%25ss@");
    const result = await createSendMail(url, patience)(mail);
    expect(result).toMatchObject({
      outcome: temporary,
      reason: expect.stringMatching(/refused the desk's sign-in: 535/),
    });
    expect(JSON.stringify(result)).not.toContain("pa%ss");
  });

  test("a connection refused is temporary", async () => {
    const server = await startSmtp();
    await server.close();
    expect(await createSendMail(server.url, patience)(mail)).toEqual({
      outcome: temporary,
      reason: "The mail server could not be reached.",
    });
  });

  test("a line cut after the message is temporary: it may have arrived", async () => {
    const server = await smtp({ dropsAfterData: true });
    const result = await createSendMail(server.url, patience)(mail);
    expect(result).toMatchObject({ outcome: temporary });
    expect(server.received).toHaveLength(1);
  });

  test("a server that takes the call and says nothing is left in time", async () => {
    const port = await rawServer(() => undefined);
    const result = await createSendMail(`smtp://127.0.0.1:${port}`, {
      connect: 200,
      silence: 200,
    })(mail);
    expect(result).toEqual({
      outcome: temporary,
      reason: "The mail server did not answer in time.",
    });
  });

  test("a server that speaks no SMTP is temporary", async () => {
    const port = await rawServer((socket) =>
      socket.end("HTTP/1.1 400 Bad\r\n\r\n"),
    );
    const result = await createSendMail(
      `smtp://127.0.0.1:${port}`,
      patience,
    )(mail);
    expect(result).toMatchObject({ outcome: temporary });
  });

  test("a server without the TLS that smtps promises is temporary", async () => {
    const server = await smtp();
    const url = server.url.replace("smtp:", "smtps:");
    const result = await createSendMail(url, patience)(mail);
    expect(result).toMatchObject({ outcome: temporary });
    expect(server.received).toEqual([]);
  });
});

describe("what is never handed to a server", () => {
  test.each<[string, Partial<OutgoingMail>]>([
    [
      "an address with a line break",
      {
        to: {
          name: "Maya",
          address: "maya@example.org\r\nRCPT TO:<eve@example.org>",
        },
      },
    ],
    [
      "two addresses",
      { to: { name: "Maya", address: "maya@example.org, eve@example.org" } },
    ],
    [
      "a name with a line break",
      {
        to: {
          name: "Maya\r\nBcc: eve@example.org",
          address: "maya@example.org",
        },
      },
    ],
    [
      "a name with a Unicode line separator",
      { to: { name: "Maya\u2028Bcc", address: "maya@example.org" } },
    ],
    ["a subject with a line break", { subject: "ROS1\nBcc: eve@example.org" }],
    ["an empty subject", { subject: " " }],
    [
      "a sender's name with a line break",
      { from: { name: "Desk\nX: y", address: "desk@example.org" } },
    ],
    [
      "a reply address that is none",
      { replyTo: { name: "Desk", address: "editors" } },
    ],
    [
      "a Message-ID with a line break",
      { messageId: "<a@example.org>\r\nX: y" },
    ],
    ["no plain text", { text: "" }],
  ])("%s", async (_what, change) => {
    const server = await smtp();
    const result = await createSendMail(server.url)({ ...mail, ...change });
    expect(result).toMatchObject({
      outcome: "permanent_failure",
      reason: expect.stringMatching(/^Not sent: /),
    });
    expect(server.connections()).toBe(0);
    expect(await createSendMail(undefined)({ ...mail, ...change })).toEqual(
      result,
    );
  });
});

describe("SMTP_URL", () => {
  test("names host, port and sign-in, with the usual ports by default", () => {
    expect(parseSmtpUrl("smtp://mail.example.org")).toEqual({
      host: "mail.example.org",
      port: 587,
      isTls: false,
      mustUpgrade: false,
      login: null,
    });
    expect(parseSmtpUrl("smtps://desk:p%40ss@mail.example.org")).toMatchObject({
      port: 465,
      isTls: true,
      login: { user: "desk", password: "p@ss" },
    });
    expect(parseSmtpUrl("smtp://[::1]:2525/")).toMatchObject({
      host: "::1",
      port: 2525,
    });
  });

  test("a password leaves this machine under TLS only", () => {
    expect(parseSmtpUrl("smtp://desk:x@mail.example.org").mustUpgrade).toBe(
      true,
    );
    expect(parseSmtpUrl("smtp://desk:x@localhost:2525").mustUpgrade).toBe(
      false,
    );
  });

  test.each([
    "mail.example.org",
    "http://mail.example.org",
    "smtp://",
    "smtp://mail.example.org/?secure=false",
    "smtp://desk:50%@mail.example.org",
    "smtp://mail.example.org:99999",
  ])("%s is refused without being repeated", (url) => {
    expect(() => createSendMail(url)).toThrow(RangeError);
    expect(() => createSendMail(url)).toThrow(/^SMTP_URL [^@]+$/);
  });
});
