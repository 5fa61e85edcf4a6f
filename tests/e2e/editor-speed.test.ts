import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, journey } from "../support/journey";

/** In bytes, gzipped; all that an edit screen loads before anybody writes. */
const mostScript = 170_000;
const words = 24_755;
const suggested = 52;

/** A page of one's own with this text, and the address where it is written. */
async function pageWith(author: Page, content: object[]): Promise<string> {
  const slug = `speed-${randomBytes(5).toString("hex")}`;
  await author.goto("/desk/pages/new");
  await author.getByLabel("Title").fill("A page to measure");
  await author.getByRole("radio", { name: "Gene summary" }).check();
  await author.getByRole("radio", { name: "For clinicians" }).check();
  await author.getByRole("checkbox", { name: "England" }).check();
  await author.getByLabel("Address (optional)").fill(slug);
  await author.getByRole("radio", { name: "An empty page" }).check();
  await author.getByRole("button", { name: "Create page" }).click();
  await author.waitForURL(new RegExp(slug));
  const address = `/desk/pages/${slug}/write`;
  await author.goto(address);
  const saved = await author.evaluate(
    async ([slug, content]) => {
      const held = document.getElementById("page-editor-props")?.textContent;
      const { revision } = JSON.parse(held ?? "{}") as { revision: number };
      const answer = await fetch(`/desk/pages/${slug}/save-draft?line=main`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          baseRevision: revision,
          body: { type: "doc", content },
        }),
      });
      return answer.status;
    },
    [slug, content] as const,
  );
  expect(saved).toBe(200);
  return address;
}

const text = (words: string) => ({ type: "text", text: words });
const paragraph = (words: string) => ({
  type: "paragraph",
  content: [text(words)],
});

/** A long page: sections of five paragraphs, genes and sources among the words. */
function longText(): object[] {
  const sentence =
    "Carriers of a pathogenic variant are offered annual imaging from the age of thirty years onwards ".split(
      " ",
    );
  const content: object[] = [];
  let written = 0;
  while (written < words) {
    if (content.length % 6 === 0)
      content.push({
        type: "heading",
        attrs: { level: 2 },
        content: [text(`Section ${String(content.length / 6 + 1)}`)],
      });
    const length = Math.min(60, words - written);
    const said = Array.from(
      { length },
      (_, index) => sentence[(written + index) % 16] ?? "",
    );
    written += length;
    content.push({
      type: "paragraph",
      content: [
        text(`${said.join(" ")} `),
        { type: "gene", attrs: { symbol: "BRCA1", hgncId: "HGNC:1100" } },
        {
          type: "citation",
          attrs: { scheme: "pmid", id: "28632866", label: "" },
        },
      ],
    });
  }
  return content;
}

journey(
  "an edit screen loads at most 170 kB of script, whatever its text holds",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await pageWith(tom, [paragraph("A few words.")]);
    const scripts = new Map<string, number>();
    const kept: Promise<unknown>[] = [];
    // Fetched once more: the browser may not have kept what it loaded.
    const weigh = async (url: string) => {
      const body = await (await tom.request.get(url)).body();
      scripts.set(url, gzipSync(body, { level: 9 }).length);
    };
    tom.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      kept.push(weigh(response.url()));
    });
    const load = async (at: string) => {
      // What the screen before still fetches is not this one's.
      await tom.goto("about:blank");
      await Promise.allSettled(kept);
      scripts.clear();
      await tom.goto(at, { waitUntil: "networkidle" });
      await expect(
        tom.getByRole("textbox", { name: "Text of the page" }),
      ).toBeVisible();
      await Promise.all(kept);
      return [...scripts.values()].reduce((sum, size) => sum + size, 0);
    };
    const atRest = await load(address);
    console.log(
      `script of an edit screen, gzipped: ${String(atRest)} bytes in ${String(scripts.size)} files`,
    );
    expect(scripts.size).toBeGreaterThan(2);
    expect(atRest).toBeLessThanOrEqual(mostScript);
    const before = new Set(scripts.keys());
    await tom.getByRole("textbox", { name: "Text of the page" }).click();
    await tom.keyboard.type("Word ");
    await tom.waitForLoadState("networkidle");
    await expect(tom.getByText("All changes saved").first()).toBeVisible();
    await Promise.all(kept);
    const later = [...scripts].filter(([url]) => !before.has(url));
    console.log(
      `fetched once writing begins: ${String(later.reduce((sum, [, size]) => sum + size, 0))} bytes more`,
    );
    expect(later.length).toBeGreaterThan(0);
  },
);

