import { expect, expectAccessible, journey } from "../support/journey";
import { ownPage } from "../support/own-page";

const text = (name: string, words: string | Buffer) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(words),
});

journey.use({ allowedErrors: [/status of 422/] });

journey(
  "of several files the good become drafts, and each bad one is refused by name and reason",
  async ({ as }) => {
    const page = await as("tom");
    await page.goto("/desk/import");
    await expectAccessible(page);
    const files = page.getByLabel("Files");
    const send = page.getByRole("button", { name: "Import" });

    await files.setInputFiles([
      text("empty.txt", ""),
      text("large.txt", Buffer.alloc(20_000_000, "word ")),
    ]);
    await send.click();
    await expect(
      page.getByText("No files are drafts now. 2 files were refused."),
    ).toBeVisible();

    await files.setInputFiles([
      text("one.txt", ownPage),
      text("photo.png", "\u0089PNG"),
      text("two.md", "# VHL explained\n\nThe gene VHL guards against tumours."),
      text("empty.txt", ""),
    ]);
    await send.click();
    await expect(
      page.getByText("2 files are drafts now. 2 files were refused."),
    ).toBeVisible();
    const row = (name: string) => page.getByRole("row", { name });
    await expect(row("photo.png")).toContainText(
      "Refused. Only .txt, .html, .md and .docx files are taken in.",
    );
    await expect(row("empty.txt")).toContainText("The file is empty.");
    await expect(row("one.txt")).toContainText(
      "By its source its review was due on 4 May 2023.",
    );
    await expectAccessible(page);
    await page.getByRole("link", { name: "VHL explained" }).click();
    await expect(
      page.getByRole("heading", { name: "VHL explained" }),
    ).toBeVisible();
  },
);

journey("who only reviews brings no pages in", async ({ as }) => {
  const page = await as("owen");
  const answer = await page.request.get("/desk/import");
  expect(answer.status()).toBe(403);
});
