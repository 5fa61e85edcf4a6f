import type { Page } from "@playwright/test";
import { deskOrigin } from "../support/desk-under-test";
import { expect, expectAccessible, journey } from "../support/journey";
import { beginPage } from "../support/new-page";
import { listSticksOut } from "../support/screens";
import { Writing } from "../support/writing";

// An answer on a clash without a choice is refused with 409.
journey.use({ allowedErrors: [/status of 409/] });

const paragraphs = [
  "Carriers are offered annual imaging from thirty.",
  "The risk is 72% by age 80.",
  "Many families know their variant.",
  "Ask about both sides of the family.",
];

/** Somebody else's private copy, with some words replaced in it. */
async function suggest(
  who: Page,
  address: string,
  changes: readonly (readonly [words: string, by: string])[],
): Promise<void> {
  await who.goto(address.replace("/write", "/suggest"));
  const copy = new Writing(who);
  await expect(copy.text).toContainText("arriers are offered");
  for (const [words, by] of changes) await copy.replace(words, by);
  await copy.isSaved();
}

/** The screen looks by itself every ten seconds, and when it gets the focus. */
const lookNow = (who: Page) =>
  who.evaluate(() => window.dispatchEvent(new Event("focus")));

journey(
  "an author who edits sees what others suggest in the text, walks through it and answers there",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "What others say", paragraphs);
    const daniel = await as("daniel");
    await suggest(daniel, address, [
      ["annual", "yearly"],
      ["72%", "69%"],
    ]);
    const maya = await as("maya");
    await suggest(maya, address, [["Many families", "Most families"]]);

    await tom.goto(address);
    const draft = new Writing(tom);
    const others = tom.getByRole("complementary", {
      name: "Suggestions by others",
    });
    await expect(others.getByRole("status").first()).toContainText(
      "3 suggestions",
    );
    await expect(others.getByRole("list")).toContainText(/Daniel.*2/);
    await expect(others.getByRole("list")).toContainText(/Maya.*1/);
    const struck = draft.text.locator("del.others-removed");
    await expect(struck).toHaveText(["annual", "72%", "Many"]);
    await expect(draft.text.locator("ins.others-added")).toHaveText([
      "yearly",
      "69%",
      "Most",
    ]);
    await expectAccessible(tom);

    // Words typed above and beside leave each mark where it is.
    await draft.replace("Carriers are", "Known carriers are");
    await draft.writeBelow(paragraphs[3] ?? "", "A paragraph of the author's.");
    await expect(struck).toHaveText(["annual", "72%", "Many"]);
    await draft.isSaved();

    // Through the text by keyboard, to a card, and its answer.
    await draft.text.press("Control+Home");
    await tom.keyboard.press("Alt+ArrowDown");
    await tom.keyboard.press("Alt+ArrowDown");
    await tom.keyboard.press("Alt+ArrowUp");
    await tom.keyboard.press("Alt+ArrowDown");
    await tom.keyboard.press("Alt+Enter");
    const risk = others.getByRole("article").filter({ hasText: "69%" });
    await expect(risk).toBeFocused();
    await expect(risk).toContainText("number");
    await tom.keyboard.press("a");
    await expect(others).toContainText("The words are in the draft");
    await expect(draft.text).toContainText("The risk is 69% by age 80.");
    await expect(struck).toHaveText(["annual", "Many"]);
    const families = others.getByRole("article").filter({ hasText: "Most" });
    await expect(families).toBeFocused();
    await families.getByText("Give a reason").click();
    await families.getByLabel("Reason, kept").fill("Not all do.");
    await families.getByRole("button", { name: "Decline" }).click();
    await expect(struck).toHaveText(["annual"]);
    await others.getByRole("button", { name: "Undo" }).click();
    await expect(struck).toHaveText(["annual", "Many"]);
    await tom.keyboard.press("Escape");

    // Another suggestion comes while the author is here.
    await suggest(daniel, address, [["both sides", "all sides"]]);
    await lookNow(tom);
    await expect(struck).toHaveText(["annual", "Many", "both"], {
      timeout: 60_000,
    });

    // Words that somebody suggests to change are typed in.
    await draft.replace("annual", "frequent");
    await expect(tom.getByText("You are writing in words that")).toContainText(
      "Daniel",
    );
    await draft.isSaved();
    await lookNow(tom);
    const clash = others.getByRole("article").filter({ hasText: "yearly" });
    await expect(
      clash.getByText("The draft changed these words meanwhile"),
    ).toBeVisible({ timeout: 60_000 });
    await clash.getByRole("button", { name: "Accept" }).click();
    await expect(clash.getByRole("alert")).toBeVisible();
    await clash.getByRole("radio", { name: "Take the suggested" }).check();
    await clash.getByRole("button", { name: "Accept" }).click();
    await expect(draft.text).toContainText("are offered yearly imaging");
    await draft.isSaved();
    await expectAccessible(tom);

    await tom.goto(address.replace("/write", "/history"));
    const answered = tom.getByRole("region", { name: "Suggestions answered" });
    await expect(answered).toContainText(/Accepted by Tom Bryce.*Daniel/);
    await expect(answered).toContainText("Not all do.");
  },
);

