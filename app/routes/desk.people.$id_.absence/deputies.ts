import { z } from "zod";

/** The name of the control for the deputy of one expertise. */
export function deputyField(expertise: string): string {
  return `deputy-${expertise}`;
}

/** The deputies that a form names, by expertise; an empty choice is none. */
export function deputiesIn(sent: Iterable<[string, unknown]>) {
  const named: Record<string, string> = {};
  for (const [name, value] of sent) {
    const [, expertise] = /^deputy-([a-z_]{1,60})$/.exec(name) ?? [];
    if (expertise && z.uuid().safeParse(value).success)
      named[expertise] = String(value);
  }
  return named;
}
