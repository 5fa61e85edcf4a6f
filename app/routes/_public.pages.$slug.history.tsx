import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Code } from "~/components/tag";
import { DayText } from "~/components/day-text";
import { GeneTitle } from "~/components/gene-name";
import { Timeline } from "~/components/timeline";
import {
  findPresentAddress,
  findPublicPage,
  listPublicVersions,
} from "~/data/public-site.server";
import { paths } from "~/lib/paths";
import { genesOf } from "~/publish/listed-page";
import { movedOrMissing } from "~/publish/moved";
import { roundKindLabels } from "~/wording/labels";

const endings = {
  replaced: "Replaced on",
  withdrawn: "Withdrawn on",
  archived: "Archived on",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const page = await findPublicPage(slug);
  if (!page)
    throw movedOrMissing(request, slug, await findPresentAddress(slug));
  return {
    slug,
    title: page.title,
    genes: genesOf(page.topics),
    versions: await listPublicVersions(slug),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History of ${data?.title ?? "a page"} · Gene pages` },
  { name: "robots", content: "noindex" },
];

export default function History() {
  const { slug, title, genes, versions } = useLoaderData<typeof loader>();
  return (
    <>
      <p className="mb-2">
        <a href={paths.page(slug)}>Back to the page</a>
      </p>
      <h1 className="mb-6 font-serif text-reader">
        History of <GeneTitle title={title} genes={genes} />
      </h1>
      <Timeline
        entries={versions.map((each) => ({
          key: `${String(each.number)} ${each.publishedOn} ${String(each.isCurrent)}`,
          isSigned: true,
          title: (
            <a href={paths.pageVersion(slug, each.number)}>
              Version {each.number}
            </a>
          ),
          when: (
            <>
              Published <DayText day={each.publishedOn} /> ·{" "}
              {roundKindLabels[each.roundKind]}
              {each.endedOn && each.endedBecause && (
                <>
                  {" "}
                  · {endings[each.endedBecause]} <DayText day={each.endedOn} />
                </>
              )}
            </>
          ),
          detail: (
            <>
              {each.changeNote && <p>{each.changeNote}</p>}
              {each.correctionReason && (
                <p>Corrected for safety: {each.correctionReason}</p>
              )}
              <p className="text-small text-ink-2">
                Signed text <Code value={each.contentSha256} short={12} />
              </p>
            </>
          ),
        }))}
      />
    </>
  );
}
