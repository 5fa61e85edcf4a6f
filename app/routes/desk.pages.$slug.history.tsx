import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { MomentText } from "~/components/day-text";
import { Stack, WithAside } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { SavesList } from "~/components/pages/saves-list";
import { VersionTable } from "~/components/pages/version-table";
import { DecidedList } from "~/components/suggestions/decided-list";
import { Timeline } from "~/components/timeline";
import { listPageActs, listSaves } from "~/data/page-history.server";
import { getDeskDay } from "~/data/pages.server";
import { listSuggestionsAnswered } from "~/data/suggestion-decisions.server";
import { listVersions } from "~/data/versions.server";
import { paths } from "~/lib/paths";
import { auditActInWords, auditActorInWords } from "~/wording/audit-acts";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await requirePage(request, params.slug, "read");
  const [versions, saves, acts, answered, day] = await Promise.all([
    listVersions(page.id),
    listSaves(page.id),
    listPageActs(page.id),
    listSuggestionsAnswered(page.id),
    getDeskDay(),
  ]);
  const { timeZone } = day;
  return { slug: page.slug, versions, saves, acts, answered, timeZone };
}

const signedActs = [
  "approve",
  "request_changes",
  "reaffirm",
  "revoke_approval",
  "schedule",
];

/** Every version, every act and the saves of the drafts. */
export default function History() {
  const { slug, versions, saves, acts, answered, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <Stack gap="loose">
      <Section
        id="versions"
        title="Versions"
        action={<a href={paths.compare(slug)}>Compare two texts</a>}
      >
        <VersionTable slug={slug} versions={versions} timeZone={timeZone} />
      </Section>
      {answered.length > 0 && (
        <Section
          id="answered"
          title="Suggestions answered"
          below="Each with who answered, when and why. Who accepts is the author of the words."
        >
          <DecidedList
            decided={answered}
            timeZone={timeZone}
            canWrite={false}
          />
        </Section>
      )}
      <WithAside
        aside={
          <Section
            id="saves"
            title="Saves"
            below="A person's saves within five minutes are one."
          >
            <SavesList saves={saves} timeZone={timeZone} />
          </Section>
        }
      >
        <Section
          id="acts"
          title="What was done"
          below="From the audit chain, the newest first."
        >
          <Timeline
            entries={acts.map((act) => ({
              key: act.seq,
              title: `${auditActorInWords(act.actor, act.realActor)} ${auditActInWords(act.act)}`,
              when: <MomentText at={act.at} timeZone={timeZone} />,
              isSigned: signedActs.includes(act.act),
            }))}
          />
        </Section>
      </WithAside>
    </Stack>
  );
}
