import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/auth/require-person.server";
import { approveReusable } from "~/commands/approve-reusable.server";
import { writeReusable } from "~/commands/write-reusable.server";
import { Stack } from "~/components/layout";
import { Notice } from "~/components/notice";
import { PageHeading } from "~/components/page-heading";
import { NextReusableForm } from "~/components/reusables/next-reusable-form";
import { ReusableVersionPanel } from "~/components/reusables/reusable-version-panel";
import { reusableLabels } from "~/content/block-labels";
import { blockText } from "~/content/plain-text";
import { countPagesShowing, listVersionsOf } from "~/data/components.server";
import { getDeskDay } from "~/data/pages.server";
import { parseForm, textOf } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { isEditor, mayNotCreatePage } from "~/policy/pages";
import { wordActDone } from "~/wording/acts-done";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Reusable text"} · Imprimatur` },
];

const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("write"),
    text: textOf("Write the text first.", 20_000),
  }),
  z.object({
    intent: z.literal("approve"),
    number: z.coerce.number().int().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    reason: textOf("Say why these words may stand on every page.", 2_000),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const { slug = "" } = params;
  const [versions, shown, day] = await Promise.all([
    listVersionsOf(slug),
    countPagesShowing(slug),
    getDeskDay(),
  ]);
  const [newest] = versions;
  if (!newest) throw new Response(null, { status: 404 });
  const pages = new Map(shown.map(({ number, pages }) => [number, pages]));
  return {
    slug,
    name: newest.name,
    kind: newest.kind,
    timeZone: day.timeZone,
    mayWrite: mayNotCreatePage(person) === null,
    done: wordActDone(new URL(request.url).searchParams.get("done")),
    versions: versions.map(({ content, writerId, ...version }) => ({
      ...version,
      paragraphs: content.map((block) => blockText(block)),
      pages: pages.get(version.number) ?? 0,
      mayApprove:
        isEditor(person) &&
        writerId !== person.id &&
        version.approvedBy === null,
    })),
  };
}

/** Writes the next version, or approves one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { sessionId } = await requirePerson(request);
  const { slug = "" } = params;
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data(form, { status: 422 });
  const { values } = form;
  const outcome =
    values.intent === "approve"
      ? await approveReusable(sessionId, { slug, ...values })
      : await writeNext(sessionId, slug, values.text);
  const done =
    values.intent === "approve" ? "reusable_approved" : "reusable_written";
  if (outcome.ok) {
    return redirect(`${paths.reusable(slug)}?done=${done}`, 303);
  }
  const { status, sentence } = wordRefusal(outcome.because);
  const name = values.intent === "approve" ? "reason" : "text";
  const errors = [{ name, sentence }];
  return data({ ok: false as const, errors, typed: form.typed }, { status });
}

async function writeNext(sessionId: string, slug: string, text: string) {
  const [newest] = await listVersionsOf(slug);
  if (!newest) throw new Response(null, { status: 404 });
  const { name, kind } = newest;
  return writeReusable(sessionId, { slug, name, kind, text });
}

export default function ReusableText() {
  const { slug, name, kind, versions, ...known } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  const typed = answer?.typed ?? {};
  return (
    <>
      <PageHeading
        title={name}
        above={<a href={paths.reusables()}>Reusable texts</a>}
        below={`${reusableLabels[kind]}. Pages name it “${slug}” and its version.`}
      />
      <Stack gap="loose">
        {known.done && !answer && (
          <Notice tone="done" title={known.done} isAnswer />
        )}
        {versions.map((version) => (
          <ReusableVersionPanel
            key={version.number}
            version={version}
            timeZone={known.timeZone}
            errors={typed["number"] === String(version.number) ? errors : []}
            typed={typed}
          />
        ))}
        {known.mayWrite && (
          <NextReusableForm
            text={versions[0]?.paragraphs.join("\n\n") ?? ""}
            errors={typed["intent"] === "approve" ? [] : errors}
            typed={typed}
          />
        )}
      </Stack>
    </>
  );
}
