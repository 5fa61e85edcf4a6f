import { deactivateAsOperator } from "~/commands/deactivate-as-operator.server";
import { findAccount } from "~/data/credentials.server";
import { listPeople, type PersonRow } from "~/data/people.server";
import { type Answer, type Command, nothing, onlyOne, saidNo } from "./command";
import { table } from "./table";

/** `desk people list`: every account. */
export const peopleList: Command = {
  name: "people list",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const people = await everybody();
    const shown = people.map((one) => [
      ...[one.name, one.email, one.roles.join(", ")],
      ...[one.expertise.join(", "), one.isActive ? "" : "switched off"],
    ]);
    return {
      json: people.map(forPrograms),
      text:
        people.length === 0
          ? "Nobody has an account yet."
          : table(["Name", "E-mail", "Roles", "Expertise", ""], shown),
    };
  },
};

async function everybody(): Promise<PersonRow[]> {
  const people: PersonRow[] = [];
  for (let page = 1; ; page += 1) {
    const found = await listPeople({ page });
    people.push(...found.people);
    if (found.people.length === 0 || people.length >= found.total)
      return people;
  }
}

function forPrograms(one: PersonRow) {
  const { id, name, email, credentials, affiliation } = one;
  const { roles, expertise, isActive } = one;
  return {
    ...{ id, name, email, credentials, affiliation },
    ...{ roles, expertise, isActive },
  };
}

/** `desk people deactivate`: an account ends at once. */
export const peopleDeactivate: Command = {
  name: "people deactivate",
  usage: "E [--hand-over-to E]",
  options: { "hand-over-to": { type: "string" } },
  async run(given) {
    const leaving = onlyOne(given, "address");
    const taking = given.options["hand-over-to"];
    const from = await findAccount(leaving);
    if (!from) return nobodyAt(leaving);
    const to = typeof taking === "string" ? await findAccount(taking) : null;
    if (typeof taking === "string" && !to) return nobodyAt(taking);
    const outcome = await deactivateAsOperator(
      from.personId,
      to?.personId ?? null,
    );
    if (!outcome.ok) {
      return outcome.because === "owner_required"
        ? saidNo(
            outcome,
            `${leaving} owns pages; say who takes them: --hand-over-to E.`,
          )
        : saidNo(outcome);
    }
    return {
      json: { email: leaving, isActive: false, handedOverTo: taking ?? null },
      text: `${leaving} is switched off.`,
    };
  },
};

/** Nobody has this address. */
export function nobodyAt(address: string): Answer {
  return saidNo({ because: "not_found" }, `Nobody here has ${address}.`);
}
