import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { placeholders, signatureKind } from "~/domain/mail-words";
import { findMailFaults } from "~/mail/mail-faults";
import { findOwnWordsFaults } from "~/mail/own-words.server";
import { type RenderedMail, renderMail } from "~/mail/render.server";
import { mailKinds, mailTemplates } from "../../emails/kinds";
import { placeholdersOf } from "../../emails/own-words";
import type { DigestItem } from "../../emails/review-due-digest";
import { samples } from "../../emails/samples";
import { ros1, shared } from "../../emails/samples/parts";

describe.each(mailKinds)("the mail %s", (kind) => {
  test("is whole: its subject, its one link, its two forms, its frame", async () => {
    const mail = await renderMail(kind, samples[kind]);
    expect(findMailFaults(mail, samples[kind])).toEqual([]);
  });

  test("is whole with the desk's own words that name all they may", async () => {
    const named = placeholdersOf(kind).map((name) => `{${name}}`);
    const words = `We say “${named.join(", ")}”.`;
    for (const faults of [
      await findOwnWordsFaults(kind, { opening: words, closing: words }),
      await findOwnWordsFaults(kind, { opening: "", closing: words }),
    ])
      expect(faults).toEqual([]);
    const own = { opening: words, closing: "Bye.", signature: "Us\n{desk}" };
    const { text } = await renderMail(kind, { ...samples[kind], own });
    expect(text).toContain(`Dear Dr Maya Iyer,\n\nWe say “Dr Maya Iyer, `);
    expect(text).toContain("\n\nBye.\n\nUs\nThe gene desk\n\n-----\n");
    // The other way round: what this kind does not know is left, and so found.
    const unknown = placeholders.find((each) => !named.includes(`{${each}}`));
    expect(
      await findOwnWordsFaults(kind, {
        ...{ opening: `{${unknown ?? ""}}`, closing: "" },
      }),
    ).toMatchObject([{ fault: "of_other_mails" }]);
  });

  test("renders to the same result again", async () => {
    const first = await renderMail(kind, samples[kind]);
    expect(await renderMail(kind, samples[kind])).toEqual(first);
  });

  test("treats what people typed as words, not as markup", async () => {
    const props = { ...samples[kind], recipientName: 'Zoë <b>"&amp;' };
    const { html, text } = await renderMail(kind, props);
    expect(html).not.toContain("Zoë <b>");
    expect(html).toContain("Zoë &lt;b&gt;");
    expect(text).toContain('Dear Zoë <b>"&amp;,');
  });
});

describe("a mail that is not whole is found", () => {
  const kind = "published";
  const props = samples[kind];
  const inText = (mail: RenderedMail, from: string | RegExp, to: string) => ({
    ...mail,
    text: mail.text.replace(from, to),
  });
  const broken: [string, (mail: RenderedMail) => RenderedMail, string[]][] = [
    [
      "a subject about nothing",
      (mail) => ({ ...mail, subject: "Published" }),
      ["subject"],
    ],
    [
      "a subject of two lines",
      (mail) => ({ ...mail, subject: `${mail.subject}\r\nBcc: all` }),
      ["subject"],
    ],
    [
      "a word in one form only",
      (mail) => inText(mail, "Readers have it", "Readers got it"),
      ["same_words"],
    ],
    [
      "a second link",
      (mail) => ({
        ...mail,
        html: mail.html.replace("</h1>", '</h1><a href="/x"></a>'),
      }),
      ["one_link"],
    ],
    [
      "an address in the words",
      (mail) => inText(mail, "Dear", "https://x.example Dear"),
      ["same_words", "one_link"],
    ],
    [
      "a picture",
      (mail) => ({
        ...mail,
        html: mail.html.replace("</h1>", '</h1><img src="//x"/>'),
      }),
      ["fetches"],
    ],
    [
      "a brace",
      (mail) => ({ ...mail, subject: `${mail.subject} {page}` }),
      ["leftover"],
    ],
    [
      "no way to stop it",
      (mail) => inText(mail, /stop it/, "go on"),
      ["same_words", "frame"],
    ],
    [
      "a wall of words",
      (mail) => ({
        ...mail,
        html: mail.html.replace(
          "</h1>",
          `</h1><p>${"long ".repeat(2_000)}</p>`,
        ),
        text: mail.text.replace("\n\nDear", `\n\n${"long ".repeat(2_000)}Dear`),
      }),
      ["length", "same_words"],
    ],
  ];
  test.each(broken)("%s", async (_what, breaks, faults) => {
    const mail = breaks(await renderMail(kind, props));
    expect(findMailFaults(mail, props).sort()).toEqual([...faults].sort());
  });

  test("a signature is tried in every kind of mail", async () => {
    const signed = (closing: string) =>
      findOwnWordsFaults(signatureKind, { opening: "", closing });
    expect(await signed("The editors of {desk}\n020 7946 0000")).toEqual([]);
    expect(await signed("{page}")).toMatchObject([{ fault: "of_other_mails" }]);
    expect(await signed("See www.example.org")).toMatchObject([
      { fault: "address" },
    ]);
  });
});

