import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import { answerShortForm } from "../support/review-path";
import { listSticksOut } from "../support/screens";

const slug = "brca2-questions-for-men";
const email = "ines.signs@example.org";

/** The newest link that was mailed to the expert. */
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

/** The code in the mail that the desk keeps where it has no mail server. */
async function mailedCode(besides = "none"): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(
      async () => {
        const [row] = await askAsOwner<{ plain: string }>(
          `SELECT m.plain_text AS plain FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
            WHERE p.email = $1 AND m.kind = 'outside_code' AND m.state = 'kept' ORDER BY m.queued_at DESC LIMIT 1`,
          [email],
        );
        code = /\d{3} \d{3}/.exec(row?.plain ?? "")?.[0];
        return code ?? besides;
      },
      { timeout: 90_000 },
    )
    .not.toBe(besides);
  return code ?? "";
}

journey.use({
  allowedErrors: [/the server responded with a status of 4(09|22)/],
});

journey(
  "an editor verifies an expert from outside, who signs by a mailed code",
  async ({ as, page: expert }) => {
    // What a clinical lead allows at /desk/rules, for the round that is open.
    await askAsOwner("ALTER TABLE desk.review_rules DISABLE TRIGGER USER");
    await askAsOwner(
      "UPDATE desk.review_rules SET allows_mailed_code = true WHERE page_kind = (SELECT kind FROM desk.page WHERE slug = $1)",
      [slug],
    );
    await askAsOwner("ALTER TABLE desk.review_rules ENABLE TRIGGER USER");
    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/outside`);
    await maya.getByLabel("Name").fill("Prof. Ines Duarte");
    await maya.getByLabel("E-mail address").fill(email);
    await maya.getByLabel("Credentials").fill("MD, PhD");
    await maya.getByRole("button", { name: /^Send a link to version/ }).click();
    await expect(maya.getByText("The link is on its way.")).toBeVisible();

    await maya.getByText("Verify Prof. Ines Duarte").first().click();
    await maya.getByLabel("Expertise").first().selectOption("clinician");
    await maya
      .getByLabel("How you made sure")
      .first()
      .fill("In the register of the college, and called back.");
    await maya
      .getByRole("button", { name: "Verify this person" })
      .first()
      .click();
    await expect(maya.getByText("This person is verified.")).toBeVisible();
    await maya.getByRole("button", { name: "Ask to sign" }).first().click();
    await expect(maya.getByText("They are asked to sign")).toBeVisible();
    expect(await listSticksOut(maya)).toEqual([]);

    await expert.setViewportSize({ width: 390, height: 844 });
    await expert.goto(await mailedLink());
    await expect(
      expert.getByRole("heading", { name: "Your signature is asked for" }),
    ).toBeVisible();
    await expert.getByRole("button", { name: "Open the page" }).click();
    await expert.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(expert.getByText("You accepted.")).toBeVisible();
    await expert.getByRole("radio", { name: "No interests" }).check();
    await expert.getByRole("button", { name: "Keep this answer" }).click();
    await expect(
      expert.getByText("Your answer about interests is kept."),
    ).toBeVisible();
    expect(await listSticksOut(expert)).toEqual([]);

    const approve = expert.getByRole("radio", { name: "Approve", exact: true });
    const comment = expert
      .locator('form:has([name="verdict"])')
      .getByLabel("Note with your decision");
    await approve.check();
    await answerShortForm(expert);
    for (const { item, said } of await askAsOwner<{
      item: string;
      said: string;
    }>(
      `SELECT k.item_id AS item, k.said FROM desk.outside_link l JOIN desk.person p ON p.id = l.person_id,
              desk.key_again_open(l.assignment_id) k WHERE p.email = $1 AND l.assignment_id IS NOT NULL`,
      [email],
    ))
      await expert.locator(`[name="key-${item}"]`).fill(said);
    await comment.fill("Read beside the guideline.");
    const evidence = expert.getByLabel("Evidence checked to");
    await evidence.fill((await evidence.getAttribute("max")) ?? "");
    await expert.getByRole("button", { name: "Mail me a code" }).click();
    await expect(
      expert.getByText(`A code is on its way to ${email}`),
    ).toBeVisible();
    // What was written is still there, and a wrong code keeps it too.
    await expect(comment).toHaveValue("Read beside the guideline.");
    const code = await mailedCode();
    const wrong = code === "000 000" ? "111111" : "000000";
    await expert.getByLabel("Code from the mail").fill(wrong);
    await expert.getByRole("button", { name: "Sign this decision" }).click();
    await expect(
      expert.getByText("That code is not the one we sent.").first(),
    ).toBeVisible();
    await expect(comment).toHaveValue("Read beside the guideline.");
    await expect(approve).toBeChecked();
    await expert.getByLabel("Code from the mail").fill(code);
    await expert.getByRole("button", { name: "Sign this decision" }).click();
    await expect(expert.getByText("Your decision is signed.")).toBeVisible();
    await expect(
      expert.getByText("by a code mailed to their address"),
    ).toBeVisible();

    await maya.goto(`/desk/pages/${slug}/outside`);
    await expect(maya.getByText(/Signed as clinician on/)).toBeVisible();

    await expert.getByRole("link", { name: "Revoke this approval" }).click();
    const reason = "A newer trial says otherwise.";
    await expert.getByRole("radio", { name: /no longer stand/i }).check();
    await expert.getByLabel("Reason").fill(reason);
    const revoke = { name: "Revoke this approval" };
    await expert.getByRole("button", revoke).click();
    // Without a code it is not taken back, and what was typed is still there.
    await expect(expert.getByLabel("Reason")).toHaveValue(reason);
    await expert.getByRole("button", { name: "Mail me a code" }).click();
    await expect(
      expert.getByText(`A code is on its way to ${email}`),
    ).toBeVisible();
    await expert.getByLabel("Code from the mail").fill(await mailedCode(code));
    await expert.getByRole("button", revoke).click();
    await expect(expert.getByText(/revoked/i).first()).toBeVisible();
    await expect(expert.getByRole("link", revoke)).toHaveCount(0);
    expect(
      await askAsOwner(
        "SELECT x.kind FROM desk.revocation x JOIN desk.decision d ON d.id = x.decision_id JOIN desk.person p ON p.id = d.person_id WHERE p.email = $1",
        [email],
      ),
    ).toEqual([{ kind: "no_longer_stand_behind" }]);
  },
);
