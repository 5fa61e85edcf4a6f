import type { Desk } from "./desk";
import type { Assignment, Person, Version } from "./facts";
import { dueToKey, nameOf } from "./keying";
import { act, type Step } from "./step";

/** How somebody types a value: as it is, spelt another way, wrongly, not at all. */
export type Typing = "as_said" | "otherwise" | "wrongly" | "not";

const spell: Record<Typing, (plain: string) => string> = {
  as_said: (plain) => plain,
  otherwise: (plain) => ` ${plain.replace(/(\d)(mg|years|%)/, "$1 $2")} `,
  wrongly: (plain) => `9${plain}`,
  not: () => " ",
};

type Item = { item_id: string; block_id: string; plain: string };

export function keyAgain(
  desk: Desk,
  who: Person,
  version: Version,
  assignment: Assignment,
  typing: readonly Typing[],
  seesOtherWords: boolean,
): Step {
  const sha = seesOtherWords ? "0".repeat(64) : version.sha;
  const due = dueToKey(version, assignment.reviewer);
  const typed = due.map(
    (each, n) => [each, typing[n % typing.length] ?? "as_said"] as const,
  );
  const wrong = typed.filter(([, how]) => how === "wrongly");
  return {
    says: `${who.name} keys ${typed.map(([each, how]) => `${nameOf(each)} ${how}`).join(", ")} for version ${version.number}`,
    isAllowed:
      who.isActive &&
      assignment.reviewer === who &&
      !seesOtherWords &&
      version.round.closed === null &&
      ["accepted", "done"].includes(assignment.state),
    call: async () => {
      const { rows } = await desk.db.app.query<Item>(
        "SELECT item_id, block_id, plain FROM desk.key_again_open($1)",
        [assignment.id],
      );
      const asked = rows.map(
        (row) => `${row.block_id} ${row.plain.replaceAll("year", "years")}`,
      );
      const expected = due.map(nameOf);
      if (asked.sort().join() !== expected.sort().join())
        throw new Error(
          `the desk wants ${asked.join()} keyed, the model ${expected.join()}`,
        );
      const values = typed.flatMap(([each, how]) => {
        const row = rows.find(
          ({ block_id, plain }) =>
            block_id === each.blockId &&
            plain.replaceAll("year", "years") === each.plain,
        );
        return row ? [[row.item_id, spell[how](each.plain)]] : [];
      });
      const answer = await act(
        ...([desk.db.app, "key_again", who.session, assignment.id] as const),
        ...[sha, JSON.stringify(Object.fromEntries(values))],
      );
      if (!Array.isArray(answer) || answer.length !== wrong.length)
        throw new Error(`the desk finds wrong ${JSON.stringify(answer)}`);
    },
    follow: () => {
      for (const [each, how] of typed)
        if (how !== "not")
          assignment.keyed.set(nameOf(each), how !== "wrongly");
    },
  };
}
