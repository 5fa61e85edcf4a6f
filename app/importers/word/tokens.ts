import type { Citation, Inline } from "~/content/page-content";

/**
 * What a Word file says besides its words, carried through the conversion to
 * HTML as a number between two characters that no text of a page uses.
 */
export type Token =
  | { kind: "open"; name: string; parts: string[] }
  | { kind: "close" }
  | { kind: "id"; id: string }
  | { kind: "heading_cell" }
  | { kind: "citation"; number: number }
  | { kind: "inline"; node: Inline };

/** The tokens of one document, and its list of references by number. */
export class Tokens {
  readonly #all: Token[] = [];
  readonly references = new Map<number, Citation>();

  /** The words that stand for a token until it is read again. */
  add(token: Token): string {
    this.#all.push(token);
    return `${opening}${this.#all.length - 1}${closing}`;
  }

  get size(): number {
    return this.#all.length;
  }

  /** A text in pieces: words, and the tokens between them. */
  split(text: string): (string | Token)[] {
    return text.split(written).flatMap((piece, index): (string | Token)[] => {
      if (index % 2 === 0) return piece === "" ? [] : [piece];
      const token = this.#all[Number(piece)];
      return token ? [token] : [];
    });
  }
}

const opening = "\uE0F0";
const closing = "\uE0F1";
const written = /\uE0F0(\d+)\uE0F1/;
const strayTokens = /[\uE0F0\uE0F1]/g;

/** A file's own characters of that kind go first, so that none can forge a token. */
export function withoutTokens(text: string): string {
  return text.replace(strayTokens, "");
}
