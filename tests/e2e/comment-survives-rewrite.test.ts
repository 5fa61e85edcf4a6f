import type { Page } from "@playwright/test";
import { expect, expectAccessible, journey } from "../support/journey";
import { blockersOf } from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "ret-medullary-thyroid-cancer";
const title = "RET and medullary thyroid cancer";
const phrase = "by calcitonin and family choice";
const demand = "Say at which calcitonin.";

journey(
  "a comment keeps to its words through a rewrite, and is listed with them once they are gone",
  async ({ as }) => {
    const marta = await as("marta");
    await marta.goto("/desk/reviews");
    await marta.getByRole("link", { name: title }).first().click();
    await select(marta, phrase);
    await marta
      .getByRole("toolbar", { name: "Selected words" })
      .getByRole("button", { name: "Remark" })
      .click();
    const form = marta.locator("form.remark-form");
    await expect(form.getByLabel("The words it is about")).toHaveValue(phrase);
    await form.getByRole("radio", { name: "Must fix" }).check();
    await form.getByLabel("Remark", { exact: true }).fill(demand);
    await marta.keyboard.press("Control+Enter");
    await expect(marta.getByText("1 remark, not sent yet")).toBeVisible();
    await expect(marked(marta)).toHaveCount(0);
    await marta.getByRole("button", { name: "Send this one now" }).click();
    await expect(
      marta.getByText("Your remark stands beside the text for the team."),
    ).toBeVisible();
    await expect(marked(marta)).toHaveText(phrase);
    await expectAccessible(marta);
    const review = marta.url().replace(/\?.*/, "");

    const tom = await as("tom");
    await tom.goto(`/desk/pages/${slug}/write`);
    const writing = new Writing(tom);
    await expect(writing.text.locator(".comment-mark")).toHaveText(phrase);
    await writing.replace(
      "The grade guides the age",
      "This grade sets the age",
    );
    await writing.replace(" for moderate risk", " where the risk is moderate");
    await expect(writing.text.locator(".comment-mark")).toHaveText(phrase);
    await writing.isSaved();
    await tom.goto(`/desk/pages/${slug}/submit`);
    await tom.getByLabel("What changed").fill("Says more of the grades.");
    await tom.getByRole("button", { name: "Submit for review" }).click();
    await expect(tom.getByText("The version is submitted.")).toBeVisible();
    const daniel = await as("daniel");
    expect(await blockersOf(daniel, slug)).toContain("comments_open");

    await tom.goto(`/desk/pages/${slug}/comments`);
    await expect(marked(tom)).toHaveText(phrase);
    await expectAccessible(tom);
    const card = tom.getByRole("listitem").filter({ hasText: demand });
    await card.getByRole("link", { name: "Reply" }).click();
    await tom.getByLabel("Reply").fill("We leave that to each centre.");
    await tom.getByRole("button", { name: "Send the reply" }).click();
    await expect(
      tom.getByText("Your reply stands under the comment."),
    ).toBeVisible();

    await tom.goto(`/desk/pages/${slug}/write`);
    await expect(writing.text.locator(".comment-mark")).toHaveText(phrase);
    await writing.replace(phrase, "later");
    await writing.isSaved();
    await tom.goto(`/desk/pages/${slug}/comments`);
    await expect(marked(tom)).toHaveCount(0);
    await expect(card.getByText(phrase)).toBeVisible();
    await expect(
      card.getByText("These words are not in this text any more."),
    ).toBeVisible();
    expect(await blockersOf(daniel, slug)).toContain("comments_open");

    await marta.goto(review);
    const own = marta.getByRole("listitem").filter({ hasText: demand });
    await expect(own.getByText("We leave that to each centre.")).toBeVisible();
    await own.getByRole("link", { name: "Close" }).click();
    await marta.getByRole("button", { name: "Close the comment" }).click();
    await expect(marta.getByText("The comment is closed.")).toBeVisible();
    expect(await blockersOf(daniel, slug)).not.toContain("comments_open");
  },
);

journey(
  "on a phone a reviewer suggests other words for one paragraph in a plain box",
  async ({ as }) => {
    const jonas = await as("jonas");
    await jonas.setViewportSize({ width: 390, height: 844 });
    await jonas.goto("/desk/pages/mlh1-lynch-syndrome/comments");
    await select(jonas, "mend mismatched bases");
    await jonas.getByRole("link", { name: "Suggest wording" }).click();
    const box = jonas.getByLabel("The paragraph as you would have it");
    await box.fill(
      (await box.inputValue()).replace("to mend mismatched", "to repair wrong"),
    );
    await expectAccessible(jonas);
    await jonas.getByRole("button", { name: "Suggest these words" }).click();
    await expect(
      jonas.getByText("Your wording stands among your suggestions."),
    ).toBeVisible();
    const amira = await as("amira");
    await amira.goto("/desk/pages/mlh1-lynch-syndrome/suggestions");
    await expect(
      amira.getByRole("article").filter({ hasText: "repair wrong" }),
    ).toContainText("Jonas");
  },
);

/** The words of the text that a comment is about. */
function marked(page: Page) {
  return page.locator(".page-text .comment-mark");
}

/** Selects words of the text as a hand or a long press does. */
async function select(page: Page, words: string): Promise<void> {
  const text = page.locator("main");
  await expect(page.locator(".page-text").first()).toBeVisible();
  // The bar comes with the script of the screen.
  await page.waitForLoadState("networkidle");
  const found = await text.evaluate((root, wanted) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const around = node.parentElement?.closest(".page-text");
      if (!around || around.matches(".comparison")) continue;
      const at = (node.nodeValue ?? "").indexOf(wanted);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return true;
    }
    return false;
  }, words);
  expect(found, `"${words}" stands in the text`).toBe(true);
}
