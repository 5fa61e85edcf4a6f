import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  fromDocs,
  fromHarm,
  fromWord,
  fromWordOnline,
  manyFromWord,
} from "../support/clipboard-fragments";
import { expect, expectAccessible, journey } from "../support/journey";
import { paste } from "../support/paste";
import { Writing } from "../support/writing";

/** A page of one's own, empty or from the template, with the cursor in its text. */
async function newPage(author: Page, start: "empty" | "template" = "empty") {
  const slug = `tools-${randomBytes(5).toString("hex")}`;
  await author.goto("/desk/pages/new");
  await author.getByLabel("Title").fill("A page to try the tools");
  await author.getByRole("radio", { name: "Clinician page" }).check();
  await author.getByRole("radio", { name: "For clinicians" }).check();
  await author.getByRole("checkbox", { name: "England" }).check();
  await author.getByLabel("Address (optional)").fill(slug);
  if (start === "empty")
    await author.getByRole("radio", { name: "An empty page" }).check();
  await author.getByRole("button", { name: "Create page" }).click();
  await author.waitForURL(new RegExp(slug));
  await author.goto(`/desk/pages/${slug}/write`);
  const writing = new Writing(author);
  await writing.text.click();
  await expect(author.getByRole("button", { name: "Insert" })).toBeVisible();
  return writing;
}

/** Saves reach the desk; their answers wait until they are let through. */
async function holdSaves(author: Page): Promise<() => void> {
  let letThrough = () => {};
  const isLetThrough = new Promise<void>((resolve) => (letThrough = resolve));
  await author.route(/\/save-draft\b/, async (route) => {
    const response = await route.fetch();
    await isLetThrough;
    await route.fulfill({ response });
  });
  return letThrough;
}

/** The text in short: each block's tag, and items and cells in brackets. */
function outline(writing: Writing): Promise<string[]> {
  return writing.text.evaluate((root) => {
    const short = (element: Element): string => {
      const inner = [...element.children]
        .filter(({ tagName }) =>
          /^(P|UL|OL|LI|TABLE|TBODY|TR|TD|TH|BLOCKQUOTE)$/.test(tagName),
        )
        .map(short);
      const words = (element.textContent ?? "").replace(/\s+/g, " ").trim();
      const tag = element.tagName.toLowerCase();
      const start = element.getAttribute("start");
      return `${tag}${start ? start : ""}(${inner.length > 0 ? inner.join(" ") : words})`;
    };
    return [...root.children].map((block) =>
      short(
        block.matches(".table-scroll") ? (block.children[0] ?? block) : block,
      ),
    );
  });
}

journey(
  "a slash in an empty line lists the blocks, filters, says what is chosen, and puts one in",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom);
    await tom.keyboard.press("/");
    const list = tom.getByRole("listbox", { name: "Blocks" });
    await expect(list.getByRole("option").first()).toBeVisible();
    const all = await list.getByRole("option").count();
    expect(all).toBeGreaterThan(18);
    await expectAccessible(tom);
    await expect(writing.text).toHaveAttribute(
      "aria-controls",
      (await list.getAttribute("id")) ?? "",
    );
    await tom.keyboard.type("que");
    await expect(list.getByRole("option")).toHaveText([
      /^Questions to ask/,
      /^Question and answer/,
    ]);
    const chosen = async () =>
      tom
        .locator(
          `#${(await writing.text.getAttribute("aria-activedescendant")) ?? ""}`,
        )
        .textContent();
    expect(await chosen()).toMatch(/^Questions to ask/);
    await tom.keyboard.press("ArrowDown");
    await expect.poll(chosen).toMatch(/^Question and answer/);
    await tom.keyboard.press("ArrowDown");
    await expect.poll(chosen).toMatch(/^Questions to ask/);
    await tom.keyboard.press("Escape");
    await expect(list).toBeHidden();
    await expect(writing.text).toHaveText("/que");
    await expect(writing.text).not.toHaveAttribute("aria-activedescendant");
    await tom.keyboard.press("Backspace");
    await tom.keyboard.press("Backspace");
    await tom.keyboard.press("Backspace");
    await tom.keyboard.press("Backspace");
    await tom.keyboard.type("/faq");
    await tom.keyboard.press("Enter");
    await tom.keyboard.type("Is it inherited?");
    const item = writing.text.locator(".block-faq-item");
    await expect(item).toHaveAttribute("data-lacks", "Needs an answer");
    await tom.keyboard.press("Enter");
    await tom.keyboard.type("Seldom.");
    await expect(item).not.toHaveAttribute("data-lacks");
    await writing.isSaved();
  },
);

