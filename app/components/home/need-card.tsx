import type { DeskState, PublicState } from "~/domain/words";
import { paths } from "~/lib/paths";
import { type NeedFacts, needWording } from "~/wording/needs";
import { bandStateOf } from "../band-widths";
import { ButtonLink } from "../button";
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
  sections: { label: string; length: number }[];
};

/** One matter that waits for this person: why, and the one button. */
export function NeedCard({ need, today }: { need: ShownNeed; today: string }) {
  const { word, reason, act } = needWording[need.kind];
  const state = bandStateOf(need.deskState, need.publicState);
  return (
    <DecisionCard
      status={<Status {...needLooks[need.kind]}>{word}</Status>}
      title={need.title || "Untitled page"}
      genes={need.genes}
      reason={reason(need, today)}
      bands={need.sections.map((section) => ({ ...section, state }))}
      action={
        <ButtonLink href={hrefOf(need)} label={`${act}: ${need.title}`}>
          {act}
        </ButtonLink>
      }
    />
  );
}

function hrefOf({ kind, slug, assignmentId }: ShownNeed): string {
  const { screen } = needWording[kind];
  if (screen === "own-review") return paths.review(assignmentId ?? "");
  return screen === "" ? paths.deskPage(slug) : paths.deskPageAct(slug, screen);
}
