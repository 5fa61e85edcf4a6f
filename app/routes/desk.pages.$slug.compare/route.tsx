import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { recordLook } from "~/commands/record-look.server";
import { Button, ButtonRow } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { EmptyState } from "~/components/empty-state";
import { comparisonOf } from "~/components/review/comparison-of";
import { ComparisonView } from "~/components/review/comparison-view";
import { paths } from "~/lib/paths";
import { comparableTexts, type NamedText } from "./load-texts.server";

export const handle = { noScript: true };

/** `from` and `to` are a version's number, "draft", "correction" or "live"; `from` also "signed" or "looked". */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug);
  const query = new URL(request.url).searchParams;
  const texts = await comparableTexts(asked);
  const { choices } = texts;
  const { slug } = asked.page;
  const to = await texts.read(query.get("to") ?? texts.newest);
  if (!to && query.has("to")) throw new Response(null, { status: 404 });
  if (!to) return { slug, choices, own: [], compared: null };
  const wanted = query.get("from");
  const from = await readFrom(texts, wanted, to);
  if (!from && wanted !== null) throw new Response(null, { status: 404 });
  const isWhole = query.get("show") === "whole";
  const own = await texts.ownChoices(to);
  await recordLookAt(asked.sessionId, to);
  return {
    slug,
    choices,
    own,
    compared: from && {
      from: nameOf(from),
      to: nameOf(to),
      isWhole,
      shown: comparisonOf(from.content, to.content, {
        foldsUnchanged: !isWhole,
      }),
    },
  };
}

type Texts = Awaited<ReturnType<typeof comparableTexts>>;

/** Without a wish: the live text, and for the live text the version before it. */
async function readFrom(
  texts: Texts,
  wanted: string | null,
  to: NamedText,
): Promise<NamedText | null> {
  if (wanted === "signed" || wanted === "looked")
    return texts.readOwn(wanted, to);
  if (wanted !== null) return texts.read(wanted);
  if (texts.live !== null && texts.live !== to.key)
    return texts.read(texts.live);
  const number = to.version?.number ?? Number.POSITIVE_INFINITY;
  const before = texts.before(number);
  return before === null ? null : texts.read(String(before));
}

/** So that the next text of this page can be compared with what was seen. */
async function recordLookAt(sessionId: string, { version, draft }: NamedText) {
  if (version) await recordLook(sessionId, { versionId: version.id });
  else if (draft) await recordLook(sessionId, { draftId: draft.id });
}

function nameOf({ key, label }: NamedText) {
  return { key, label };
}

/** What differs between any two texts of a page, in place and as a list. */
export default function Compare() {
  const { slug, choices, own, compared } = useLoaderData<typeof loader>();
  if (choices.length < 2 && !compared)
    return (
      <EmptyState title="There is nothing to compare yet">
        A version is made each time the draft is submitted for review. As soon
        as there are two texts of this page, what differs stands here.
      </EmptyState>
    );
  const isOwn = own.some(({ key }) => key === compared?.from.key);
  return (
    <>
      <h2 className="text-h2">
        {compared
          ? `${compared.from.label} → ${compared.to.label}`
          : "Compare two texts of this page"}
      </h2>
      <form
        method="get"
        className="mt-4 flex flex-wrap items-end gap-x-5 gap-y-3"
      >
        <Select
          name="from"
          label="From"
          value={compared?.from.key}
          options={[...own, ...choices].map(asOption)}
        />
        <Select
          name="to"
          label="To"
          value={compared?.to.key}
          options={choices.map(asOption)}
        />
        <Button tone="primary">Compare</Button>
      </form>
      {compared && (
        <div className="mt-6">
          <ComparisonView
            shown={compared.shown}
            none="Nothing differs: the two texts are the same."
          />
          <div className="mt-6">
            <ButtonRow>
              <a
                href={paths.compare(slug, {
                  from: compared.from.key,
                  to: compared.to.key,
                  show: compared.isWhole ? undefined : "whole",
                })}
              >
                {compared.isWhole
                  ? "Fold what did not change"
                  : "Show the whole text unfolded"}
              </a>
              {!isOwn && (
                <a
                  href={paths.compare(slug, {
                    from: compared.to.key,
                    to: compared.from.key,
                  })}
                >
                  Compare the other way round
                </a>
              )}
            </ButtonRow>
          </div>
        </div>
      )}
    </>
  );
}

function asOption({ key, label }: { key: string; label: string }) {
  return { value: key, label };
}
