import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { from: string; to: string[]; raw: string };

export type TestSmtp = {
  url: string;
  received: ReceivedMail[];
  /** How many programs connected. */
  connections: () => number;
  close: () => Promise<void>;
};

type Behaviour = Partial<
  Pick<
    SMTPServerOptions,
    "onConnect" | "onMailFrom" | "onRcptTo" | "onAuth" | "authOptional"
  >
> & {
  /** What the server answers to the whole message; default: it takes it. */
  answerToData?: () => Error | null;
  /** Take the message, then cut the line without an answer. */
  dropsAfterData?: boolean;
};

/** A refusal as an SMTP server makes it: `smtpAnswer(550, "No such person")`. */
export function smtpAnswer(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server on a free port of this machine, without TLS. */
export async function startSmtp(behaviour: Behaviour = {}): Promise<TestSmtp> {
  const { answerToData, dropsAfterData, onAuth, ...handlers } = behaviour;
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  const server = new SMTPServer({
    disabledCommands: onAuth ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    authOptional: !onAuth,
    allowInsecureAuth: true,
    ...(onAuth && { onAuth }),
    ...handlers,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refusal = answerToData?.() ?? null;
        if (refusal) return callback(refusal);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        if (dropsAfterData) for (const socket of sockets) socket.destroy();
        else callback();
      });
    },
  });
  // A client that hangs up is no fault of the server.
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = addressOf(server.server.address());
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connectionCount,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string")
    throw new Error("the test server has no port");
  return address;
}
