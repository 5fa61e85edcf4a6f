const words: Record<string, string> = {
  commented: "Your comment is kept. The editor and the reviewers see it.",
  recommended:
    "Thank you: your recommendation is kept, and the editor has been told.",
  accepted: "You accepted. Answer for your interests, then sign below.",
  declined: "You declined to sign. The editor has been told.",
  interests_kept: "Your answer about interests is kept.",
  signed: "Your decision is signed. The editor sees it.",
  reaffirmed: "Your approval of this text is good for longer.",
  revoked: "Your approval is taken back. The editors have been told.",
  link_renewed: "A new link is on its way.",
  verified: "This person is verified. They can be asked to sign.",
  verification_ended: "The verification is taken back.",
  asked_to_sign: "They are asked to sign; a link is on its way.",
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
