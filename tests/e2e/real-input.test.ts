import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { askAsOwner } from "../support/desk-owner";
import { runDeskCommand, runDeskCommandHere } from "../support/desk-command";
import { expect, journey } from "../support/journey";
import { ownPage } from "../support/own-page";
import { answerShortForm, keyAgain } from "../support/review-path";
import { hasSharedFolder, sharedPath } from "../support/shared-folder";
import { Writing } from "../support/writing";

type Report = {
  title: string;
  authors: string[];
  reviewers: string[];
  findings: {
    rule: string;
    severity: string;
    excerpt: string;
    suggestion: string | null;
  }[];
};

const password = "a heron stands in the shallows";
const seats = ["Clinician", "Laboratory scientist", "Medical editor"] as const;

let folder: string;
let file: string;

journey.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-real-input-"));
  file = join(folder, "page.txt");
  await writeFile(file, ownPage);
  if (hasSharedFolder) file = sharedPath("seeds/genotes-ros1-lung.txt");
});
journey.afterAll(() => rm(folder, { recursive: true }));

journey(
  "a real overdue page goes in, is corrected, signed by its named reviewers, and only then comes out",
  async ({ page, browser, as }) => {
    page.setDefaultTimeout(10_000);
    journey.info().annotations.push({
      type: "input",
      description: hasSharedFolder
        ? "a real page of ../shared/seeds"
        : "../shared is absent: a page of our own with the same faults",
    });
    const report = await dryRun();
    const author = await addPerson(report.authors[0] ?? "", "author");
    const reviewers: { name: string; email: string }[] = [];
    for (const [index, seat] of seats.entries())
      reviewers.push(
        await addPerson(report.reviewers[index] ?? "", "reviewer", seat),
      );

    await signIn(page, author.email);
    await declareInterests(page);
    const slug = await importFile(page);
    await expect(page.getByText("04/05/2022").first()).toBeVisible();
    await expectRefusedByCommand(slug, [
      ...["nothing_submitted", "approvals_missing", "overdue"],
      ...["metadata_missing", "findings_blocking"],
    ]);
    expect((await runDeskCommandHere(["overdue"])).out).toContain(slug);
    await page.goto(`/desk/pages/${slug}/publish`);
    await expect(page.getByText(/did you mean G2032R/)).toBeVisible();
    await expect(
      page.getByText(/By its source its review was due on 4 May 2023/),
    ).toBeVisible();

    await correctText(page, slug, report);
    await expectRefused(slug, ["nothing_submitted", "metadata_missing"]);
    await correctDetails(page, slug, author.name);
    await answerInterests(page, `/desk/pages/${slug}/interests`);
    const checked = await runDeskCommandHere(["check", slug]);
    expect(checked.code, checked.out).toBe(0);
    await expectRefused(slug, ["nothing_submitted", "approvals_missing"]);

    await page.goto(`/desk/pages/${slug}/submit`);
    await page.getByRole("button", { name: "Submit for review" }).click();
    await expect(page).toHaveURL(/done=submitted/);
    await expectRefusedByCommand(slug, Array(3).fill("approvals_missing"));

    const editor = await as("maya");
    await editor.goto(`/desk/pages/${slug}/publish`);
    await expect(
      editor.getByText("An approval of this exact text is missing").first(),
    ).toBeVisible();
    await expect(
      editor.getByRole("button", { name: "Publish version 1" }),
    ).toHaveCount(0);

    for (const [index, seat] of seats.entries()) {
      const reviewer = reviewers[index] ?? author;
      await ask(editor, slug, seat, reviewer.name);
      await expectRefused(slug, ["round_open", "approvals_missing"]);
      await approve(browser, reviewer.email, report.title);
      const lacking = seats.length - index - 1;
      if (lacking > 0)
        await expectRefused(slug, Array(lacking).fill("approvals_missing"));
    }

    const free = await runDeskCommand(["gate", slug, "--json"]);
    expect(free.code, free.out).toBe(0);
    expect((await page.request.get(`/pages/${slug}`)).status()).toBe(404);
    await editor.goto(`/desk/pages/${slug}/publish`);
    await editor.getByRole("button", { name: "Publish version 1" }).click();
    await expect(editor).toHaveURL(/\/public\?done=published/);

    await page.goto(`/pages/${slug}`);
    await expect(page.getByText(/Reviewed in full on/).first()).toBeVisible();
    await expect(page.getByText(/Next review due/).first()).toBeVisible();
    for (const { name } of reviewers)
      await expect(page.getByText(name).first()).toBeVisible();
    await expect(page.getByText("G2032R").first()).toBeVisible();
    await expect(page.getByText("G2023R")).toHaveCount(0);
    expect((await runDeskCommandHere(["overdue"])).out).not.toContain(slug);
    const verified = await runDeskCommandHere(["live", "verify"]);
    expect(verified.code, verified.err).toBe(0);
    expect(verified.out).toContain(`${slug}: version 1 is what was signed`);
    expect((await runDeskCommandHere(["audit", "verify"])).code).toBe(0);
  },
);

async function dryRun(): Promise<Report> {
  const run = await runDeskCommand(["import", file, "--dry-run", "--json"]);
  expect(run.code, run.err).toBe(0);
  const [report] = JSON.parse(run.out) as Report[];
  if (!report) throw new Error("the dry run reported nothing");
  return report;
}

/** The operator gives an account to a person whom the page names. */
async function addPerson(name: string, role: string, seat?: string) {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const expertise = seat?.toLowerCase().replaceAll(" ", "_");
  const run = await runDeskCommandHere(
    [
      ...["people", "add", "--email", email, "--name", name, "--roles", role],
      ...(expertise ? ["--expertise", expertise] : []),
      ...["--credentials", "MBBS", "--password-stdin"],
    ],
    password,
  );
  expect(run.code, run.err).toBe(0);
  return { name, email };
}

