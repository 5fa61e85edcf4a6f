import { signWithInterest } from "./beside";
import { runAlerts } from "~/jobs/run-alerts.server";
import { createSendMail } from "~/mail/send.server";
import type { DemoPage } from "./demo-page";
import { demoPages } from "./pages";
import { PagePlay } from "./page-play";
import { demoPeople, type DemoName } from "./people";
import { playPresent } from "./present";
import { playReusables } from "./reusables";
import type { Stage } from "./stage";
import { completeTp53 } from "./whole-page";

/** Nothing of the demo leaves the machine, whatever SMTP_URL says. */
const keepMail = createSendMail(undefined);

/** The page of the demo with this beginning of a slug. */
export function pageOf(beginning: string): DemoPage {
  const page = demoPages.find(({ slug }) => slug.startsWith(beginning));
  if (!page) throw new Error(`the demo has no page ${beginning}`);
  return page;
}

/** Everybody declares their interests, as they do each year. */
export async function declareAll(stage: Stage): Promise<void> {
  for (const name of Object.keys(demoPeople)) {
    await stage.act(name as DemoName, "declare_interests", true, "");
  }
}

/** What this desk says of its own in its mails. */
async function writeMailWords(stage: Stage): Promise<void> {
  await stage.act(
    ...(["maya", "write_mail_words", "review_requested"] as const),
    "Thank you for reading for {desk}. You can stop and go on later: what you typed is kept.",
    "If the day to review by does not suit you, reply to this mail: the editor can give you more time.",
    0,
  );
  await stage.act(
    ...(["maya", "write_mail_words", "every_mail", ""] as const),
    "The editors of {desk}\nTelephone 020 7946 0018, weekdays 9 to 5",
    0,
  );
}

/** Lets the clock of the desk run once, as it would have that day. */
export async function passTheDay(): Promise<void> {
  const { error } = await runAlerts(keepMail);
  if (error) throw new Error(`the demo's alerts failed: ${error}`);
}

/** Two years of a desk, the oldest first. */
export async function playHistory(
  stage: Stage,
  progress: (line: string) => void,
): Promise<void> {
  const play = (beginning: string, author: DemoName) =>
    new PagePlay(stage, pageOf(beginning), author);

  progress("  two years ago: people, collections, the first pages");
  await declareAll(stage);
  const cancer = await stage.act<string>(
    "maya",
    "set_collection",
    ...["cancer", "Cancer genetics", stage.idOf("ruth")],
  );
  const heart = await stage.act<string>(
    "maya",
    "set_collection",
    ...["inherited", "Inherited disease", stage.idOf("daniel")],
  );
  await playReusables(stage);
  await writeMailWords(stage);
  await stage.goTo(714);
  const palb2 = await play("palb2", "amira").write(cancer);
  await palb2.submit();
  await palb2.reviewedBy(
    "maya",
    ["jonas", "clinician"],
    ["owen", "medical_editor"],
  );
  await palb2.publish("maya");
  await passTheDay();

  progress("  last year: pages that have since grown old");
  await stage.goTo(452);
  await declareAll(stage);
  const egfr = await play("egfr", "tom").write(cancer);
  await egfr.submit();
  await egfr.reviewedBy("maya", ...clinicianPanel);
  await egfr.publish("daniel");
  await stage.goTo(430);
  const ntrk = await play("ntrk", "amira").write(cancer);
  await ntrk.submit();
  await ntrk.reviewedBy("daniel", ...clinicianPanel);
  await ntrk.publish("maya");
  await stage.goTo(420);
  const hfe = await play("hfe", "tom").write(heart);
  await hfe.submit();
  await hfe.reviewedBy(
    "maya",
    ["ngozi", "clinician"],
    ["sara", "medical_editor"],
  );
  await hfe.publish("maya");
  await stage.goTo(378);
  const ros1 = await play("ros1", "amira").write(cancer);
  await ros1.submit();
  await ros1.reviewedBy("maya", ...clinicianPanel);
  await ros1.publish("maya");
  await passTheDay();

  progress("  this year: pages in date, one withdrawn, one archived");
  await stage.goTo(300);
  await declareAll(stage);
  const tp53 = await play("tp53", "tom").write(cancer);
  await completeTp53(stage, tp53);
  await tp53.submit();
  await tp53.reviewedBy(
    "maya",
    ["marta", "laboratory_scientist"],
    ["owen", "medical_editor"],
  );
  await tp53.publish("daniel");
  await stage.goTo(240);
  const ldlr = await play("ldlr", "amira").write(heart);
  await ldlr.submit();
  await ldlr.reviewedBy("daniel", ...clinicianPanel);
  await ldlr.publish("daniel");
  await stage.goTo(150);
  const brca1 = await play("brca1", "tom").write(cancer);
  await brca1.submit();
  await brca1.reviewedBy("maya", ["lina", "laboratory_scientist"]);
  await signWithInterest(stage, brca1);
  await brca1.reviewedBy("maya", ["owen", "medical_editor"]);
  await brca1.publish("maya");
  await passTheDay();

  await playPresent(stage, progress, {
    play,
    cancer,
    heart,
    ...{ ntrk, hfe, tp53, ldlr, brca1 },
  });
}

/** Whom a clinician page asks: laboratory and clinic first, then the editor of the words. */
const clinicianPanel: [
  DemoName,
  "clinician" | "laboratory_scientist" | "medical_editor",
][] = [
  ["lina", "laboratory_scientist"],
  ["jonas", "clinician"],
  ["owen", "medical_editor"],
];
