import type { Refusal } from "./refusal";

/** Refusals about what was typed or recorded: mostly 422. */
export const refusalsWhat = {
  draft_incomplete: {
    status: 422,
    sentence: "The draft is not complete yet. What is missing is listed.",
  },
  author_missing: {
    status: 422,
    sentence: "Name at least one human author before submitting.",
  },
  owner_required: {
    status: 422,
    sentence: "Name the person who is answerable for this page.",
  },
  invalid_content: {
    status: 422,
    sentence:
      "The text holds something that a gene page cannot hold. Nothing was saved over the last good draft.",
  },
  invalid_form: {
    status: 422,
    sentence: "Something on this form needs your attention.",
  },
  invalid_day: {
    status: 422,
    sentence: "Give a real day, for example 4 May 2026.",
  },
  day_out_of_range: {
    status: 422,
    sentence: "That day is outside the days that the review rules allow.",
  },
  due_too_close: {
    status: 422,
    sentence: "The next review cannot be brought closer than 14 days from now.",
  },
  due_only_earlier: {
    status: 422,
    sentence:
      "A review date can be brought forward, never pushed back. A new signed full review moves it.",
  },
  schedule_past: {
    status: 422,
    sentence: "Choose a time in the future.",
  },
  how_missing: {
    status: 422,
    sentence: "Say how you made sure who this person is.",
  },
  expertise_missing: { status: 422, sentence: "Choose an expertise." },
  reason_missing: {
    status: 422,
    sentence: "Give a reason: it is kept with the act.",
  },
  scope_exceeded: {
    status: 422,
    sentence:
      "This changes parts of the page that the round does not cover. Keep to the named parts, or open a full review.",
  },
  slug_taken: {
    status: 422,
    sentence:
      "This address is, or once was, the address of a page. Choose a different one.",
  },
  email_taken: {
    status: 422,
    sentence: "Someone on this desk has that e-mail address already.",
  },
  invalid_orcid: {
    status: 422,
    sentence: "These sixteen digits do not add up to an ORCID iD. Check them.",
  },
  invalid_address: {
    status: 422,
    sentence: "Give an e-mail address that the desk can write to.",
  },
  weak_password: {
    status: 422,
    sentence:
      "Use at least twelve characters, and nothing as common as a name or a row of keys.",
  },
  reusable_unknown: {
    status: 422,
    sentence:
      "A reusable text on this page is not one that the desk has approved. Take it out, or choose one from the list.",
  },
  demo_only: {
    status: 404,
    sentence: "This works on the sample desk only.",
  },
  clock_moved: {
    status: 409,
    sentence:
      "The desk's clock does not agree with its records. Ask an admin before signing or publishing.",
  },
  already_ended: {
    status: 422,
    sentence: "A publication begins as live.",
  },
  already_joined: {
    status: 409,
    sentence:
      "This person has already set a password; a link cannot replace it.",
  },
  archived: {
    status: 409,
    sentence: "This page is archived.",
  },
  cancels_approved: {
    status: 409,
    sentence:
      "An approved or scheduled version would be superseded. An editor must confirm that.",
  },
  correction_open: {
    status: 409,
    sentence: "A safety correction of this page is already open.",
  },
  evidence_day_missing: {
    status: 422,
    sentence: "Enter the day up to which you checked the evidence.",
  },
  immutable: {
    status: 403,
    sentence: "What was recorded cannot be changed.",
  },
  invalid_slug: {
    status: 422,
    sentence:
      "An address consists of small letters, figures and single hyphens.",
  },
  kind_fixed: {
    status: 409,
    sentence: "The kind of a page is fixed once a version has been submitted.",
  },
  not_a_clinical_lead: {
    status: 403,
    sentence: "Only a clinical lead can do this.",
  },
  not_a_rebase: {
    status: 422,
    sentence:
      "Bringing in the live text may not write new words. Take each block from the draft or from the live page.",
  },
  nothing_to_adjudicate: {
    status: 409,
    sentence:
      "There is no request for changes by somebody else of this expertise to decide on.",
  },
  rules_invalid: {
    status: 422,
    sentence:
      "These review rules contradict themselves or go beyond what is allowed.",
  },
  set_too_small: {
    status: 422,
    sentence: "Choose at least one other page: a set has two or more.",
  },
  in_a_set: {
    status: 409,
    sentence:
      "That page stands in a set already. Take it out of that one first.",
  },
  rules_changed: {
    status: 409,
    sentence:
      "Somebody else changed these rules while you had them open. What you typed is kept; look at theirs first.",
  },
  interval_too_long: {
    status: 422,
    sentence: "The interval is longer than the longest one allowed.",
  },
  reminders_missing: {
    status: 422,
    sentence: "Give at least one reminder, and at most twenty.",
  },
  reminders_clash: {
    status: 422,
    sentence:
      "Two reminders fall on one day. Make them one, with everybody it goes to.",
  },
  rules_missing: {
    status: 409,
    sentence: "There are no review rules for this kind of page.",
  },
  rules_out_of_date: {
    status: 409,
    sentence: "The checks that ran are not the current ones. Run them again.",
  },
  scope_missing: {
    status: 422,
    sentence: "Choose the blocks that this change is about.",
  },
  unknown_time_zone: {
    status: 422,
    sentence: "There is no time zone of that name.",
  },
  verdict_missing: {
    status: 422,
    sentence: "Choose a verdict: approve or request changes.",
  },
  wrong_isolation: {
    status: 409,
    sentence: "The database was asked in a way that the gate does not accept.",
  },
  name_missing: { status: 422, sentence: "Give it a name." },
  wrong_kind: {
    status: 422,
    sentence: "Choose one of the kinds that are offered.",
  },
  meaning_missing: {
    status: 422,
    sentence: "Say what your signature means.",
  },
  comment_missing: {
    status: 422,
    sentence: "Write the comment first.",
  },
  statement_missing: {
    status: 422,
    sentence: "Describe the interests you declare.",
  },
  entries_invalid: {
    status: 422,
    sentence:
      "Give each interest its company or body, its kind, whose it is, and the month it began; it cannot end before that.",
  },
  mention_unknown: {
    status: 422,
    sentence: "You can name only people who may read this text.",
  },
  place_missing: {
    status: 422,
    sentence: "Select the words that your comment is about.",
  },
  answers_missing: {
    status: 422,
    sentence: "Answer every question of the short form.",
  },
  answer_unexplained: {
    status: 422,
    sentence:
      "You answered no to a question and approve all the same: say why in the note.",
  },
} as const satisfies Record<string, Refusal>;
