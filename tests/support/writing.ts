import { expect, type Locator, type Page } from "@playwright/test";

/** The editor of a page as its author uses it, by what stands on its tools. */
export class Writing {
  readonly text: Locator;
  private readonly tools: Locator;

  constructor(private readonly page: Page) {
    this.text = page.getByRole("textbox", { name: "Text of the page" });
    this.tools = page.getByRole("toolbar", { name: "Text tools" });
  }

  /** Puts the cursor behind the last word. */
  async goToEnd(): Promise<void> {
    await this.text.press("Control+End");
  }

  /** Starts a heading in a paragraph of its own, and body text after it. */
  async heading(words: string): Promise<void> {
    await this.newParagraph();
    await this.choose(/^Style/, "Heading");
    await this.type(words);
    await this.text.press("Enter");
  }

  /** Types where the cursor stands, as fast as a person would paste. */
  async type(words: string): Promise<void> {
    await this.focus();
    await this.page.keyboard.insertText(words);
  }

  async gene(symbol: string): Promise<void> {
    await this.tools.getByRole("button", { name: "Gene" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Gene" });
    await dialog.getByLabel("Gene symbol").fill(symbol);
    await dialog
      .getByRole("option", { name: new RegExp(`^${symbol}\\b`) })
      .first()
      .click();
    await expect(dialog).toBeHidden();
  }

  async cite(source: string): Promise<void> {
    await this.tools.getByRole("button", { name: "Cite" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Cite a source" });
    await dialog.getByLabel("Source").fill(source);
    await dialog.getByRole("button", { name: "Cite", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Puts the paragraph at the cursor into a block. */
  async block(name: string): Promise<void> {
    await this.choose("Block", name);
  }

  /** Selects the first place where these words stand. */
  async select(words: string): Promise<void> {
    await this.mark(words);
  }

  /** Begins a comment on what is selected. */
  async comment(): Promise<void> {
    await this.tools.getByRole("button", { name: "Comment" }).click();
  }

  /** Replaces the first place where these words stand. */
  async replace(words: string, by: string): Promise<void> {
    await this.mark(words);
    await this.page.keyboard.type(by);
    await expect.poll(() => this.ownWords()).toContain(by);
  }

  /** Writes a paragraph of its own below the line of these words. */
  async writeBelow(line: string, words: string): Promise<void> {
    await this.mark(line, "end");
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.type(words);
    await expect(this.line(words).last()).toBeVisible();
    await expect(this.line(line)).toBeVisible();
  }

  /** Takes the line of these words out, and what is left of it. */
  async remove(line: string): Promise<void> {
    await this.line(line).click({ clickCount: 3 });
    await this.page.keyboard.press("Backspace");
    await this.page.keyboard.press("Backspace");
    await expect(this.line(line)).toHaveCount(0);
  }

  /** Chooses from the toolbar's menu of blocks, for the block with these words. */
  async chooseBlock(words: string, choice: string): Promise<void> {
    await this.text.getByText(words).first().click();
    await this.page.getByRole("button", { name: "Block" }).click();
    await this.page.getByRole("menuitemradio", { name: choice }).click();
  }

  /** Waits until the desk holds every word. */
  async isSaved(): Promise<void> {
    await expect(
      this.page.getByText("All changes saved", { exact: true }).first(),
    ).toBeVisible();
  }

  /**
   * Goes into the text as the Tab key does. The editor puts the cursor back to
   * where it was 20 ms after, which is waited for, by a timer of the page that
   * comes after its own: until then the browser has it at the beginning.
   */
  private async focus(): Promise<void> {
    await this.text.evaluate(async (text) => {
      if (document.activeElement === text) return;
      text.focus();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  }

  private async newParagraph(): Promise<void> {
    await this.goToEnd();
    const last = this.text.locator("> *").last();
    if ((await last.textContent()) !== "") await this.text.press("Enter");
  }

  private async choose(menu: string | RegExp, choice: string) {
    await this.tools.getByRole("button", { name: menu }).click();
    await this.page
      .getByRole("menu")
      .getByRole("menuitemradio", { name: choice, exact: true })
      .click();
  }

  /** The words of the text, without what others propose in the midst of them. */
  private ownWords(): Promise<string> {
    return this.text.evaluate((root) => {
      const copy = root.cloneNode(true) as Element;
      for (const each of copy.querySelectorAll("[contenteditable='false']"))
        each.remove();
      return copy.textContent;
    });
  }

  private line(words: string): Locator {
    return this.text.getByText(words, { exact: true });
  }

  /**
   * Marks words inside a line, or puts the cursor behind them, and waits until
   * the editor has seen it: keys follow faster here than any hand sends them.
   */
  private async mark(words: string, from: "start" | "end" = "start") {
    await this.focus();
    const wanted = { words, from };
    const found = await this.text.evaluate(async (root, { words, from }) => {
      // Marks cut a line into pieces, and what is proposed in it is none of it.
      const lines = new Map<Element, { node: Text; at: number }[]>();
      const said = (row: { node: Text }[]) =>
        row.map(({ node }) => node.data).join("");
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const line = node.parentElement?.closest("p, h2, h3, h4") ?? root;
        if (node.parentElement?.closest("[contenteditable='false']")) continue;
        const row = lines.get(line) ?? [];
        row.push({ node: node as Text, at: said(row).length });
        lines.set(line, row);
      }
      for (const row of lines.values()) {
        const at = said(row).indexOf(words);
        if (at < 0) continue;
        const seen = new Promise((resolve) => {
          document.addEventListener(
            "selectionchange",
            () => requestAnimationFrame(resolve),
            { once: true },
          );
        });
        const end = at + words.length;
        const start = from === "start" ? at : end;
        const first = row.findLast((each) => each.at <= start);
        const last = row.findLast((each) => each.at < end);
        if (!first || !last) return false;
        const [anchor, focus] = start === end ? [last, last] : [first, last];
        getSelection()?.setBaseAndExtent(
          anchor.node,
          start - anchor.at,
          focus.node,
          end - focus.at,
        );
        await seen;
        return true;
      }
      return false;
    }, wanted);
    expect(found, `"${words}" stands in the text`).toBe(true);
  }
}
