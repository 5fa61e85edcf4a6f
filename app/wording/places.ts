/** Names of jurisdictions by their ISO 3166 code. */
const places: Record<string, string> = {
  GB: "United Kingdom",
  "GB-ENG": "England",
  "GB-WLS": "Wales",
  "GB-SCT": "Scotland",
  "GB-NIR": "Northern Ireland",
  IE: "Ireland",
  EU: "European Union",
  AT: "Austria",
  BE: "Belgium",
  CH: "Switzerland",
  CY: "Cyprus",
  CZ: "Czechia",
  DE: "Germany",
  DK: "Denmark",
  EE: "Estonia",
  ES: "Spain",
  FI: "Finland",
  FR: "France",
  GR: "Greece",
  HU: "Hungary",
  IS: "Iceland",
  IT: "Italy",
  LT: "Lithuania",
  LU: "Luxembourg",
  LV: "Latvia",
  MT: "Malta",
  NL: "Netherlands",
  NO: "Norway",
  PL: "Poland",
  PT: "Portugal",
  SE: "Sweden",
  SI: "Slovenia",
  US: "United States",
  CA: "Canada",
  BR: "Brazil",
  AU: "Australia",
  NZ: "New Zealand",
  IN: "India",
  JP: "Japan",
  KR: "South Korea",
  SG: "Singapore",
  ZA: "South Africa",
  IL: "Israel",
};

/** Every jurisdiction that a form offers, in the order of their names. */
export const placeOptions = Object.entries(places)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label, "en-GB"));

/** The name of a jurisdiction; a code nobody named yet stays a code. */
function placeName(code: string): string {
  return places[code] ?? code;
}

/**
 * "England and Wales"; all four nations of the United Kingdom are named as the
 * whole, the order is that of the record.
 */
export function placesInWords(codes: readonly string[]): string {
  const nations = ["GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR"];
  const isWhole = nations.every((nation) => codes.includes(nation));
  const named = isWhole
    ? ["GB", ...codes.filter((code) => !nations.includes(code))]
    : codes;
  return listInWords([...new Set(named)].map(placeName));
}

/** "a", "a and b", "a, b and c". */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
