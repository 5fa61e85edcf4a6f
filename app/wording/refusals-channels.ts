import type { Refusal } from "./refusal";

/** Refusals about calendars and about the programs that the desk tells. */
export const refusalsChannels = {
  too_many_addresses: {
    status: 409,
    sentence:
      "You have ten addresses that work. Revoke one that you no longer use first.",
  },
  too_many_webhooks: {
    status: 409,
    sentence:
      "The desk tells twenty programs already. Revoke one that is no longer used first.",
  },
  mail_words_changed: {
    status: 409,
    sentence:
      "Another admin changed these words while you had them open. What you typed is kept below, theirs stands beside it: keep yours over theirs, or take theirs in.",
  },
  mail_words_missing: {
    status: 422,
    sentence:
      "Write an opening or a closing. To say nothing of your own, go back to the shipped words.",
  },
  mail_words_faulty: {
    status: 422,
    sentence: "A mail with these words would be broken. Nothing was kept.",
  },
  webhook_not_https: {
    status: 422,
    sentence:
      "Give a whole address that begins with https:// and holds no name or password.",
  },
  webhook_unresolved: {
    status: 422,
    sentence: "The name in this address is not known, so nothing can be sent.",
  },
  webhook_private: {
    status: 422,
    sentence:
      "This address leads into a private network. The desk sends to the public internet only.",
  },
} as const satisfies Record<string, Refusal>;
