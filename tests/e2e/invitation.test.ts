import { askAsOwner } from "../support/desk-owner";
import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";
import { listSticksOut } from "../support/screens";

journey.use({ allowedErrors: [/status of 422/] });

journey(
  "one mailed invitation is declined with a colleague's name, another accepted; opening a link decides nothing",
  async ({ as, page: invited }) => {
    const desk = await DeskStage.open();
    const play = desk.play("ros1", "Whom to invite");
    const { slug, title } = play.page;
    await play.write();
    await play.submit();
    await play.assign("maya", "jonas", "clinician");
    await play.assign("maya", "lina", "laboratory_scientist");
    const [jonas, lina] = [
      await desk.mailedLink(play, "jonas"),
      await desk.mailedLink(play, "lina"),
    ];
    await desk.close();

    await invited.setViewportSize({ width: 390, height: 844 });
    // What a mail scanner does, twice over.
    await invited.request.head(jonas);
    await invited.request.get(jonas);
    await invited.goto(jonas);
    expect(await statesOf(slug)).toEqual(["invited", "invited"]);
    await expect(
      invited.getByRole("heading", { name: `Will you review “${title}”?` }),
    ).toBeVisible();
    await expect(invited.locator(".page-text")).toHaveCount(0);
    expect(await listSticksOut(invited)).toEqual([]);
    await invited.getByRole("button", { name: "Decline", exact: true }).click();
    await expect(invited.getByText(/^You declined\./)).toBeVisible();

    await invited.getByText("Suggest a colleague").click();
    const name = invited.getByLabel("Your colleague’s name");
    await name.fill("Prof. Ngozi Eze");
    await invited.getByLabel("Their e-mail address").fill("ngozi.eze@nowhere");
    await invited.getByRole("button", { name: "Suggest", exact: true }).click();
    await expect(name).toHaveValue("Prof. Ngozi Eze");
    await invited
      .getByLabel("Their e-mail address")
      .fill("ngozi.eze@example.org");
    await invited.getByRole("button", { name: "Suggest", exact: true }).click();
    await expect(
      invited.getByText("Your colleague’s name is with the editor"),
    ).toBeVisible();

    await invited.goto(lina);
    await invited.getByRole("button", { name: "Accept this review" }).click();
    await expect(invited.getByText(/^You accepted\./)).toBeVisible();
    expect(await statesOf(slug)).toEqual(["accepted", "declined"]);

    const maya = await as("maya");
    await maya.goto(`/desk/pages/${slug}/review`);
    await expect(maya.getByText(/Jonas Lindqvist.*declined/)).toBeVisible();
    await maya.getByRole("link", { name: /^Choose Prof. Ngozi Eze/ }).click();
    await expect(maya.getByRole("radio", { name: /Ngozi Eze/ })).toBeChecked();
    await maya.getByRole("button", { name: "Ask this reviewer" }).click();
    await expect(
      maya.getByText("The reviewer has been asked by mail."),
    ).toBeVisible();
  },
);

async function statesOf(slug: string): Promise<string[]> {
  const rows = await askAsOwner<{ state: string }>(
    `SELECT a.state FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
       JOIN desk.version v ON v.id = r.version_id JOIN desk.page p ON p.id = v.page_id
      WHERE p.slug = $1 ORDER BY a.state`,
    [slug],
  );
  return rows.map(({ state }) => state);
}
