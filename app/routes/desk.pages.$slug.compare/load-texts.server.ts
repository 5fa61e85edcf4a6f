import type { PageAsked } from "~/auth/require-page.server";
import type { PageContent } from "~/content/page-content";
import {
  findDraftOfVersion,
  findLastSigned,
} from "~/data/compared-texts.server";
import { type Draft, findDraft, findLiveText } from "~/data/drafts.server";
import { findLastLook } from "~/data/looks.server";
import { findVersion, listVersions } from "~/data/versions.server";
import { mayNotSeeVersion } from "~/policy/pages";

/** A text of the page that can be compared: a version by its number, or a draft. */
export type TextChoice = { key: string; label: string };

/** One text with the name it has on the screen. */
export type NamedText = TextChoice & {
  content: PageContent;
  /** Null for a draft. */
  version: { id: string; number: number } | null;
  draft: Pick<Draft, "id" | "revision"> | null;
};

/**
 * Reads the texts of one page that the person asking may see: to a reviewer
 * the versions they were asked for and the live one, to everybody else who
 * knows of the page all versions and the open drafts.
 */
export async function comparableTexts({ page, person, access }: PageAsked) {
  const [versions, live, main, correction] = await Promise.all([
    listVersions(page.id),
    findLiveText(page.id),
    access === "review" ? null : findDraft(page.id, "main"),
    access === "review" ? null : findDraft(page.id, "correction"),
  ]);
  const seen = versions.filter(
    ({ id }) => id === live?.versionId || !mayNotSeeVersion(person, page, id),
  );
  const drafts = [
    ...(main ? [draftText("draft", "The draft", main)] : []),
    ...(correction
      ? [draftText("correction", "The safety correction’s draft", correction)]
      : []),
  ];
  const choices: TextChoice[] = [
    ...drafts.map(({ key, label }) => ({ key, label })),
    ...seen.map(({ number, isLive }) => ({
      key: String(number),
      label: `Version ${String(number)}${isLive ? ", live" : ""}`,
    })),
  ];

  async function read(key: string | null): Promise<NamedText | null> {
    const draft = drafts.find((each) => each.key === key);
    if (draft) return draft;
    const wanted = key === "live" ? live?.number : Number(key);
    const row = seen.find(({ number }) => number === wanted);
    const version = row && (await findVersion(page.id, row.id));
    if (!version) return null;
    return {
      key: String(version.number),
      label: `Version ${String(version.number)}`,
      content: version.content,
      version: { id: version.id, number: version.number },
      draft: null,
    };
  }

  /** What this person signed and looked at last before `text`, to begin from. */
  async function ownChoices(text: NamedText): Promise<TextChoice[]> {
    const own = await Promise.all([
      readOwn("looked", text),
      readOwn("signed", text),
    ]);
    return own.flatMap((each) =>
      each ? [{ key: each.key, label: each.label }] : [],
    );
  }

  /** What this person signed, or looked at, last before `text`. */
  async function readOwn(
    key: "signed" | "looked",
    text: NamedText,
  ): Promise<NamedText | null> {
    if (key === "signed") {
      const below = text.version?.number ?? Number.MAX_SAFE_INTEGER;
      const number = await findLastSigned(
        page.id,
        person.id,
        Math.min(below, 2_147_483_647),
      );
      const signed = number === null ? null : await read(String(number));
      return (
        signed && { ...signed, key, label: `${signed.label}, which you signed` }
      );
    }
    const shown = text.draft
      ? { draftId: text.draft.id, revision: text.draft.revision }
      : text.version && { versionId: text.version.id };
    const draftId =
      text.draft?.id ??
      (text.version && (await findDraftOfVersion(text.version.id)));
    if (!shown || !draftId) return null;
    const look = await findLastLook(person.id, draftId, shown);
    return (
      look && {
        key,
        label:
          look.versionNumber === null
            ? "The draft as you saw it last"
            : `Version ${String(look.versionNumber)}, which you saw last`,
        content: look.content,
        version: null,
        draft: null,
      }
    );
  }

  return {
    choices,
    /** The text the page is compared up to, unless somebody says otherwise. */
    newest: drafts[0]?.key ?? choices[0]?.key ?? null,
    live: live ? String(live.number) : null,
    /** The version before another in number, of those that are seen. */
    before: (number: number) =>
      seen.find((version) => version.number < number)?.number ?? null,
    read,
    readOwn,
    ownChoices,
  };
}

function draftText(key: string, label: string, draft: Draft): NamedText {
  const { id, revision, content } = draft;
  return { key, label, content, version: null, draft: { id, revision } };
}
