import type { Role } from "~/domain/words";
import { Stack } from "../layout";
import { AboutForm, type PartProps } from "./about-form";
import { AiUseForm } from "./ai-use-form";
import { CreditsForm } from "./credits-form";
import type { NamedPerson } from "./options";
import { TeamForms } from "./team-forms";
import { TopicsForm } from "./topics-form";

type Props = PartProps & {
  authors: readonly NamedPerson[];
  colleagues: readonly (NamedPerson & { roles: readonly Role[] })[];
  collections: readonly { id: string; name: string }[];
  collectionId: string | null;
  ownerId: string | null;
  isKindFixed: boolean;
  mayHandOver: boolean;
};

const parts = [
  { part: "about", label: "About the page" },
  { part: "topics", label: "Topics" },
  { part: "credits", label: "Author credits" },
  { part: "ai-use", label: "Use of AI" },
  { part: "hand-over", label: "Owner" },
  { part: "add-author", label: "Authors on the team" },
];

/** All that a page says of itself besides its text, part by part. */
export function DetailsScreen(props: Props) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <nav aria-label="Parts of this screen" className="lg:sticky lg:top-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 lg:grid">
          {parts.map(({ part, label }) => (
            <li key={part}>
              <a href={`#${part}`} className="inline-block py-1">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="max-w-form">
        <Stack gap="loose">
          <AboutForm {...props} />
          <TopicsForm {...props} />
          <CreditsForm {...props} />
          <AiUseForm {...props} />
          <TeamForms {...props} />
        </Stack>
      </div>
    </div>
  );
}
