/**
 * An address made from a title: small letters, figures and single hyphens, at
 * most 80 characters, cut between words. Empty when nothing of it can stand in
 * an address.
 */
export function slugFrom(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, 80) : `${slug}-${word}`;
    if (longer.length > 80) break;
    slug = longer;
  }
  return slug;
}
