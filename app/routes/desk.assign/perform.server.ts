import { assignMany } from "~/commands/assign-many.server";
import {
  listEmptySeats,
  listReviewers,
  listRoundPages,
} from "~/data/empty-seats.server";
import type { ListViewer } from "~/data/visible-pages.server";
import { countRows, readRows, rowField, typedFormOf } from "~/lib/form-rows";
import {
  type FieldError,
  parseForm,
  typedText,
  type TypedForm,
} from "~/lib/parse-form";
import { wordRefusal } from "~/wording/refusals";
import { chooseForm, rowForm } from "./forms";
import { type PlannedSeat, planSeats } from "./plan.server";

/** One row of the result; `refusal` is null for somebody who was asked. */
export type SeatResult = {
  key: string;
  title: string;
  slug: string | null;
  genes: string[];
  expertise: string;
  person: string;
  refusal: string | null;
};

/** What the screen shows after a form: the choice again, the preview, or the result. */
export type Step =
  | { step: "choose"; errors: FieldError[]; typed: TypedForm }
  | {
      step: "preview";
      rows: PlannedSeat[];
      errors: FieldError[];
      /** What was chosen before, for whoever chooses again. */
      chosen: { whom: string; days: string };
    }
  | { step: "result"; results: SeatResult[] };

type Asking = { sessionId: string; viewer: ListViewer };

/** Shows the choice again, proposes, or asks, as the form's button says. */
export async function perform(asking: Asking, sent: FormData): Promise<Step> {
  switch (sent.get("intent")) {
    case "preview":
      return preview(asking, sent);
    case "assign":
      return ask(asking, sent);
    default:
      return { step: "choose", errors: [], typed: typedFormOf(sent) };
  }
}

async function preview({ viewer }: Asking, sent: FormData): Promise<Step> {
  const form = parseForm(chooseForm, sent);
  if (!form.ok)
    return { step: "choose", errors: form.errors, typed: form.typed };
  const { seat: ticked, whom, days } = form.values;
  const { typed } = form;
  const [all, reviewers] = await Promise.all([
    listEmptySeats(viewer, null),
    listReviewers(),
  ]);
  const seats = all.filter(({ key }) => ticked.includes(key));
  const wrong = (name: string, sentence: string): Step => {
    return { step: "choose", errors: [{ name, sentence }], typed };
  };
  if (seats.length === 0)
    return wrong("seat", "These seats are filled meanwhile. Choose others.");
  const name = reviewers.find(({ id }) => id === whom)?.name ?? "";
  if (whom !== "spread" && name === "")
    return wrong("whom", "Nobody of that name reviews here any more.");
  const spreadsDays = days === "yes";
  const rows = await planSeats(seats, { whom, name, spreadsDays });
  return {
    step: "preview",
    rows,
    errors: [],
    chosen: { whom, days: days ?? "" },
  };
}

async function ask({ sessionId, viewer }: Asking, sent: FormData) {
  const { rows, errors } = readRows(sent, "row", rowForm);
  if (errors.length > 0 || rows.length === 0)
    return again(viewer, typedFormOf(sent), errors);
  const requests = rows.map(({ row }) => row);
  const [pages, reviewers] = await Promise.all([
    listRoundPages(
      viewer,
      requests.map(({ roundId }) => roundId),
    ),
    listReviewers(),
  ]);
  const results = await assignMany(sessionId, requests);
  return {
    step: "result" as const,
    results: results.map(({ row, outcome }): SeatResult => {
      const page = pages.find(({ roundId }) => roundId === row.roundId);
      const person = reviewers.find(({ id }) => id === row.reviewerId);
      return {
        key: row.key,
        title: page?.title ?? "A page that is not there for you",
        slug: page?.slug ?? null,
        genes: page?.genes ?? [],
        expertise: row.expertise,
        person: person?.name ?? "Nobody who reviews here",
        refusal: outcome.ok ? null : wordRefusal(outcome.because).sentence,
      };
    }),
  };
}

/** The preview as it was left, with what is wrong in it; seats filled meanwhile are gone. */
async function again(
  viewer: ListViewer,
  typed: TypedForm,
  errors: readonly FieldError[],
): Promise<Step> {
  const places = Array.from({ length: countRows(typed, "row") }, (_, place) =>
    String(place),
  );
  const field = (place: string | undefined, name: string) =>
    typedText(typed, rowField("row", Number(place ?? -1), name));
  const keys = places.map((place) => field(place, "seat"));
  const seats = (await listEmptySeats(viewer, null)).filter(({ key }) =>
    keys.includes(key),
  );
  if (seats.length === 0) {
    const sentence = "These seats are filled meanwhile. Choose others.";
    return { step: "choose", errors: [{ name: "seat", sentence }], typed: {} };
  }
  const plan = { whom: "spread", name: "", spreadsDays: false };
  const rows = (await planSeats(seats, plan)).map((row) => {
    const place = places[keys.indexOf(row.key)];
    return {
      ...row,
      reviewerId: field(place, "reviewerId") || null,
      reviewBy: field(place, "reviewBy"),
      facts: [],
    };
  });
  const moved = errors.map(({ name, sentence }) => {
    const [, place = "", rest = ""] = /^row-(\d+)-(.+)$/.exec(name) ?? [];
    const now = rows.findIndex(({ key }) => key === keys[Number(place)]);
    return { name: rowField("row", now, rest), sentence };
  });
  const sentence = "Choose somebody for at least one seat.";
  const nobody = { name: rowField("row", 0, "reviewerId"), sentence };
  return {
    step: "preview",
    rows,
    errors: moved.length > 0 ? moved : [nobody],
    chosen: { whom: typedText(typed, "whom"), days: typedText(typed, "days") },
  };
}
