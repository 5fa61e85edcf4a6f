import { expect } from "vitest";
import { blockText } from "~/content/plain-text";
import type { PublicReviewDate } from "~/data/public-rows";
import {
  findPublicPage,
  findPublicVersion,
  listPublicPages,
  readReviewDates,
  searchPublicPages,
} from "~/data/public-site.server";
import type { PagePlay, World } from "../support/world";

/** Every row of every view that the public role may read, as one text. */
export async function everythingPublic({ database }: World): Promise<string> {
  const { rows: views } = await database.public.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('v', 'm', 'r') AND has_table_privilege(c.oid, 'SELECT')`,
  );
  expect(views.length, "views for readers").toBeGreaterThan(5);
  const texts = views.map(async ({ name }) => {
    const { rows } = await database.public.query<{ row: string }>(
      `SELECT to_jsonb(v)::text AS row FROM desk.${name} v`,
    );
    return rows.map(({ row }) => row).join("\n");
  });
  return (await Promise.all(texts)).join("\n");
}

/** The words of one block of what a page says, by its place in the text. */
export function wordsOf({ content }: PagePlay, place: number): string {
  const block = content.body.content[place];
  if (!block) throw new Error(`there is no block ${place}`);
  // Without genes and citations, which stand in the text as nodes of their own.
  const [longest = ""] = blockText(block)
    .split(/[^\p{L}\p{N} ,-]/u)
    .sort((a, b) => b.length - a.length);
  return longest.trim().slice(0, 40);
}

/** The review calendar as other programs read it. */
export async function reviewDates(): Promise<PublicReviewDate[]> {
  return JSON.parse(await readReviewDates()) as PublicReviewDate[];
}

/** What a reader meets on each way to a page, at one moment. */
export async function readersView(slug: string, number = 1) {
  const page = await findPublicPage(slug);
  const [word = ""] = slug.split("-");
  const version = await findPublicVersion(slug, number);
  const [dates] = (await reviewDates()).filter((row) => row.slug === slug);
  const isIn = (rows: { slug: string }[]) =>
    rows.some((row) => row.slug === slug);
  return {
    state: page?.state ?? null,
    hasText: typeof page?.content === "string",
    versionHasText: typeof version?.content === "string",
    isListed: isIn(await listPublicPages()),
    isFound: isIn(await searchPublicPages([word])),
    isOverdueInDates: dates?.overdue ?? null,
    daysOverdue: page?.daysOverdue ?? null,
  };
}

/** All ways to a page agree that it shows its text. */
export const shown = {
  hasText: true,
  versionHasText: true,
  isListed: true,
  isFound: true,
};

/** All ways to a page agree that it shows no text. */
export const hidden = {
  hasText: false,
  versionHasText: false,
  isListed: false,
  isFound: false,
};