journey(
  "a gene, an old name of one and a pasted source are offered where the cursor stands",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom);
    await tom.keyboard.type("Fusions of #ros1");
    const genes = tom.getByRole("listbox", { name: "Genes" });
    await expect(genes.getByRole("option").first()).toHaveText(/^ROS1/);
    await tom.keyboard.press("Enter");
    await tom.keyboard.type(" and #her2");
    await expect(genes.getByRole("option").first()).toHaveText(/^HER2 → ERBB2/);
    await tom.keyboard.press("Enter");
    await expect(writing.text.locator("i.gene")).toHaveText(["ROS1", "ERBB2"]);
    await tom.keyboard.type(" respond ");
    await paste(writing.text, {
      text: "https://doi.org/10.1056/NEJMoa1406766",
    });
    const source = tom.getByRole("listbox", { name: "Source" });
    await expect(source.getByRole("option")).toHaveText([
      "Cite doi:10.1056/nejmoa1406766",
      "Keep it as text",
    ]);
    await tom.keyboard.press("Enter");
    await expect(writing.text.locator(".citation-chip")).toHaveText(
      "doi:10.1056/nejmoa1406766",
    );
    await tom.keyboard.type(". Number ");
    await paste(writing.text, { text: "4711" });
    await expect(source).toBeHidden();
    await expect(writing.text).toContainText("Number 4711");
    await writing.isSaved();
  },
);

journey(
  "a variant that is not written as HGVS writes it says why; a fusion, a treatment and entries go in by dialog",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom);
    const insert = async (name: string) => {
      await tom.getByRole("button", { name: "Insert" }).click();
      await tom.getByRole("menuitem", { name: `${name}…` }).click();
      return tom.getByRole("dialog", { name });
    };
    const variant = await insert("Variant");
    await variant.getByRole("textbox", { name: "Variant" }).fill("c.76ins");
    await variant.getByRole("button", { name: "Insert" }).click();
    await expect(variant.getByRole("alert")).toContainText(/insertion|HGVS/);
    await variant
      .getByRole("textbox", { name: "Variant" })
      .fill("p.Gly2032Arg");
    await variant.getByLabel("Gene (optional)").fill("ROS1");
    await variant.getByRole("textbox", { name: "Variant" }).press("Enter");
    await expect(variant).toBeHidden();
    await expect(writing.text).toBeFocused();
    await expect(writing.text.locator(".variant")).toHaveText("p.Gly2032Arg");

    const fusion = await insert("Fusion");
    await fusion.getByLabel("Five-prime gene").fill("CD74");
    await fusion.getByLabel("Three-prime gene").fill("ROS1");
    await fusion.getByRole("button", { name: "Insert" }).click();
    await expect(writing.text.locator(".fusion")).toHaveText("CD74::ROS1");

    const treatment = await insert("Treatment");
    await treatment.getByLabel("Generic name").fill("lorlatinib");
    await treatment.getByRole("button", { name: "Insert" }).click();
    await expect(writing.text.locator(".therapy")).toHaveText("lorlatinib");

    const guideline = await insert("Source guideline");
    await guideline.getByLabel("Organisation").fill("NICE");
    await guideline.getByLabel("Title").fill("Ovarian cancer");
    await guideline.getByLabel("Date").fill("2024-13");
    await guideline.getByRole("button", { name: "Insert" }).click();
    await expect(guideline.getByRole("alert")).toContainText("A date is");
    await guideline.getByLabel("Date").fill("2024-03");
    await guideline.getByRole("button", { name: "Insert" }).click();
    const entries = writing.text.locator(".block-source-guidelines li");
    await expect(entries).toHaveText(["NICE. Ovarian cancer March 2024"]);
    const answerSave = await holdSaves(tom);
    await tom.getByRole("button", { name: "Add another…" }).click();
    const second = tom.getByRole("dialog", { name: "Source guideline" });
    await second.getByLabel("Title").fill("Second");
    await second.getByRole("button", { name: "Change" }).click();
    await expect(second).toBeHidden();
    await expect(entries).toHaveText([/^NICE/, "Second"]);
    // Chromium's own selection falls at a move of the mouse; the choice stays,
    // and the ids that a slow save brings in leave it too.
    await tom.mouse.move(5, 5);
    await expect(tom.getByText("Saving…").first()).toBeVisible();
    answerSave();
    await writing.isSaved();
    await tom.mouse.move(50, 50);
    await tom.getByRole("button", { name: "Move up" }).click();
    await expect(entries).toHaveText(["Second", /^NICE/]);
    await tom.keyboard.press("Control+Home");
    await expect(tom.getByRole("button", { name: "Move up" })).toBeHidden();
    await writing.isSaved();
    await tom.reload();
    await expect(entries).toHaveText(["Second", /^NICE/]);
    await expect(writing.text.locator(".variant")).toHaveText("p.Gly2032Arg");
  },
);

journey(
  "a new page asks for what its template wants, and no prompt is ever in the page",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom, "template");
    const prompts = writing.text.locator("[data-placeholder]");
    await expect.poll(() => prompts.count()).toBeGreaterThan(4);
    const said = await prompts.evaluateAll((all) =>
      all.map((each) => each.getAttribute("data-placeholder") ?? ""),
    );
    expect(said.some((words) => /About \d+ words/.test(words))).toBe(true);
    const first = writing.text.locator("p[data-placeholder]").first();
    await first.click();
    const before = await prompts.count();
    await tom.keyboard.type("Words");
    await expect.poll(() => prompts.count()).toBe(before - 1);
    await writing.isSaved();
    const words = (await writing.text.textContent()) ?? "";
    for (const prompt of said) expect(words).not.toContain(prompt.slice(0, 30));
  },
);

