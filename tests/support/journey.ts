import {
  type BrowserContext,
  expect,
  type Page,
  test as base,
} from "@playwright/test";
import { demoPeople, type DemoName } from "../../prisma/demo/people";
import { samplePassword } from "../../app/domain/sample-views";
import { deskOrigin } from "./desk-under-test";
import { startOwnDesk } from "./start-desk";

/** What every person of the demo signs in with. */
export const demoPassword = samplePassword;

type Watched = {
  /** Whether an error may be shown by the browser, for journeys about errors. */
  allowedErrors: RegExp[];
};

type People = {
  /** The desk in a browser of this person's own, signed in; the same one each time. */
  as: (name: DemoName) => Promise<Page>;
};

type OwnDesk = {
  desk: undefined;
  /** Named by a journey about all of the demo, which gets a desk that no other has touched. */
  untouchedFor: string;
};

/**
 * The start of every journey, on a desk of this worker's own. A journey fails when a browser reports an error
 * on the way, refused by the security policy or thrown by a script.
 */
export const journey = base.extend<Watched & People, OwnDesk>({
  untouchedFor: ["", { scope: "worker", option: true }],
  desk: [
    async ({}, use) => {
      const stop = await startOwnDesk();
      await use(undefined);
      await stop();
    },
    { scope: "worker", auto: true, timeout: 600_000 },
  ],
  allowedErrors: [[], { option: true }],
  context: async ({ context, allowedErrors }, use) => {
    const errors = watch(context);
    await use(context);
    expectOnly(errors, allowedErrors);
  },
  as: async ({ browser, allowedErrors }, use) => {
    const desks = new Map<DemoName, Page>();
    const errors: string[][] = [];
    await use(async (name) => {
      const known = desks.get(name);
      if (known) return known;
      const context = await browser.newContext();
      errors.push(watch(context));
      await signIn(context, name);
      const page = await context.newPage();
      desks.set(name, page);
      return page;
    });
    for (const page of desks.values()) await page.context().close();
    expectOnly(errors.flat(), allowedErrors);
  },
});

/** Signs in as the form does, without showing it. */
async function signIn(context: BrowserContext, name: DemoName): Promise<void> {
  const answer = await context.request.post("/sign-in", {
    form: { email: demoPeople[name].email, password: demoPassword },
    headers: { Origin: deskOrigin },
    maxRedirects: 0,
  });
  expect(answer.status(), `${name} signs in`).toBe(303);
}

function watch(context: BrowserContext): string[] {
  const errors: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  context.on("weberror", (error) => errors.push(error.error().message));
  return errors;
}

function expectOnly(errors: string[], allowedErrors: RegExp[]): void {
  const unforeseen = errors.filter(
    (text) => !allowedErrors.some((allowed) => allowed.test(text)),
  );
  expect(unforeseen, "the browser reported errors").toEqual([]);
}

export { expect };
export { expectAccessible, listViolations } from "./axe";
