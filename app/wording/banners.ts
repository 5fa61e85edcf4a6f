/** Sentences above every staff screen, for as long as they are true. */
export const bannerSentences = {
  clockMoved:
    "The desk's clock has been moved, as only a sample or a test may. The days shown here are not the real ones.",
  mailWordsLeftOut:
    "Some of the desk's own words no longer fit their mails and are left out. The mails go with the words they were shipped with.",
  interestsMissing:
    "You have no declaration of interests in force. Without one your approvals do not count.",
} as const;
