import type { RequestEnd } from "~/domain/ended-requests";

type Ended = {
  how: RequestEnd;
  by: string | null;
  toName: string | null;
  versionNumber: number;
};

/**
 * What became of a request, in one clause that a day follows: "Dr Maya Okafor
 * dismissed this request" and then "on 22 November 2026".
 */
export function endInWords({ how, by, toName, versionNumber }: Ended): string {
  const version = `version ${String(versionNumber)}`;
  switch (how) {
    case "dismissed":
      return toName === null
        ? `${by ?? "An editor"} dismissed this request`
        : `${by ?? "An editor"} asked ${toName} in your place`;
    case "handed_over":
      return `This request went to ${toName ?? "somebody else"}, who stands in for you`;
    case "left":
      return "You left the desk, and the request ended";
    case "declined":
      return "You declined this request";
    case "lapsed":
      return "This request lapsed without an answer";
    case "superseded":
      return by
        ? `${by} submitted a newer version`
        : "A newer version was submitted";
    case "taken_back":
      return by
        ? `${by} took ${version} back`
        : `${capital(version)} was taken back`;
    case "archived":
      return `${by ?? "An editor"} archived the page`;
    case "published":
      return by
        ? `${by} published ${version}`
        : `${capital(version)} was published`;
  }
}

/** The same in a word or two, for a list. */
export const endLabels: Record<RequestEnd, string> = {
  dismissed: "Dismissed",
  handed_over: "Handed to a stand-in",
  left: "You left the desk",
  declined: "You declined",
  lapsed: "No answer in time",
  superseded: "Newer version",
  taken_back: "Taken back",
  archived: "Page archived",
  published: "Published",
};

/** What follows for the reviewer, in a sentence or two. */
export function nothingAsked(ended: {
  how: RequestEnd;
  isAskedAgain: boolean;
  mayStillAccept: boolean;
}): string {
  const { how, isAskedAgain, mayStillAccept } = ended;
  if (mayStillAccept)
    return "Nobody is asked in your place yet. If you can review it after all, accept it now.";
  if (isAskedAgain) return "You are asked for the newer version.";
  if (how === "superseded")
    return "Nothing more is signed on this version. An editor decides who is asked for the newer one; you need do nothing.";
  if (how === "declined")
    return "You need do nothing. An editor may ask you again.";
  return "You need do nothing, and no reminder of it will come.";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
