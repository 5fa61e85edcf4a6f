import { z } from "zod";
import { addPersonAsOperator } from "~/commands/add-person-as-operator.server";
import { expertises, roles } from "~/domain/words";
import { environment } from "~/lib/environment.server";
import { isMailAddress } from "~/lib/mail-address";
import { isOneLine } from "~/lib/one-line";
import { listInWords } from "~/wording/places";
import { type Command, nothing, parseGiven, saidNo } from "./command";

const email = z
  .string({ error: "Give an address: --email E." })
  .refine(isMailAddress, {
    error: "That is no address the desk can write to.",
  });

const person = z.object({
  email,
  name: z
    .string({ error: "Give a full name: --name N." })
    .trim()
    .min(1, { error: "Give a full name: --name N." })
    .max(200, { error: "A name has at most 200 characters." })
    .refine(isOneLine, { error: "A name is one line." }),
  roles: listOf(roles, "--roles"),
  expertise: listOf(expertises, "--expertise").default([]),
  credentials: optional("--credentials"),
  affiliation: optional("--affiliation"),
  "password-stdin": z.boolean().default(false),
});

function optional(option: string) {
  return z
    .string()
    .trim()
    .refine(isOneLine, { error: `${option} is one line.` })
    .default("");
}

function listOf<Word extends string>(words: readonly Word[], option: string) {
  const sentence = `${option} takes ${listInWords(words)}, parted by commas.`;
  return z
    .string({ error: sentence })
    .transform((typed) => typed.split(",").map((word) => word.trim()))
    .pipe(z.array(z.enum(words, { error: sentence })));
}

/** `desk people add`: an account for whom the operator vouches. */
export const peopleAdd: Command = {
  name: "people add",
  usage:
    "--email E --name N --roles author,reviewer [--expertise clinician,…] [--credentials C] [--affiliation A] [--password-stdin]",
  options: {
    ...{ email: { type: "string" }, name: { type: "string" } },
    ...{ roles: { type: "string" }, expertise: { type: "string" } },
    ...{ credentials: { type: "string" }, affiliation: { type: "string" } },
    "password-stdin": { type: "boolean" },
  },
  async run(given, io) {
    nothing(given);
    const { "password-stdin": hasPassword, ...known } = parseGiven(
      person,
      given.options,
    );
    const password = hasPassword
      ? (await io.readInput()).replace(/\r?\n$/, "")
      : null;
    const added = await addPersonAsOperator(
      environment().origin,
      known,
      password,
    );
    if (!added.ok) return saidNo(added);
    const { personId, invitation } = added.value;
    return {
      json: { id: personId, ...known, invitation },
      text: invitation
        ? `Added ${known.name}. This link lets them set a password, once and for 14 days:\n${invitation}`
        : `Added ${known.name}, who can sign in now.`,
    };
  },
};
