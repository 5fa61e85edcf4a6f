import { MomentText } from "../day-text";

type Save = {
  line: "main" | "correction";
  revision: number;
  savedBy: string | null;
  savedAt: Date;
  via: "create" | "import" | "edit" | "rebase" | "desk";
};

const viaWords = {
  create: "began it",
  import: "imported it",
  edit: "wrote",
  rebase: "brought in the live text",
  desk: "followed the live text",
} as const;

/** Who saved which revision of a draft, the newest first. */
export function SavesList(props: { saves: readonly Save[]; timeZone: string }) {
  return (
    <ul className="grid gap-2">
      {props.saves.map((save) => (
        <li key={`${save.line} ${String(save.revision)} ${save.via}`}>
          {save.savedBy ?? "The desk"} {viaWords[save.via]}
          {save.line === "correction" && " in the correction"}
          <span className="block text-small text-ink-2">
            Revision {save.revision},{" "}
            <MomentText at={save.savedAt} timeZone={props.timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
