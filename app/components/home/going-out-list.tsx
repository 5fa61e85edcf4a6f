import { paths } from "~/lib/paths";
import { ConfidentialMark } from "../confidential-mark";
import { MomentText } from "../day-text";
import { GeneTitle } from "../gene-name";
import { DeskStatus, Status } from "../status";

type Going = {
  pageId: string;
  slug: string;
  title: string;
  genes: string[];
  number: number;
  publishAt: Date;
  isRefused: boolean;
  reasonCount: number;
};

/** What is scheduled, the soonest first. */
export function GoingOutList(props: {
  pages: readonly Going[];
  timeZone: string;
}) {
  return (
    <ol className="panel divide-y divide-rule">
      {props.pages.map((page) => (
        <li
          key={page.pageId}
          className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-4 py-3"
        >
          <MomentText at={page.publishAt} timeZone={props.timeZone} />
          <a
            href={paths.deskPageAct(page.slug, "publish")}
            className="title-link font-bold"
          >
            <GeneTitle title={page.title} genes={page.genes} />
          </a>
          <ConfidentialMark slug={page.slug} />
          <span className="text-ink-2">Version {page.number}</span>
          <span className="ml-auto">
            {page.isRefused ? (
              <Status shape="octagon" colour="text-overdue">
                Refused at its hour
              </Status>
            ) : page.reasonCount > 0 ? (
              <Status shape="diamond" colour="text-changes">
                {page.reasonCount === 1
                  ? "One reason against it"
                  : `${String(page.reasonCount)} reasons against it`}
              </Status>
            ) : (
              <DeskStatus state="scheduled" />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
