import { findFallenSetFacts, listFallenWith } from "~/data/fallen-sets.server";
import { findScheduleForecast } from "~/data/desk-mail-facts.server";
import { getPublicationFacts } from "~/data/mail-facts.server";
import { paths } from "~/lib/paths";
import { renderMail } from "~/mail/render.server";
import {
  here,
  type Maker,
  pageOf,
  screenFor,
  screenOf,
  shared,
} from "./mail-parts.server";
import { textProp } from "./mail-props";

/** Mails of taking back and going out. */
export const takingBackMails: Record<string, Maker> = {
  async withdrawn(mail, to) {
    const page = await pageOf(mail);
    const { withdrawalType, withdrawnBy, withdrawnOn, versionNumber } =
      await getPublicationFacts(textProp(mail, "publicationId"));
    if (!withdrawalType || !withdrawnBy || !withdrawnOn) return null;
    return renderMail("withdrawn", {
      ...shared(to, screenFor(to, page)),
      page,
      versionNumber,
      withdrawalType,
      withdrawnBy,
      withdrawnOn,
      together: await listFallenWith(page.id, mail.recipientId),
    });
  },
  async set_fallen(mail, to) {
    const page = await pageOf(mail);
    const facts = await findFallenSetFacts(
      page.id,
      textProp(mail, "fallenPageId"),
      mail.recipientId,
    );
    // It stands again, or out of that set: nothing to tell of.
    if (!facts) return null;
    return renderMail("set_fallen", {
      ...shared(to, screenFor(to, page, "public")),
      ...facts,
      page,
    });
  },
  async reinstated(mail, to) {
    const page = await pageOf(mail);
    return renderMail("reinstated", {
      ...shared(to, here(paths.page(page.slug))),
      ...(await getPublicationFacts(textProp(mail, "publicationId"))),
      page,
    });
  },
  async page_archived(mail, to) {
    const page = await pageOf(mail);
    return renderMail("page_archived", {
      ...shared(to, screenFor(to, page, "history")),
      archivedBy: textProp(mail, "by"),
      page,
    });
  },
  async page_renamed(mail, to) {
    const page = await pageOf(mail);
    return renderMail("page_renamed", {
      ...shared(to, screenFor(to, page)),
      renamedBy: textProp(mail, "by"),
      oldAddress: paths.page(textProp(mail, "from")),
      newAddress: paths.page(textProp(mail, "to")),
      page,
    });
  },
  async rehearsal_refused(mail, to) {
    const page = await pageOf(mail);
    const forecast = await findScheduleForecast(
      textProp(mail, "scheduleId"),
      textProp(mail, "step"),
    );
    // Cleared, cancelled or carried out meanwhile: nothing to warn of.
    if (!forecast) return null;
    return renderMail("rehearsal_refused", {
      ...shared(to, screenOf(page, "publish")),
      ...forecast,
      page,
    });
  },
};
