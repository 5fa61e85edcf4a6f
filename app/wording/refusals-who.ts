import type { Refusal } from "./refusal";
import { notFound } from "./refusal";

/** Refusals about who is asking: 401 and 403, and 404 for what they may not know of. */
export const refusalsWho = {
  not_signed_in: {
    status: 401,
    sentence: "Sign in to go on. Nothing you wrote is lost.",
  },
  wrong_sign_in: {
    status: 422,
    sentence: "That address and password do not belong together.",
  },
  too_many_attempts: {
    status: 429,
    sentence:
      "There were too many attempts. Wait fifteen minutes, then try again.",
  },
  person_inactive: {
    status: 403,
    sentence: "This account has been switched off. Ask an admin of the desk.",
  },
  grant_missing: {
    status: 403,
    sentence: "Confirm that it is you before you sign: enter your password.",
  },
  grant_expired: {
    status: 403,
    sentence:
      "More than five minutes have passed since you confirmed that it is you. Enter your password again.",
  },
  wrong_code: {
    status: 422,
    sentence: "That code is not the one we sent. Check it, or ask for another.",
  },
  code_expired: {
    status: 422,
    sentence:
      "That code is older than ten minutes. Ask for another; what you wrote stays.",
  },
  code_spent: {
    status: 422,
    sentence:
      "There were five wrong tries with this code, so it works no more. Ask for another; what you wrote stays.",
  },
  code_missing: {
    status: 422,
    sentence:
      "No code was mailed for this verdict on this text. Ask for one, then enter it here.",
  },
  too_many_codes: {
    status: 409,
    sentence:
      "Five codes were mailed within an hour. Wait a while, then ask again.",
  },
  mailed_code_not_allowed: {
    status: 409,
    sentence:
      "The review rules of this kind of page do not let anybody sign by a mailed code.",
  },
  expert_not_verified: {
    status: 409,
    sentence:
      "No editor's verification of this person, at this address and for this expertise, stands at the moment.",
  },
  already_verified: {
    status: 409,
    sentence: "This person is verified for this expertise already.",
  },
  link_used: {
    status: 409,
    sentence: "This link has been used already. Sign in, or ask for a new one.",
  },
  link_expired: {
    status: 409,
    sentence: "This link is past its last day. Ask the editor for a new one.",
  },
  request_withdrawn: {
    status: 409,
    sentence: "This request was withdrawn. Nothing is asked of you.",
  },
  link_revoked: {
    status: 409,
    sentence:
      "The editor has taken this link back. Nothing more is asked of you; write to them if you think that is a mistake.",
  },
  has_account: {
    status: 409,
    sentence:
      "This person has an account at this desk. Ask them as a reviewer of the round instead.",
  },
  forbidden: { status: 403, sentence: "Your role does not allow this act." },
  not_found: { status: 404, sentence: notFound },
  gone: { status: 404, sentence: notFound },
  not_your_page: { status: 404, sentence: notFound },
  not_a_reviewer: {
    status: 403,
    sentence: "Only a reviewer can do this.",
  },
  not_an_author: {
    status: 403,
    sentence: "Only an author of this page can do this.",
  },
  not_an_editor: { status: 403, sentence: "Only an editor can do this." },
  not_an_admin: {
    status: 403,
    sentence: "Only an admin of the desk can do this.",
  },
  not_invited: {
    status: 404,
    sentence: "You have not been asked to review this version.",
  },
  lacks_expertise: {
    status: 422,
    sentence:
      "This person is not verified in that expertise. Choose someone who is, or have the expertise verified first.",
  },
  own_work: {
    status: 403,
    sentence:
      "Nobody approves their own words: this person wrote, changed or submitted some of this text.",
  },
  same_editor: {
    status: 403,
    sentence: "A second editor has to do this, not the one who did the first.",
  },
  same_person_twice: {
    status: 409,
    sentence: "One person cannot fill two expertises in the same round.",
  },
  interests_missing: {
    status: 409,
    sentence:
      "Declare your interests first: the yearly declaration and the answer for this page.",
  },
  interests_exclude: {
    status: 403,
    sentence:
      "A personal payment, shares or a patent in a product named on this page, or in its rival, rules this approval out.",
  },
  interests_refused: {
    status: 409,
    sentence:
      "An editor decided that your interest here rules an approval out. If it has ended, say so as an institutional interest, and an editor decides again.",
  },
  interests_found: {
    status: 409,
    sentence:
      "Your yearly declaration names a company that makes a therapy on this page, or a rival of it. Answer with that interest, or put the declaration right first.",
  },
} as const satisfies Record<string, Refusal>;
