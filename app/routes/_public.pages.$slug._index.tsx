import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Code } from "~/components/tag";
import { DayText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { PageContents } from "~/components/page-contents";
import { PageText } from "~/components/page-text";
import { PublicCitation } from "~/components/public-citation";
import { PublicCorrections } from "~/components/public-corrections";
import { PublicNotices } from "~/components/public-notices";
import { PublicPeople } from "~/components/public-people";
import { ReaderHeading, ReaderLayout } from "~/components/reader-heading";
import {
  findPresentAddress,
  findPublicDesk,
  findPublicPage,
  findReviewedTextBefore,
  listPublicCorrections,
  listPublicInterests,
  listPublicNotices,
  listPublicReviewers,
} from "~/data/public-site.server";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import { correctionText } from "~/publish/correction-text";
import { genesOf } from "~/publish/listed-page";
import { movedOrMissing } from "~/publish/moved";
import { updatedSince } from "~/publish/updated-parts";
import { readerText } from "~/publish/reader-text";
import { medicalWebPage } from "~/publish/structured-data";
import { suggestedCitation } from "~/publish/suggested-citation";
import { sheetLine, sheetWarning, statusLine } from "~/wording/public-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const page = await findPublicPage(slug);
  if (!page)
    throw movedOrMissing(request, slug, await findPresentAddress(slug));
  const [signers, interests, notices, corrections, desk, before] =
    await Promise.all([
      listPublicReviewers(slug),
      listPublicInterests(slug),
      listPublicNotices(slug),
      listPublicCorrections(slug),
      findPublicDesk(),
      findReviewedTextBefore(page),
    ]);
  const { content, ...facts } = page;
  const text = content === null ? null : readerText(content);
  const { origin } = environment();
  const address = absolute(origin, paths.page(slug));
  const citation =
    text &&
    suggestedCitation(text.authors, {
      ...facts,
      publisher: desk?.deskName ?? "",
      address: absolute(origin, paths.pageVersion(slug, facts.versionNumber)),
    });
  return data(
    {
      page: { ...facts, genes: genesOf(facts.topics) },
      text,
      citation,
      signers,
      interests,
      notices,
      updated: updatedSince(page, before),
      corrections: corrections.map(correctionText),
      structured: text && medicalWebPage(page, text.authors, signers, address),
    },
    {
      status:
        facts.state === "withdrawn" || facts.state === "archived" ? 410 : 200,
    },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => {
  if (!known) return [{ title: "Not found · Gene pages" }];
  const { page, structured } = known;
  return [
    { title: `${page.title} · Gene pages` },
    ...(structured
      ? [
          { name: "description", content: statusLine(page) },
          { "script:ld+json": structured },
        ]
      : [{ name: "robots", content: "noindex" }]),
  ];
};

export default function PublicPage() {
  const {
    page,
    text,
    updated,
    citation,
    signers,
    interests,
    notices,
    corrections,
  } = useLoaderData<typeof loader>();
  return (
    <ReaderLayout
      sheet={sheetLine(
        statusLine(page),
        page.versionNumber,
        sheetWarning(page.state),
      )}
      heading={
        <ReaderHeading
          title={page.title}
          genes={page.genes}
          above={page.topics
            .map(({ label, code }) => [label, code].filter(Boolean).join(" "))
            .join(" · ")}
          status={text ? page : undefined}
          notices={
            <PublicNotices page={page} notices={notices} updated={updated} />
          }
        />
      }
      aside={
        <>
          {text && <PageContents sections={text.sections} />}
          <div className="mt-6">
            <DefinitionRows
              rows={[
                {
                  term: "Last reviewed",
                  detail: <DayText day={page.lastReviewedOn} />,
                },
                {
                  term: "Next review",
                  detail: <DayText day={page.nextReviewDue} />,
                },
                {
                  term: "Version",
                  detail: (
                    <>
                      {page.versionNumber}{" "}
                      <a href={paths.pageHistory(page.slug)}>
                        see what changed
                      </a>
                    </>
                  ),
                },
                {
                  term: "Signed text",
                  detail: <Code value={page.contentSha256} short={12} />,
                },
                ...(text && text.tags.length > 0
                  ? [{ term: "Tags", detail: text.tags.join(", ") }]
                  : []),
              ]}
            />
          </div>
        </>
      }
    >
      {text && (
        <>
          <p className="mb-6 max-w-measure text-small text-ink-2">
            {text.aiSentence}
          </p>
          <PageText html={text.html} />
          <PublicCorrections corrections={corrections} />
          <PublicPeople
            authors={text.authors}
            signers={signers}
            interests={interests}
          />
          {citation && <PublicCitation citation={citation} />}
        </>
      )}
      {page.state !== "withdrawn" && page.state !== "archived" && (
        <p className="no-print mt-10 border-t border-rule pt-4">
          <a href={paths.reportMistake(page.slug)}>
            Report a mistake on this page
          </a>
        </p>
      )}
    </ReaderLayout>
  );
}