journey(
  "on a phone the suggestion that is pressed comes up from the foot, with its answers",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "What others say", paragraphs);
    const daniel = await as("daniel");
    await suggest(daniel, address, [
      ["annual", "yearly"],
      ["both sides", "all sides"],
    ]);
    await tom.setViewportSize({ width: 390, height: 844 });
    await tom.goto(address);
    const draft = new Writing(tom);
    const others = tom.getByRole("complementary", {
      name: "Suggestions by others",
    });
    await expect(others).toContainText("2 suggestions", { ignoreCase: true });
    expect(await listSticksOut(tom)).toEqual([]);
    await expect(others.getByRole("article")).toHaveCount(0);
    await draft.text.locator("ins.others-added").first().click();
    const card = others.getByRole("article");
    await expect(card).toContainText("yearly");
    await expect(card).toBeInViewport();
    expect(await listSticksOut(tom)).toEqual([]);
    await expectAccessible(tom);
    await others.getByRole("button", { name: "Next" }).click();
    await expect(card).toContainText("all sides");
    await card.getByRole("button", { name: "Accept" }).click();
    await expect(draft.text).toContainText("Ask about all sides of");
    await expect(card).toContainText("yearly");
    await others.getByRole("button", { name: "Close" }).click();
    await expect(card).toHaveCount(0);
  },
);

journey(
  "without JavaScript the draft leads to the screen of suggestions, and a stranger gets none",
  async ({ as, browser }) => {
    const tom = await as("tom");
    const address = await beginPage(tom, "What others say", paragraphs);
    const daniel = await as("daniel");
    await suggest(daniel, address, [["annual", "yearly"]]);
    const cookies = await tom.context().storageState();
    const bare = await browser.newContext({
      ...{ javaScriptEnabled: false, storageState: cookies },
    });
    const page = await bare.newPage();
    await page.goto(address);
    await page.getByRole("link", { name: "1 suggestion to answer" }).click();
    const card = page.getByRole("article").filter({ hasText: "yearly" });
    await expect(card.getByRole("button", { name: "Accept" })).toBeVisible();
    await bare.close();

    const beside = address.replace("/write", "/open-suggestions");
    const owen = await as("owen");
    const sent = { form: { act: "accept" }, headers: { Origin: deskOrigin } };
    for (const answer of [
      await owen.request.get(beside),
      await owen.request.post(beside, sent),
    ])
      expect(answer.status()).toBe(404);
    const wrong = await tom.request.post(beside, sent);
    expect(wrong.status()).toBe(422);
    expect(await wrong.json()).toMatchObject({ because: "invalid_form" });
    const first = await tom.request.get(beside);
    const { mark } = (await first.json()) as { mark: string };
    const again = await tom.request.get(`${beside}?known=${mark}`);
    expect(again.status()).toBe(204);
  },
);
