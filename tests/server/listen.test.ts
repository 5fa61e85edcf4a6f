import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { drain, listen, portOf } from "~/server/listen.server";

test("who is being answered when the desk stops still gets the whole answer", async () => {
  let hasArrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (hasArrived = resolve));
  const server = await listen((_request, response) => {
    response.write("first, ");
    hasArrived();
    void after(100).then(() => response.end("second"));
  }, 0);
  const address = `http://127.0.0.1:${String(portOf(server, 0))}/`;
  const asking = fetch(address).then((answer) => answer.text());
  await arrival;
  await drain(server);
  expect(await asking).toBe("first, second");
  await expect(fetch(address)).rejects.toThrow();
});

test("who never finishes is cut off after the grace", async () => {
  const server = await listen((_request, response) => {
    response.write("for ever");
  }, 0);
  const answer = await fetch(`http://127.0.0.1:${String(portOf(server, 0))}/`);
  await drain(server, 50);
  await expect(answer.text()).rejects.toThrow();
});
