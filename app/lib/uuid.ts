const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text of an address is an id at all, before the database is asked. */
export function isUuid(text: string): boolean {
  return form.test(text);
}
