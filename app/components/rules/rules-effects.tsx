import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { roundKindLabels } from "~/wording/labels";
import { DataTable, RowTitle } from "../data-table";
import { Notice } from "../notice";
import type { EffectsShown } from "./rules-answer";

/** What saving would touch, said before anybody saves. */
export function RulesEffects({ effects }: { effects: EffectsShown }) {
  const { rounds, openRounds, livePages, moving, movingPages } = effects;
  return (
    <section aria-labelledby="effects" className="mb-8">
      <h2 id="effects" className="mb-3 text-h3">
        What saving would do
      </h2>
      <div className="grid gap-4">
        <Notice tone="info" isAnswer title={roundsInWords(openRounds)}>
          <p>
            {livePages === 0
              ? "No page of this kind is live."
              : movingPages === 0
                ? `The days of ${count(livePages, "live page stays", "live pages stay")} as they are; the new rules hold from the next round of each.`
                : `Of ${count(livePages, "live page", "live pages")} ${count(movingPages, "falls", "fall")} due earlier. No day moves closer than 60 days from today.`}
          </p>
        </Notice>
        {moving.length > 0 && (
          <DataTable
            caption="Live pages whose review falls due earlier"
            rows={moving}
            rowKey={({ slug }) => slug}
            empty={null}
            columns={[
              {
                key: "page",
                header: "Falls due earlier",
                isHeading: true,
                cell: ({ slug, title }) => (
                  <RowTitle
                    title={title}
                    slug={slug}
                    href={paths.deskPage(slug)}
                  />
                ),
              },
              {
                key: "now",
                header: "Now",
                cell: ({ dueOn }) => dayInWords(dueOn),
              },
              {
                key: "then",
                header: "Then",
                cell: ({ movesTo }) => dayInWords(movesTo),
              },
            ]}
          />
        )}
        {rounds.length > 0 && (
          <DataTable
            caption="Open rounds that keep their rules"
            rows={rounds}
            rowKey={({ slug, kind }) => `${slug} ${kind}`}
            empty={null}
            columns={[
              {
                key: "page",
                header: "Keeps its rules",
                isHeading: true,
                cell: ({ slug, title }) => (
                  <RowTitle
                    title={title}
                    slug={slug}
                    href={paths.deskPageAct(slug, "review")}
                  />
                ),
              },
              {
                key: "kind",
                header: "Kind of review",
                cell: ({ kind }) => roundKindLabels[kind],
              },
              {
                key: "rules",
                header: "Rules",
                cell: ({ number }) => `Rules ${String(number)}`,
              },
            ]}
          />
        )}
        {(openRounds > rounds.length || movingPages > moving.length) && (
          <p className="text-small text-ink-2">
            The first fifty of each are named.
          </p>
        )}
      </div>
    </section>
  );
}

function roundsInWords(open: number): string {
  if (open === 0) return "No review round of this kind is open.";
  return open === 1
    ? "1 open round keeps the rules it began with."
    : `${String(open)} open rounds keep the rules they began with.`;
}

function count(many: number, one: string, more: string): string {
  return `${String(many)} ${many === 1 ? one : more}`;
}
