import { expect, expectAccessible, journey } from "../support/journey";
import { Writing } from "../support/writing";

const slug = "sdhb-hereditary-paraganglioma";

journey(
  "a reviewer suggests in a private copy, and the author decides each change by keyboard",
  async ({ as }) => {
    const sara = await as("sara");
    await sara.goto(`/desk/pages/${slug}/suggest`);
    const copy = new Writing(sara);
    await copy.replace("rises with age", "rises slowly with age");
    await copy.replace("reported in 2001", "reported in 2000");
    await copy.replace("Many carriers never", "Most carriers never");
    await copy.isSaved();
    const list = sara.getByRole("complementary", { name: "Your suggestions" });
    await expect(list.getByRole("status")).toHaveText("3 suggestions");
    await expectAccessible(sara);
    await copy.replace("lifelong", "yearly");
    const mistaken = list
      .getByRole("listitem")
      .filter({ hasText: "yearly" })
      .first();
    await mistaken.getByRole("button", { name: "Take back" }).click();
    await expect(copy.text).toContainText("lifelong surveillance");
    await copy.isSaved();

    const tom = await as("tom");
    await tom.goto(`/desk/pages/${slug}/write`);
    const draft = new Writing(tom);
    await expect(draft.text).toContainText("reported in 2001");
    await draft.replace("Many carriers never", "Few carriers never");
    await draft.isSaved();
    await tom.getByRole("link", { name: "Suggestions", exact: true }).click();
    await expect(
      tom.getByRole("heading", { name: "3 suggestions" }),
    ).toBeVisible();
    await expectAccessible(tom);

    const year = tom.getByRole("article").filter({ hasText: "2000" });
    await expect(year).toContainText("Sara");
    await expect(year).toContainText("The link with familial");
    await expect(year).toContainText("number");

    await tom.getByRole("link", { name: "Read as if all were" }).click();
    await expect(tom.getByText("rises slowly with age")).toBeVisible();
    await tom.getByRole("link", { name: "Back to the suggestions" }).click();

    const clash = tom.getByRole("article").filter({ hasText: "Many" });
    await expect(
      clash.getByText("The draft changed these words meanwhile"),
    ).toBeVisible();
    await clash.getByRole("radio", { name: "Take the suggested" }).check();
    await clash.getByRole("button", { name: "Accept" }).click();
    await expect(tom.getByText("The words are in the draft")).toBeVisible();

    await expect(
      tom.getByRole("heading", { name: "2 suggestions" }),
    ).toBeVisible();
    // The browser goes to the next card by itself; keys wait for the script.
    const pace = tom.getByRole("article").filter({ hasText: "slowly" });
    await expect(async () => {
      await tom.keyboard.press("Alt+ArrowDown");
      await expect(pace).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await tom.keyboard.press("k");
    await expect(year).toBeFocused();
    await tom.keyboard.press("x");
    await expect(
      tom.getByText("Declined. The draft is as it was"),
    ).toBeVisible();
    await expect(
      tom.getByRole("heading", { name: "1 suggestion" }),
    ).toBeVisible();
    const nothingLeft = tom.getByRole("heading", { name: "No suggestions" });
    await expect(async () => {
      await tom.keyboard.press("j");
      await tom.keyboard.press("a");
      await expect(nothingLeft).toBeVisible({ timeout: 5_000 });
    }).toPass();

    const answered = tom.getByRole("region", { name: "Answered" });
    await answered
      .getByRole("listitem")
      .filter({ hasText: "slowly" })
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(tom.getByText("The suggestion is open again.")).toBeVisible();
    await tom
      .getByRole("article")
      .filter({ hasText: "slowly" })
      .getByRole("button", { name: "Accept" })
      .click();
    await tom.getByRole("button", { name: "All answered" }).click();
    await expect(tom.getByText("Whoever suggested it has been")).toBeVisible();

    await tom.goto(`/desk/pages/${slug}/write`);
    await expect(draft.text).toContainText("rises slowly with age");
    await expect(draft.text).toContainText("Most carriers never");
    await expect(draft.text).toContainText("reported in 2001");

    await tom.goto(`/desk/pages/${slug}/history`);
    await expect(
      tom.getByRole("region", { name: "Suggestions answered" }),
    ).toContainText("Declined by Tom Bryce, suggested by Sara Nilsson");
  },
);

journey(
  "who is not asked about a page cannot suggest on it",
  async ({ as }) => {
    const owen = await as("owen");
    const answer = await owen.request.get(`/desk/pages/${slug}/suggest`);
    expect(answer.status()).toBe(404);
  },
);
