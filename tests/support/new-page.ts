import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./journey";
import { Writing } from "./writing";

/**
 * An author begins a page of their own, with these paragraphs, so that no
 * other journey writes in it. Gives its address for writing.
 */
export async function beginPage(
  author: Page,
  title: string,
  paragraphs: readonly string[],
): Promise<string> {
  const slug = `journey-${randomBytes(5).toString("hex")}`;
  await author.goto("/desk/pages/new");
  await author.getByLabel("Title").fill(title);
  await author.getByRole("radio", { name: "Gene summary" }).check();
  await author.getByRole("radio", { name: "For clinicians" }).check();
  await author.getByRole("checkbox", { name: "England" }).check();
  await author.getByLabel("Address (optional)").fill(slug);
  await author.getByRole("button", { name: "Create page" }).click();
  await author.waitForURL(new RegExp(slug));
  const address = `/desk/pages/${slug}/write`;
  await author.goto(address);
  const writing = new Writing(author);
  await writing.goToEnd();
  for (const paragraph of paragraphs) {
    await writing.text.press("Enter");
    await writing.type(paragraph);
  }
  await writing.isSaved();
  await author.reload();
  await expect(writing.text).toContainText(paragraphs.at(-1) ?? "");
  return address;
}
