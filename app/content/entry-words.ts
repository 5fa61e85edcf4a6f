import { partialDateWords } from "./iso-dates";
import type { Fusion, Guideline, Resource } from "./page-content";

/** A fusion as HGNC and HGVS write it, five-prime partner first: `CD74::ROS1`. */
export function fusionName({ fivePrime, threePrime }: Fusion): string {
  return `${fivePrime}::${threePrime}`;
}

/** A resource in words: its title, then who publishes it. */
export function resourceWords({ attrs }: Resource): string {
  return joined([attrs.title, attrs.publisher]);
}

/** Version and date of a guideline as far as they were given: "version 2, January 2018". */
export function guidelineEdition({ attrs }: Guideline): string {
  const version = attrs.version === "" ? "" : `version ${attrs.version}`;
  const date = attrs.date === "" ? "" : partialDateWords(attrs.date);
  return joined([version, date]);
}

/** A guideline in words: who wrote it, its title, version and date. */
export function guidelineWords(guideline: Guideline): string {
  const { organisation, title } = guideline.attrs;
  return joined([organisation, title, guidelineEdition(guideline)]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
