import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import { listSticksOut } from "../support/screens";

const slug = "brca2-questions-for-men";
const email = "tove.lindahl@example.org";

/** The newest link that was mailed to the expert, once its mail has left. */
async function mailedLink(): Promise<string> {
  let link = "";
  await expect
    .poll(
      async () => {
        const [row] = await askAsOwner<{ link: string | null }>(
          `SELECT substring(m.plain_text from '/outside/[A-Za-z0-9_-]{20,}') AS link
             FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
            WHERE p.email = $1 AND m.kind = 'outside_invitation' ORDER BY m.queued_at DESC LIMIT 1`,
          [email],
        );
        return (link = row?.link ?? "");
      },
      { timeout: 60_000 },
    )
    .not.toBe("");
  return link;
}

journey.use({
  allowedErrors: [/the server responded with a status of 4(10|22)/],
});

journey(
  "an outside expert reads from a mailed link, comments and recommends, until the editor takes the link back",
  async ({ as, page: expert }) => {
    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/outside`);
    await maya.getByLabel("Name").fill("Prof. Tove Lindahl");
    await maya.getByLabel("E-mail address").fill(email);
    await maya.getByLabel("Credentials").fill("MD, PhD");
    await maya.getByRole("button", { name: /^Send a link to version/ }).click();
    await expect(maya.getByText("The link is on its way.")).toBeVisible();

    // What a mail scanner does opens nothing.
    const link = await mailedLink();
    await expert.setViewportSize({ width: 390, height: 844 });
    await expert.goto(link);
    await expect(
      expert.getByRole("heading", { name: "Your opinion is asked for" }),
    ).toBeVisible();
    const waits = maya.getByText("Not opened yet");
    await maya.reload();
    await expect(waits).toBeVisible();

    await expert.getByRole("button", { name: "Open the page" }).click();
    await expect(expert).toHaveURL(/\/outside\/review$/);
    await expect(expert.locator(".page-text").first()).toContainText("BRCA2");
    expect(await listSticksOut(expert)).toEqual([]);

    await expert
      .getByRole("textbox", { name: "Comment", exact: true })
      .fill("Say who pays for the test.");
    await expert.getByRole("button", { name: "Add the comment" }).click();
    await expect(expert.getByText("Your comment is kept.")).toBeVisible();

    // A refusal keeps what was typed.
    await expert.getByLabel("Publish after changes").check();
    await expert
      .getByRole("button", { name: "Send the recommendation" })
      .click();
    await expect(
      expert.getByText("Say what should change").first(),
    ).toBeVisible();
    await expect(expert.getByLabel("Publish after changes")).toBeChecked();
    await expert
      .getByLabel("Why, and what should change")
      .fill("The costs are missing.");
    await expert
      .getByRole("button", { name: "Send the recommendation" })
      .click();
    await expect(expert.getByText("your recommendation is kept")).toBeVisible();
    await expert.getByRole("link", { name: "See your certificate" }).click();
    await expect(
      expert.getByRole("heading", { name: "Certificate of expert review" }),
    ).toBeVisible();
    await expect(expert.getByText("Prof. Tove Lindahl, MD, PhD")).toBeVisible();

    const jonas = await as("jonas");
    await jonas.goto(`/desk/pages/${slug}/outside`);
    await expect(jonas.getByText("The costs are missing.")).toBeVisible();
    await expect(jonas.getByText("Say who pays for the test.")).toBeVisible();
    await expect(jonas.getByRole("button", { name: /Take back/ })).toHaveCount(
      0,
    );

    await expert.goto("/outside/review");
    await expert
      .getByRole("textbox", { name: "Comment", exact: true })
      .fill("One more thing: name the clinic.");
    await maya.reload();
    await maya.getByRole("button", { name: /Take back the link/ }).click();
    await expect(maya.getByText("The link is taken back")).toBeVisible();
    // What was typed meanwhile is told why it goes nowhere, and is not lost.
    await expert.getByRole("button", { name: "Add the comment" }).click();
    await expect(
      expert.getByText("The editor has taken this link back."),
    ).toBeVisible();
    await expect(
      expert.getByText("One more thing: name the clinic."),
    ).toBeVisible();
    const gone = await expert.goto("/outside/review");
    expect(gone?.status()).toBe(410);
    await expect(
      expert.getByText("The editor has taken this link back."),
    ).toBeVisible();
    expect((await expert.goto(link))?.status()).toBe(410);
  },
);
