import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Code } from "~/components/tag";
import { DayText } from "~/components/day-text";
import { DefinitionRows } from "~/components/definition-rows";
import { Notice } from "~/components/notice";
import { PageText } from "~/components/page-text";
import { ReaderHeading, ReaderLayout } from "~/components/reader-heading";
import {
  findPresentAddress,
  findPublicVersion,
} from "~/data/public-site.server";
import { paths } from "~/lib/paths";
import { movedOrMissing } from "~/publish/moved";
import { readerText } from "~/publish/reader-text";
import { dayInWords } from "~/wording/days";
import { replacedSentence } from "~/wording/notices";
import { sheetLine, sheetWarning } from "~/wording/public-page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params["slug"] ?? "";
  const number = Number(params["number"]);
  const version =
    Number.isInteger(number) && number > 0 && number < 1_000_000
      ? await findPublicVersion(slug, number)
      : null;
  if (!version)
    throw movedOrMissing(request, slug, await findPresentAddress(slug));
  const { content, ...facts } = version;
  return data(
    { slug, version: facts, html: content && readerText(content).html },
    { headers: { "X-Robots-Tag": "noindex" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  {
    title: known
      ? `${known.version.title}, version ${String(known.version.number)}`
      : "Not found",
  },
  { name: "robots", content: "noindex" },
];

export default function Version() {
  const { slug, version, html } = useLoaderData<typeof loader>();
  return (
    <ReaderLayout
      sheet={sheetLine(
        `Last reviewed ${dayInWords(version.lastReviewedOn)} · Next review due ${dayInWords(version.nextReviewDue)}`,
        version.number,
        version.endedBecause === "replaced" && version.endedOn
          ? replacedSentence(version.endedOn)
          : sheetWarning(version.pageState),
      )}
      heading={
        <ReaderHeading
          title={version.title}
          notices={
            <Notice
              tone={version.isCurrent ? "info" : "stop"}
              title={`Version ${String(version.number)}`}
            >
              <p>
                {version.isCurrent && "This is the version that readers get. "}
                {version.endedBecause === "replaced" &&
                  version.endedOn &&
                  replacedSentence(version.endedOn)}
                {version.endedBecause === "withdrawn" &&
                  "This version was withdrawn. Do not use any copy of it."}
                {version.endedBecause === "archived" &&
                  "This page is archived. Do not use for care."}
                {!html && " Its text is not shown."}
              </p>
              <p>
                <a href={paths.page(slug)}>Go to the page as it stands</a>
              </p>
            </Notice>
          }
        />
      }
      aside={
        <DefinitionRows
          rows={[
            {
              term: "Published",
              detail: <DayText day={version.publishedOn} />,
            },
            {
              term: "Last reviewed",
              detail: <DayText day={version.lastReviewedOn} />,
            },
            {
              term: "Signed text",
              detail: <Code value={version.contentSha256} />,
            },
          ]}
        />
      }
    >
      {html && <PageText html={html} />}
    </ReaderLayout>
  );
}
