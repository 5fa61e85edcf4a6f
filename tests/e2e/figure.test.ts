import type { Locator } from "@playwright/test";
import sharp from "sharp";
import { DeskStage } from "../support/desk-stage";
import { expect, expectAccessible, journey } from "../support/journey";
import { blockersOf, chooseAct, publish } from "../support/review-path";
import { Writing } from "../support/writing";

const slug = "kras-in-brief";
const title = "KRAS in brief";
const alt = "A field of one colour, as a picture of nothing else.";

const pngOf = () =>
  sharp({
    create: { width: 900, height: 500, channels: 3, background: "teal" },
  })
    .png()
    .toBuffer();

journey(
  "a figure goes from its author's file to readers, and goes with its block when that is withheld",
  async ({ as, page: reader }) => {
    const tom = await as("tom");
    await tom.goto("/desk/pages/new");
    await tom.getByLabel("Title").fill(title);
    await tom.getByLabel("Genes (optional)").fill("KRAS");
    await tom.getByRole("radio", { name: "Gene summary" }).check();
    await tom.getByRole("radio", { name: "For clinicians" }).check();
    await tom.getByRole("checkbox", { name: "England" }).check();
    await tom.getByLabel("Address (optional)").fill(slug);
    await tom.getByRole("radio", { name: "An empty page" }).check();
    await tom.getByRole("button", { name: "Create page" }).click();

    const writing = new Writing(tom);
    await writing.goToEnd();
    await writing.type("KRAS codes for a switch that tells cells to grow.");
    await tom.getByRole("button", { name: "Insert" }).click();
    await tom.getByRole("menuitem", { name: "Figure" }).click();
    const dialog = tom.getByRole("dialog", { name: "Figure" });
    const image = dialog.getByLabel("Image", { exact: true });
    await image.setInputFiles({
      ...{ name: "drawing.png", mimeType: "image/png" },
      buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    });
    await expect(dialog).toContainText("not a PNG, JPEG or WebP image");
    await image.setInputFiles({
      ...{ name: "picture.png", mimeType: "image/png" },
      buffer: await pngOf(),
    });
    await expect(dialog).toContainText("Kept, 900 by 500 pixels.");
    await dialog.getByLabel("Credit").fill("A. Example");
    await dialog.getByLabel("Licence").fill("CC BY 4.0");
    await dialog.getByRole("button", { name: "Insert" }).click();
    await tom.keyboard.insertText("A picture of nothing");
    await writing.isSaved();

    await tom.getByRole("link", { name: "Checks" }).click();
    await expect(
      tom.getByText("A figure has no alternative text."),
    ).toBeVisible();
    await expectAccessible(tom);
    await tom.goto(`/desk/pages/${slug}/write`);
    await writing.text.getByText("A picture of nothing").click();
    await tom
      .getByRole("group", { name: "Figure", exact: true })
      .getByRole("button", { name: "Change…" })
      .click();
    const address = await addressOf(dialog.locator("img"));
    const forReaders = address.replace("/desk", "");
    await dialog.getByLabel("Alternative text").fill(alt);
    await dialog.getByRole("button", { name: "Change" }).click();
    await writing.isSaved();
    await tom.getByRole("link", { name: "Checks" }).click();
    await expect(
      tom.getByText("A figure has no alternative text."),
    ).toHaveCount(0);

    await tom.getByRole("link", { name: "Details" }).first().click();
    await tom.getByRole("radio", { name: "No AI used" }).check();
    await tom.getByRole("button", { name: "Save use of AI" }).click();
    await tom.getByRole("link", { name: "Interests", exact: true }).click();
    await tom.getByRole("radio", { name: "No interests" }).check();
    await tom.getByRole("button", { name: "Keep this answer" }).click();
    await tom.goto(`/desk/pages/${slug}/submit`);
    await tom.getByLabel("What changed").fill("First version of the page.");
    await tom.getByRole("button", { name: "Submit for review" }).click();
    await expect(tom.getByText("The version is submitted.")).toBeVisible();

    const maya = await as("maya");
    expect((await reader.request.get(forReaders)).status()).toBe(404);
    const desk = await DeskStage.open();
    await desk.approve(
      slug,
      ["lina", "laboratory_scientist"],
      ["owen", "medical_editor"],
    );
    await desk.close();
    expect(await blockersOf(maya, slug)).toEqual([]);
    await publish(maya, slug);

    await reader.goto(`/pages/${slug}`);
    const shown = reader.getByRole("img", { name: alt });
    await shown.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        shown.evaluate((element: HTMLImageElement) => element.naturalWidth),
      )
      .toBe(900);
    expect(await addressOf(shown)).toBe(forReaders);
    await expect(reader.getByRole("figure")).toContainText(
      "A picture of nothing Credit: A. Example. Licence: CC BY 4.0.",
    );
    await expect(reader.getByText("How to cite this page")).toBeVisible();
    await expectAccessible(reader);

    await chooseAct(maya, slug, "Withhold a block");
    const block = maya.getByRole("combobox", { name: "Block" });
    const choices = await block.locator("option").allTextContents();
    const choice = choices.find((text) => text.startsWith("Figure:")) ?? "";
    await block.selectOption(choice);
    await maya
      .getByRole("textbox", { name: "Reason" })
      .fill("The picture is in doubt.");
    await maya.getByRole("button", { name: "Withhold this block" }).click();
    await expect(maya.getByText("Readers now see a fixed")).toBeVisible();
    expect((await reader.request.get(forReaders)).status()).toBe(404);
    await reader.reload();
    await expect(reader.getByRole("img", { name: alt })).toHaveCount(0);
  },
);

async function addressOf(image: Locator): Promise<string> {
  return (await image.getAttribute("src")) ?? "";
}

journey.use({ allowedErrors: [/status of (404|422)/] });
