import type { ClaimedMail } from "~/data/outbox.server";

/** What a mail carries under this name; throws when it lacks it. */
export function textProp(mail: ClaimedMail, name: string): string {
  const value = optionalTextProp(mail, name);
  if (value === null) throw new Error(`the mail ${mail.id} lacks ${name}`);
  return value;
}

/** The same, or null. */
export function optionalTextProp(
  mail: ClaimedMail,
  name: string,
): string | null {
  const value = mail.props[name];
  return typeof value === "string" ? value : null;
}

/** The texts that a mail carries under this name; none where it has no such list. */
export function textsProp(mail: ClaimedMail, name: string): string[] {
  const value = mail.props[name];
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === "string")
    : [];
}

/** A number that a mail carries under this name; throws when it lacks it. */
export function numberProp(mail: ClaimedMail, name: string): number {
  const value = mail.props[name];
  if (typeof value !== "number")
    throw new Error(`the mail ${mail.id} lacks ${name}`);
  return value;
}
