import { askAsOwner } from "../support/desk-owner";
import { runDeskCommand } from "../support/desk-command";
import { DeskStage } from "../support/desk-stage";
import { expect, journey } from "../support/journey";

journey(
  "an editor reminds, gives more time, asks a stand-in and snoozes, each from the desk and each told to whom it concerns",
  async ({ as }) => {
    const desk = await DeskStage.open();
    const play = desk.play("ros1", "Who holds it");
    const { slug, title } = play.page;
    await play.write();
    await play.submit();
    await play.assign("maya", "jonas", "clinician");
    await play.assign("maya", "lina", "laboratory_scientist");
    await play.accept("lina");
    await desk.close();

    const maya = await as("maya");
    const row = maya.getByRole("row").filter({ hasText: title });
    await maya.goto("/desk");
    await row.getByRole("link", { name: "Remind: Dr Li Na Chen" }).click();
    const letter = maya.getByRole("region", { name: "The letter" });
    await expect(letter).toContainText("To Dr Li Na Chen");
    await maya.getByRole("button", { name: "Send the reminder" }).click();
    await expect(maya.getByText("The reminder is on its way.")).toBeVisible();
    await expect(row.getByText(/reminded/).first()).toBeVisible();

    await row.getByRole("link", { name: "More time: Dr Li Na Chen" }).click();
    await expect(maya.getByText(/own review date does not move/)).toBeVisible();
    const [day] = await askAsOwner<{ later: string }>(
      "SELECT (desk.today() + 60)::text AS later",
    );
    await maya.getByLabel("New review-by day").fill(day?.later ?? "");
    await maya.getByLabel("Reason").fill("The panel meets next month.");
    await maya.getByRole("button", { name: "Give more time" }).click();
    await expect(maya.getByText(/has the later day/)).toBeVisible();

    await row
      .getByRole("link", { name: "Stand-in: Dr Jonas Lindqvist" })
      .click();
    await maya.getByRole("radio", { name: /Ngozi Eze/ }).check();
    await maya.getByRole("button", { name: "Ask the stand-in" }).click();
    await expect(maya.getByText(/stand-in has been asked/)).toBeVisible();
    await expect(row).not.toContainText("Jonas Lindqvist");
    await expect(row).toContainText("Ngozi Eze");

    await maya.goto("/desk?needs=all");
    await maya.getByRole("link", { name: `Snooze: ${title}` }).click();
    const [soon] = await askAsOwner<{ day: string }>(
      "SELECT (desk.today() + 2)::text AS day",
    );
    await maya.getByLabel("Back on").fill(soon?.day ?? "");
    await maya.getByLabel("Reason").fill("Sara answers on Monday.");
    await maya.getByRole("button", { name: "Snooze" }).click();
    await expect(maya.getByText(/put away from your desk/)).toBeVisible();
    await maya.goto("/desk?needs=all");
    const snoozes = { name: `Snooze: ${title}` };
    await expect(maya.getByRole("link", snoozes)).toHaveCount(0);
    const daniel = await as("daniel");
    await daniel.goto("/desk?needs=all");
    await expect(daniel.getByRole("link", snoozes)).toHaveCount(1);

    // Two editors preview the same empty seat: one asks, the other is told why not.
    for (const editor of [daniel, maya]) {
      await editor.goto("/desk/assign");
      await editor
        .getByRole("checkbox", { name: `Medical editor: ${title}` })
        .check();
      await editor.getByRole("button", { name: "Preview" }).click();
      await expect(
        editor.getByText("1 of 1 seats would be asked for."),
      ).toBeVisible();
    }
    for (const [editor, result] of [
      [daniel, "Asked"],
      [maya, "Not asked"],
    ] as const) {
      await editor.getByRole("button", { name: "Ask these reviewers" }).click();
      await expect(
        editor.getByRole("row").filter({ hasText: title }),
      ).toContainText(result);
    }

    await runDeskCommand(["alerts", "run"]);
    expect(await mailsAbout(slug)).toEqual(
      expect.arrayContaining([
        "lina: review_by_extended",
        "lina: review_reminder",
        "ngozi: review_requested",
      ]),
    );
  },
);

/** Who got which mail about the page, each once. */
async function mailsAbout(slug: string): Promise<string[]> {
  const rows = await askAsOwner<{ said: string }>(
    `SELECT DISTINCT split_part(p.email, '.', 1) || ': ' || m.kind AS said
       FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id JOIN desk.page g ON g.id = m.page_id
      WHERE g.slug = $1 AND m.state = 'kept' ORDER BY said`,
    [slug],
  );
  return rows.map(({ said }) => said);
}
