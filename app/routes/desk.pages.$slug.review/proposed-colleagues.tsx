import { Button, ButtonLink, ButtonRow } from "~/components/button";
import type { ProposedColleague } from "~/data/alternates.server";
import { paths } from "~/lib/paths";
import { needLabel } from "~/wording/labels";

type Props = {
  colleagues: readonly ProposedColleague[];
  roundId: string;
  here: string;
};

/** Colleagues whom reviewers proposed: the editor asks, invites or sets aside. */
export function ProposedColleagues({ colleagues, roundId, here }: Props) {
  if (colleagues.length === 0) return null;
  return (
    <section aria-label="Proposed colleagues" className="grid gap-2">
      <h3 className="text-h3">Proposed colleagues</h3>
      <ul className="grid gap-3">
        {colleagues.map((colleague) => (
          <li key={colleague.id} className="panel grid gap-3 p-4">
            <p>
              {colleague.proposedBy} proposes <strong>{colleague.name}</strong>,{" "}
              {colleague.email}, as{" "}
              {needLabel(colleague.expertise).toLowerCase()}.
              {colleague.note && (
                <span className="block text-ink-2">{colleague.note}</span>
              )}
            </p>
            <ButtonRow>
              {colleague.personId ? (
                <ButtonLink
                  isSmall
                  href={`${here}?seat=${roundId}~${colleague.expertise}&reviewer=${colleague.personId}#assign`}
                  label={`Choose ${colleague.name}`}
                >
                  Choose them
                </ButtonLink>
              ) : (
                <ButtonLink
                  isSmall
                  href={paths.invite(colleague)}
                  label={`Invite ${colleague.name} to the desk`}
                >
                  Invite to the desk
                </ButtonLink>
              )}
              <Settle
                colleague={colleague}
                decided="taken_up"
                label="Mark as taken up"
              />
              <Settle
                colleague={colleague}
                decided="set_aside"
                label="Set aside"
              />
            </ButtonRow>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Settle(props: {
  colleague: ProposedColleague;
  decided: "taken_up" | "set_aside";
  label: string;
}) {
  const { colleague, decided, label } = props;
  return (
    <form method="post">
      <input type="hidden" name="intent" value="settle_colleague" />
      <input type="hidden" name="colleagueId" value={colleague.id} />
      <input type="hidden" name="decided" value={decided} />
      <Button isSmall aria-label={`${label}: ${colleague.name}`}>
        {label}
      </Button>
    </form>
  );
}
