import type { Role } from "~/domain/words";
import { errorFor, typedText } from "~/lib/parse-form";
import { Button } from "../button";
import { Select } from "../choice-fields";
import { Person } from "../person";
import { colleagueOptions, type NamedPerson } from "./options";
import { answerFor, type PartAnswer, SectionForm } from "./section-form";

type Colleague = NamedPerson & { roles: readonly Role[] };

type Props = {
  authors: readonly NamedPerson[];
  colleagues: readonly Colleague[];
  ownerId: string | null;
  canWrite: boolean;
  mayHandOver: boolean;
  answer: PartAnswer | null;
  saved: string | null;
};

/** Who answers for the page, and who may write it. */
export function TeamForms(props: Props) {
  const { authors, colleagues, ownerId, mayHandOver, canWrite } = props;
  const isAuthor = (id: string) => authors.some((author) => author.id === id);
  const more = colleagues.filter(
    ({ id, roles }) => roles.includes("author") && !isAuthor(id),
  );
  const handOver = answerFor(props.answer, "hand-over");
  const added = answerFor(props.answer, "add-author");
  return (
    <>
      <SectionForm
        {...props}
        part="hand-over"
        title="Owner"
        below="The one person who is answerable for the page and is told when a review falls due."
        act="Hand over page"
        canWrite={canWrite && mayHandOver}
      >
        <Select
          name="owner"
          label="Owner"
          value={typedText(handOver?.typed ?? {}, "owner") || (ownerId ?? "")}
          error={errorFor(handOver?.errors ?? [], "owner")}
          emptyLabel="Nobody yet"
          options={colleagueOptions(colleagues)}
        />
      </SectionForm>
      <SectionForm
        {...props}
        part="add-author"
        title="Authors on the team"
        below="They may write the page. To credit them for readers, name them under author credits."
        act="Add author"
        canWrite={canWrite && more.length > 0}
      >
        {more.length > 0 ? (
          <Select
            name="author"
            label="Add an author"
            value={typedText(added?.typed ?? {}, "author")}
            error={errorFor(added?.errors ?? [], "author")}
            emptyLabel="Choose a person"
            options={colleagueOptions(more)}
          />
        ) : (
          <p>Every author of this desk is on the team.</p>
        )}
      </SectionForm>
      {authors.length > 0 && (
        <ul id="remove-author" className="panel mt-3 divide-y divide-rule">
          {authors.map((author) => (
            <li
              key={author.id}
              className="flex flex-wrap items-center justify-between gap-3 px-4 py-2"
            >
              <Person {...author} ringKey={author.id} />
              {canWrite && (
                <form method="post">
                  <input type="hidden" name="intent" value="remove-author" />
                  <input type="hidden" name="author" value={author.id} />
                  <Button tone="quiet" isSmall>
                    Take off the team
                    <span className="sr-only">: {author.name}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
