import type { Body } from "~/content/page-content";

export type PageEditorProps = {
  /** One draft and one writer, such as `draftId:personId`: whose words these are. */
  draftKey: string;
  /** The draft's revision and body as the desk has them, in stored form. */
  revision: number;
  body: Body;
  /** `renderHtml(content, { citations: "named" })`, shown until the editor is there. */
  initialHtml: string;
  /** BCP 47; also the language of the spelling check. */
  language: string;
  /** The desk's time zone, such as `Europe/London`. */
  timeZone: string;
  /** POST, JSON: see this folder's README. */
  saveUrl: string;
  signInUrl: string;
  genesUrl: string;
  /** Filled in when the session has ended. */
  email: string;
};
