import { createServer, type RequestListener, type Server } from "node:http";

/** The port cannot be served; the message is one sentence, the exit code 3. */
export class CannotListen extends Error {
  readonly exitCode = 3;
}

/** Opens the port; throws `CannotListen` when it is in use or not allowed. */
export async function listen(
  application: RequestListener,
  port: number,
): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 65_000 }, application);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(explain(error, port));
    });
    server.listen(port, resolve);
  });
  return server;
}

/** The port that the system chose, when it was asked to choose. */
export function portOf(server: Server, fallback: number): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : fallback;
}

/**
 * Stops without cutting anybody off: no new connections, idle ones closed,
 * ten seconds for what is under way.
 */
export async function drain(server: Server, graceMs = 10_000): Promise<void> {
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  // A connection kept alive turns idle only once its answer is complete.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearTimeout(cut);
  clearInterval(sweep);
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new CannotListen(
      `Port ${String(port)} is in use; stop what listens there or set PORT to another.`,
      { cause: error },
    );
  }
  if (error.code === "EACCES") {
    return new CannotListen(
      `Port ${String(port)} may not be opened by this user; set PORT to 1024 or more.`,
      { cause: error },
    );
  }
  return error;
}
