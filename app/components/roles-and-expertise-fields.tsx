import { type Expertise, expertises, type Role } from "~/domain/words";
import { expertiseLabels, roleLabels } from "~/wording/labels";
import { roleMeanings } from "~/wording/people";
import { CheckboxGroup } from "./choice-fields";

type RolesProps = {
  offered: readonly Role[];
  chosen: readonly string[];
  error?: string;
};

/** What somebody may do. */
export function RolesField({ offered, chosen, error }: RolesProps) {
  return (
    <CheckboxGroup
      name="roles"
      label="Roles"
      error={error}
      values={chosen}
      options={offered.map((role) => ({
        value: role,
        label: roleLabels[role],
        hint: roleMeanings[role],
      }))}
    />
  );
}

type ExpertiseProps = { chosen: readonly string[]; error?: string };

/** What somebody can be asked to review for; ticking it verifies it. */
export function ExpertiseField({ chosen, error }: ExpertiseProps) {
  return (
    <CheckboxGroup
      name="expertise"
      label="Verified expertise"
      hint="What they can be asked to review for. Your name is kept as the one who verified it."
      isOptional
      error={error}
      values={chosen}
      options={expertises.map((expertise: Expertise) => ({
        value: expertise,
        label: expertiseLabels[expertise],
      }))}
    />
  );
}
