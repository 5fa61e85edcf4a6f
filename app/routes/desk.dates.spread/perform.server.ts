import { z } from "zod";
import { spreadReviewDates } from "~/commands/spread-reviews.server";
import { findLoadNames, type SpreadPage } from "~/data/review-load.server";
import type { ListViewer } from "~/data/visible-pages.server";
import { type Day, isDay } from "~/domain/days";
import {
  type FieldError,
  parseForm,
  textOf,
  type TypedForm,
} from "~/lib/parse-form";
import { wordRefusal } from "~/wording/refusals";

/** The most rows that one list shows and takes. */
export const mostAtOnce = 100;

const move = z
  .string()
  .transform((text) => text.split("~"))
  .refine(
    ([pageId = "", from = "", to = ""]) =>
      z.uuid().safeParse(pageId).success && isDay(from) && isDay(to),
    { error: "A row of the list is not known. Look at the proposal again." },
  )
  .transform(([pageId = "", from = "", to = ""]) => ({ pageId, from, to }));

const form = z.object({
  move: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z
      .array(move)
      .min(1, { error: "Tick at least one row." })
      .max(mostAtOnce, {
        error: `Tick at most ${String(mostAtOnce)} rows at a time.`,
      }),
  ),
  reason: textOf("Say why these reviews are brought forward.", 1_000),
});

/** What became of one row; `refusal` is null where the date was brought forward. */
export type MoveResult = {
  key: string;
  page: SpreadPage | null;
  from: Day;
  to: Day;
  refusal: string | null;
};

export type Step =
  | { step: "choose"; errors: FieldError[]; typed: TypedForm }
  | { step: "result"; results: MoveResult[] };

/** Brings forward what was ticked, row by row, or says what is wrong with the form. */
export async function perform(
  sessionId: string,
  viewer: ListViewer,
  sent: FormData,
): Promise<Step> {
  const parsed = parseForm(form, sent);
  if (!parsed.ok)
    return { step: "choose", errors: parsed.errors, typed: parsed.typed };
  const { move: moves, reason } = parsed.values;
  const results = await spreadReviewDates(sessionId, moves, reason);
  const { pages } = await findLoadNames(
    viewer,
    moves.map(({ pageId }) => pageId),
    [],
  );
  return {
    step: "result",
    results: results.map(({ row, outcome }) => ({
      key: [row.pageId, row.from, row.to].join("~"),
      page: pages.find(({ id }) => id === row.pageId) ?? null,
      from: row.from,
      to: row.to,
      refusal: outcome.ok ? null : wordRefusal(outcome.because).sentence,
    })),
  };
}
