import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireRole } from "~/auth/require-person.server";
import {
  addWebhook,
  revokeWebhook,
  testWebhook,
} from "~/commands/webhooks.server";
import { AddWebhookForm } from "~/components/add-webhook-form";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { DeliveryTable, WebhookTable } from "~/components/webhook-tables";
import {
  listDeliveries,
  listWebhooks,
  webhookFormats,
} from "~/data/webhooks.server";
import { getDeskDay } from "~/data/pages.server";
import { lineOf, parseForm } from "~/lib/parse-form";
import { paths } from "~/lib/paths";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Webhooks · Imprimatur" }];

const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    url: lineOf("Give the address of the program.", 500),
    format: z.enum(webhookFormats, { error: "Choose a format." }),
  }),
  z.object({ intent: z.literal("test"), webhook: z.uuid() }),
  z.object({ intent: z.literal("revoke"), webhook: z.uuid() }),
]);

const roles = ["editor", "clinical_lead", "admin"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requireRole(request, ...roles);
  const [webhooks, deliveries, { timeZone }] = await Promise.all([
    listWebhooks(),
    listDeliveries(person.id),
    getDeskDay(),
  ]);
  return { webhooks, deliveries, timeZone };
}

/** Adds, tests or revokes; the secret of a new one is in this answer and nowhere else. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requireRole(request, ...roles);
  const form = parseForm(schema, await request.formData());
  if (!form.ok)
    return data({ errors: form.errors, typed: form.typed, secret: null }, 422);
  const asked = form.values;
  const outcome =
    asked.intent === "add"
      ? await addWebhook(sessionId, asked)
      : asked.intent === "test"
        ? await testWebhook(sessionId, asked.webhook)
        : await revokeWebhook(sessionId, asked.webhook);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    const errors = [{ name: asked.intent === "add" ? "url" : "", sentence }];
    return data({ errors, typed: form.typed, secret: null }, status);
  }
  if (asked.intent === "add")
    return data({ errors: [], typed: {}, secret: outcome.value });
  return redirect(paths.webhooks(), 303);
}

export default function Webhooks() {
  const { webhooks, deliveries, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = answer?.errors ?? [];
  return (
    <>
      <PageHeading
        title="Webhooks"
        below="Programs that the desk tells of every act on a page: the act, the title, the address and the moment, never the text. Confidential pages are left out."
      />
      <ErrorSummary errors={errors} />
      {answer?.secret && (
        <Notice tone="done" title="The webhook is added" isAnswer>
          <p>
            Each message is signed under this secret: the header
            Imprimatur-Signature holds the time stamp t and, as v1, the
            HMAC-SHA-256 of “t.body” in hex. It is shown once.
          </p>
          <p className="font-mono break-all">{answer.secret}</p>
        </Notice>
      )}
      <WebhookTable webhooks={webhooks} timeZone={timeZone} />
      <Section title="Add a webhook">
        <AddWebhookForm errors={errors} typed={answer?.typed ?? {}} />
      </Section>
      <Section title="What was sent">
        <DeliveryTable deliveries={deliveries} timeZone={timeZone} />
      </Section>
    </>
  );
}
