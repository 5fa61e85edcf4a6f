import { Button } from "../button";
import { MomentText } from "../day-text";
import { PageText } from "../page-text";

type SetAside = {
  id: string;
  line: "main" | "correction";
  writtenBy: string | null;
  setAsideBy: string;
  setAsideAt: Date;
  /** The first words, by which it is known. */
  beginning: string;
  /** The block as our own renderer made it. */
  html: string;
};

type Props = {
  words: readonly SetAside[];
  timeZone: string;
  language: string;
  mayWrite: boolean;
};

/** Words that lost where two people changed the same ones: whose, when, and a way back. */
export function SetAsideList({ words, timeZone, language, mayWrite }: Props) {
  return (
    <ul className="grid gap-2">
      {words.map((kept) => (
        <li key={kept.id} className="panel px-4 py-3">
          <p>
            {whoOf(kept)}
            {kept.line === "correction" && " in the correction"}
          </p>
          <p className="text-small text-ink-2">
            <MomentText at={kept.setAsideAt} timeZone={timeZone} />
          </p>
          <details className="mt-1">
            <summary>
              Read <span className="sr-only">the words </span>“{kept.beginning}”
            </summary>
            <div className="mt-2" lang={language}>
              <PageText html={kept.html} />
            </div>
            {mayWrite && (
              <form method="post" className="mt-2">
                <input type="hidden" name="words" value={kept.id} />
                <Button isSmall name="intent" value="put_back">
                  Put back into the draft
                </Button>
              </form>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

function whoOf({ writtenBy, setAsideBy }: SetAside): string {
  if (writtenBy === setAsideBy)
    return `${setAsideBy} set aside their own words`;
  return `${setAsideBy} set aside the words of ${writtenBy ?? "the desk"}`;
}
