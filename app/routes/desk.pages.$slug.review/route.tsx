import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { Stack } from "~/components/layout";
import { AnswerErrors } from "~/components/review/answer-errors";
import { AnswerNotice } from "~/components/review/answer-notice";
import { actingIn } from "~/components/review/remark-acting";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";
import { isEditor } from "~/policy/pages";
import { type AskedSeat, loadRounds } from "./load-rounds.server";
import { PastRounds } from "./past-rounds";
import { perform } from "./perform.server";
import { RoundSection } from "./round-section";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const query = new URL(request.url).searchParams;
  const mayAssign = isEditor(asked.person);
  const seat = mayAssign ? seatIn(query) : null;
  const naming = mayAssign ? query.get("alternates") : null;
  const [rounds, day] = await Promise.all([
    loadRounds(asked.page.id, seat ?? seatOf(naming)),
    getDeskDay(),
  ]);
  return {
    ...rounds,
    seat,
    naming,
    proposed: query.get("reviewer"),
    mayAssign,
    mayWrite: asked.access === "write",
    personId: asked.person.id,
    slug: asked.page.slug,
    language: asked.page.language,
    timeZone: day.timeZone,
    done: query.get("done"),
    acting: actingIn(query),
    remarking: query.get("remark"),
  };
}

/** Assigns, releases, takes back, remarks; what is refused comes back as typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await requirePage(request, params.slug, "write");
  const performed = await perform(asked, await request.formData());
  if (!performed) throw new Response(null, { status: 404 });
  if (!performed.ok) return data(performed, { status: performed.status });
  const here = paths.deskPageAct(asked.page.slug, "review");
  return redirect(`${here}?done=${performed.done}`, 303);
}

/** The review rounds of a page: who is asked for what, and what they said. */
export default function PageReview() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const { shown, past, slug } = known;
  return (
    <>
      {!answer && <AnswerNotice done={known.done} />}
      <AnswerErrors errors={answer?.errors ?? []} />
      {shown.length === 0 ? (
        <EmptyState
          title="No version of this page has been submitted"
          action={
            known.mayWrite && (
              <ButtonLink href={paths.submit(slug)}>
                Submit for review
              </ButtonLink>
            )
          }
        >
          Its reviewers, what they remark and what they sign stand here once
          there is a version to review.
        </EmptyState>
      ) : (
        <Stack gap="loose">
          {shown.map((round) => (
            <RoundSection
              key={round.id}
              round={round}
              known={known}
              answer={answer}
            />
          ))}
          {past.length > 0 && <PastRounds {...known} rounds={past} />}
        </Stack>
      )}
    </>
  );
}

/** `?seat=<round>~<expertise>`, and the request that an adjudicator answers. */
function seatIn(query: URLSearchParams): AskedSeat | null {
  const seat = seatOf(query.get("seat"));
  return seat && { ...seat, answers: query.get("answers") };
}

function seatOf(named: string | null) {
  const [roundId, expertise] = (named ?? "").split("~");
  return roundId && expertise ? { roundId, expertise } : null;
}
