/**
 * As whom the sample desk can be seen. The addresses are those of three people
 * of the demo; a reader is nobody who is signed in.
 */
export const sampleViews = [
  { value: "author", label: "Author", email: "amira.haddad@example.org" },
  {
    value: "reviewer",
    label: "Reviewer",
    email: "jonas.lindqvist@example.org",
  },
  { value: "editor", label: "Editor", email: "maya.okafor@example.org" },
  { value: "reader", label: "Reader", email: null },
] as const;

export type SampleViewName = (typeof sampleViews)[number]["value"];

/** The view that a person stands for; undefined for anybody else of the demo. */
export function sampleViewOf(email: string): SampleViewName | undefined {
  return sampleViews.find((view) => view.email === email)?.value;
}

/** What everybody of the sample signs in and signs with; it is no secret. */
export const samplePassword = "read-before-you-sign";
