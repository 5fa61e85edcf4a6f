import type { Page } from "@playwright/test";
import {
  demoPassword,
  expect,
  expectAccessible,
  journey,
} from "../support/journey";
import {
  acceptReview,
  answerNoInterests,
  answerShortForm,
  assign,
} from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "ldlr-familial-hypercholesterolaemia";

/** What a thumb takes for one key. */
const perKey = { delay: 110 };

// The mismatch is answered with 422, which browsers report.
journey.use({ allowedErrors: [/status of (409|422)/] });

journey(
  "a small change is read, keyed again and signed on a phone in under three minutes, and a mismatch stops a colleague",
  async ({ as }) => {
    const amira = await as("amira");
    await amira.goto(`/desk/pages/${slug}/write`);
    const title = await amira.getByRole("heading", { level: 1 }).innerText();
    const writing = new Writing(amira);
    await writing.replace("by the age of ten", "by the age of eight");
    await writing.isSaved();
    await amira.goto(`/desk/pages/${slug}/submit`);
    await amira.getByLabel("What changed").fill("Children are tested earlier.");
    await amira.getByRole("button", { name: "Submit for review" }).click();
    await expect(amira.getByText("The version is submitted.")).toBeVisible();
    const maya = await as("maya");
    await assign(maya, slug, "Clinician", "ngozi");
    await assign(maya, slug, "Laboratory scientist", "marta");

    const ngozi = await as("ngozi");
    await ngozi.setViewportSize({ width: 390, height: 844 });
    await ngozi.goto("/desk/reviews");
    const began = Date.now();
    await acceptReview(ngozi, title);
    await expect(ngozi.getByText(/1 of \d+ sections changed/)).toBeVisible();
    await expect(ngozi.getByText(/1 value to type again/)).toBeVisible();
    await answerNoInterests(ngozi);
    await ngozi
      .getByRole("button", { name: /^Mark .* as looked at/ })
      .first()
      .click();
    await expect(
      ngozi.getByRole("button", { name: /^Take the tick away/ }),
    ).toBeVisible();
    await ngozi.getByText("Write a remark").click();
    await ngozi.getByRole("radio", { name: "Consider" }).check();
    await ngozi
      .getByLabel("Remark", { exact: true })
      .first()
      .pressSequentially("Say who offers it.", perKey);
    await ngozi.getByRole("button", { name: "Keep this remark" }).click();
    await expect(ngozi.getByText("1 remark, not sent yet")).toBeVisible();
    // Another tab, later: it is still hers alone.
    await ngozi.reload();
    await expect(
      ngozi.getByText("Say who offers it.", { exact: true }),
    ).toBeVisible();
    await maya.goto(`/desk/pages/${slug}/review`);
    await expect(
      maya.getByText("Say who offers it.", { exact: true }),
    ).toHaveCount(0);

    await decide(ngozi, "age of 8");
    await expect(ngozi.getByText("Your decision is signed.")).toBeVisible();
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `a small change on a phone: ${String(seconds)} s from the list of reviews to the signature, typing with ${String(perKey.delay)} ms a key`,
    );
    expect(seconds).toBeLessThan(180);
    await maya.reload();
    await expect(
      maya.getByText("Say who offers it.", { exact: true }),
    ).toBeVisible();

    const marta = await as("marta");
    await acceptReview(marta, title);
    await answerNoInterests(marta);
    const form = decisionForm(marta);
    // What is entered outlives the other buttons of the screen, even what was
    // typed before its script ran.
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await marta.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await marta.reload({ waitUntil: "commit" });
    const note = form.getByLabel(/^Note with your decision/);
    await note.fill("Read with care.");
    release();
    await expect(form.getByText("kept on this device")).toBeVisible();
    await marta.unroute("**/*.js");
    const mark = marta.getByRole("button", { name: /^Mark .* as looked at/ });
    const unmark = marta.getByRole("button", { name: /^Take the tick away/ });
    await mark.first().click();
    await expect(unmark).toBeVisible();
    await expect(note).toHaveValue("Read with care.");
    const answer = form.getByRole("radio", { name: "Yes" }).first();
    await answer.check();
    await unmark.click();
    await expect(unmark).toHaveCount(0);
    await expect(answer).toBeChecked();
    await expect(note).toHaveValue("Read with care.");
    await mark.first().click();
    await expect(unmark).toBeVisible();

    // A remark that is typed and not kept would not go out: said once.
    await marta.getByText("Write a remark").click();
    const remark = marta.getByLabel("Remark", { exact: true }).first();
    await remark.fill("Not kept.");
    await decide(marta, "age of 18");
    await expect(
      marta.getByText("You typed a remark and did not keep it."),
    ).toBeVisible();
    await form.getByRole("button", { name: "Sign this decision" }).click();
    const toField = marta
      .getByRole("alert")
      .getByRole("link", { name: /^You typed “age of 18”; this version/ });
    await expect(toField).toBeInViewport();
    // The link of an error leads to its field, and takes nothing away.
    await toField.click();
    const value = form.getByLabel("1. Age or interval");
    await expect(value).toBeFocused();
    await expect(value).toBeInViewport();
    await expect(toField).toBeVisible();
    await expect(note).toHaveValue("Read with care.");
    await expectAccessible(marta);
    await expect(marta.getByText("Your decision is signed.")).toHaveCount(0);
    await expect(remark).toHaveValue("Not kept.");
    await remark.fill("");
    // A second window of hers, opened before she signs in the first.
    const second = await marta.context().newPage();
    await second.goto(new URL(marta.url()).pathname);
    await value.fill("age of eight");
    await form.getByLabel("Your password").fill(demoPassword);
    await form.getByRole("button", { name: "Sign this decision" }).click();
    await expect(marta.getByText("Your decision is signed.")).toBeVisible();
    const other = decisionForm(second);
    await other.getByRole("radio", { name: "Request changes" }).check();
    await other.getByLabel(/^Note with your decision/).fill("Not so fast.");
    await other.getByLabel("Your password").fill(demoPassword);
    await other.getByRole("button", { name: "Sign this decision" }).click();
    await expect(
      second.getByText(/decided on this version already, in another window/),
    ).toBeVisible();
    await expect(
      decisionForm(second).getByLabel(/^Note with your decision/),
    ).toHaveValue("Not so fast.");
    await second.reload();
    await expect(second.getByText("Requested changes")).toHaveCount(0);
  },
);

function decisionForm(reviewer: Page) {
  return reviewer.locator("form").filter({
    has: reviewer.getByRole("button", { name: "Sign this decision" }),
  });
}

async function decide(reviewer: Page, age: string) {
  const form = decisionForm(reviewer);
  await form.getByRole("radio", { name: "Approve", exact: true }).check();
  await form.getByLabel("1. Age or interval").pressSequentially(age, perKey);
  await answerShortForm(reviewer);
  const evidence = form.getByLabel("Evidence checked to");
  await evidence.fill((await evidence.getAttribute("max")) ?? "");
  await form
    .getByLabel("Your password")
    .pressSequentially(demoPassword, perKey);
  await form.getByRole("button", { name: "Sign this decision" }).click();
}
