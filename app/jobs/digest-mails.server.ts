import { getBacklogPlan } from "~/data/backlog-plan.server";
import { type DigestFacts, getDigestFacts } from "~/data/digest-facts.server";
import { addDays } from "~/domain/days";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import { here, type Maker, shared } from "./mail-parts.server";
import { optionalTextProp } from "./mail-props";

/** The mail of all that a person is reminded of in one day. */
export const digestMails: Record<string, Maker> = {
  async review_due_digest(mail, to) {
    const facts = await getDigestFacts(mail.id);
    if (facts.pages.length === 0) return null;
    const digest = await renderMail("review_due_digest", {
      ...shared(to, here(screenFor(facts))),
      today: to.today,
      items: facts.pages.flatMap(({ told, ...page }) =>
        told.map((each) => ({ ...page, page, to: each })),
      ),
      more: facts.more,
      backlog: mail.pageId === null ? await backlogFor(facts) : null,
    });
    const key = optionalTextProp(mail, "stopKey");
    return key === null
      ? digest
      : { ...digest, unsubscribe: here(paths.stopDigests(key)) };
  },
};

/** The page where its owner or reviewer has one, the desk otherwise; the whole list where a mail cannot hold it. */
function screenFor({ pages: [first, ...others], more }: DigestFacts): string {
  if (more.pages > 0)
    return paths.pages({ state: more.overdue > 0 ? "overdue" : "due_soon" });
  const isOwn =
    others.length === 0 &&
    first?.told.every((told) => told === "owner" || told === "last_reviewers");
  return first && isOwn ? paths.deskPage(first.slug) : paths.desk();
}

/**
 * The backlog of pages published elsewhere, for editors and clinical leads;
 * none when nothing waits there. Never a word of a confidential page.
 */
async function backlogFor({ pages }: DigestFacts) {
  const isForThem = pages.some(({ told }) =>
    told.some((as) => as === "editors" || as === "clinical_lead"),
  );
  if (!isForThem) return null;
  const { entries, zeroOn, today } = await getBacklogPlan(null);
  if (entries.length === 0) return null;
  const before = addDays(today, 7);
  return {
    ...{ pages: entries.length, zeroOn },
    isOverdue: entries.filter((entry) => entry.isOverdueThere).length,
    turns: entries
      .filter(({ startsOn }) => startsOn !== null && startsOn < before)
      .map(({ title }) => title),
  };
}
