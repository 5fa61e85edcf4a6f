import type { ReactNode } from "react";
import { answerOf } from "~/lib/performed";
import { Section } from "../page-heading";
import { type Discussion, RemarkActs } from "./remark-acts";
import { RemarkForm } from "./remark-form";
import { Remarks, type ShownRemark } from "./remarks";

type Props = {
  title: string;
  id?: string;
  below?: string;
  /** What stands there while nobody has remarked on the text. */
  empty: ReactNode;
  remarks: readonly ShownRemark[];
  /** The blocks of the text, to name one; null where remarks are made on another screen. */
  places: readonly { id: string; label: string }[] | null;
  mayRemark: boolean;
  /** New remarks wait for the verdict, and are shown by this part first. */
  kept?: ReactNode;
  /** Whether this person may raise a must-fix. */
  mayInsist: boolean;
  mayClose: (remark: ShownRemark) => boolean;
  discussion: Discussion;
  timeZone: string;
  /** Where the text stands, when it is another screen. */
  textHref?: string;
};

/** What was remarked on a text and on those before it, and one more remark. */
export function TextRemarks(props: Props) {
  const { remarks, places, discussion, mayRemark, mayClose } = props;
  const isPrivate = props.kept !== undefined;
  const sent = answerOf(
    discussion.answer,
    isPrivate ? "keep_remark" : "raise_comment",
  );
  return (
    <Section id={props.id ?? "remarks"} title={props.title} below={props.below}>
      <div className="grid gap-5">
        {props.kept}
        {remarks.length === 0 && props.empty}
        {remarks.length > 0 && (
          <Remarks
            remarks={remarks}
            timeZone={props.timeZone}
            textHref={props.textHref ?? ""}
            action={(remark) =>
              mayRemark && (
                <RemarkActs
                  remark={remark}
                  mayClose={mayClose(remark)}
                  discussion={discussion}
                />
              )
            }
          />
        )}
        {mayRemark && places && (
          <details id="remark" open={sent.errors.length > 0}>
            <summary className="button">
              {isPrivate ? "Write a remark" : "Add a comment"}
            </summary>
            <div className="mt-4">
              <RemarkForm
                {...sent}
                isPrivate={isPrivate}
                places={places}
                people={discussion.people}
                mayInsist={props.mayInsist}
              />
            </div>
          </details>
        )}
      </div>
    </Section>
  );
}
