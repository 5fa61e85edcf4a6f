import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";
import {
  acceptReview,
  answerNoInterests,
  approve,
  assign,
  blockersOf,
  dayFromNow,
  publish,
  statusLine,
} from "../support/review-path";

const slug = "ros1-rearranged-lung-cancer";
const title = "ROS1-rearranged lung cancer";

journey(
  "an overdue page is reviewed again word for word, and is in date for its readers",
  async ({ as, page: reader }) => {
    await reader.goto(`/pages/${slug}`);
    await expect(
      reader.getByText("Overdue for review", { exact: true }),
    ).toBeVisible();
    await expect(statusLine(reader)).toBeVisible();
    const before = await reader.locator(".page-text").first().innerText();

    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/public`);
    await maya.getByRole("button", { name: "Open a re-review" }).click();
    await expect(
      maya.getByText("The same text is in front of its reviewers again."),
    ).toBeVisible();
    const blockers = await blockersOf(maya, slug);
    expect(
      blockers.filter((code) => code === "approvals_missing"),
    ).toHaveLength(3);

    await assign(maya, slug, "Clinician", "ngozi");
    const desk = await DeskStage.open();
    await desk.approve(slug, ["marta", "laboratory_scientist"]);
    const ngozi = await as("ngozi");
    await acceptReview(ngozi, title);
    await expect(
      ngozi.getByText("No words changed: the same text is reviewed again."),
    ).toBeVisible();
    await answerNoInterests(ngozi);
    await approve(ngozi);
    await desk.approve(slug, ["sara", "medical_editor"]);
    await desk.close();
    await publish(maya, slug);

    await reader.reload();
    await expect(
      reader.getByText("Overdue for review", { exact: true }),
    ).toHaveCount(0);
    await expect(statusLine(reader)).toContainText(
      `Reviewed in full on ${dayFromNow(0)}`,
    );
    const after = await reader.locator(".page-text").first().innerText();
    expect(after).toBe(before);
    await expect(reader.getByText("Dr Marta Kowalska").first()).toBeVisible();
    await expect(reader.getByText("Dr Li Na Chen")).toHaveCount(0);

    await reader.goto(`/pages/${slug}/v/1`);
    await expect(reader.getByText(/Replaced on/).first()).toBeVisible();
  },
);