journey(
  "every key in a text of 24,755 words is answered; the figure is printed, machines differ",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await pageWith(tom, longText());
    await tom.goto(address);
    await measureKeys(tom, `${String(words)} words`);
  },
);

journey(
  "every key beside 52 suggestions in 24,755 words, one's own and others', is answered; the figures are printed",
  async ({ as }) => {
    const tom = await as("tom");
    const address = await pageWith(tom, longText());
    await tom.goto(address);
    await suggestAtMany(tom, address);
    await tom.goto(address.replace("/write", "/suggest"));
    await expect(
      tom.getByRole("complementary", { name: "Your suggestions" }),
    ).toContainText(`${String(suggested)} suggestions`);
    await measureKeys(
      tom,
      `${String(words)} words with ${String(suggested)} suggestions`,
    );

    await suggestAtMany(await as("maya"), address);
    await tom.goto(address);
    const list = { name: "Suggestions by others" };
    await expect(tom.getByRole("complementary", list)).toContainText(
      `${String(suggested)} suggestions`,
    );
    await measureKeys(
      tom,
      `${String(words)} words beside ${String(suggested)} suggestions by others`,
    );
  },
);

/** Suggests a word at the beginning of many paragraphs, as the editor would. */
async function suggestAtMany(by: Page, address: string): Promise<void> {
  await by.goto(address.replace("/write", "/suggest"));
  const kept = await by.evaluate(async (count) => {
    const held = document.getElementById("page-editor-props")?.textContent;
    const { saveUrl, body } = JSON.parse(held ?? "{}") as {
      saveUrl: string;
      body: { content: { type: string; content?: { text?: string }[] }[] };
    };
    const paragraphs = body.content.filter(({ type }) => type === "paragraph");
    for (const { content } of paragraphs.slice(20, 20 + count)) {
      const [first] = content ?? [];
      if (first?.text) first.text = `Today ${first.text}`;
    }
    const answer = await fetch(saveUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ baseRevision: 0, body }),
    });
    return answer.status;
  }, suggested);
  expect(kept).toBe(200);
}

/** Types in the middle of the text, and prints what a key took. */
async function measureKeys(author: Page, where: string): Promise<void> {
  const box = author.getByRole("textbox", { name: "Text of the page" });
  await box.locator("p").nth(200).click();
  await expect(author.getByRole("button", { name: "Insert" })).toBeVisible();
  await author.waitForTimeout(1_000);
  const { restyled, work: worked } = await costOfKeys(author);
  await box.evaluate((element) => {
    const times: number[] = [];
    const frames: number[] = [];
    Object.assign(window, { keyTimes: { times, frames } });
    let from = 0;
    element.addEventListener("keydown", () => (from = performance.now()), {
      capture: true,
    });
    // Not every letter is put in by the browser, with an event of its own.
    element.addEventListener("keypress", () => {
      const pressed = from;
      const after = (run: () => void) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = run;
        port2.postMessage(null);
      };
      after(() => {
        void document.body.offsetHeight;
        times.push(performance.now() - pressed);
      });
      // A task of a frame's own callback runs when that frame was painted.
      requestAnimationFrame(() =>
        after(() => frames.push(performance.now() - pressed)),
      );
    });
  });
  const keys = 60;
  const browser = await author.context().newCDPSession(author);
  await browser.send("Performance.enable", { timeDomain: "threadTicks" });
  const work = async () => {
    const { metrics } = await browser.send("Performance.getMetrics");
    const sum = (names: RegExp) =>
      metrics
        .filter(({ name }) => names.test(name))
        .reduce((total, { value }) => total + value * 1000, 0);
    return {
      ofKeys: sum(/^(Script|Layout|RecalcStyle)Duration$/),
      ofAll: sum(/^TaskDuration$/),
    };
  };
  const before = await work();
  await type(author, keys);
  const after = await work();
  const { times, frames } = await author.evaluate(
    () =>
      (window as unknown as { keyTimes: Record<string, number[]> }).keyTimes,
  );
  const at = (share: number, of: number[] = []) =>
    of
      .toSorted((a, b) => a - b)
      .at(Math.floor(of.length * share))
      ?.toFixed(1) ?? "none";
  const each = (name: "ofKeys" | "ofAll") =>
    ((after[name] - before[name]) / keys).toFixed(1);
  console.log(
    [
      `${String(times?.length)} keys in ${where}, each:`,
      `${restyled.toFixed(0)} elements styled anew;`,
      `script, style and layout of a key, by the thread's own clock and without painting: median ${at(0.5, worked)} ms, 95 in 100 within ${at(0.95, worked)} ms;`,
      `of the page's thread on average ${each("ofKeys")} ms of script, style and layout, ${each("ofAll")} ms of all it did, painting and measuring included;`,
      `by the clock, other programs included, from the key to the end of its script and layout median ${at(0.5, times)} ms, 95 in 100 within ${at(0.95, times)} ms;`,
      `to the next frame painted, which comes 60 times a second, median ${at(0.5, frames)} ms`,
    ].join(" "),
  );
  expect(times?.length).toBeGreaterThan(50);
  expect(frames?.length).toBeGreaterThan(50);
  expect(
    Math.min(...worked),
    "every key was traced with its work",
  ).toBeGreaterThan(0);
  // A rule that looks from the document into the text (`:has`) made it 3,000.
  expect(restyled).toBeLessThan(100);
}

