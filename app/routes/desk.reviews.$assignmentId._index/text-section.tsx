import { Button } from "~/components/button";
import { Section } from "~/components/page-heading";
import { PageText } from "~/components/page-text";
import { SelectionBar } from "~/components/review/selection-bar";
import { Status } from "~/components/status";
import { paths } from "~/lib/paths";
import type { ReviewScreen } from "./load-review.server";

/** The text section by section, each with a tick that only its reader sees. */
export function TextSection({ review }: { review: ReviewScreen }) {
  const { sections } = review;
  const ticked = sections.filter(({ isTicked }) => isTicked).length;
  return (
    <Section
      id="text"
      title="The text of this version"
      below={`Tick each section once you have looked at it: ${String(ticked)} of ${String(sections.length)} ticked. The ticks are yours alone and stay when you leave.`}
    >
      <div className="panel grid gap-4 px-4 py-6 sm:px-8">
        {sections.map((section) => (
          <div
            key={section.anchor}
            role="group"
            className="min-w-0 border-t border-rule pt-4 first:border-t-0 first:pt-0"
            aria-label={section.label}
          >
            {review.compared !== null && (
              <p className="mb-2 text-small text-ink-2">
                {section.isChanged ? (
                  <strong className="text-ink">
                    “{section.label}” changed
                  </strong>
                ) : (
                  <>“{section.label}” is unchanged</>
                )}
              </p>
            )}
            <PageText html={section.html} />
            <Tick section={section} />
          </div>
        ))}
        <SelectionBar
          act="Remark"
          wordingUrl={review.closedBecause ? null : paths.wording(review.slug)}
        />
      </div>
    </Section>
  );
}

function Tick({ section }: { section: ReviewScreen["sections"][number] }) {
  const { anchor, label, isTicked } = section;
  return (
    <form
      method="post"
      id={`tick-${anchor}`}
      className="tick-row no-print mt-4 flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <input type="hidden" name="intent" value="tick" />
      <input type="hidden" name="anchor" value={anchor} />
      <input type="hidden" name="isLookedAt" value={isTicked ? "no" : "yes"} />
      {isTicked ? (
        <>
          <Status shape="disc_tick" colour="text-approved">
            “{label}” looked at
          </Status>
          <Button isSmall tone="quiet">
            Take the tick away
            <span className="sr-only"> from {label}</span>
          </Button>
        </>
      ) : (
        <Button isSmall>Mark “{label}” as looked at</Button>
      )}
    </form>
  );
}
