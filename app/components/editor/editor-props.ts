import type { Body } from "~/content/page-content";
import type { PageKind } from "~/domain/words";

/** What the editor in the browser needs; it goes there as JSON. */
export type EditorProps = {
  /** One draft and one writer, such as `draftId:personId`: whose words these are. */
  draftKey: string;
  /** The draft's revision and body as the desk has them, in stored form. */
  revision: number;
  body: Body;
  /** Given where changes are proposed: the text that they are compared with. */
  base?: Body;
  /** What others suggest for this draft: where it is, and whether there was any. */
  others?: { url: string; areThere: boolean };
  /** BCP 47; also the language of the spelling check. */
  language: string;
  /** The desk's time zone, such as `Europe/London`. */
  timeZone: string;
  /** POST, JSON: see this folder's README. */
  saveUrl: string;
  signInUrl: string;
  /** GET and POST: who writes here; null for a private copy, where nobody else does. */
  penUrl: string | null;
  /** The draft to read; null where there is no such screen. */
  readUrl: string | null;
  /** Where this writer may propose instead; null where they may not. */
  suggestUrl: string | null;
  genesUrl: string;
  /** POST, multipart, field `file`: takes an image in; null for whom it would refuse. */
  figuresUrl: string | null;
  /** GET: the reusable texts that a page may hold. */
  componentsUrl: string;
  /** Decides what the template asks for in sections that are empty. */
  kind: PageKind;
  /** Names of those credited on the page; "@" puts one in as plain words. */
  people: readonly string[];
  /** Filled in when the session has ended. */
  email: string;
};

export type PageEditorProps = EditorProps & {
  /** `renderHtml(content, { citations: "named" })`, shown until the editor is there. */
  initialHtml: string;
};

/** Room for the list beside the text from the start, so that no line moves. */
export function boxClass(props: Pick<EditorProps, "base" | "others">): string {
  const isBeside = props.base || props.others?.areThere;
  return isBeside ? "page-editor page-editor-beside" : "page-editor";
}
