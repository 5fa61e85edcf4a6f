const words: Record<string, string> = {
  commented: "Your comment is kept. The editor and the reviewers see it.",
  recommended:
    "Thank you: your recommendation is kept, and the editor has been told.",
  invited: "The link is on its way.",
  link_revoked: "The link is taken back; it opens nothing any more.",
};

/** What a screen of outside experts says after an act; undefined for no word of ours. */
export function outsideDone(word: string | null): string | undefined {
  return word === null ? undefined : words[word];
}

/** How far a link has come, for the editor's list. */
export const outsideLinkStates = {
  waits: "Not opened yet",
  opened: "Opened",
  over: "Past its last day",
  revoked: "Taken back",
} as const;
