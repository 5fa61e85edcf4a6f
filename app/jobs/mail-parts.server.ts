import {
  getPageFacts,
  type PageFacts,
  type RecipientFacts,
} from "~/data/mail-facts.server";
import type { ClaimedMail } from "~/data/outbox.server";
import type { OwnWords } from "~/domain/mail-words";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";
import type { RenderedMail } from "~/mail/render.server";

/** Who reads a mail, what the desk itself says in it, and whether it is only looked at. */
export type Reader = RecipientFacts & { own: OwnWords; isPreview: boolean };

/** Makes one mail from the facts as they stand when it is sent; null when it must not go out. */
export type Maker = (
  mail: ClaimedMail,
  to: Reader,
) => Promise<RenderedMail | null>;

/**
 * The key of a mail that lets its bearer in: made as the mail leaves, so that
 * only its hash is ever stored. A preview gets one that opens nothing. Null
 * when nobody may have one any more.
 */
export async function keyFor(
  to: Reader,
  record: (keyHash: string) => Promise<boolean>,
): Promise<string | null> {
  if (to.isPreview) return "shown-only-in-the-mail";
  const token = makeToken();
  return (await record(hashToken(token))) ? token : null;
}

/** What every mail carries: who reads it, from which desk, and its one link. */
export function shared(to: Reader, url: string) {
  return {
    recipientName: to.name,
    desk: { name: to.deskName, replyTo: to.senderAddress },
    own: to.own,
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
  to: Reader,
  page: PageFacts,
  screen?: string,
): string {
  if (to.isOutside) return here(paths.page(page.slug));
  return screen ? screenOf(page, screen) : here(paths.deskPage(page.slug));
}
