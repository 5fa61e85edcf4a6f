import { Button } from "./button";
import { Select } from "./choice-fields";
import { FormStack } from "./layout";
import { Section } from "./page-heading";

type Props = {
  name: string;
  others: readonly { id: string; name: string; credentials: string }[];
  ownsPages: boolean;
  openReviews: number;
  handOverTo: string;
  error?: string;
};

/** Switching an account off, with what follows said first. */
export function DeactivateForm(props: Props) {
  const { name, others, ownsPages, openReviews, handOverTo, error } = props;
  return (
    <Section title="Switch this account off">
      <ul className="mb-4 grid max-w-form list-disc gap-1 pl-5 marker:text-ink-3">
        <li>{name} is signed out everywhere, at once.</li>
        <li>What they have signed stays signed and keeps their name.</li>
        {openReviews > 0 && (
          <li>
            They are released from{" "}
            {openReviews === 1 ? "one open review" : `${openReviews} reviews`};
            somebody else has to be asked.
          </li>
        )}
        {ownsPages && <li>Their pages go to the person you choose.</li>}
      </ul>
      <form method="post">
        <input type="hidden" name="intent" value="deactivate" />
        <FormStack>
          {ownsPages && (
            <Select
              name="handOverTo"
              label="Who takes over their pages"
              emptyLabel="Choose a person"
              value={handOverTo}
              error={error}
              options={others.map((other) => ({
                value: other.id,
                label: [other.name, other.credentials]
                  .filter(Boolean)
                  .join(", "),
              }))}
            />
          )}
          <div>
            <Button tone="danger">Switch off</Button>
          </div>
        </FormStack>
      </form>
    </Section>
  );
}
