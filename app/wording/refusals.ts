import type { RefusalCode } from "~/domain/refusals";
import type { Refusal } from "./refusal";
import { refusalsChannels } from "./refusals-channels";
import { refusalsDates } from "./refusals-dates";
import { refusalsFiles } from "./refusals-files";
import { refusalsWhat } from "./refusals-what";
import { refusalsWhen } from "./refusals-when";
import { refusalsWho } from "./refusals-who";

/**
 * The HTTP status and the sentence of every refusal: 403 not yours to do, 404
 * not yours to know of, 409 stale or closed, 422 something typed is wrong.
 * A code without a sentence does not compile.
 */
export const refusals = {
  ...refusalsWho,
  ...refusalsWhen,
  ...refusalsWhat,
  ...refusalsFiles,
  ...refusalsChannels,
  ...refusalsDates,
} as const satisfies Record<RefusalCode, Refusal>;

/** Status and sentence of one refusal, for a route that answers with it. */
export function wordRefusal(code: RefusalCode): Refusal {
  return refusals[code];
}