test("who is asked to review gets the days for their calendar", async () => {
  const { days } = await renderMail(
    "review_requested",
    samples.review_requested,
  );
  const { respondBy, reviewBy } = samples.review_requested;
  expect(days).toEqual([
    {
      key: "answer-by",
      on: respondBy,
      summary: "ROS1: say whether you will review it",
    },
    { key: "review-by", on: reviewBy, summary: "ROS1: review due" },
  ]);
  const more = await renderMail(
    "review_by_extended",
    samples.review_by_extended,
  );
  expect(more.days).toMatchObject([{ key: "review-by" }]);
});

test("every mail has a file and a sample, and every file is a mail", () => {
  const files = readdirSync(new URL("../../emails", import.meta.url));
  const parts = ["band.tsx", "letter-layout.tsx", "letter-parts.tsx"];
  const mails = files.filter((f) => f.endsWith(".tsx") && !parts.includes(f));
  const kinds = mails.map((f) => f.replace(".tsx", "").replaceAll("-", "_"));
  expect(kinds.sort()).toEqual(Object.keys(mailTemplates).sort());
  expect([...mailKinds].sort()).toEqual(kinds);
});

describe("the reminder digest", () => {
  type Told = Omit<DigestItem, "daysOverdue" | "isPastGrace">;
  const item: Told = {
    slug: "ros1",
    page: ros1,
    to: "owner",
    nextReviewDue: "2026-11-27",
    graceEndsOn: "2026-12-27",
    ownerName: "Dr Maya Iyer",
  };
  const none = { pages: 0, overdue: 0 };
  /** As the desk would say it on a day. */
  const on = (today: string, told: Told): DigestItem => {
    const since = Date.parse(today) - Date.parse(told.nextReviewDue);
    return {
      ...told,
      daysOverdue: since > 0 ? since / 86_400_000 : null,
      isPastGrace: Date.parse(today) > Date.parse(told.graceEndsOn),
    };
  };
  const digest = (today: string, ...told: Told[]) =>
    renderMail("review_due_digest", {
      ...{ ...shared, today, items: told.map((each) => on(today, each)) },
      ...{ more: none, backlog: null },
    });

  test("names the day a review is due in its subject, and offers to review now", async () => {
    const { subject, text } = await digest("2026-11-13", item);
    expect(subject).toBe("ROS1: your review is due Friday 27 November 2026");
    expect(text).toContain("Due in 14 days, Friday 27 November 2026.");
    expect(text).toContain("You own this page.");
    expect(text).toContain("Review now:");
  });

  test("says today on the day, and overdue from the next", async () => {
    expect((await digest("2026-11-27", item)).subject).toBe(
      "ROS1: your review is due today, Friday 27 November 2026",
    );
    const late = await digest("2026-11-28", { ...item, to: "editors" });
    expect(late.subject).toBe(
      "ROS1: its review is overdue, it was due Friday 27 November 2026",
    );
    expect(late.text).toContain("overdue by 1 day.");
    expect(late.text).toContain(
      "Readers get the text until Sunday 27 December 2026.",
    );
    expect(late.text).toContain("See what is due:");
  });

  test("says from which day a page is withheld once its grace is over", async () => {
    const onLastDay = await digest("2026-12-27", { ...item, to: "editors" });
    expect(onLastDay.text).not.toContain("withheld");
    const { text } = await digest("2026-12-28", { ...item, to: "editors" });
    expect(text).toContain("withheld since Monday 28 December 2026.");
  });

  test("lists a page once when its reader is told of it as two people", async () => {
    const { text, subject } = await digest(
      "2026-12-05",
      { ...item, to: "editors" },
      { ...item, to: "collection_lead" },
    );
    expect(text.split("ROS1-rearranged")).toHaveLength(2);
    expect(text).toContain(
      "All editors are told. You are told as the lead of its collection.",
    );
    expect(subject).not.toContain("more");
  });

  test("lists two pages of the same title as two", async () => {
    const { text, subject } = await digest(
      "2026-12-05",
      { ...item, to: "editors" },
      { ...item, slug: "another", to: "editors" },
    );
    expect(text.split("ROS1-rearranged")).toHaveLength(3);
    expect(subject).toContain("and 1 more page");
  });

  test("puts the page that has waited longest first, whatever the order given", async () => {
    const { subject, text } = await renderMail(
      "review_due_digest",
      samples.review_due_digest,
    );
    expect(subject).toBe(
      "SDHB: its review is overdue, it was due Monday 9 November 2026, and 3 more pages",
    );
    const order = ["Withheld from readers", "Overdue\n", "Due\n"].map(
      (heading) => text.indexOf(heading),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text.indexOf("Due today")).toBeLessThan(
      text.indexOf("Due in 14 days"),
    );
    expect(text).toContain("Nobody owns this page.");
  });

  test("counts the pages that it has no room for, and leads to them", async () => {
    const { subject, text } = await renderMail("review_due_digest", {
      ...{ ...shared, today: "2026-12-05", items: [on("2026-12-05", item)] },
      more: { pages: 37, overdue: 12 },
      backlog: null,
    });
    expect(subject).toMatch(/, and 37 more pages$/);
    expect(text).toContain("13 pages are overdue");
    expect(text).toContain(
      `See what is due:\n${shared.url}\n\nAnd 37 more, 12 of them overdue, for which this mail has no room`,
    );
    const soon = await renderMail("review_due_digest", {
      ...{ ...shared, today: "2026-11-13", items: [on("2026-11-13", item)] },
      more: { pages: 1, overdue: 0 },
      backlog: null,
    });
    expect(soon.text).toContain("And 1 more, for which this mail has no room");
  });

  test("has one line on the backlog, with those whose turn has come", async () => {
    const sum = { pages: 1, isOverdue: 0, zeroOn: null };
    const turns = ["A", "B", "C", "D", "E"];
    const { text, html } = await renderMail("review_due_digest", {
      ...{ ...shared, today: "2026-11-27", items: [on("2026-11-27", item)] },
      ...{ more: none, backlog: { ...sum, turns } },
    });
    const line =
      "1 page published elsewhere in the backlog, none overdue by its own date, and some have no place in the plan. This week it is the turn of A, B, C and 2 more.";
    expect(text).toContain(line);
    expect(html).toContain(line);
    expect((await digest("2026-11-27", item)).text).not.toContain("backlog");
  });

  test("is never sent about nothing", async () => {
    await expect(digest("2026-11-27")).rejects.toThrow(RangeError);
  });
});
