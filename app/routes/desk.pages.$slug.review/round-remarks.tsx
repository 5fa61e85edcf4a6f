import { RemarkActs } from "~/components/review/remark-acts";
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
  const { acting } = known;
  const { people } = round;
  return (
    <div className="grid gap-3">
      <h3 className="text-h3">Comments</h3>
      {round.remarks.length === 0 && (
        <p className="text-ink-2">Nobody has commented on this text.</p>
      )}
      {round.remarks.length > 0 && (
        <Remarks
          remarks={round.remarks}
          timeZone={known.timeZone}
          textHref={paths.deskVersion(known.slug, round.versionId)}
          action={(remark) =>
            known.mayWrite && (
              <RemarkActs
                remark={remark}
                mayClose
                discussion={{ here, acting, answer, people }}
              />
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
              people={people}
              mayInsist={known.mayAssign}
            />
          </div>
        ) : (
          <p>
            <a href={`${here}?remark=${round.id}#remark`}>Add a comment</a>
          </p>
        ))}
    </div>
  );
}
