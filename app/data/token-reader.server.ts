import type { Outcome } from "~/domain/outcome";
import type { Role } from "~/domain/words";
import { hashToken } from "~/lib/token.server";
import { runAct } from "./act.server";
import { appPool } from "./pools.server";

/** The person for whom a program reads, with the roles they hold now. */
export type TokenReader = { id: string; roles: Role[] };

/** Whose token this is, of any scope; refused when it was ended or ran out, or its person is gone. */
export function findTokenReader(token: string): Promise<Outcome<TokenReader>> {
  return runAct(appPool(), "token_reader", [hashToken(token)]);
}
