import type { ReportFinding } from "./report";
import { note } from "./source";

const messages: Record<string, string> = {
  script: "Scripts were left out",
  style: "Style sheets were left out",
  handler: "Script handlers on elements were left out",
  comment: "Comments in the markup were left out",
  link: "Links whose address cannot stand on a page were left out; their words stay",
  img: "Pictures were left out; their descriptions stay in square brackets",
  span: "Cells over several columns or rows were kept as they are; check the table",
};
const embedded = "Embedded content was left out";

/** Counts what a format holds that a page cannot, so that nothing is dropped in silence. */
export class Losses {
  readonly #counts = new Map<string, number>();

  add(what: string): void {
    const message = messages[what] ?? embedded;
    this.#counts.set(message, (this.#counts.get(message) ?? 0) + 1);
  }

  noteHandlers(properties: Record<string, unknown>): void {
    for (const name of Object.keys(properties))
      if (/^on[A-Z]/.test(name) || /^on\w+$/.test(name)) this.add("handler");
  }

  findings(): ReportFinding[] {
    return [...this.#counts].map(([message, count]) =>
      note("I3", "hints", `${message} (${count}).`),
    );
  }
}
