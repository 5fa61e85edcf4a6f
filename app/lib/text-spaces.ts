/** One plain space for every run of white space, none at the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

/** The lines of a text, whichever line end it uses; a form feed ends a line too. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/);
}
