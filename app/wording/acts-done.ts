/**
 * What a screen says after an act went through: it is named in the address
 * that the act leads to, so that a reload says it again and sends nothing.
 */
const actsDone: Record<string, string> = {
  accepted: "You accepted this review.",
  declined: "You declined. The editor has been told; nothing else is needed.",
  proposed: "Your colleague’s name is with the editor, who decides. Thank you.",
  renewed: "A new link is on its way to the same address.",
  alternates_named:
    "The alternates are kept. The next one is asked by itself when a reviewer declines or does not answer.",
  colleague_settled: "Your decision about the proposed colleague is kept.",
  answered: "Your answer about interests is kept.",
  signed: "Your decision is signed.",
  decided_already: "This was decided already; nothing was signed twice.",
  reaffirmed: "Your approval is good again, for the same text.",
  revoked: "Your approval is revoked. The editors have been told.",
  remarked: "Your comment stands beside the text.",
  remark_kept:
    "Your remark is kept. Only you see it until you sign your decision.",
  remark_dropped: "The remark is thrown away.",
  remark_sent: "Your remark stands beside the text for the team.",
  suggested: "Your wording stands among your suggestions.",
  replied: "Your reply stands under the comment.",
  remark_closed: "The comment is closed.",
  remark_reopened: "The comment is open again.",
  remark_half_closed:
    "Your closing is kept. A second editor has to close this comment too.",
  assigned: "The reviewer has been asked by mail.",
  dismissed: "The reviewer is dismissed from this round.",
  reminded: "The reminder is on its way.",
  stood_in:
    "The stand-in has been asked by mail; the other reviewer is released.",
  extended: "The reviewer has the later day and is told by mail.",
  backlog_set: "Kept. The plan is worked out anew.",
  snoozed: "The matter is put away from your desk until that day.",
  taken_back: "The version is taken back. Its reviewers are dismissed.",
  checked: "The checks ran again.",
  set_aside: "The finding is set aside while this text stands.",
  published: "The page is live.",
  live_already: "This version is live already; nothing was published twice.",
  scheduled: "The publication is signed and scheduled.",
  cancelled: "The scheduled publication is cancelled.",
  confidential: "The day is kept.",
  withdrawn: "The page is withdrawn. Readers see the reason and no text.",
  reinstated: "The page is live again.",
  withheld: "Readers now see a fixed sentence in place of that block.",
  returned: "Readers see the block again.",
  notice_up: "The notice stands above the title.",
  notice_down: "The notice is taken down.",
  brought_forward: "The next review is due on the earlier day.",
  watch_raised: "The item is kept, with the pages that it touches.",
  triaged: "Your triage is kept.",
  triaged_already: "This was triaged already; nothing was done twice.",
  renamed: "The page has its new address. The old one leads here.",
  reader_named: "The editor may now know of this page.",
  reader_unnamed:
    "The editor is no longer named for this page and sees nothing of it from now on.",
  archived: "The page is archived.",
  submitted: "The version is submitted. The editors have been told.",
  correction_dropped: "The correction is dropped. The live page is as it was.",
  ruled: "Your decision about this interest is kept.",
  reusable_written:
    "The version is kept. It waits for somebody else to approve it.",
  reusable_approved: "The version is approved. Pages can take it from now on.",
  figure_added: "The figure stands at the end of the text.",
  set_made: "The set is made. Its pages are published and fall together.",
  set_joined: "The page stands in the set.",
  set_left: "The page is out of its set.",
  set_published: "The pages of the set are live.",
  words_written:
    "The words are kept. They stand in every such mail from now on.",
  words_shipped:
    "The words are taken out. The mail says what it was shipped with.",
  rules_set: "The rules are saved. Open rounds keep those they began with.",
  rereview: "The same text is in front of its reviewers again.",
};

/** The sentence for `?done=` in an address; null for anything else. */
export function wordActDone(code: string | null): string | null {
  // Own words only: an address may hold "constructor".
  return code !== null && Object.hasOwn(actsDone, code)
    ? (actsDone[code] ?? null)
    : null;
}
