import { Notice } from "~/components/notice";
import { Section } from "~/components/page-heading";
import {
  FindingsList,
  type ShownFinding,
} from "~/components/review/findings-list";
import { paths } from "~/lib/paths";

type Props = { slug: string; findings: readonly ShownFinding[] };

/** What the checks would say of the draft if it were sent as it was last saved. */
export function CheckedDraft({ slug, findings }: Props) {
  const blocking = findings.filter(
    ({ severity }) => severity === "blocks",
  ).length;
  return (
    <Section
      title="The draft, before it is sent"
      below="As it was last saved. The checks run again on the version that is made of it, and only that run counts."
    >
      {findings.length === 0 ? (
        <Notice tone="done" title="The checks find nothing in the draft." />
      ) : (
        <div className="grid gap-5">
          <p className="font-bold">{verdictOf(blocking)}</p>
          <FindingsList
            findings={findings}
            textHref={paths.deskPageAct(slug, "write")}
          />
        </div>
      )}
    </Section>
  );
}

function verdictOf(blocking: number): string {
  if (blocking === 0) return "Nothing in the draft would stand in the way.";
  return blocking === 1
    ? "One thing in the draft would stand in the way of publication."
    : `${String(blocking)} things in the draft would stand in the way of publication.`;
}
