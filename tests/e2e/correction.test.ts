import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";
import {
  acceptAndApprove,
  assign,
  blockersOf,
  dayFromNow,
  publish,
  statusLine,
} from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "ldlr-familial-hypercholesterolaemia";
const title = "LDLR and familial hypercholesterolaemia";
const rewritten = " Plan the first visit in adult care together.";
const corrected = " Do not start a statin in pregnancy.";

journey(
  "a safety correction goes out beside an open rewrite, which then takes it in",
  async ({ as, page: reader }) => {
    const amira = await as("amira");
    await amira.goto(`/desk/pages/${slug}/write`);
    const writing = new Writing(amira);
    await writing.goToEnd();
    await writing.type(rewritten);
    await writing.isSaved();
    await submit(amira, `/desk/pages/${slug}/submit`, "Says how to move on.");
    const maya = await as("maya");
    await assign(maya, slug, "Clinician", "jonas");
    expect(await blockersOf(maya, slug)).not.toContain("base_moved");

    await amira.goto(`/desk/pages/${slug}`);
    await amira.getByRole("link", { name: "Correct something unsafe" }).click();
    await amira
      .getByLabel("Why it is unsafe")
      .fill("The text does not warn of statins in pregnancy.");
    await amira.getByRole("checkbox").last().check();
    await amira.getByRole("button", { name: "Open the correction" }).click();
    await writing.goToEnd();
    await expect(writing.text).not.toContainText(rewritten);
    await writing.type(corrected);
    await writing.isSaved();
    await amira.goto(`/desk/pages/${slug}/submit?line=correction`);
    await amira
      .getByLabel("Expertise that these blocks need")
      .selectOption("Clinician");
    await submit(amira, null, "Warns of statins in pregnancy.");

    await assign(maya, slug, "Editor", "daniel");
    const desk = await DeskStage.open();
    await desk.approve(slug, ["ngozi", "clinician"]);
    await desk.close();
    await acceptAndApprove(await as("daniel"), title);
    await publish(maya, slug);

    await reader.goto(`/pages/${slug}`);
    await expect(reader.getByText(corrected.trim()).first()).toBeVisible();
    await expect(reader.getByText(rewritten.trim())).toHaveCount(0);
    await expect(statusLine(reader)).toContainText(
      `Next review due ${dayFromNow(30)}`,
    );
    await expect(
      reader.getByText("The text does not warn of statins").first(),
    ).toBeVisible();

    expect(await blockersOf(maya, slug)).toContain("base_moved");
    await amira.goto(`/desk/pages/${slug}/rebase`);
    await amira
      .getByRole("group", { name: "Which stands in block 1" })
      .getByRole("radio", { name: /live/i })
      .check();
    await amira.getByRole("button", { name: "Bring in the live text" }).click();
    await expect(writing.text).toContainText(corrected.trim());
    await submit(amira, `/desk/pages/${slug}/submit`, "On the corrected text.");
    const blockers = await blockersOf(maya, slug);
    expect(blockers).not.toContain("base_moved");
    expect(blockers).toContain("approvals_missing");
  },
);

type Desk = Parameters<typeof blockersOf>[0];

async function submit(author: Desk, address: string | null, note: string) {
  if (address) await author.goto(address);
  await author.getByLabel("What changed").fill(note);
  await author.getByRole("button", { name: "Submit for review" }).click();
  await expect(author.getByText("The version is submitted.")).toBeVisible();
}
