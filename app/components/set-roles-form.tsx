import { roles as everyRole } from "~/domain/words";
import { Button } from "./button";
import { FormStack } from "./layout";
import { Section } from "./page-heading";
import { ExpertiseField, RolesField } from "./roles-and-expertise-fields";

type Props = {
  roles: readonly string[];
  expertise: readonly string[];
  error?: string;
};

/** What somebody may do and be asked for; recorded with what it was before. */
export function SetRolesForm({ roles, expertise, error }: Props) {
  return (
    <Section
      title="Roles and expertise"
      below="After a change they sign in again. What they have signed stays signed."
    >
      <form method="post">
        <input type="hidden" name="intent" value="set-roles" />
        <FormStack>
          <RolesField offered={everyRole} chosen={roles} error={error} />
          <ExpertiseField chosen={expertise} />
          <div>
            <Button tone="primary">Set roles and expertise</Button>
          </div>
        </FormStack>
      </form>
    </Section>
  );
}
