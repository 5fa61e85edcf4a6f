/** What became of one delivery to another program. */
export const deliveryStateLabels = {
  queued: "Waiting.",
  sending: "Being sent.",
  sent: "Arrived.",
  failed: "Given up.",
  skipped: "Not sent: revoked, or the page became confidential.",
};
