/**
 * A mail address that the desk will write to: an unquoted local part of ASCII
 * atoms (RFC 5322 dot-atom, at most 64 characters), a domain of at least two
 * DNS labels ending in letters or in an `xn--` label, at most 254 characters
 * in all. Narrower than the standard on purpose: quoted parts, comments,
 * address literals and line breaks have been ways to send mail elsewhere.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [localPart, domain, ...more] = text.split("@");
  if (!localPart || !domain || more.length > 0) return false;
  if (localPart.length > 64) return false;
  return dotAtom.test(localPart) && isDomain(domain);
}

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`);
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const lastLabel = /^(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{2,59})$/i;

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  const last = labels.at(-1);
  if (labels.length < 2 || last === undefined) return false;
  return labels.every((each) => label.test(each)) && lastLabel.test(last);
}
