import type { Page } from "@playwright/test";
import { expect, expectAccessible, journey } from "../support/journey";
import { beginPage } from "../support/new-page";
import { Writing } from "../support/writing";

journey.use({ allowedErrors: [/status of 409/] });

function lineOf(page: Page) {
  return page.locator(".save-line");
}

/** Both have a new page of these words open. */
async function openForBoth(tom: Page, maya: Page, words: string) {
  const address = await beginPage(tom, "Carriers", ["About it.", words]);
  await maya.goto(address);
  const theirs = new Writing(maya);
  await expect(theirs.text).toContainText(words);
  return { address, his: new Writing(tom), theirs };
}

journey(
  "two authors, one page: other words merge by themselves, the same words are a choice",
  async ({ as }) => {
    const tom = await as("tom");
    const maya = await as("maya");
    const { address, his, theirs } = await openForBoth(
      tom,
      maya,
      "Carriers are well and may have children with the condition.",
    );

    // Other words of one paragraph.
    await theirs.replace("well", "healthy");
    await theirs.isSaved();
    await his.replace("the condition", "cystic fibrosis");
    await expect(lineOf(tom)).toHaveText("Merged with Maya Okafor's edit");
    await expect(his.text).toContainText(
      "Carriers are healthy and may have children with cystic fibrosis.",
    );
    // The cursor stayed where he wrote.
    await tom.keyboard.type(" itself");
    await expect(his.text).toContainText("with cystic fibrosis itself.");
    await his.isSaved();

    // The same words: his stay.
    await theirs.replace("may have", "could have");
    await expect(lineOf(maya)).toHaveText("Merged with Dr Tom Bryce's edit");
    await his.replace("may have", "can have");
    await expect(lineOf(tom)).toHaveText("Needs your choice");
    await his.goToEnd();
    await tom.keyboard.type(" He writes on meanwhile.");
    await tom.keyboard.press("Control+s");
    const dialog = tom.getByRole("dialog", { name: "Needs your choice" });
    await expect(dialog.getByRole("region", { name: "Yours" })).toContainText(
      "can have children",
    );
    await expect(
      dialog.getByRole("region", { name: "Maya Okafor's" }),
    ).toContainText("could have children");
    await expectAccessible(tom);
    await dialog.getByRole("button", { name: "Keep mine" }).press("Enter");
    await expect(dialog).toBeHidden();
    await his.isSaved();
    await expect(
      tom.getByRole("region", { name: "Kept on this device" }),
    ).toContainText("Maya Okafor's paragraph, not kept in the page");

    // The same words: theirs stay.
    await maya.reload();
    await expect(theirs.text).toContainText("can have children");
    await theirs.replace("can have", "sometimes have");
    await theirs.isSaved();
    await his.replace("can have", "often have");
    await tom.getByRole("button", { name: "Choose" }).click();
    await dialog.getByRole("button", { name: "Keep theirs" }).click();
    await expect(his.text).toContainText("sometimes have children");
    await expect(his.text).not.toContainText("often have children");
    await his.isSaved();

    // The same words: both stay, to be made one.
    await maya.reload();
    await theirs.replace("sometimes have", "rarely have");
    await theirs.isSaved();
    await his.replace("sometimes have", "usually have");
    await tom.getByRole("button", { name: "Choose" }).click();
    await dialog.getByRole("button", { name: "Keep both and edit" }).click();
    await his.isSaved();
    await tom.reload();
    await expect(his.text).toContainText("usually have children");
    await expect(his.text).toContainText("rarely have children");

    // Each save is in the page's history, by name.
    await tom.goto(address.replace("/write", "/history"));
    const saves = tom.getByRole("region", { name: "Saves" });
    await expect(saves.getByText(/Tom Bryce/).first()).toBeVisible();
    await expect(saves.getByText(/Maya Okafor/).first()).toBeVisible();

    // So is what was not chosen, whoever wrote it, and either comes back.
    const aside = tom.getByRole("region", { name: "Words set aside" });
    const theirsKept = aside
      .getByRole("listitem")
      .filter({ hasText: "set aside the words of Maya Okafor" });
    await theirsKept.locator("summary").click();
    await expect(theirsKept).toContainText("could have children");
    const hisKept = aside
      .getByRole("listitem")
      .filter({ hasText: "set aside their own words" });
    await hisKept.locator("summary").click();
    await expect(hisKept).toContainText("often have children");
    await expectAccessible(tom);
    await hisKept.getByRole("button", { name: "Put back" }).click();
    await expect(his.text).toContainText("often have children");
    await expect(his.text).toContainText("usually have children");
  },
);

journey(
  "the pen: who comes second sees who writes, asks, is handed it, and an editor may take it",
  async ({ as }) => {
    const tom = await as("tom");
    const maya = await as("maya");
    const { address, his, theirs } = await openForBoth(
      tom,
      maya,
      "The pen is here.",
    );

    const bar = maya.getByText("Tom Bryce is writing here (now)");
    await his.goToEnd();
    await his.type(" He writes.");
    await expect(bar).toBeVisible({ timeout: 20_000 });
    await expect(
      maya.getByRole("link", { name: "Suggest", exact: true }),
    ).toBeVisible();
    await expectAccessible(maya);
    await maya.getByRole("link", { name: "Read", exact: true }).click();
    await expect(maya.getByText("The pen is here.")).toBeVisible();
    await expect(theirs.text).toHaveCount(0);
    await maya.getByRole("link", { name: "Write in it" }).click();

    await maya.getByRole("button", { name: "Ask for the pen" }).click();
    await expect(
      maya.getByRole("button", { name: "Asked for the pen" }),
    ).toBeVisible();
    await expect(tom.getByText("Maya Okafor asks for the pen.")).toBeVisible({
      timeout: 20_000,
    });
    await tom.getByRole("button", { name: "Hand over" }).click();
    await expect(
      tom.getByText("Maya Okafor is writing here (now)"),
    ).toBeVisible();
    await expect(bar).toBeHidden({ timeout: 20_000 });

    // It is put down on leaving, and whoever writes next has it.
    await maya.goto("/desk");
    await his.goToEnd();
    await his.type(" He has it again.");
    await his.isSaved();
    await expect(tom.getByText("Maya Okafor is writing here")).toBeHidden({
      timeout: 20_000,
    });
    await maya.goto(address);
    await expect(bar).toBeVisible({ timeout: 30_000 });
    await maya.getByRole("button", { name: "Take the pen" }).click();
    const dialog = maya.getByRole("dialog", { name: "Take the pen" });
    await dialog.getByRole("button", { name: "Take the pen" }).click();
    await expect(dialog.getByText("Say why you take it.")).toBeVisible();
    await dialog.getByLabel("Reason").fill("A safety correction is due today");
    await dialog.getByRole("button", { name: "Take the pen" }).click();
    await expect(bar).toBeHidden();
    await expect(
      tom.getByText(/taken from you: “A safety correction is due today”/),
    ).toBeVisible({ timeout: 20_000 });

    // It never stops words from being saved.
    await his.goToEnd();
    await his.type(" Written without the pen.");
    await his.isSaved();
    await maya.reload();
    await expect(theirs.text).toContainText("Written without the pen.");
  },
);
