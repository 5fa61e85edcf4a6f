import type { InPlace, Inline, Inner, ReusableKind } from "./page-content";

/*
 * Blocks that say something by their attributes besides the words inside them.
 * `page-content` gives them on, with all other nodes.
 */

/** `when` is a year, month or day in ISO form; empty while nobody gave it. */
export type TimelineEntry = {
  type: "timelineEntry";
  attrs: InPlace & { when: string };
  content: Inner[];
};

/** The content is the caption. `file` is the SHA-256 of a stored image. */
export type Figure = {
  type: "figure";
  attrs: InPlace & FigureFacts;
  content?: Inline[];
};
export type FigureFacts = {
  file: string | null;
  alt: string;
  /** Says nothing that the text does not: read aloud as nothing. */
  isDecorative: boolean;
  credit: string;
  licence: string;
  /** In pixels, as stored. */
  width: number | null;
  height: number | null;
};

/** Words approved once for many pages; the server writes them on every save. */
export type Reusable = {
  type: "reusable";
  attrs: InPlace & ReusableFacts;
  content: Inner[];
};
type ReusableFacts = {
  component: string;
  version: number;
  kind: ReusableKind;
};

export type ResourceList = {
  type: "resourceList";
  attrs?: InPlace;
  content: Resource[];
};
export type Resource = {
  type: "resource";
  attrs: { title: string; url: string; publisher: string };
};

export type SourceGuidelines = {
  type: "sourceGuidelines";
  attrs?: InPlace;
  content: Guideline[];
};
/** `date` as in a timeline; empty texts are not given. */
export type Guideline = {
  type: "guideline";
  attrs: {
    organisation: string;
    title: string;
    version: string;
    date: string;
    url: string;
  };
};
