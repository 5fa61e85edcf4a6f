import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { PageText } from "~/components/page-text";
import { VersionFacts } from "~/components/pages/version-facts";
import { WithAside } from "~/components/layout";
import { Section } from "~/components/page-heading";
import { comparisonOf } from "~/components/review/comparison-of";
import { ComparisonView } from "~/components/review/comparison-view";
import { renderHtml } from "~/content/render-html";
import { findLiveText } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { findVersion, listContributors } from "~/data/versions.server";
import { paths } from "~/lib/paths";
import { mayNotSeeVersion } from "~/policy/pages";

export const handle = { noScript: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, person } = await requirePage(request, params.slug);
  const version = await findVersion(page.id, params.versionId ?? "");
  if (!version || mayNotSeeVersion(person, page, version.id))
    throw new Response(null, { status: 404 });
  const [live, contributors, day] = await Promise.all([
    findLiveText(page.id),
    listContributors(version.id),
    getDeskDay(),
  ]);
  const isCompared = live !== null && live.versionId !== version.id;
  const { content, ...facts } = version;
  const { body: _text, ...details } = content;
  return {
    slug: page.slug,
    version: facts,
    details,
    contributors,
    timeZone: day.timeZone,
    html: renderHtml(content),
    liveNumber: live?.number ?? null,
    changes: isCompared
      ? comparisonOf(live.content, content, { foldsUnchanged: true })
      : null,
  };
}

/** One version exactly as it is signed and published, and how it differs from the live text. */
export default function VersionScreen() {
  const known = useLoaderData<typeof loader>();
  const { version, changes, liveNumber } = known;
  return (
    <WithAside aside={<VersionFacts {...known} />}>
      <h2 className="text-h2">
        Version {version.number}: {known.details.title}
      </h2>
      <div className="panel mt-4 px-4 py-6 sm:px-8">
        <PageText html={known.html} />
      </div>
      {changes && (
        <Section
          id="changes"
          title={`Compared with the live text, version ${String(liveNumber)}`}
          action={
            <a
              href={paths.compare(known.slug, {
                from: String(liveNumber),
                to: String(version.number),
              })}
            >
              Compare with another text
            </a>
          }
        >
          <ComparisonView
            shown={changes}
            none="Nothing differs from the live text."
          />
        </Section>
      )}
    </WithAside>
  );
}
