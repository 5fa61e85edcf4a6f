const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe as text and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/**
 * An element as a string. Attribute values are escaped, null and undefined
 * leave the attribute out; `inner` is HTML already.
 */
export function element(
  tag: string,
  attributes: Record<string, string | number | null | undefined>,
  inner: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join("");
  return `<${tag}${written}>${inner}</${tag}>`;
}
