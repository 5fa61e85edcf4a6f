import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reportMistake } from "~/commands/report-mistake.server";
import { Button, ButtonRow } from "~/components/button";
import { GeneTitle } from "~/components/gene-name";
import { Notice } from "~/components/notice";
import { AnswerErrors } from "~/components/review/answer-errors";
import { TextArea, TextField } from "~/components/text-field";
import { findPresentAddress, findPublicPage } from "~/data/public-site.server";
import { environment } from "~/lib/environment.server";
import { networkOf } from "~/lib/network-of";
import { errorFor, parseForm, typedText } from "~/lib/parse-form";
import { absolute, paths } from "~/lib/paths";
import { makeRateLimit } from "~/lib/rate-limit";
import { genesOf } from "~/publish/listed-page";
import { movedOrMissing } from "~/publish/moved";
import { refusedForm } from "~/wording/refused-form";
import { reportForm } from "./forms";

/** A hospital may share one address: so many at once, and one in two minutes after. */
const perAddress = makeRateLimit({ burst: 10, perSecond: 1 / 120 });

/** The page as readers have it; a page without text before them has nothing to report. */
async function pageToReport(request: Request, slug: string) {
  const page = await findPublicPage(slug);
  if (!page)
    throw movedOrMissing(request, slug, await findPresentAddress(slug));
  if (page.state === "withdrawn" || page.state === "archived")
    throw new Response(null, { status: 404 });
  return page;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug, title, topics, versionNumber } = await pageToReport(
    request,
    params["slug"] ?? "",
  );
  return {
    ...{ slug, title, versionNumber, genes: genesOf(topics) },
    isTaken: new URL(request.url).searchParams.get("sent") === "1",
  };
}

/** Takes a report and says thank you; what was typed stays where it cannot be taken. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = await pageToReport(request, params["slug"] ?? "");
  const form = parseForm(reportForm, await request.formData());
  const answer = (
    status: number,
    errors: { name: string; sentence: string }[],
  ) => data({ errors, typed: form.typed }, { status });
  if (!form.ok) return answer(422, form.errors);
  const caller = networkOf(context.clientAddress);
  const wait = perAddress.take(caller, performance.now());
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60);
    const sentence = `Many reports came from this address. Try again in ${String(minutes)} ${minutes === 1 ? "minute" : "minutes"}.`;
    return answer(429, [{ name: "", sentence }]);
  }
  const read = paths.pageVersion(page.slug, page.versionNumber);
  const outcome = await reportMistake(page.slug, {
    ...{ what: form.values.what, readAt: absolute(environment().origin, read) },
  });
  if (outcome.ok) return redirect(paths.reportMistake(page.slug, true), 303);
  const { status, errors } = refusedForm(outcome, {}, "what");
  return answer(status, errors);
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: `Report a mistake in ${known?.title ?? "a page"} · Gene pages` },
  { name: "robots", content: "noindex" },
];

export default function ReportMistake() {
  const known = useLoaderData<typeof loader>();
  return (
    <div className="max-w-measure">
      <p className="mb-2">
        <a href={paths.page(known.slug)}>Back to the page</a>
      </p>
      <h1 className="mb-4 font-serif text-h1">
        Report a mistake in{" "}
        <GeneTitle title={known.title} genes={known.genes} />
      </h1>
      {known.isTaken ? (
        <Notice
          tone="done"
          title="Thank you. Your report is with the editors."
          isAnswer
        >
          Somebody decides within one working day what it means for the page.
          The desk does not know who you are, so nobody writes back: what
          changes, you see on the page and in its history.
        </Notice>
      ) : (
        <ReportForm />
      )}
    </div>
  );
}

function ReportForm() {
  const { versionNumber } = useLoaderData<typeof loader>();
  const { errors, typed } = useActionData<typeof action>() ?? {
    errors: [],
    typed: {},
  };
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errorFor(errors, name),
  });
  return (
    <>
      <p className="mb-6 text-ink-2">
        You read version {versionNumber}. Write nothing about yourself or about
        a patient: nobody reads this as a question about care. If somebody may
        come to harm, speak to the team who knows them.
      </p>
      <AnswerErrors errors={errors} />
      <form method="post" className="grid gap-5">
        <TextField
          {...field("where")}
          label="Where on the page"
          hint="A heading, or the first words of the sentence."
          isOptional
          maxLength={200}
        />
        <TextArea
          {...field("what")}
          label="What is wrong"
          hint="And what is right, with the paper or guideline that says so, if you know it."
          rows={6}
        />
        <ButtonRow>
          <Button tone="primary">Send the report</Button>
        </ButtonRow>
      </form>
    </>
  );
}
