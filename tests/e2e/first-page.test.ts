import { askAsOwner } from "../support/desk-owner";
import { expect, journey } from "../support/journey";
import {
  acceptAndApprove,
  assign,
  blockersOf,
  publish,
  statusLine,
} from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "kit-gastrointestinal-stromal-tumour";
const title = "KIT in gastrointestinal stromal tumour";

journey(
  "a page goes from its author's first word through three named reviewers to its readers",
  async ({ as, page: reader }) => {
    const tom = await as("tom");
    await tom.goto("/desk");
    await tom.getByRole("link", { name: "New page" }).click();
    await tom.getByLabel("Title").fill(title);
    await tom.getByLabel("Genes (optional)").fill("KIT");
    await tom.getByRole("radio", { name: "Clinician page" }).check();
    await tom.getByRole("radio", { name: "For clinicians" }).check();
    await tom.getByRole("checkbox", { name: "England" }).check();
    await tom.getByRole("checkbox", { name: "Wales" }).check();
    await tom.getByLabel("Address (optional)").fill(slug);
    await tom.getByRole("radio", { name: "An empty page" }).check();
    await tom.getByRole("button", { name: "Create page" }).click();

    const writing = new Writing(tom);
    await writing.heading("The gene");
    await writing.type("Most of these tumours carry a variant of ");
    await writing.gene("KIT");
    await writing.type(", which drives them without its ligand");
    await writing.cite("9438854");
    await writing.type(".");
    await writing.heading("Clinical features");
    await writing.type("They arise in the stomach more often than elsewhere.");
    await writing.heading("What to do");
    await writing.type("Test the tumour before any treatment begins.");
    await writing.block("What to do");
    await writing.isSaved();
    await tom.reload();
    await expect(writing.text).toContainText("Test the tumour before any");
    await expect(writing.text.getByRole("heading")).toHaveText([
      "The gene",
      "Clinical features",
      "What to do",
    ]);

    await tom.getByRole("link", { name: "Details" }).first().click();
    await tom.getByRole("radio", { name: "No AI used" }).check();
    await tom.getByRole("button", { name: "Save use of AI" }).click();
    await expect(tom.getByRole("radio", { name: "No AI used" })).toBeChecked();
    await tom.getByRole("link", { name: "Interests", exact: true }).click();
    await tom.getByRole("radio", { name: "No interests" }).check();
    await tom.getByRole("button", { name: "Keep this answer" }).click();

    await tom.goto(`/desk/pages/${slug}`);
    await tom.getByRole("link", { name: "Submit for review" }).first().click();
    await tom.getByLabel("What changed").fill("First version of the page.");
    await tom.getByRole("button", { name: "Submit for review" }).click();
    await expect(tom.getByText("The version is submitted.")).toBeVisible();

    const maya = await as("maya");
    expect(await blockersOf(maya, slug)).toEqual([
      ...["approvals_missing", "approvals_missing", "approvals_missing"],
    ]);
    expect((await reader.goto(`/pages/${slug}`))?.status()).toBe(404);
    await assign(maya, slug, "Laboratory scientist", "lina");
    await assign(maya, slug, "Clinician", "jonas");
    await assign(maya, slug, "Medical editor", "owen");
    await acceptAndApprove(await as("lina"), title);
    await acceptAndApprove(await as("jonas"), title);
    expect(await blockersOf(maya, slug)).toEqual([
      "round_open",
      "approvals_missing",
    ]);
    await acceptAndApprove(await as("owen"), title);
    expect(await blockersOf(maya, slug)).toEqual([]);
    await publish(maya, slug);

    const [days] = await askAsOwner<{ today: string; nextYear: string }>(
      `SELECT to_char(desk.today(), 'FMDD FMMonth YYYY') AS today,
              to_char(desk.today() + interval '12 months', 'FMDD FMMonth YYYY') AS "nextYear"`,
    );
    await reader.goto("/");
    await reader.getByRole("searchbox").fill("KIT stromal");
    await reader.getByRole("searchbox").press("Enter");
    await reader.getByRole("link", { name: title }).click();
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(statusLine(reader)).toHaveText(
      `For clinicians · England and Wales · Reviewed in full on ${days?.today}, evidence checked to ${days?.today} · Next review due ${days?.nextYear}`,
    );
    for (const name of ["Dr Li Na Chen", "Dr Jonas Lindqvist", "Owen Price"]) {
      await expect(reader.getByText(name).first()).toBeVisible();
    }
    await expect(
      reader.locator("em, i").getByText("KIT").first(),
    ).toBeVisible();
  },
);

journey.use({ allowedErrors: [/status of 404/] });
