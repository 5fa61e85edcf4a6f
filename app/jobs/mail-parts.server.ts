import {
  getPageFacts,
  type PageFacts,
  type RecipientFacts,
} from "~/data/mail-facts.server";
import type { ClaimedMail } from "~/data/outbox.server";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import type { RenderedMail } from "~/mail/render.server";

/** Makes one mail from the facts as they stand when it is sent; null when it must not go out. */
export type Maker = (
  mail: ClaimedMail,
  to: RecipientFacts,
) => Promise<RenderedMail | null>;

/** What every mail carries: who reads it, from which desk, and its one link. */
export function shared(to: RecipientFacts, url: string) {
  return {
    recipientName: to.name,
    desk: { name: to.deskName, replyTo: to.senderAddress },
    url,
  };
}

/** The page that a mail is about; throws when it names none. */
export async function pageOf(mail: ClaimedMail): Promise<PageFacts> {
  if (!mail.pageId) throw new Error(`the mail ${mail.id} names no page`);
  return getPageFacts(mail.pageId);
}

/** The whole address of a path of ours. */
export function here(path: string): string {
  return absolute(environment().origin, path);
}

/** The whole address of one screen of a page. */
export function screenOf(page: PageFacts, screen: string): string {
  return here(paths.deskPageAct(page.slug, screen));
}

/** A screen of the desk about a page; its public address for whoever has no way into the desk. */
export function screenFor(
  to: RecipientFacts,
  page: PageFacts,
  screen?: string,
): string {
  if (to.isOutside) return here(paths.page(page.slug));
  return screen ? screenOf(page, screen) : here(paths.deskPage(page.slug));
}
