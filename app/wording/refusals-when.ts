import type { Refusal } from "./refusal";

/** Refusals about the moment: 409, too late, too early, or in another state. */
export const refusalsWhen = {
  stale_save: {
    status: 409,
    sentence:
      "Someone saved this page after you opened it. Your words are still here: compare them with the newer text before you save.",
  },
  stale_version: {
    status: 409,
    sentence:
      "A newer version has been submitted since you opened this one. Read what changed, then decide on that version.",
  },
  round_open: {
    status: 409,
    sentence:
      "A review round is open on this page. Take it back or let it finish first.",
  },
  round_closed: {
    status: 409,
    sentence: "This review round is closed; nothing more can be decided in it.",
  },
  already_decided: {
    status: 409,
    sentence: "You have already given this answer.",
  },
  not_accepted: {
    status: 409,
    sentence: "Accept the invitation to review before you decide.",
  },
  step_not_reached: {
    status: 409,
    sentence:
      "Another expertise signs first on this kind of page. You will be told when it is your turn.",
  },
  changes_requested: {
    status: 409,
    sentence:
      "A reviewer has requested changes to this version. It needs a new version, or an adjudication.",
  },
  nothing_submitted: {
    status: 409,
    sentence: "Nothing has been submitted for review on this page.",
  },
  nothing_changed: {
    status: 409,
    sentence: "Nothing has changed since the last version.",
  },
  approved_elsewhere: {
    status: 409,
    sentence:
      "A version of this page is approved or scheduled. Submitting now cancels that, so an editor has to agree.",
  },
  base_moved: {
    status: 409,
    sentence:
      "The live page changed after this text was based on it. Bring the new words in first.",
  },
  blocked: {
    status: 409,
    sentence: "This version cannot be published yet. Every reason is listed.",
  },
  not_live: { status: 409, sentence: "This page is not live." },
  already_live: { status: 409, sentence: "This version is already live." },
  not_withdrawn: {
    status: 409,
    sentence: "This page has not been withdrawn.",
  },
  withdrawn_for_good: {
    status: 409,
    sentence:
      "A page withdrawn for this reason does not come back. Write and review a new version.",
  },
  already_withheld: {
    status: 409,
    sentence: "This part of the page is already withheld.",
  },
  already_revoked: {
    status: 409,
    sentence: "This approval has been revoked already.",
  },
  already_closed: {
    status: 409,
    sentence: "This comment has been closed already.",
  },
  never_set_aside: {
    status: 403,
    sentence: "A finding on provenance or on AI use can never be set aside.",
  },
  duplicate_assignment: {
    status: 409,
    sentence: "This person has been asked in this round already.",
  },
  duplicate_alternate: {
    status: 422,
    sentence: "Name each alternate once, ten at most.",
  },
  seat_taken: {
    status: 409,
    sentence:
      "Somebody else was asked in your place meanwhile. Nothing is asked of you; thank you.",
  },
  seat_filled: {
    status: 409,
    sentence: "Somebody is asked for this seat already.",
  },
  last_reader: {
    status: 409,
    sentence:
      "One editor has to know of a confidential page. Name another first.",
  },
  reader_scheduled: {
    status: 409,
    sentence:
      "This editor signed the scheduled publication of the page. Cancel the schedule first.",
  },
  absent: {
    status: 409,
    sentence:
      "This person is away, and no deputy of theirs can take the request.",
  },
  absence_overlaps: {
    status: 409,
    sentence: "An absence is recorded for some of these days already.",
  },
  deputy_inactive: {
    status: 422,
    sentence: "This deputy’s account is switched off. Choose another.",
  },
  deputy_lacks_expertise: {
    status: 422,
    sentence:
      "A deputy has to be verified in the expertise they stand in for. Choose another.",
  },
  deputy_undeclared: {
    status: 422,
    sentence:
      "This deputy has no declaration of interests in force. Choose another, or ask them to declare first.",
  },
  deputy_loop: {
    status: 422,
    sentence:
      "This deputy is away on some of these days, and their requests come back to the same person. Choose another.",
  },
  deputy_is_author: {
    status: 422,
    sentence:
      "This deputy wrote some of a text that is waiting to be reviewed. Nobody approves their own words: choose another.",
  },
  already_proposed: {
    status: 409,
    sentence:
      "You have proposed this colleague already, or three others. The editor decides.",
  },
  already_set_up: {
    status: 409,
    sentence: "This desk has been set up already. Sign in instead.",
  },
  not_closed: {
    status: 409,
    sentence: "This comment is open already.",
  },
  stale_suggestions: {
    status: 409,
    sentence:
      "These suggestions changed after you opened them. Look at them as they are now, then decide.",
  },
  suggestions_open: {
    status: 409,
    sentence:
      "You have suggestions open on this draft. Have them answered, or withdraw them, before you add others from a file.",
  },
  suggestion_clashes: {
    status: 409,
    sentence:
      "The draft changed the same words meanwhile. Choose whose words stand.",
  },
  suggestions_closed: {
    status: 409,
    sentence: "These suggestions have been answered or withdrawn.",
  },
  pen_held: {
    status: 409,
    sentence:
      "Somebody else is writing here. Read, suggest, or ask for the pen.",
  },
  pen_lost: {
    status: 409,
    sentence: "You do not hold the pen any more. Your words are kept here.",
  },
  key_again: {
    status: 409,
    sentence:
      "Type each changed dose, age, percentage and variant from its source before you approve.",
  },
  claims_unconfirmed: {
    status: 409,
    sentence:
      "Confirm each sentence that can go out of date, with its source, before you approve that nothing has to change.",
  },
  same_reviewer_again: {
    status: 409,
    sentence:
      "This person has found twice in a row that nothing had to change here. Another person of that expertise has to look this time.",
  },
  nobody_asked: {
    status: 409,
    sentence: "Nobody is asking for the pen.",
  },
  not_confidential: {
    status: 409,
    sentence: "This page is not confidential now; every editor sees it.",
  },
  nobody_waits: {
    status: 409,
    sentence:
      "Nobody waits for this reviewer any more: they answered, signed or were released.",
  },
  snoozed_once: {
    status: 409,
    sentence:
      "You have put this page away once already for this review. It stays on your desk until it is reviewed.",
  },
  digest_in_quiet_hours: {
    status: 422,
    sentence:
      "The hour of the digest lies in your quiet hours, so it would never come on time. Choose another hour.",
  },
  reminded_today: {
    status: 409,
    sentence:
      "This reviewer was reminded today already. The next reminder can go out tomorrow.",
  },
  last_admin: {
    status: 409,
    sentence: "The desk needs one admin. Name another before this one leaves.",
  },
  not_needed: {
    status: 409,
    sentence: "This round does not ask for that expertise.",
  },
} as const satisfies Record<string, Refusal>;
