import type { DeskState, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { type NeedFacts, needWording } from "~/wording/needs";
import { bandStateOf } from "../band-widths";
import { ButtonLink } from "../button";
import { ConfidentialMark } from "../confidential-mark";
import { DecisionCard } from "../decision-card";
import { Status } from "../status";
import { needLooks } from "./need-looks";

export type ShownNeed = NeedFacts & {
  slug: string;
  title: string;
  genes: string[];
  deskState: DeskState;
  publicState: PublicState;
  assignmentId: string | null;
  maySnooze: boolean;
  sections: { label: string; length: number }[];
};

type Props = { need: ShownNeed; today: string };

/** One matter that waits for this person: why, and the one button. */
export function NeedCard({ need, today }: Props) {
  const { word, reason, act } = needWording[need.kind];
  const state = bandStateOf(need.deskState, need.publicState);
  return (
    <DecisionCard
      status={
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Status {...needLooks[need.kind]}>{word}</Status>
          <ConfidentialMark slug={need.slug} />
        </span>
      }
      title={need.title || "Untitled page"}
      titleHref={
        need.kind === "late"
          ? paths.deskPageAct(need.slug, "review")
          : undefined
      }
      genes={need.genes}
      reason={reason(need, today)}
      bands={need.sections.map((section) => ({ ...section, state }))}
      action={
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ButtonLink href={hrefOf(need)} label={`${act}: ${need.title}`}>
            {act}
          </ButtonLink>
          {need.maySnooze && (
            <a
              href={paths.snooze(need.slug, need.kind)}
              aria-label={`Snooze: ${need.title}`}
              className="py-1 text-small"
            >
              Snooze
            </a>
          )}
        </div>
      }
    />
  );
}

function hrefOf({ kind, slug, assignmentId }: ShownNeed): string {
  const { screen } = needWording[kind];
  if (screen === "watch") return paths.watchItems();
  if (screen === "own-review") return paths.review(assignmentId ?? "");
  if (screen === "remind") return paths.waiting(assignmentId ?? "", "remind");
  return screen === "" ? paths.deskPage(slug) : paths.deskPageAct(slug, screen);
}