journey(
  "what is pasted from Word and Google Docs keeps headings, lists, tables and links",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom);
    const notice = tom.locator(".editor-said");
    await paste(writing.text, { html: fromWord, text: "plain" });
    await expect(notice).toHaveText(
      /Pasted without 1 picture \(add it as a figure\), 1 comment and 1 struck-out passage\./,
    );
    expect(await outline(writing)).toEqual([
      "h2(Surveillance after BRCA1 testing)",
      "h2(Who is offered screening)",
      "p(Annual MRI is offered from 30 years; see the guideline.)",
      "ul(li(p(Breast awareness) ul(li(p(from age 25)))) li(p(Mammography from age 40)))",
      "p(Steps, in order:)",
      "ol3(li(p(Refer)) li(p(Counsel)))",
      "table(tbody(tr(th(p(Cancer)) th(p(Risk by 80))) tr(td(p(Breast 72%)))))",
      "p(Dose 20 mg H2O)",
    ]);
    await expect(writing.text.locator("a")).toHaveAttribute(
      "href",
      "https://www.nice.org.uk/guidance/cg164",
    );
    await expect(writing.text.locator("strong")).toHaveText(["Annual MRI"]);
    await expect(writing.text.locator("sub")).toHaveText("2");
    await writing.isSaved();

    await tom.keyboard.press("Control+a");
    await paste(writing.text, { html: fromDocs, text: "plain" });
    await expect(writing.text).toContainText("Lorlatinib");
    expect(await outline(writing)).toEqual([
      "h2(Treatment)",
      "p(Lorlatinib in ROS1 disease, 10-3, see the trial)",
      "ul(li(p(First line) ul(li(p(in a trial)))) li(p(Later lines)))",
      "table(tbody(tr(td(p(Drug)) td(p(Line)))))",
    ]);
    await expect(writing.text.locator("strong")).toHaveText(["Lorlatinib"]);
    await expect(writing.text.locator("em")).toHaveText(["in ROS1"]);
    await expect(writing.text.locator("sup")).toHaveText(["-3"]);
    await expect(writing.text.locator("a")).toHaveAttribute(
      "href",
      "https://example.org/trial",
    );

    await tom.keyboard.press("Control+a");
    await paste(writing.text, { html: fromWordOnline, text: "plain" });
    await expect(writing.text).toContainText("Counselling");
    expect(await outline(writing)).toEqual([
      "h2(Counselling)",
      "ul(li(p(Before the test) ul(li(p(what it may find)))) li(p(After the result)))",
    ]);
    await writing.isSaved();
  },
);

journey(
  "what would run, lead away, hide or reorder is left out of a paste, and the rest is kept",
  async ({ as }) => {
    const tom = await as("tom");
    const requests: string[] = [];
    tom.on("request", (request) => requests.push(request.url()));
    const writing = await newPage(tom);
    await paste(writing.text, { html: fromHarm, text: "plain" });
    const notice = tom.locator(".editor-said");
    await expect(notice).toContainText("Pasted without");
    await expect(notice).toContainText("1 picture");
    await expect(notice).toContainText("parts of a program");
    await expect(notice).toContainText(
      "3 links that may not stand on a page kept only their words.",
    );
    await expect(notice).toContainText(
      "1 table inside another part became lines.",
    );
    await expect(notice).toContainText("invisible characters were taken out.");
    expect(await outline(writing)).toEqual([
      "p(Harmless words)",
      "p(A script link, a data link, an odd link and a good link.)",
      "p(zerowidth, reverse and tags)",
      "table(tbody(tr(td(p(Outer) p(inner one · inner two)) td(p(Beside)))))",
      "p(Words in a form)",
      "p(Last words)",
    ]);
    await expect(writing.text.locator("a")).toHaveCount(1);
    expect(await tom.title()).not.toBe("ran");
    expect(requests.filter((url) => url.includes("example.org"))).toEqual([]);
    await writing.isSaved();
    await expectAccessible(tom);
  },
);

journey(
  "a paste of five megabytes goes in, one that no page can hold goes in as far as there is room",
  async ({ as }) => {
    const tom = await as("tom");
    const writing = await newPage(tom);
    const large = manyFromWord(11_000);
    expect(large.length).toBeGreaterThan(5_000_000);
    await paste(writing.text, { html: large, text: "plain" });
    await expect(tom.locator(".editor-said")).toContainText(
      "blocks that are more than a page can hold",
      { timeout: 60_000 },
    );
    await expect(tom.getByText("This page is nearly as long")).toBeVisible();
    expect(await writing.text.locator("> *").count()).toBeGreaterThan(9_000);
    await tom.keyboard.press("Control+a");
    await tom.keyboard.press("Delete");
    await expect(tom.getByText("This page is nearly as long")).toBeHidden();
    await writing.isSaved();
  },
);
