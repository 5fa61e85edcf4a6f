const schemes = new Set(["https:", "http:", "mailto:"]);
const mailAddress =
  /^[a-z0-9.!#$&*+/=?^_{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const longest = 2048;

/**
 * The address of a link as the page stores it, or null when it may not stand
 * on one: only https, http and mailto, no sign-in details in the address, at
 * most 2,048 characters. A mailto is one bare address.
 */
export function parseLink(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || text.length > longest || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!schemes.has(url.protocol) || url.href.length > longest) return null;
  if (url.protocol === "mailto:")
    return mailAddress.test(url.href.slice("mailto:".length)) ? url.href : null;
  return url.username || url.password || !url.hostname ? null : url.href;
}
