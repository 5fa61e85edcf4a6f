import type { Page } from "@playwright/test";
import { demoPassword, expect, journey } from "../support/journey";
import { beginPage } from "../support/new-page";
import { Writing } from "../support/writing";

journey.use({
  allowedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 401/],
});

const start = ["A page about being on the road."];

/** What this browser keeps of unsaved words, as one text. */
function keptHere(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("imprimatur-writing");
        opening.onerror = () => reject(new Error("no journal"));
        opening.onsuccess = () => {
          const store = opening.result
            .transaction("texts")
            .objectStore("texts");
          const all = store.getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
}

journey(
  "write, lose the network, come back: a closed tab and an ended session lose no word",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "On the road", start);
    const writing = new Writing(tom);
    const line = tom.locator(".save-line");
    await writing.goToEnd();
    await writing.type(" Written on the platform.");
    await writing.isSaved();
    await tom.keyboard.press("Control+s");
    await expect(line).toHaveText(/^Saved \d\d:\d\d$/);

    const context = tom.context();
    await context.setOffline(true);
    await writing.type(" Written in the tunnel.");
    await expect(line).toHaveText("Not connected, kept on this device");
    await writing.type(" And a little further in.");
    await expect.poll(() => keptHere(tom)).toContain("a little further in");

    // The battery ends, the evening passes, the session with it.
    await tom.close();
    await context.clearCookies();
    await context.setOffline(false);
    const back = await context.newPage();
    await back.goto(address);
    await back.getByLabel("E-mail address").fill("tom.bryce@example.org");
    await back.getByLabel("Password").fill(demoPassword);
    await back.getByRole("button", { name: "Sign in" }).click();
    const again = new Writing(back);
    await expect(again.text).toContainText("Written on the platform.");
    // What the browser may have sent while it closed is no loss; the rest waits.
    await expect(again.text).not.toContainText("a little further in");
    const offer = back.getByRole("region", { name: "Kept on this device" });
    await expect(offer).toContainText(
      /Restore words written on this device \d+ \w{3,4} \d\d:\d\d\?/,
    );
    await offer.getByRole("button", { name: "Restore" }).click();
    await again.isSaved();
    await expect(offer).toBeHidden();
    await expect(
      back.getByText(/^Sent at \d\d:\d\d: 1 paragraph, changed on this device/),
    ).toBeVisible();
    await back.reload();
    await expect(again.text).toContainText(
      "Written on the platform. Written in the tunnel. And a little further in.",
    );
    await expect(offer).toBeHidden();
    await back.close();
  },
);

journey(
  "who leaves within a second of the last key is saved first, and not asked",
  async ({ as }) => {
    const tom = await as("tom");
    tom.on("dialog", (dialog) => {
      throw new Error(`the browser asked: ${dialog.type()}`);
    });
    const address = await beginPage(tom, "On the road", start);
    const writing = new Writing(tom);
    await writing.goToEnd();
    await writing.type(" By a tab.");
    await tom.getByRole("link", { name: "Details" }).first().click();
    await tom.waitForURL(/details/);
    await tom.goto(address);
    await writing.goToEnd();
    await writing.type(" By the button below.");
    await tom.getByRole("link", { name: "Submit for review" }).click();
    await tom.waitForURL(/submit/);
    await tom.goto(address);
    await writing.goToEnd();
    await writing.type(" By loading it again.");
    await tom.reload();
    // The last request and the reading of the page are on their way at once.
    await expect(async () => {
      await tom.goto(address);
      await expect(writing.text).toContainText(
        "By a tab. By the button below. By loading it again.",
        { timeout: 2_000 },
      );
    }).toPass();
    await expect(
      tom.getByRole("region", { name: "Kept on this device" }),
    ).toBeHidden();
  },
);

journey(
  "a browser that keeps nothing says so, and the words can be copied",
  async ({ as }) => {
    const tom = await as("tom");
    // As some private windows: there is no store.
    await tom.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
    });
    await beginPage(tom, "On the road", start);
    const writing = new Writing(tom);
    const line = tom.locator(".save-line");
    await writing.goToEnd();
    await tom.context().setOffline(true);
    await writing.type(" Nowhere to keep this.");
    await expect(line).toHaveText("Not connected, not kept on this device");
    await expect(tom.getByText(/keeps no copy/)).toBeVisible();
    await expect(
      tom.getByRole("button", { name: "Copy my text" }),
    ).toBeVisible();
    await tom.context().setOffline(false);
    await writing.isSaved();
    await tom.reload();
    await expect(writing.text).toContainText("Nowhere to keep this.");
  },
);

journey(
  "a device without room says so while it keeps nothing, and saves all the same",
  async ({ as }) => {
    const tom = await as("tom");
    await beginPage(tom, "On the road", start);
    const writing = new Writing(tom);
    await writing.goToEnd();
    // As a full disk does it: the browser takes the words and then gives up.
    await tom.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...words) {
        const request = put.apply(this, words);
        this.transaction.abort();
        return request;
      };
    });
    await tom.context().setOffline(true);
    await writing.type(" No room for this.");
    const line = tom.locator(".save-line");
    await expect(line).toHaveText("Not connected, not kept on this device");
    await tom.context().setOffline(false);
    await writing.isSaved();
  },
);
