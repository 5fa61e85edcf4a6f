import { askAsOwner, moveClock } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import { statusLine } from "../support/review-path";
import { runDeskCommand } from "../support/desk-command";

const slug = "palb2-explained";
const title = "PALB2 explained";

journey.afterAll(() => moveClock(0));
journey.use({ allowedErrors: [/status of 404/] });

journey(
  "the clock passes a review day: the owner and the editors read it in their mail, readers above the title",
  async ({ page: reader, as }) => {
    const [due] = await askAsOwner<{ days: number; words: string }>(
      `SELECT next_review_due - desk.today() AS days, to_char(next_review_due, 'FMDay FMDD FMMonth YYYY') AS words
         FROM desk.page_standing WHERE slug = $1`,
      [slug],
    );
    if (!due) throw new Error("the demo has no such page");
    const address = `/pages/${slug}`;
    await reader.goto(address);
    await expect(statusLine(reader)).toBeVisible();
    await expect(
      reader.getByText("Overdue for review", { exact: true }),
    ).toHaveCount(0);

    await moveClock(due.days);
    expect(await alertsRun()).toMatchObject({ succeeded: true });
    expect(await alertsRun()).toMatchObject({ succeeded: true, raised: 0 });
    const amira = await as("amira");
    await amira.goto("/desk/mailbox");
    await amira
      .getByRole("link", {
        name: new RegExp(
          `review is due today, ${due.words}|and \\d+ more page`,
        ),
      })
      .first()
      .click();
    await expect(amira.getByText(`Due today, ${due.words}.`)).toBeVisible();
    await expect(amira.getByText("You own this page.").first()).toBeVisible();
    await reader.reload();
    await expect(
      reader.getByText("Overdue for review", { exact: true }),
    ).toHaveCount(0);

    // No job has run yet on the new day: the day alone does it.
    await moveClock(due.days + 1);
    await reader.reload();
    const notice = reader.getByText("Overdue for review", { exact: true });
    await expect(notice).toBeVisible();
    const [above, heading] = await Promise.all([
      notice.boundingBox(),
      reader.getByRole("heading", { level: 1 }).boundingBox(),
    ]);
    expect(above?.y).toBeLessThan(heading?.y ?? 0);
    expect(await overdueSlugs()).toContain(slug);
    const dates = await reader.request.get("/review-dates.json");
    expect(await dates.json()).toContainEqual(
      expect.objectContaining({ slug, overdue: true }),
    );

    await alertsRun();
    const maya = await as("maya");
    await maya.goto("/desk/mailbox");
    await maya
      .getByRole("link", { name: /PALB2: its review is overdue/ })
      .first()
      .click();
    await expect(maya.getByText(title).first()).toBeVisible();
    await expect(
      maya.getByText(
        `The review was due ${due.words}; the page is overdue by 1 day.`,
      ),
    ).toBeVisible();
    await expect(maya.getByText("All editors are told.").first()).toBeVisible();
    // Nothing can be asked of a document in which no script may run.
    const letter = await maya.request.get(`${maya.url()}/html`);
    expect(letter.headers()["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline';/,
    );
    expect(await letter.text()).toContain("See what is due");

    await moveClock(due.days + 31);
    await reader.reload();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(statusLine(reader)).toHaveCount(0);
    await expect(reader.locator(".page-text")).toHaveCount(0);
    await reader.goto(`${address}/v/1`);
    await expect(reader.locator(".page-text")).toHaveCount(0);
  },
);

async function alertsRun(): Promise<unknown> {
  const run = await runDeskCommand(["alerts", "run", "--json"]);
  expect(run.code, run.err).toBe(0);
  return JSON.parse(run.out);
}

async function overdueSlugs(): Promise<string> {
  return (await runDeskCommand(["overdue", "--json"])).out;
}
