import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireRole } from "~/auth/require-person.server";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { MailSideBySide } from "~/components/mail-words/mail-side-by-side";
import { SavedWords, Words } from "~/components/mail-words/saved-words";
import { WordsForm } from "~/components/mail-words/words-form";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { Tabs } from "~/components/tabs";
import { listSavedWords } from "~/data/mail-words.server";
import { getDeskDay } from "~/data/pages.server";
import { previewSources, type PreviewSource } from "~/domain/mail-preview";
import { signatureKind } from "~/domain/mail-words";
import { typedText } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wordActDone } from "~/wording/acts-done";
import { wordsFaultInWords } from "~/wording/mail-words";
import { mailKindLabel } from "~/wording/mails";
import { performOnWords } from "./perform.server";

export const handle = { noScript: true, isWide: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? mailKindLabel(data.kind) : "Mail"} · Imprimatur` },
];

const readers = ["editor", "clinical_lead", "admin"] as const;

/** One mail as it would leave now, and what the desk itself says in it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { person } = await requireRole(request, ...readers);
  const kind = params["kind"] ?? "";
  const known = context.mailWords.placeholdersOf(kind);
  if (!known) throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const source = sourceOf(asked);
  const [mail, saved, { timeZone }] = await Promise.all([
    context.previewMail(kind, source, person.id),
    listSavedWords(kind),
    getDeskDay(),
  ]);
  const words = {
    opening: saved[0]?.opening ?? "",
    closing: saved[0]?.closing ?? "",
  };
  const faults = await context.mailWords.findFaults(kind, words);
  return {
    ...{ kind, known, source, mail, saved, timeZone, words },
    leftOut: faults.map((fault) => wordsFaultInWords(kind, fault, known)),
    mayWrite: person.roles.includes("admin"),
    done: wordActDone(asked.get("done")),
  };
}

/** Looks at words, keeps them, or goes back to the shipped ones. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person, sessionId } = await requireRole(request, "admin");
  const kind = params["kind"] ?? "";
  const known = context.mailWords.placeholdersOf(kind);
  if (!known) throw new Response(null, { status: 404 });
  const source = sourceOf(new URL(request.url).searchParams);
  const form = await request.formData();
  const acted = await performOnWords(sessionId, kind, form, context.mailWords);
  if ("done" in acted)
    return redirect(paths.mailTemplate(kind, source, acted.done), 303);
  const { status, words, errors, typed, base, theirs } = acted;
  const mail =
    words && (await context.previewMail(kind, source, person.id, words));
  return data({ errors, typed, base, theirs, mail }, { status });
}

function sourceOf(asked: URLSearchParams): PreviewSource {
  return previewSources.find((each) => each === asked.get("from")) ?? "sample";
}

const sourceLabels = {
  sample: "Sample facts",
  desk: "The last one of this desk",
} satisfies Record<PreviewSource, string>;

export default function MailTemplate() {
  const known = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { kind, source, words, leftOut, saved, timeZone } = known;
  const mail = answer?.mail ?? known.mail;
  const typed = answer && {
    opening: typedText(answer.typed, "opening"),
    closing: typedText(answer.typed, "closing"),
  };
  const hasOwn = words.opening !== "" || words.closing !== "";
  return (
    <>
      <PageHeading
        title={mailKindLabel(kind)}
        above={<a href={paths.mailTemplates()}>Mails of the desk</a>}
        below={
          kind === signatureKind
            ? "Stands under every mail, shown here under a request to review."
            : "The words of the product, and what this desk says round them."
        }
      />
      <ErrorSummary errors={answer?.errors ?? []} />
      {known.done && !answer && (
        <div className="mb-6 max-w-form">
          <Notice tone="done" title={known.done} isAnswer />
        </div>
      )}
      {leftOut.length > 0 && (
        <div className="mb-6 max-w-form">
          <Notice tone="warn" title="These words are left out of the mails">
            {leftOut.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      )}
      {answer?.theirs && (
        <div className="mb-6 max-w-form">
          <Notice
            tone="warn"
            title={`What ${answer.theirs.writtenBy} kept meanwhile`}
          >
            <Words {...answer.theirs} />
          </Notice>
        </div>
      )}
      {known.mayWrite ? (
        <WordsForm
          kind={kind}
          source={source}
          words={typed ?? words}
          base={answer?.base ?? saved[0]?.number ?? 0}
          known={known.known}
          errors={answer?.errors ?? []}
          hasOwn={hasOwn}
        />
      ) : (
        <Notice
          tone="info"
          title="An admin writes the desk's own words in this mail."
        />
      )}
      <Section
        title={answer?.mail ? "Preview: not kept yet" : "As it leaves now"}
        id="preview"
        action={
          <a href={paths.mailTemplateHtml(kind, source)}>
            See the mail that leaves now by itself
          </a>
        }
      >
        <Tabs
          label="Facts"
          tabs={previewSources.map((each) => ({
            label: sourceLabels[each],
            href: paths.mailTemplate(kind, each),
            isCurrent: each === source,
          }))}
        />
        {mail ? (
          <MailSideBySide mail={mail} />
        ) : (
          <EmptyState title="Nothing to show">
            The desk has written no such mail that you may see, or its reason is
            gone. The sample shows the same words.
          </EmptyState>
        )}
      </Section>
      <SavedWords kind={kind} saved={saved} timeZone={timeZone} />
    </>
  );
}
