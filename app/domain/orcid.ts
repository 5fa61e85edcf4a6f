/**
 * Whether a text is an ORCID iD as it is printed, `0000-0002-1825-0097`. The
 * last character is the check digit of ISO 7064, mod 11-2, `X` for ten.
 */
export function isOrcid(text: string): boolean {
  if (!/^(\d{4}-){3}\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll("-", "");
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? "X" : String(check));
}

/**
 * The iD in what somebody typed or pasted: with or without `https://orcid.org/`
 * before it, in small letters, without hyphens. Not yet known to be right.
 */
export function tidyOrcid(text: string): string {
  const typed = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?orcid\.org\//i, "")
    .replace(/[\s-]/g, "")
    .toUpperCase();
  return typed.match(/.{1,4}/g)?.join("-") ?? "";
}
