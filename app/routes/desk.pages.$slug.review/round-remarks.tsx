import { CloseRemarkForm } from "~/components/review/close-remark-form";
import { RemarkForm } from "~/components/review/remark-form";
import { Remarks } from "~/components/review/remarks";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import type { RoundScreen } from "./load-rounds.server";
import type { RoundsKnown } from "./rounds-known";

type Props = {
  round: RoundScreen;
  known: RoundsKnown;
  here: string;
  answer: Answer;
};

/** The remarks on a round's text, and one more by an editor or the team. */
export function RoundRemarks({ round, known, here, answer }: Props) {
  if (!known.mayWrite && round.remarks.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-h3">Remarks</h3>
      {round.remarks.length === 0 && (
        <p className="text-ink-2">Nobody has remarked on this text.</p>
      )}
      {round.remarks.length > 0 && (
        <Remarks
          remarks={round.remarks}
          timeZone={known.timeZone}
          textHref={paths.deskVersion(known.slug, round.versionId)}
          action={({ id, body }) =>
            known.closing === id ? (
              <CloseRemarkForm
                {...answerOf(answer, "close_comment")}
                remarkId={id}
                cancelHref={`${here}#remark-${id}`}
              />
            ) : (
              known.mayWrite && (
                <a href={`${here}?close=${id}#remark-${id}`}>
                  Close<span className="sr-only"> “{body.slice(0, 40)}”</span>
                </a>
              )
            )
          }
        />
      )}
      {known.mayWrite &&
        round.closedAt === null &&
        (known.remarking === round.id ? (
          <div id="remark">
            <RemarkForm
              {...answerOf(answer, "raise_comment")}
              hidden={{ versionId: round.versionId }}
              places={round.places}
              mayInsist={known.mayAssign}
            />
          </div>
        ) : (
          <p>
            <a href={`${here}?remark=${round.id}#remark`}>Add a remark</a>
          </p>
        ))}
    </div>
  );
}
