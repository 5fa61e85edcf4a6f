import { z } from "zod";
import {
  endApiToken,
  makeApiToken,
  tokenScopes,
} from "~/commands/api-tokens.server";
import { type Command, nothing, parseGiven, saidNo } from "./command";

const wanted = z.object({
  email: z.string({ error: "Give the person: --email E." }).trim().min(3, {
    error: "Give the person: --email E.",
  }),
  scope: z.enum(tokenScopes, {
    error: `--scope takes ${tokenScopes.join(", ")}.`,
  }),
});

/** `desk token create`: lets a program act for one person, for a year. */
export const tokenCreate: Command = {
  name: "token create",
  usage: "--email E --scope read|write|sign",
  options: { email: { type: "string" }, scope: { type: "string" } },
  async run(given) {
    nothing(given);
    const { email, scope } = parseGiven(wanted, given.options);
    const made = await makeApiToken(email, scope);
    if (!made.ok) return saidNo(made);
    return {
      json: { ...made.value, email, scope },
      text: `This token is shown once and works for a year. To end it: desk token end ${made.value.id}\n${made.value.token}`,
    };
  },
};

const one = z.tuple([z.uuid({ error: "Give the id of one token." })], {
  error: "Give the id of one token.",
});

/** `desk token end`: the program's next request is refused. */
export const tokenEnd: Command = {
  name: "token end",
  usage: "ID",
  options: {},
  async run({ positionals }) {
    const [id] = parseGiven(one, positionals);
    const ended = await endApiToken(id);
    if (!ended.ok) return saidNo(ended);
    return { json: { id, ended: true }, text: "The token is ended." };
  },
};
