import { isDay } from "~/domain/days";
import { dayInWords } from "./days";

/** What each recorded act was, after the name of who did it. */
const acts: Record<string, string> = {
  add_person: "added a person",
  invite: "sent an invitation",
  set_roles: "changed roles or expertise",
  edit_person: "corrected a person's record",
  edit_own_details: "changed their own details",
  deactivate_person: "switched a person off",
  reactivate_person: "brought a person back",
  declare_interests: "declared their interests",
  answer_interests: "answered about interests in a page",
  rule_on_interests: "decided about an interest",
  unname_confidential_reader: "took an editor off a confidential page",
  invite_outside_expert: "sent an outside expert a link",
  revoke_outside_link: "revoked an outside expert's link",
  verify_expert: "made sure who an outside expert is",
  end_verification: "took back that an outside expert is verified",
  request_code: "asked for a code to sign with",
  wrong_code: "typed a wrong code to sign with",
  renew_outside_link: "sent an outside expert a new link",
  outside_comment: "commented from outside",
  outside_recommend: "recommended from outside",
  change_settings: "changed the desk's settings",
  write_mail_words: "wrote words of the desk into a mail",
  return_to_shipped_words: "took the desk's own words out of a mail",
  set_review_rules: "changed the review rules",
  add_to_set: "added a page to a set",
  remove_from_set: "took a page out of its set",
  publish_set: "published a set of pages",
  set_collection: "changed a collection",
  write_component: "wrote a reusable text",
  approve_component: "approved a reusable text",
  move_clock: "moved the desk's clock",
  declare_checks_rules: "brought new editorial checks into force",
  create_page: "created a page",
  import_page: "imported a page",
  hand_over_page: "handed a page over",
  set_page_place: "changed where a page belongs",
  add_author: "added an author",
  remove_author: "removed an author",
  submit_for_review: "submitted a version for review",
  take_back: "took a version back",
  open_rereview: "opened a re-review",
  open_correction: "opened a safety correction",
  drop_correction: "dropped a safety correction",
  rebase: "brought the live text into a draft",
  assign: "assigned a reviewer",
  accept: "accepted a review",
  decline: "declined a review",
  dismiss: "released a reviewer",
  remind: "reminded a reviewer",
  stand_in: "asked a stand-in",
  extend_review_by: "gave a reviewer more time",
  make_calendar_address: "made a calendar address",
  revoke_calendar_address: "revoked a calendar address",
  add_webhook: "added a webhook",
  revoke_webhook: "revoked a webhook",
  test_webhook: "tested a webhook",
  snooze: "put a matter away for some days",
  lapse: "let a request lapse that nobody answered",
  record_absence: "recorded an absence",
  end_absence: "ended an absence",
  hand_over_review: "handed a review over",
  name_alternates: "named alternates",
  propose_colleague: "proposed a colleague",
  settle_colleague: "decided about a proposed colleague",
  approve: "approved a version",
  request_changes: "requested changes",
  write_answer_letter: "answered the reviewers",
  confirm_claims: "confirmed that statements are still true",
  key_again: "keyed values again from their sources",
  reaffirm: "reaffirmed an approval",
  revoke_approval: "revoked an approval",
  raise_comment: "commented",
  close_comment: "closed a comment",
  reply_to_comment: "answered a comment",
  reopen_comment: "opened a comment again",
  take_pen: "took the pen from somebody",
  set_aside_finding: "set a finding aside",
  schedule: "scheduled a publication",
  cancel_schedule: "cancelled a scheduled publication",
  publish: "published a version",
  publish_scheduled: "published as scheduled",
  withdraw: "withdrew a page",
  reinstate: "reinstated a page",
  reinstate_reason: "gave the reason for reinstating",
  withhold_block: "withheld part of a page",
  return_block: "returned part of a page",
  put_up_notice: "put up a notice",
  take_down_notice: "took a notice down",
  bring_date_forward: "brought the review date forward",
  restate_elsewhere: "read other dates of a page published elsewhere",
  set_backlog_inputs: "set a page's place in the backlog",
  make_token: "gave a program a token",
  end_token: "ended the token of a program",
  raise_watch_item: "entered a watch item",
  triage_watch_item: "triaged a page for a watch item",
  archive: "archived a page",
  rename: "gave a page another address",
  name_confidential_reader: "named somebody for a confidential page",
  set_confidential_until: "set a confidential day",
};

/** "approved a version"; an act that has no words yet is shown by its name. */
export function auditActInWords(act: string): string {
  return acts[act] ?? act.replaceAll("_", " ");
}

/** Who did something that no person did. */
export function auditActorInWords(
  actor: string | null,
  realActor: string | null,
): string {
  if (actor !== null) return actor;
  if (realActor === "operator") return "The operator";
  if (realActor === "set-up") return "The set-up of the desk";
  return realActor === null ? "The desk" : `The desk (${realActor})`;
}

/** Names of particulars that would not be understood as they stand. */
const factNames: Record<string, string> = {
  at: "for",
  before: "instead of",
  has_none: "nothing to declare",
  is_accepted: "accepted",
  is_permanent: "for good",
};

/**
 * The particulars of an act that a person can read: "roles: author, reviewer".
 * Ids and hashes are left out, and so is what is nested; the evidence file has
 * the whole.
 */
export function auditFacts(payload: Record<string, unknown>): string {
  return Object.entries(payload)
    .flatMap(([name, value]) => {
      const known = factNames[name] ?? name.replaceAll("_", " ");
      const said = plain(value);
      return said === null ? [] : [`${known}: ${said}`];
    })
    .join(" · ");
}

const machineWord =
  /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function plain(value: unknown): string | null {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") {
    return value === "" || machineWord.test(value) ? null : words(value);
  }
  if (!Array.isArray(value) || value.length === 0) return null;
  const parts = value.map((each: unknown) => plain(each));
  return parts.includes(null) ? null : parts.join(", ");
}

function words(text: string): string {
  if (/^[a-z_]+$/.test(text)) return text.replaceAll("_", " ");
  return isDay(text) ? dayInWords(text) : text;
}
