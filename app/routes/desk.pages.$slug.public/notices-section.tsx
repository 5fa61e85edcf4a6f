import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { noticeLabels, noticeSentences } from "~/wording/notices";
import type { PublicKnown } from "./public-known";

/** The notices above the title, and those that were taken down. */
export function NoticesSection({ known }: { known: PublicKnown }) {
  const { notices, mayEdit, slug } = known;
  if (notices.length === 0) return null;
  const here = paths.deskPageAct(slug, "public");
  const standing = notices.filter(({ takenDownOn }) => takenDownOn === null);
  const past = notices.filter(({ takenDownOn }) => takenDownOn !== null);
  return (
    <Section title="Notices">
      <div className="grid gap-3">
        {standing.map((notice) => (
          <Notice
            key={notice.id}
            tone="warn"
            title={noticeSentences[notice.type]}
          >
            <p className="text-ink-2">
              Put up by {notice.putUpBy ?? "the desk itself"} on{" "}
              {dayInWords(notice.putUpOn)}: {notice.reason}
            </p>
            {mayEdit && (
              <p>
                <a href={`${here}?act=take_down&about=${notice.id}`}>
                  Take this notice down
                </a>
              </p>
            )}
          </Notice>
        ))}
        {past.length > 0 && (
          <ul className="grid gap-1 text-ink-2">
            {past.map((notice) => (
              <li key={notice.id}>
                {noticeLabels[notice.type]}, {dayInWords(notice.putUpOn)} to{" "}
                {dayInWords(notice.takenDownOn ?? notice.putUpOn)}: taken down
                by {notice.takenDownBy ?? "the desk"}, {notice.takenDownReason}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
