import { expect, type Page } from "@playwright/test";
import { demoPeople, type DemoName } from "../../prisma/demo/people";
import { askAsOwner } from "./desk-owner";
import { demoPassword } from "./journey";

/**
 * What editors and reviewers press on the way of every page, one function for
 * each act, so that a journey reads like its minutes.
 */

/** An editor asks a named reviewer for one of the seats of the open round. */
export async function assign(
  editor: Page,
  slug: string,
  seat: string,
  reviewer: DemoName,
): Promise<void> {
  await editor.goto(`/desk/pages/${slug}/review`);
  await editor
    .getByRole("link", { name: `Choose a reviewer: ${seat}` })
    .first()
    .click();
  await editor
    .getByRole("radio", { name: new RegExp(demoPeople[reviewer].name) })
    .check();
  await editor.getByRole("button", { name: "Ask this reviewer" }).click();
  await expect(
    editor.getByText("The reviewer has been asked by mail."),
  ).toBeVisible();
}

/** A reviewer finds the request among their reviews and accepts it. */
export async function acceptReview(reviewer: Page, title: string) {
  await reviewer.goto("/desk/reviews");
  await reviewer
    .getByRole("table", { name: /that wait for you/ })
    .getByRole("link", { name: title })
    .first()
    .click();
  await reviewer.getByRole("button", { name: "Accept this review" }).click();
  await expect(reviewer.getByText("You accepted this review.")).toBeVisible();
}

/** On the screen of an accepted review: no interests in this page, unless that was said before. */
export async function answerNoInterests(reviewer: Page): Promise<void> {
  const said = reviewer.getByText("For this page you said: no interests.");
  const none = reviewer.getByRole("radio", { name: "No interests" });
  // What comes later in the document may come later.
  await expect(said.or(none)).toBeVisible();
  if (await said.isVisible()) return;
  await none.check();
  await reviewer.getByRole("button", { name: "Keep this answer" }).click();
  await expect(
    reviewer.getByText("Your answer about interests is kept."),
  ).toBeVisible();
}

/** Types each value that changed, as the version has it: what a source would say of a right text. */
export async function keyAgain(reviewer: Page): Promise<void> {
  const assignmentId = new URL(reviewer.url()).pathname.split("/").at(-1);
  const values = await askAsOwner<{ item: string; said: string }>(
    "SELECT item_id AS item, said FROM desk.key_again_open($1) WHERE NOT is_keyed",
    [assignmentId],
  );
  for (const { item, said } of values)
    await reviewer.locator(`[name="key-${item}"]`).fill(said);
}

/** Confirms every sentence that can go out of date, where the text is reviewed unchanged. */
async function confirmClaims(reviewer: Page): Promise<void> {
  const claims = reviewer.getByRole("group", { name: "Still true" });
  for (const box of await claims.getByRole("checkbox").all()) await box.check();
  for (const source of await claims.getByRole("textbox").all())
    await source.fill("The guideline cited beside it, read again");
}

/** Answers yes to every question of the short form. */
export async function answerShortForm(reviewer: Page): Promise<void> {
  const form = reviewer.getByRole("group", { name: "Short form" });
  for (const yes of await form.getByRole("radio", { name: "Yes" }).all())
    await yes.check();
}

/** On the screen of an accepted review: approves, and signs with the password. */
export async function approve(reviewer: Page): Promise<void> {
  const sign = reviewer.getByRole("button", { name: "Sign this decision" });
  // The last of the form: what is asked before it is there too.
  await expect(sign).toBeVisible();
  await reviewer.getByRole("radio", { name: "Approve", exact: true }).check();
  await keyAgain(reviewer);
  await confirmClaims(reviewer);
  await answerShortForm(reviewer);
  const evidence = reviewer.getByLabel("Evidence checked to");
  await evidence.fill((await evidence.getAttribute("max")) ?? "");
  await reviewer.getByLabel("Your password").fill(demoPassword);
  await sign.click();
  await expect(reviewer.getByText("Your decision is signed.")).toBeVisible();
}

/** A reviewer's whole part: accepts, answers for interests, approves. */
export async function acceptAndApprove(reviewer: Page, title: string) {
  await acceptReview(reviewer, title);
  await answerNoInterests(reviewer);
  await approve(reviewer);
}

/** Each reason why a page cannot be published, by its code, as the screen lists them. */
export async function blockersOf(editor: Page, slug: string) {
  await editor.goto(`/desk/pages/${slug}/publish`);
  await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
  return editor
    .getByRole("region", { name: /^(Cannot publish yet|It waits for its)/ })
    .locator("code")
    .allTextContents();
}

/** An editor publishes what the gate lets through. */
export async function publish(editor: Page, slug: string): Promise<void> {
  await editor.goto(`/desk/pages/${slug}/publish`);
  await editor.getByRole("button", { name: /^Publish version \d+$/ }).click();
  await expect(editor.getByText("The page is live.")).toBeVisible();
}

/** Opens one act on what is public, by its name on the screen. */
export async function chooseAct(editor: Page, slug: string, act: string) {
  await editor.goto(`/desk/pages/${slug}/public`);
  await editor.getByRole("link", { name: act, exact: true }).click();
  // And is there with all its choices.
  await editor.waitForURL(/\/public\?/);
}

/** The line under a public title: for whom, where, reviewed when, due when. */
export function statusLine(reader: Page) {
  return reader
    .getByRole("paragraph")
    .filter({ hasText: "Reviewed in full on", visible: true });
}

/** A day in words as readers get it, some days from now in the desk's zone. */
export function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeZone: "Europe/London",
  }).format(Date.now() + days * 86_400_000);
}
