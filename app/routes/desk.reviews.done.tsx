import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/auth/require-person.server";
import { EmptyState } from "~/components/empty-state";
import { PageHeading } from "~/components/page-heading";
import { getDeskName } from "~/data/desk-frame.server";
import { getDeskDay } from "~/data/pages.server";
import { listReviewsDone } from "~/data/reviews-done.server";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { needLabel, roundKindLabels } from "~/wording/labels";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "My reviews of a year · Imprimatur" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const [{ today }, { deskName }] = await Promise.all([
    getDeskDay(),
    getDeskName(),
  ]);
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const year = asked >= 2000 && asked <= thisYear ? asked : thisYear;
  const { name, prefix, credentials } = person;
  return {
    year,
    thisYear,
    deskName,
    who: [[prefix, name].filter(Boolean).join(" "), credentials]
      .filter(Boolean)
      .join(", "),
    reviews: await listReviewsDone(person.id, Math.trunc(year)),
  };
}

/** A year's signed reviews for an appraisal, to be printed. */
export default function ReviewsDone() {
  const { year, thisYear, deskName, who, reviews } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={`Reviews signed in ${String(year)}`}
        below={`${who}, for ${deskName}. Every line is a signature that the desk keeps for good.`}
      />
      <p className="mb-5 flex flex-wrap gap-x-5 gap-y-1 print:hidden">
        <a href={paths.reviewsDone(year - 1)}>{year - 1}</a>
        {year < thisYear && (
          <a href={paths.reviewsDone(year + 1)}>{year + 1}</a>
        )}
        <a href={paths.reviews()}>My reviews</a>
      </p>
      {reviews.length === 0 ? (
        <EmptyState title={`Nothing was signed in ${String(year)}`}>
          Every review that you sign is listed here, with its day and the text
          that you read.
        </EmptyState>
      ) : (
        <ol className="panel divide-y divide-rule">
          {reviews.map((review) => (
            <li key={review.decisionId} className="grid gap-1 px-4 py-3">
              <p>
                <strong>{review.title}</strong>, version {review.versionNumber}
              </p>
              <p>
                {dayInWords(review.signedOn)} ·{" "}
                {roundKindLabels[review.roundKind]} ·{" "}
                {needLabel(review.expertise)} ·{" "}
                {review.verdict === "approve"
                  ? "approved"
                  : "changes requested"}
              </p>
              <p className="font-mono text-small break-all text-ink-2">
                {review.contentSha256}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
