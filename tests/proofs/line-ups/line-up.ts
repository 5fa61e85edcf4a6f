import type { Version } from "../../model/facts";
import type { Answer } from "./answers";
import type { Play } from "./play";
import type { Name } from "./stage";

/**
 * One line-up: what happened, and for each person in it what they may do
 * about the version under review. The answers are written by hand from
 * product.md, sections 3 and 4, and from nothing else.
 */
export type LineUp = {
  says: string;
  play(on: Play): Promise<void>;
  answers: Partial<Record<Name, Answer>>;
  /** Which version is asked about; the newest where nothing is said. */
  about?: (on: Play) => Version | undefined;
};
