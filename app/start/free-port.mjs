import { createServer } from "node:net";

/**
 * A free port on 127.0.0.1: the wished one when it is free, else any.
 *
 * @param {number} [wished]
 * @returns {Promise<number>}
 */
export async function findFreePort(wished) {
  if (wished && (await isPortFree(wished, "127.0.0.1"))) return wished;
  return listenOnce(0, "127.0.0.1");
}

/**
 * @param {number} port
 * @param {string} [host] every address when absent
 */
export async function isPortFree(port, host) {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  );
}

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number>}
 */
function listenOnce(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host }, () => {
      const address = server.address();
      const taken = typeof address === "object" ? (address?.port ?? 0) : 0;
      server.close(() => resolve(taken));
    });
  });
}
