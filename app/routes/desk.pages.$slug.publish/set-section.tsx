import { Button } from "~/components/button";
import { Select } from "~/components/choice-fields";
import { DataTable, RowTitle } from "~/components/data-table";
import { Section } from "~/components/page-heading";
import { PublicStatus } from "~/components/status";
import { TextField } from "~/components/text-field";
import { errorFor, typedText } from "~/lib/parse-form";
import { type Answer, answerOf } from "~/lib/performed";
import { paths } from "~/lib/paths";
import { wordBlocker } from "~/wording/blockers";
import { pageKindLabels } from "~/wording/labels";
import type { PublishingScreen } from "./load-publishing.server";
import { isOldRun, SetGoesOut } from "./set-goes-out";

type Props = {
  known: PublishingScreen & { mayPublish: boolean; act: string | null };
  answer: Answer;
};

/** The pages that are published and fall with this one, and the one act for all of them. */
export function SetSection({ known, answer }: Props) {
  const { set, mayPublish } = known;
  if (!set)
    return mayPublish ? <MakeSet known={known} answer={answer} /> : null;
  return (
    <Section
      id="set"
      title={`Published together: ${set.name}`}
      below="These pages go out in one act, and where one is taken down or withheld the others are withheld with it."
    >
      <div className="grid gap-5">
        <DataTable
          caption="Pages of the set"
          rows={set.members}
          rowKey={({ pageId }) => pageId}
          empty={null}
          columns={[
            {
              key: "page",
              header: "Page",
              isHeading: true,
              cell: ({ title, slug, kind, language }) => (
                <RowTitle
                  title={title}
                  slug={slug}
                  href={paths.deskPageAct(slug, "publish")}
                  below={`${pageKindLabels[kind]}, ${language}`}
                />
              ),
            },
            {
              key: "state",
              header: "For readers",
              cell: ({ publicState }) => <PublicStatus state={publicState} />,
            },
            { key: "next", header: "Goes out", cell: goingOut },
          ]}
        />
        {set.hiddenCount > 0 && (
          <p>
            {set.hiddenCount === 1
              ? "A confidential page stands in this set too."
              : `${String(set.hiddenCount)} confidential pages stand in this set too.`}{" "}
            Only an editor who may know of all its pages publishes the set.
          </p>
        )}
        {mayPublish && <SetGoesOut known={known} answer={answer} />}
        {mayPublish && <LeaveSet answer={answer} />}
      </div>
    </Section>
  );
}

type Member = NonNullable<PublishingScreen["set"]>["members"][number];

function goingOut({ versionNumber, blockers }: Member) {
  if (versionNumber === null) return "No newer version waits";
  const standing = blockers.filter((blocker) => !isOldRun(blocker));
  const [first] = standing;
  const version = `Version ${String(versionNumber)}`;
  if (!first) return `${version}, ready`;
  const more = standing.length - 1;
  return `${version}: ${wordBlocker(first).sentence}${more > 0 ? ` And ${String(more)} more.` : ""}`;
}

function LeaveSet({ answer }: Pick<Props, "answer">) {
  const { errors, typed } = answerOf(answer, "leave_set");
  return (
    <details open={errors.length > 0}>
      <summary className="cursor-pointer">
        Take this page out of the set
      </summary>
      <form method="post" className="mt-3 grid max-w-form gap-4">
        <input type="hidden" name="intent" value="leave_set" />
        <TextField
          name="leaveReason"
          label="Why it leaves"
          hint="Kept in the audit. Pages that were withheld with it come back."
          value={typedText(typed, "leaveReason")}
          error={errorFor(errors, "leaveReason")}
        />
        <div>
          <Button>Take it out</Button>
        </div>
      </form>
    </details>
  );
}

function MakeSet({ known, answer }: Props) {
  const made = answerOf(answer, "make_set");
  const joined = answerOf(answer, "join_set");
  const isAsked = made.errors.length + joined.errors.length > 0;
  return (
    <details open={isAsked}>
      <summary className="cursor-pointer">
        Publish this page together with others
      </summary>
      <div className="mt-3 grid max-w-form gap-6">
        <form method="post" className="grid gap-4">
          <input type="hidden" name="intent" value="make_set" />
          <TextField
            name="otherSlug"
            label="Address of the other page"
            hint="Its last part, such as brca1-for-patients: the leaflet, the translation."
            value={typedText(made.typed, "otherSlug")}
            error={errorFor(made.errors, "otherSlug")}
          />
          <TextField
            name="setName"
            label="Name of the set"
            value={typedText(made.typed, "setName")}
            error={errorFor(made.errors, "setName")}
          />
          <div>
            <Button>Make a set</Button>
          </div>
        </form>
        {known.sets.length > 0 && (
          <form method="post" className="grid gap-4">
            <input type="hidden" name="intent" value="join_set" />
            <Select
              name="setId"
              label="Or add it to a set"
              emptyLabel="Choose a set"
              value={typedText(joined.typed, "setId")}
              error={errorFor(joined.errors, "setId")}
              options={known.sets.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
            <div>
              <Button>Add to this set</Button>
            </div>
          </form>
        )}
      </div>
    </details>
  );
}
