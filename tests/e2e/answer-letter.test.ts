import type { PageContent } from "~/content/page-content";
import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";
import { assign } from "../support/review-path";

const remark = "Say that the checks differ between services.";
const reply = "The answer says so now.";

journey(
  "an author answers a reviewer's remark, and the letter goes out with the next version, words before and after",
  async ({ as }) => {
    const desk = await DeskStage.open();
    const play = desk.play("vhl", "What was answered");
    await play.write();
    await play.submit();
    await play.assign("maya", "jonas", "clinician");
    await play.accept("jonas");
    const about = "Eye checks begin in early childhood";
    const comment = await play.mustFix("jonas", about, remark);
    await play.requestChanges("jonas", "One remark stands beside the text.");
    await desk.stage.act("tom", "reply_to_comment", comment, reply);
    await play.rewrite(withAnswer);
    await desk.close();
    const { slug, title } = play.page;

    const tom = await as("tom");
    await tom.goto(`/desk/pages/${slug}/submit`);
    const answer = tom.getByRole("region", {
      name: "Your answer to the reviewers",
    });
    await expect(answer).toContainText(remark);
    await expect(answer).toContainText(reply);
    await expect(answer.locator("del")).toContainText(about);
    await expect(answer.locator("ins")).toContainText("services differ");
    await tom
      .getByLabel("Covering note to the reviewers")
      .fill("Thank you for reading so closely.");
    await tom.getByLabel("What changed").fill("Says that services differ.");
    await tom.getByRole("button", { name: "Submit for review" }).click();
    await expect(tom.getByText("The version is submitted.")).toBeVisible();

    const maya = await as("maya");
    await assign(maya, slug, "Clinician", "jonas");
    const jonas = await as("jonas");
    await jonas.goto("/desk/reviews");
    await jonas.getByRole("link", { name: title }).first().click();
    const letter = jonas.getByRole("region", {
      name: /^Answer to the reviewers, with version 2/,
    });
    await expect(letter).toContainText("Thank you for reading so closely.");
    await expect(letter).toContainText("by you");
    await expect(letter).toContainText(reply);
    await expect(letter.locator("ins")).toContainText("services differ");
    await expect(
      jonas.getByText("Since version 1", { exact: false }).first(),
    ).toBeVisible();
  },
);

function withAnswer(content: PageContent): PageContent {
  const text = JSON.stringify(content);
  return {
    ...(JSON.parse(
      text.replace(
        "Eye checks begin in early childhood;",
        "Eye checks begin in early childhood, though services differ;",
      ),
    ) as PageContent),
    changeNote: "Says that services differ.",
  };
}
