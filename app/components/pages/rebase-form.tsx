import { paths } from "~/lib/paths";
import { Button, ButtonLink, ButtonRow } from "../button";
import { RadioGroup } from "../choice-fields";
import { EmptyState } from "../empty-state";
import { Notice } from "../notice";
import { Section } from "../page-heading";
import { PageText } from "../page-text";
import type { ComparisonShown } from "../review/comparison-of";
import { ComparisonView } from "../review/comparison-view";

type Clash = {
  id: string;
  draftHtml: string | null;
  liveHtml: string | null;
};

type Props = {
  slug: string;
  revision: number;
  isCurrent: boolean;
  liveNumber: number;
  clashes: readonly Clash[];
  incoming: ComparisonShown;
  refusal: string | null;
  /** What was chosen before a refusal, by block. */
  chosen: Readonly<Record<string, string>>;
};

/** What comes in by itself, and a choice for each block that both sides changed. */
export function RebaseForm(props: Props) {
  const { slug, clashes, incoming, refusal, isCurrent, chosen } = props;
  const write = paths.deskPageAct(slug, "write");
  if (isCurrent)
    return (
      <EmptyState
        title="The draft is based on the live text"
        action={<ButtonLink href={write}>Go on writing</ButtonLink>}
      >
        When a correction goes live beside a draft, its words are brought in
        here.
      </EmptyState>
    );
  return (
    <form method="post">
      {refusal && (
        <div className="mb-5">
          <Notice tone="stop" title={refusal} isAnswer />
        </div>
      )}
      <input type="hidden" name="revision" value={props.revision} />
      <h2 className="text-h2">Bring in the live text</h2>
      <p className="mt-1 mb-6 max-w-measure text-ink-2">
        Version {props.liveNumber} went live after this draft was begun. Blocks
        that the draft left alone become the live ones; what the draft changed
        stays. No words are lost: both stay in the history.
      </p>
      {clashes.length > 0 && (
        <Section
          id="clashes"
          title={
            clashes.length === 1
              ? "One block was changed on both sides"
              : `${String(clashes.length)} blocks were changed on both sides`
          }
        >
          <div className="grid gap-4">
            {clashes.map((clash, index) => (
              <ClashChoice
                key={clash.id}
                clash={clash}
                number={index + 1}
                chosen={chosen[clash.id] ?? ""}
                isMissing={refusal !== null && !chosen[clash.id]}
              />
            ))}
          </div>
        </Section>
      )}
      <Section id="incoming" title="What changes in the draft">
        <ComparisonView
          shown={incoming}
          none="Nothing but the choices above."
        />
      </Section>
      <div className="mt-6">
        <ButtonRow>
          <Button tone="primary">Bring in the live text</Button>
          <ButtonLink tone="quiet" href={write}>
            Go back
          </ButtonLink>
        </ButtonRow>
      </div>
    </form>
  );
}

function ClashChoice(props: {
  clash: Clash;
  number: number;
  chosen: string;
  isMissing: boolean;
}) {
  const { clash, number, chosen, isMissing } = props;
  return (
    <div className="panel p-4">
      <div className="mb-4 grid gap-4 lg:grid-cols-2">
        <Words label="The draft" html={clash.draftHtml} />
        <Words label="The live page" html={clash.liveHtml} />
      </div>
      <RadioGroup
        name={`side-${clash.id}`}
        label={`Which stands in block ${String(number)}`}
        value={chosen}
        error={isMissing ? "Choose whose words stand." : undefined}
        options={[
          { value: "draft", label: "The draft's words" },
          { value: "live", label: "The live page's words" },
        ]}
      />
    </div>
  );
}

function Words(props: { label: string; html: string | null }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-small text-ink-2">{props.label}</p>
      {props.html ? <PageText html={props.html} /> : <p>Taken out.</p>}
    </div>
  );
}
