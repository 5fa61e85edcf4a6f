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
import {
  makeCalendarAddress,
  revokeCalendarAddress,
} from "~/commands/calendar-addresses.server";
import { Button, ButtonRow } from "~/components/button";
import { CalendarAddresses } from "~/components/calendar-addresses";
import { ErrorSummary } from "~/components/error-summary";
import { Notice } from "~/components/notice";
import { PageHeading, Section } from "~/components/page-heading";
import { listCalendarAddresses } from "~/data/calendars.server";
import { getDeskDay } from "~/data/pages.server";
import { environment } from "~/lib/environment.server";
import { parseForm } from "~/lib/parse-form";
import { absolute, paths } from "~/lib/paths";
import { hasAnyRole } from "~/policy/person-roles";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [{ title: "Calendars · Imprimatur" }];

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make"), scope: z.enum(["mine", "desk"]) }),
  z.object({ intent: z.literal("revoke"), address: z.uuid() }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { person } = await requirePerson(request);
  const [addresses, { timeZone }] = await Promise.all([
    listCalendarAddresses(person.id),
    getDeskDay(),
  ]);
  const mayReadDesk = hasAnyRole(person, "editor", "clinical_lead");
  return { addresses, timeZone, mayReadDesk };
}

/** Makes or revokes an address; the new one is in this answer and nowhere else. */
export async function action({ request }: ActionFunctionArgs) {
  const { sessionId } = await requirePerson(request);
  const form = parseForm(schema, await request.formData());
  if (!form.ok) return data({ errors: form.errors, made: null }, 422);
  const asked = form.values;
  const outcome =
    asked.intent === "make"
      ? await makeCalendarAddress(sessionId, asked.scope)
      : await revokeCalendarAddress(sessionId, asked.address);
  if (!outcome.ok) {
    const { status, sentence } = wordRefusal(outcome.because);
    return data({ errors: [{ name: "", sentence }], made: null }, status);
  }
  if (outcome.value === null || asked.intent === "revoke")
    return redirect(paths.calendars(), 303);
  const made = absolute(environment().origin, paths.calendar(outcome.value));
  return data({ errors: [], made });
}

export default function Calendars() {
  const { addresses, timeZone, mayReadDesk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeading
        title="Calendars"
        below="Your calendar program can read what falls due here. It gets titles and whole days in the desk's time zone; confidential pages are left out."
      />
      <ErrorSummary errors={answer?.errors ?? []} />
      {answer?.made && (
        <Notice tone="done" title="Your calendar address" isAnswer>
          <p>
            Add it to your calendar program as a calendar from the internet.
            Whoever has it can read the calendar. It is shown once.
          </p>
          <p className="mt-2 font-mono break-all">{answer.made}</p>
        </Notice>
      )}
      <Section title="Make an address">
        <form method="post">
          <input type="hidden" name="intent" value="make" />
          <ButtonRow>
            <Button tone="primary" name="scope" value="mine">
              Make an address for my calendar
            </Button>
            {mayReadDesk && (
              <Button name="scope" value="desk">
                Make an address for the desk’s calendar
              </Button>
            )}
          </ButtonRow>
        </form>
      </Section>
      <Section title="Your addresses">
        <CalendarAddresses addresses={addresses} timeZone={timeZone} />
      </Section>
    </>
  );
}
