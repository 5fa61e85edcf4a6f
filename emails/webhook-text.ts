import { auditActInWords } from "~/wording/audit-acts";

/** One act in one line, for a chat: the page first, then what was done, then where. */
export function webhookText(told: {
  act: string;
  title: string | null;
  url: string;
  deskName: string;
}): string {
  const { act, title, url, deskName } = told;
  if (act === "test")
    return `${deskName}: this is a test. What happens to pages will appear here.`;
  return `${title ?? deskName}: somebody ${auditActInWords(act)}. ${url}`;
}
