import { Button } from "./button";
import { Section } from "./page-heading";

/** Switching an account on again, with what comes back said first. */
export function ReactivateForm({ name }: { name: string }) {
  return (
    <Section title="Switch this account on again">
      <p className="mb-4 max-w-form">
        {name} gets back the roles, the verified expertise and the password they
        had. Pages and reviews that were handed over stay where they are.
      </p>
      <form method="post">
        <input type="hidden" name="intent" value="reactivate" />
        <Button>Switch on</Button>
      </form>
    </Section>
  );
}
