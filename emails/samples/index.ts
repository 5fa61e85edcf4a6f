import type { MailProps } from "../kinds";
import { askedSamples } from "./asked";
import { decidedSamples } from "./decided";
import { publicSamples } from "./public";
import { deskSamples } from "./desk";

/** One mail of each kind, as the desk would write it: people and pages are invented. */
export const samples: MailProps = {
  ...askedSamples,
  ...decidedSamples,
  ...publicSamples,
  ...deskSamples,
};
