const names = new Intl.DisplayNames(["en-GB"], { type: "language" });

/** "Welsh" for `cy`; a tag that nobody can name stays as it is. */
export function languageInWords(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The languages that a person ticks, by what they are called. */
export const languageOptions = [
  ...["ar", "bn", "cs", "cy", "da", "de", "el", "en", "es", "fa", "fi"],
  ...["fr", "ga", "gd", "gu", "he", "hi", "hu", "it", "ja", "nb", "nl"],
  ...["pa", "pl", "pt", "ro", "ru", "so", "sv", "tr", "uk", "ur", "zh"],
]
  .map((value) => ({ value, label: languageInWords(value) }))
  .sort((one, other) => one.label.localeCompare(other.label, "en-GB"));
