/** The twenty amino acids and selenocysteine, one letter to three (IUPAC). */
const threeLetters = {
  A: "Ala",
  C: "Cys",
  D: "Asp",
  E: "Glu",
  F: "Phe",
  G: "Gly",
  H: "His",
  I: "Ile",
  K: "Lys",
  L: "Leu",
  M: "Met",
  N: "Asn",
  P: "Pro",
  Q: "Gln",
  R: "Arg",
  S: "Ser",
  T: "Thr",
  U: "Sec",
  V: "Val",
  W: "Trp",
  Y: "Tyr",
} as const;

const oneLetter = new Map<string, string>(
  Object.entries(threeLetters).map(([one, three]) => [three, one]),
);

/** "Gly" is G; "Ter" and "*" are the stop, written *. Null for what is no amino acid. */
export function toOneLetter(code: string): string | null {
  if (code === "*" || code === "Ter") return "*";
  if (code.length === 1) return code in threeLetters ? code : null;
  return oneLetter.get(code) ?? null;
}

/** G is "Gly", * is "Ter"; anything else is given back as it is. */
export function toThreeLetters(one: string): string {
  if (one === "*") return "Ter";
  return new Map<string, string>(Object.entries(threeLetters)).get(one) ?? one;
}

/** True for a protein sequence in one-letter code; X, B and Z stand for unsure residues. */
export function isSequence(text: string): boolean {
  return /^[ACDEFGHIKLMNPQRSTUVWYXBZ]+$/.test(text);
}
