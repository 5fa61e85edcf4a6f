import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";
import {
  acceptReview,
  answerNoInterests,
  approve,
  assign,
  publish,
  statusLine,
} from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "ldlr-familial-hypercholesterolaemia";
const title = "LDLR and familial hypercholesterolaemia";
const added = " Offer a written plan at each visit.";

journey(
  "an update of named blocks goes out without moving the review date, and says so",
  async ({ as, page: reader }) => {
    await reader.goto(`/pages/${slug}`);
    const before = await statusLine(reader).innerText();

    const amira = await as("amira");
    await amira.goto(`/desk/pages/${slug}/write`);
    const writing = new Writing(amira);
    await writing.goToEnd();
    await writing.type(added);
    await writing.isSaved();
    await amira.goto(`/desk/pages/${slug}/submit`);
    await expect(
      amira.getByText(/It asks for: clinician/).first(),
    ).toBeVisible();
    await amira.getByRole("radio", { name: "Update" }).check();
    await amira.getByLabel("What changed").fill("Says to offer a plan.");
    await amira.getByRole("button", { name: "Submit for review" }).click();
    await expect(
      amira.getByText("The version is submitted. The editors have been told."),
    ).toBeVisible();

    const maya = await as("maya");
    await assign(maya, slug, "Clinician", "jonas");
    const jonas = await as("jonas");
    await acceptReview(jonas, title);
    await expect(
      jonas.getByRole("region", { name: "What you sign for" }),
    ).toContainText("The review date does not move.");
    await answerNoInterests(jonas);
    await approve(jonas);
    const desk = await DeskStage.open();
    await desk.approve(
      slug,
      ["marta", "laboratory_scientist"],
      ["sara", "medical_editor"],
    );
    await desk.close();
    await publish(maya, slug);

    await reader.reload();
    await expect(reader.getByText(added.trim()).first()).toBeVisible();
    expect(await statusLine(reader).innerText()).toBe(before);
    await expect(reader.getByText(/whole page last reviewed/)).toBeVisible();
  },
);