/**
 * Presses keys as the browser gets them from a keyboard. Playwright's own,
 * where it keeps a trace, has the whole text copied before and after each: 20
 * ms on the page's thread that no author waits for.
 */
async function type(author: Page, keys: number): Promise<void> {
  const browser = await author.context().newCDPSession(author);
  for (let key = 0; key < keys; key += 1) {
    const text = "abcdefghij "[key % 11] ?? "a";
    const code = text === " " ? "Space" : `Key${text.toUpperCase()}`;
    const pressed = {
      ...{ key: text, code },
      windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0),
    };
    const down = { ...pressed, type: "keyDown" as const, text };
    await browser.send("Input.dispatchKeyEvent", down);
    await browser.send("Input.dispatchKeyEvent", { ...pressed, type: "keyUp" });
  }
  await browser.detach();
}

/** What keys cost the page's thread, as the browser itself traced it. */
type Cost = {
  /** Elements styled anew for a key: a count, the same on any machine. */
  restyled: number;
  /** Of each key: milliseconds of script, style and layout, by the thread's own clock. */
  work: number[];
};

/**
 * Traces some keys where words were just suggested, for those are drawn at
 * each. A key's work is every script that runs for it and every style and
 * layout until the next key, each counted once; painting is no part of it.
 */
async function costOfKeys(author: Page): Promise<Cost> {
  const keys = 20;
  await type(author, 5);
  await author.waitForTimeout(1_000);
  const browser = await author.context().newCDPSession(author);
  const traced: Traced[] = [];
  browser.on("Tracing.dataCollected", ({ value }) => {
    // The protocol's types call every value of an event a string.
    traced.push(...(value as unknown as Traced[]));
  });
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["devtools.timeline"],
      excludedCategories: ["*"],
    },
  });
  await type(author, keys);
  const isComplete = new Promise((resolve) =>
    browser.once("Tracing.tracingComplete", resolve),
  );
  await browser.send("Tracing.end");
  await isComplete;
  const pressed = traced.filter(
    ({ name, args }) =>
      name === "EventDispatch" && args?.data?.type === "keydown",
  );
  expect(pressed.length, "keys that were traced").toBe(keys);
  const styled = traced.filter(({ name }) => name === "UpdateLayoutTree");
  return {
    restyled:
      styled.reduce((sum, { args }) => sum + (args?.elementCount ?? 0), 0) /
      keys,
    work: pressed.map((key, index) => workOf(traced, key, pressed[index + 1])),
  };
}

const workNames =
  /^(EventDispatch|FunctionCall|EvaluateScript|RunMicrotasks|TimerFire|FireAnimationFrame|UpdateLayoutTree|Layout)$/;

/** Milliseconds of the thread from one key to the next; what runs inside another counts once. */
function workOf(traced: Traced[], key: Traced, next?: Traced): number {
  const until = next?.ts ?? Infinity;
  const row = traced
    .filter(
      ({ name, pid, tid, ts }) =>
        workNames.test(name) &&
        pid === key.pid &&
        tid === key.tid &&
        ts >= key.ts &&
        ts < until,
    )
    .sort((one, other) => one.ts - other.ts);
  let covered = 0;
  let sum = 0;
  for (const { ts, dur = 0, tdur = dur } of row) {
    if (ts < covered) continue;
    covered = ts + dur;
    sum += tdur;
  }
  return sum / 1_000;
}

/** One event of a trace; its times are microseconds, `tdur` of the thread's own clock. */
type Traced = {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { elementCount?: number; data?: { type?: string } };
};
