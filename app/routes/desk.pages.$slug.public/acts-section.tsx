import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { Section } from "~/components/page-heading";
import { paths } from "~/lib/paths";
import { formFor } from "./act-forms";
import type { PublicKnown } from "./public-known";

type Act = { key: string; what: string; action: ReactNode };

/** Everything that can be done about what is public, each with what it means. */
export function ActsSection({ known }: { known: PublicKnown }) {
  const acts = actsFor(known);
  const isActing = known.act !== null && formFor(known.act, known) !== null;
  if (acts.length === 0 || isActing) return null;
  return (
    <Section title="What you can do">
      <ul className="panel">
        {acts.map(({ key, what, action }) => (
          <li
            key={key}
            className="grid items-center gap-x-6 gap-y-2 border-t border-rule px-4 py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <p className="max-w-measure">{what}</p>
            <div>{action}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function actsFor(known: PublicKnown): Act[] {
  const { standing, mayEdit, mayWrite, isRoundOpen, slug } = known;
  const here = paths.deskPageAct(slug, "public");
  const acts: Act[] = [];
  const add = (act: string, label: string, what: string, isDanger = false) =>
    acts.push({
      key: act,
      what,
      action: (
        <ButtonLink
          href={`${here}?act=${act}`}
          isSmall
          tone={isDanger ? "danger" : undefined}
        >
          {label}
        </ButtonLink>
      ),
    });
  const isArchived = standing.state === "archived";
  if (standing.isLive && mayWrite) {
    if (!isRoundOpen)
      acts.push({
        key: "rereview",
        what: "The same text goes before its reviewers again, as a full review: the only way to move the review date later.",
        action: <RereviewButton />,
      });
    add(
      "date",
      "Bring the date forward",
      "The next review falls due earlier, because something has changed.",
    );
  }
  if (!mayEdit || isArchived) return acts;
  if (standing.publicationId)
    add(
      "notice",
      "Put up a notice",
      "A fixed sentence stands above the title; the text stays.",
    );
  if (standing.isLive) {
    add(
      "withhold",
      "Withhold a block",
      "One block gives way to a fixed sentence at once; the rest stays.",
    );
    add(
      "withdraw",
      "Withdraw",
      "The whole text goes at once; the address shows why.",
      true,
    );
  }
  if (
    standing.state === "withdrawn" &&
    !standing.isPermanent &&
    standing.withdrawnById === known.personId
  )
    acts.push({
      key: "reinstate",
      what: "You withdrew this page, so another editor reinstates it.",
      action: null,
    });
  else if (standing.state === "withdrawn" && !standing.isPermanent)
    add(
      "reinstate",
      "Reinstate",
      "The same text comes back, with its approvals and its dates.",
    );
  add(
    "rename",
    "Rename",
    "The page gets another address; the old one leads to it for ever.",
  );
  add(
    "archive",
    "Archive",
    "The page is closed for good: nothing of it is public, nothing more is written.",
    true,
  );
  return acts;
}

function RereviewButton() {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="rereview" />
      <Button isSmall>Open a re-review</Button>
    </form>
  );
}