/** The gate refuses on the command line, and gives at least these reasons. */
async function expectRefusedByCommand(slug: string, codes: string[]) {
  const run = await runDeskCommand(["gate", slug, "--json"]);
  expect(run.code, run.err).toBe(1);
  const { publishable, blockers } = JSON.parse(run.out) as {
    publishable: boolean;
    blockers: { code: string }[];
  };
  expect(publishable).toBe(false);
  expectAmong(
    blockers.map(({ code }) => code),
    codes,
  );
}

/** The same gate, asked without a program of its own for each step of the way. */
async function expectRefused(slug: string, codes: string[]): Promise<void> {
  const blockers = await askAsOwner<{ code: string }>(
    `SELECT b.code FROM desk.page p LEFT JOIN desk.version v ON v.page_id = p.id,
            LATERAL (SELECT code FROM desk.publish_blockers(v.id) WHERE v.id IS NOT NULL
                     UNION ALL SELECT code FROM desk.draft_blockers(p.id) WHERE v.id IS NULL) b
      WHERE p.slug = $1`,
    [slug],
  );
  expectAmong(
    blockers.map(({ code }) => code),
    codes,
  );
}

function expectAmong(given: readonly string[], codes: readonly string[]) {
  for (const code of new Set(codes))
    expect(
      given.filter((each) => each === code).length,
      `${code} among ${given.join(", ")}`,
    ).toBeGreaterThanOrEqual(codes.filter((each) => each === code).length);
}

async function signIn(page: Page, email: string) {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/desk/);
}

async function declareInterests(page: Page): Promise<void> {
  await page.goto("/desk/interests");
  await page.getByLabel("No, none").check();
  await page.getByRole("button", { name: "Declare interests" }).click();
  await expect(page.getByText("Your declaration is recorded.")).toBeVisible();
}

async function answerInterests(page: Page, at: string): Promise<void> {
  await page.goto(at);
  await page.getByLabel("No interests").check();
  await page.getByRole("button", { name: "Keep this answer" }).click();
  await expect(page).toHaveURL(/done=/);
}

/** Gives the address that the page got. */
async function importFile(page: Page): Promise<string> {
  await page.goto("/desk/pages");
  await page.getByRole("link", { name: "Import files" }).click();
  await page.getByLabel("Files").setInputFiles(file);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page).toHaveURL(/\/desk\/pages\/[a-z0-9-]+$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Every finding that is about the text, corrected where it stands. */
async function correctText(page: Page, slug: string, report: Report) {
  await page.goto(`/desk/pages/${slug}/write`);
  const hand = new Writing(page);
  for (const { rule, severity, excerpt, suggestion } of report.findings) {
    if (severity !== "blocks") continue;
    if (suggestion !== null) await hand.replace(excerpt, suggestion);
    else if (rule === "C1") await hand.replace(excerpt, "as of 4 May 2022");
    else if (rule === "T1")
      await hand.writeBelow(excerpt, "Ask your genomic laboratory hub.");
    else if (rule === "P19")
      await hand.chooseBlock(
        excerpt.slice(0, 30),
        "Clinical scenario, fictional",
      );
  }
  await hand.remove("Skip to main content");
  await hand.remove("↑ Back to top");
  await hand.isSaved();
}

async function correctDetails(page: Page, slug: string, author: string) {
  await page.goto(`/desk/pages/${slug}/details`);
  const about = page.getByRole("region", { name: "About the page" });
  await about.getByLabel("What changed").fill("Corrected and brought up.");
  await about.getByLabel("England").check();
  await about.getByRole("button", { name: "Save this part" }).click();
  await expect(about.getByText("Saved.")).toBeVisible();
  const credits = page.getByRole("region", { name: "Author credits" });
  await credits
    .getByLabel("Person of the desk")
    .first()
    .selectOption({ label: await optionWith(credits, author) });
  await credits.getByRole("button", { name: "Save credits" }).click();
  await expect(credits.getByText("Saved.")).toBeVisible();
  const use = page.getByRole("region", { name: "Use of AI" });
  await use.getByLabel("No AI used").check();
  await use.getByRole("button", { name: "Save use of AI" }).click();
  await expect(use.getByText("Saved.")).toBeVisible();
}

async function optionWith(within: ReturnType<Page["locator"]>, name: string) {
  const option = within.locator("option", { hasText: name }).first();
  return (await option.textContent()) ?? "";
}

/** The editor asks a named reviewer for one expertise. */
async function ask(editor: Page, slug: string, seat: string, name: string) {
  await editor.goto(`/desk/pages/${slug}/review`);
  await editor
    .getByRole("link", { name: `Choose a reviewer: ${seat}` })
    .click();
  await editor.getByRole("radio", { name }).check();
  await editor.getByRole("button", { name: "Ask this reviewer" }).click();
  await expect(editor.getByRole("listitem").getByText(name)).toBeVisible();
}

/** A reviewer declares, accepts, answers for this page, reads and signs. */
async function approve(browser: Browser, email: string, title: string) {
  const page = await browser.newPage();
  await signIn(page, email);
  await declareInterests(page);
  await page.goto("/desk/reviews");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Accept this review" }).click();
  await answerInterests(page, page.url());
  await page.getByRole("radio", { name: "Approve" }).check();
  await keyAgain(page);
  await answerShortForm(page);
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("Evidence checked to").fill(today);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Sign this decision" }).click();
  await expect(page).toHaveURL(/done=/);
  await page.context().close();
}
