import type { Page } from "@playwright/test";
import { readWordUpload } from "~/importers/word/read-word-upload";
import { expect, expectAccessible, journey } from "../support/journey";
import {
  added,
  commented,
  paragraph,
  removed,
  said,
  table,
  wordDocument,
} from "../support/word-documents";

journey.use({ allowedErrors: [/status of 4(09|22)/] });

const word =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const manuscript = () =>
  wordDocument(
    [
      paragraph(said("Stomal tumours of the young"), "Title"),
      paragraph(said("Surveillance"), "Heading2"),
      paragraph(
        said("Offer MRI from the age of ") +
          removed("Dr Novak", "29") +
          added("Dr Novak", "25") +
          said(" years [1]."),
      ),
      paragraph(
        said("The lifetime risk is ") +
          commented(4, "72%") +
          said(" by age 80."),
      ),
      paragraph(
        said("Annual scans are enough") +
          added("Prof. Marsh", " for most people") +
          said("."),
      ),
      paragraph(said("Table 1. Risk by age")),
      table(["Cancer", "Risk"], ["Breast", "72%"]),
      paragraph(said("Last reviewed: 4 May 2022")),
      paragraph(said("References"), "Heading2"),
      paragraph(said("1. Smith A. Imaging. J Med 2020. PMID: 28632866")),
      paragraph(said("2. A leaflet.")),
    ].join(""),
    [
      { id: 4, author: "Prof. Marsh", text: "Which cohort is this?" },
      { id: 9, author: "Prof. Marsh", text: "Please add a figure." },
    ],
  );

async function choose(page: Page, name: string, buffer: Buffer) {
  await page
    .getByLabel("Word document")
    .setInputFiles({ name, mimeType: word, buffer });
  await page.getByRole("button", { name: "Show what it says" }).click();
}

journey(
  "a Word file with tracked changes is looked at, taken in, and its changes are decided",
  async ({ as }) => {
    const page = await as("tom");
    await page.goto("/desk/import");
    await page.getByLabel("Files").setInputFiles({
      name: "stomal.md",
      mimeType: "text/plain",
      buffer: Buffer.from("# Stomal tumours\n\nA first line to be replaced."),
    });
    await page.getByRole("button", { name: "Import" }).click();
    await page.getByRole("link", { name: "Write", exact: true }).click();
    await page.getByRole("link", { name: "Word file" }).click();
    await expectAccessible(page);

    await choose(page, "old.docx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]));
    await expect(
      page.getByText("protected by a password or is an old .doc").first(),
    ).toBeVisible();

    await choose(page, "manuscript.docx", await manuscript());
    const understood = page.getByRole("region", {
      name: "What was understood",
    });
    await expect(understood).toContainText("Surveillance");
    await expect(understood).toContainText("Risk by age, 2 rows");
    await expect(understood).toContainText("1 of 2 matched to a source");
    const tracked = page.getByRole("region", { name: "Tracked changes (3)" });
    await expect(
      tracked.getByRole("row", { name: /Removed 29 Dr Novak 2 March 2026/ }),
    ).toBeVisible();
    await expect(tracked).toContainText("Prof. Marsh");
    const comments = page.getByRole("region", { name: "Word comments (2)" });
    await expect(
      comments.getByRole("row", { name: /Which cohort is this/ }),
    ).toContainText("The lifetime risk is 72% by age 80.");
    await expect(
      comments.getByRole("row", { name: /Please add a figure/ }),
    ).toContainText("its words were not found");
    await expect(
      page.getByRole("region", { name: "What was left out, and why" }),
    ).toContainText("Last reviewed: 4 May 2022");
    await expectAccessible(page);

    await page
      .getByRole("button", { name: "Replace the draft’s text" })
      .click();
    await expect(
      page.getByText("The Word file is taken in. Its changes are suggestions"),
    ).toBeVisible();
    await expect(
      page.getByRole("heading", { name: "2 suggestions" }),
    ).toBeVisible();
    await expectAccessible(page);
    const card = page.getByRole("article").filter({ hasText: "25" });
    await expect(card).toContainText("number");
    await card.getByRole("button", { name: "Accept" }).click();
    await expect(page.getByText("The words are in the draft")).toBeVisible();
    const other = page.getByRole("article").filter({ hasText: "for most" });
    await other.getByText("Give a reason").click();
    await other.getByLabel("Reason, kept").fill("Not for carriers.");
    await other.getByRole("button", { name: "Decline" }).click();
    const answered = page.getByRole("region", { name: "Answered" });
    await expect(answered).toContainText("Not for carriers.");
    await expect(answered).toContainText("Accepted by Tom Bryce");

    const { pathname } = new URL(page.url());
    const address = pathname.replace("/suggestions", "");
    const answer = await page.request.get(`${address}/draft.docx`);
    expect(answer.headers()["content-type"]).toBe(word);
    const back = await readWordUpload("draft.docx", await answer.body(), {
      genes: new Map(),
      known: null,
    });
    expect(JSON.stringify(back)).toContain(
      "Offer MRI from the age of 25 years",
    );
    expect(JSON.stringify(back)).toContain("28632866");
    expect(JSON.stringify(back)).not.toContain("for most people");

    await page.goto(`${address}/word`);
    await choose(page, "draft.docx", await answer.body());
    await expect(
      page.getByText("The document says what the draft says"),
    ).toBeVisible();
    await page.getByRole("button", { name: "Add as suggestions" }).click();
    await expect(
      page.getByText("what was read from the file is still here"),
    ).toBeVisible();
  },
);
