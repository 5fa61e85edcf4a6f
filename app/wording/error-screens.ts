/** What an error screen says: what happened, whether work is safe, what to do. */
export type ErrorScreen = { title: string; happened: string; next: string };

const screens: Record<number, ErrorScreen> = {
  401: {
    title: "You are signed out",
    happened: "This part of the desk is for people who are signed in.",
    next: "Sign in, then open this address again. What you had saved is kept.",
  },
  403: {
    title: "This is not yours to do",
    happened:
      "Your part in this desk does not include what was asked, so nothing was done.",
    next: "If it should, ask an editor or the admin of this desk.",
  },
  404: {
    title: "There is nothing at this address",
    happened:
      "The address may be mistyped, or what was here has moved, or it is not open to you.",
    next: "Search for the gene or condition, or start from the front page.",
  },
  405: {
    title: "This address cannot do that",
    happened: "What was sent is not understood here, so nothing was done.",
    next: "Go back to the page you came from and use its button.",
  },
  409: {
    title: "This has moved on",
    happened:
      "Somebody changed this after you opened it, so nothing was done. What you had saved is kept.",
    next: "Open the page again to see where it stands now.",
  },
  410: {
    title: "This is no longer here",
    happened: "What was at this address was taken away for good.",
    next: "Search for the gene or condition, or start from the front page.",
  },
  429: {
    title: "Too many attempts",
    happened: "Nothing was done, to keep machines from guessing.",
    next: "Wait a few minutes and try again.",
  },
};

const accident: ErrorScreen = {
  title: "Something broke on our side",
  happened:
    "This screen could not be made. What was saved before is safe; what was being sent just now may not have been saved.",
  next: "Go back and look, then try again. If it breaks again, send the reference below to whoever runs this desk.",
};

/** The screen for an HTTP status; anything unforeseen is an accident of ours. */
export function wordError(status: number): ErrorScreen {
  return screens[status] ?? accident;
}
