/** What somebody may do about a version, as the rules in words have it. */
export type Answer = {
  as: string;
  /** Why they may not be asked for this expertise; empty: they may. */
  asked: string[];
  /** Why they may not sign, once asked; empty: they may. */
  signing: string[];
  /**
   * Does a signature of theirs count? Where they may not sign because of who
   * they are, one is put into the tables by force: it must not count either.
   */
  counts: boolean;
  isForced: boolean;
  /** Does the gate still miss this expertise afterwards? */
  misses: boolean;
  /** Did they sign before, and does that count as things stand? */
  stood: boolean;
};

/** They are asked, they sign, and it counts. */
export const signs = (as: string, more: Partial<Answer> = {}): Answer => ({
  ...{ as, asked: [], signing: [], counts: true },
  ...{ isForced: false, misses: false, stood: false },
  ...more,
});

/** They are asked and sign, and it does not count. */
export const signsInVain = (
  as: string,
  more: Partial<Answer> = {},
): Answer => ({ ...signs(as), counts: false, misses: true, ...more });

/** They are neither asked nor may they sign, and no signature would count. */
export const mayNot = (
  as: string,
  because: string | string[],
  more: Partial<Answer> = {},
): Answer => ({
  as,
  asked: [because].flat(),
  signing: [because].flat(),
  ...{ counts: false, isForced: true, misses: true, stood: false },
  ...more,
});

/** It is a matter of the moment: they may be asked, and sign another day. */
export const notNow = (
  as: string,
  because: string | string[],
  more: Partial<Answer> = {},
): Answer => ({
  as,
  asked: [],
  signing: [because].flat(),
  ...{ counts: false, isForced: false, misses: true, stood: false },
  ...more,
});

/** They were asked before, so nobody asks them twice. */
export const asked = ["duplicate_assignment"];

/** They signed before and it counts; they may sign again. */
export const signed = (as: string, more: Partial<Answer> = {}): Answer =>
  signs(as, { asked, stood: true, ...more });
