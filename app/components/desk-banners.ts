import type { AlertTroubles } from "~/domain/alert-troubles";
import { paths } from "~/lib/paths";
import { alertTroublesInWords } from "~/wording/alert-troubles";
import { bannerSentences } from "~/wording/banners";
import type { BannerItem } from "./banner";

type Facts = {
  isClockMoved: boolean;
  alerts: AlertTroubles;
  timeZone: string;
  interestsUntil: string | null;
  /** Those who answer for reminders are told when none go out. */
  isLeading: boolean;
  /** Kinds of mail whose own words are left out; only admins are told of any. */
  brokenMails: number;
};

/** What the frame warns of, the gravest first. */
export function deskBanners(facts: Facts): BannerItem[] {
  const banners: BannerItem[] = [];
  if (facts.isClockMoved) {
    banners.push({ tone: "stop", sentence: bannerSentences.clockMoved });
  }
  const troubles = alertTroublesInWords(facts.alerts, facts.timeZone);
  if (facts.isLeading && troubles.length > 0) {
    banners.push({
      tone: "stop",
      sentence: troubles.join(" "),
      href: paths.engine(),
      linkText: "See what ran and what waits",
    });
  }
  if (facts.brokenMails > 0) {
    banners.push({
      tone: "warn",
      sentence: bannerSentences.mailWordsLeftOut,
      href: paths.mailTemplates(),
      linkText: "See which words and why",
    });
  }
  if (facts.interestsUntil === null) {
    banners.push({
      tone: "warn",
      sentence: bannerSentences.interestsMissing,
      href: paths.interests(),
      linkText: "Declare your interests",
    });
  }
  return banners;
}
