import type { Page } from "@playwright/test";
import { demoPassword, expect, journey } from "../support/journey";
import {
  acceptAndApprove,
  acceptReview,
  answerNoInterests,
  approve,
  blockersOf,
  chooseAct,
  publish,
  statusLine,
} from "../support/review-path";

journey.use({
  javaScriptEnabled: false,
  // Before the page is published, while it is withdrawn, and for an approval too early.
  allowedErrors: [/status of (404|410|422)/],
});

const slug = "mlh1-lynch-syndrome";
const title = "MLH1 and Lynch syndrome";

journey(
  "without JavaScript a page is reviewed, published, withheld in part, withdrawn and reinstated",
  async ({ as, page: reader }) => {
    const maya = await as("maya");
    expect(await blockersOf(maya, slug)).toEqual([
      ...["round_open", "round_open"],
      ...["approvals_missing", "approvals_missing"],
    ]);
    await reader.goto(`/pages/${slug}`);
    await expect(reader.getByText("There is nothing at this")).toBeVisible();

    const jonas = await as("jonas");
    await acceptReview(jonas, title);
    await approveTooEarly(jonas);
    await answerNoInterests(jonas);
    await approve(jonas);
    expect(await blockersOf(maya, slug)).toEqual([
      "round_open",
      "approvals_missing",
    ]);
    await acceptAndApprove(await as("owen"), title);
    expect(await blockersOf(maya, slug)).toEqual([]);
    await publish(maya, slug);

    await reader.reload();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(statusLine(reader)).toContainText("Next review due");
    await expect(reader.locator("script[src]")).toHaveCount(0);

    await chooseAct(maya, slug, "Withhold a block");
    const block = maya.getByRole("combobox", { name: "Block" });
    const [, choice = ""] = await block.locator("option").allTextContents();
    await block.selectOption(choice);
    await maya
      .getByRole("textbox", { name: "Reason" })
      .fill("The figure is in doubt.");
    await maya.getByRole("button", { name: "Withhold this block" }).click();
    await expect(maya.getByText("Readers now see a fixed")).toBeVisible();
    await reader.reload();
    await expect(reader.getByText("has been withheld")).toBeVisible();

    await chooseAct(maya, slug, "Put up a notice");
    await maya.getByRole("radio", { name: /evidence/i }).check();
    await maya
      .getByRole("textbox", { name: "Reason" })
      .fill("A trial reported.");
    await maya.getByRole("button", { name: "Put up this notice" }).click();
    await expect(maya.getByText("stands above the title.")).toBeVisible();

    await chooseAct(maya, slug, "Withdraw");
    await maya.getByRole("radio", { name: "Out of date" }).check();
    await maya
      .getByRole("textbox", { name: "Reason" })
      .fill("Superseded by a new guideline.");
    await maya.getByRole("button", { name: "Withdraw this page" }).click();
    await expect(maya.getByText("The page is withdrawn.")).toBeVisible();
    await expect(
      maya.getByText("You withdrew this page, so another editor"),
    ).toBeVisible();
    await reader.reload();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(reader.getByText("Key message")).toHaveCount(0);

    const daniel = await as("daniel");
    await chooseAct(daniel, slug, "Reinstate");
    await daniel
      .getByRole("textbox", { name: "Reason" })
      .fill("The guideline agrees with it.");
    await daniel.getByRole("button", { name: "Reinstate this page" }).click();
    await expect(daniel.getByText("The page is live again.")).toBeVisible();
    await daniel.getByRole("link", { name: "Give this block back" }).click();
    await daniel
      .getByRole("textbox", { name: "Reason" })
      .fill("The figure was confirmed.");
    await daniel.getByRole("button", { name: "Give this block back" }).click();
    await expect(
      daniel.getByText("Readers see the block again."),
    ).toBeVisible();
    await reader.reload();
    await expect(reader.getByText("has been withheld")).toHaveCount(0);
    await expect(reader.getByText("Key message").first()).toBeVisible();
  },
);

/** Everything that is missing is named, with its place, and what was typed stays. */
async function approveTooEarly(reviewer: Page): Promise<void> {
  const list = reviewer.getByRole("region", { name: "Before you can approve" });
  await expect(list.getByText("Your interests are declared")).toHaveCount(0);
  await reviewer.getByRole("radio", { name: "Approve", exact: true }).check();
  const note = reviewer.getByLabel("Note with your decision");
  await note.fill("Read on the train.");
  await reviewer.getByLabel("Your password").fill(demoPassword);
  await reviewer.getByRole("button", { name: "Sign this decision" }).click();
  await expect(
    reviewer.getByRole("heading", { name: "There is something to put right" }),
  ).toBeVisible();
  await expect(
    reviewer.getByRole("radio", { name: "Approve", exact: true }),
  ).toBeChecked();
  await expect(note).toHaveValue("Read on the train.");
  await expect(
    list.getByText("Answer about interests for this page before you approve"),
  ).toBeVisible();
  await expect(list.getByText(/^Answer the \d+ questions/)).toBeVisible();
  await expect(reviewer.getByText("Your decision is signed.")).toHaveCount(0);
}
