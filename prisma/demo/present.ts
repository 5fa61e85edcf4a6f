import { reportMistake } from "~/commands/report-mistake.server";
import { canonicalContent } from "~/content/canonical";
import { emptyContent } from "~/content/empty-content";
import { giveBlockIds } from "~/content/block-ids";
import { blockText } from "~/content/plain-text";
import { blockIdOf, type PageContent } from "~/content/page-content";
import { environment } from "~/lib/environment.server";
import { absolute, paths } from "~/lib/paths";
import { brca1Correction } from "./pages/brca1-hereditary-breast-and-ovarian-cancer";
import { ldlrSecond } from "./pages/ldlr-familial-hypercholesterolaemia";
import { vhlSuggestions } from "./pages/vhl-explained";
import { askOutside, keepConfidential, makeSet } from "./beside";
import { declareAll, pageOf, passTheDay } from "./history";
import type { PagePlay } from "./page-play";
import type { DemoName } from "./people";
import type { Stage } from "./stage";

type Earlier = {
  play: (beginning: string, author: DemoName) => PagePlay;
  cancer: string;
  heart: string;
  ntrk: PagePlay;
  hfe: PagePlay;
  tp53: PagePlay;
  ldlr: PagePlay;
  brca1: PagePlay;
};

/** The last four months, up to this morning. */
export async function playPresent(
  stage: Stage,
  progress: (line: string) => void,
  { play, cancer, heart, ntrk, hfe, tp53, ldlr, brca1 }: Earlier,
): Promise<void> {
  await stage.goTo(120);
  await ldlr.rewrite((content) => ({
    ...withBlocks(content, [...content.body.content, ...ldlrSecond.additions]),
    changeNote: ldlrSecond.changeNote,
  }));
  await ldlr.submit();
  await ldlr.reviewedBy(
    "maya",
    ["marta", "laboratory_scientist"],
    ["ngozi", "clinician"],
    ["sara", "medical_editor"],
  );
  await ldlr.publish("daniel");
  await stage.goTo(100);
  await stage.act(
    "maya",
    "withdraw",
    ...[ntrk.pageId, "out_of_date", false],
    "The evidence has moved on and nobody can rewrite the page this quarter.",
  );
  await stage.goTo(60);
  await stage.act(
    "daniel",
    "archive_page",
    hfe.pageId,
    "The terms are explained on the pages that use them.",
  );
  await passTheDay();

  progress("  this month: drafts, reviews, a disagreement, a correction");
  await stage.goTo(40);
  await declareAll(stage);
  const vhl = await play("vhl", "amira").write(cancer);
  await vhl.submit();
  await vhl.reviewedBy(
    "maya",
    ["ngozi", "clinician"],
    ["sara", "medical_editor"],
  );
  await vhl.publish("maya");
  await stage.goTo(25);
  await importElsewhere(stage);
  await stage.goTo(14);
  await stage.act(
    "amira",
    "create_page",
    ...["cftr-carrier-questions", "patient_qa", stage.idOf("amira"), heart],
    canonicalContent(unfinished(play("cftr", "amira").content)),
  );
  await passTheDay();
  await readInboxes(stage);
  await stage.goTo(12);
  const fbn1 = await play("fbn1", "tom").write(heart);
  await fbn1.submit();
  await fbn1.reviewedBy(
    "daniel",
    ["marta", "laboratory_scientist"],
    ["ngozi", "clinician"],
    ["sara", "medical_editor"],
  );
  await stage.goTo(9);
  const sdhb = await play("sdhb", "tom").write(cancer);
  await sdhb.submit();
  await sdhb.assign("maya", "marta", "laboratory_scientist");
  await sdhb.assign("maya", "sara", "medical_editor");
  const mlh1 = await play("mlh1", "amira").write(cancer);
  await mlh1.submit();
  await mlh1.assign("maya", "lina", "laboratory_scientist");
  await mlh1.accept("lina");
  await mlh1.assign("maya", "ngozi", "clinician");
  await passTheDay();
  await stage.goTo(7);
  await mlh1.approve("lina");
  const brca2 = await play("brca2", "amira").write(cancer);
  await makeSet(stage, brca1, brca2);
  await disagree(stage, brca2);
  await askOutside(stage, sdhb);
  const ret = await play("ret", "tom").write(cancer);
  await ret.submit();
  await ret.assign("daniel", "marta", "laboratory_scientist");
  await ret.assign("daniel", "owen", "medical_editor");
  await ret.accept("marta");
  await passTheDay();
  await stage.goTo(5);
  // She does not answer, and is asked no more.
  await mlh1.dismiss("maya", "ngozi");
  // Asked late enough that their requests do not lapse unanswered.
  await mlh1.assign("maya", "jonas", "clinician");
  await mlh1.assign("maya", "owen", "medical_editor");
  await ret.requestChanges(
    "marta",
    "Say which transcript the codon numbers refer to, and name the assay behind the penetrance figures.",
  );
  await vhl.rewrite((content) => ({
    ...content,
    tags: [...content.tags, "follow-up"],
    changeNote: "Surveillance described in more detail.",
  }));
  await stage.goTo(3);
  for (const reviewer of ["marta", "sara"] as const) {
    await sdhb.accept(reviewer);
    await sdhb.approve(reviewer);
  }
  // Nobody is asked yet: for the screen that asks for several pages at once.
  await tp53.rereview("maya");
  await schedule(stage, fbn1);
  await keepConfidential(stage, fbn1);
  await correct(stage, brca1);
  await planLeave(stage, ldlr.pageId);
  await suggest(stage, vhl);
  await passTheDay();
  await stage.goTo(0, 0);
  await stage.act(
    "maya",
    "raise_watch_item",
    ...["guideline_superseded", "pmid", "32457520"],
    "A newer edition of this guideline is in preparation. Does the surveillance that we describe still hold?",
    ...[null, null, null],
  );
  // Nobody in particular, with no account.
  const report = await reportMistake("vhl-explained", {
    what: "The table says one scan looks at the kidneys and the pancreas. My clinic books two. Which of the two is right?",
    readAt: absolute(
      environment().origin,
      paths.pageVersion("vhl-explained", 1),
    ),
  });
  if (!report.ok) throw new Error(`the report was refused: ${report.because}`);
  await passTheDay();
}

/** An open set of suggestions, for the author to meet in the text and answer. */
async function suggest(stage: Stage, vhl: PagePlay): Promise<void> {
  const { id, revision } = await stage.one<{ id: string; revision: number }>(
    "SELECT id, revision FROM desk.draft WHERE page_id = $1 AND closed_at IS NULL",
    [vhl.pageId],
  );
  const { body } = vhl.content;
  const proposed = vhlSuggestions.reduce(
    (blocks, [find, replace]) => replaceWords(blocks, find, replace),
    body.content,
  );
  await stage.act(
    "sara",
    "save_suggestions",
    ...[id, revision, null],
    ...[canonicalContent(withBlocks(vhl.content, proposed)), "suggesting"],
  );
}

/** A reviewer is away in the whole week in which one of their pages falls due. */
async function planLeave(stage: Stage, pageId: string): Promise<void> {
  const { from, until } = await stage.one<{ from: string; until: string }>(
    `SELECT (s.next_review_due - 6)::text AS from, (s.next_review_due + 6)::text AS until FROM desk.page_standing s WHERE s.page_id = $1`,
    [pageId],
  );
  await stage.act(
    "marta",
    "record_absence",
    ...[stage.idOf("marta"), from, until, "{}"],
  );
}

/** A page published elsewhere, with what it says of itself as history. */
async function importElsewhere(stage: Stage): Promise<void> {
  const page = pageOf("kras");
  const { title, kind, topics, jurisdictions, blocks } = page;
  const content = giveBlockIds({
    ...emptyContent(kind, { title, topics, jurisdictions }),
    body: { type: "doc", content: blocks },
  });
  const reviewed = await stage.dayAgo(800);
  const due = await stage.dayAgo(70);
  const pageId = await stage.act<string>(
    "maya",
    "import_page",
    ...[page.slug, kind, canonicalContent(content)],
    JSON.stringify([
      {
        kind: "last_reviewed",
        raw: `Last reviewed: ${reviewed}`,
        value: reviewed,
        precision: "day",
      },
      {
        kind: "next_review_due",
        raw: `Next review due: ${due}`,
        value: due,
        precision: "day",
      },
    ]),
    JSON.stringify({
      address: "https://www.example.org/genes/kras",
      lastReviewed: reviewed,
      nextDue: due,
    }),
  );
  await stage.act("maya", "set_backlog_inputs", pageId, "medium", 1_200);
}

/** Two clinicians read the same page: one signs, one does not. */
async function disagree(stage: Stage, brca2: PagePlay): Promise<void> {
  await brca2.submit();
  await brca2.assign("maya", "jonas", "clinician");
  await brca2.assign("maya", "ngozi", "clinician");
  await brca2.accept("jonas");
  await brca2.accept("ngozi");
  await brca2.approve("jonas");
  const [first] = brca2.content.body.content;
  const [words = ""] = first ? blockText(first).split(/(?<=[.?])\s/) : [];
  const remark = await brca2.mustFix(
    "ngozi",
    words,
    "The answer must say that screening advice differs between services; as it stands it promises too much.",
  );
  await stage.act(
    "amira",
    "reply_to_comment",
    ...[remark, "Would “ask what your own service offers” say enough?"],
  );
  await brca2.requestChanges(
    "ngozi",
    "I cannot sign an answer that promises screening which many services do not offer.",
  );
}

async function schedule(stage: Stage, fbn1: PagePlay): Promise<void> {
  const { id, sha } = fbn1.version;
  await stage.check(id);
  const { at } = await stage.one<{ at: Date }>(
    "SELECT date_trunc('day', clock_timestamp()) + interval '6 days 8 hours' AS at",
    [],
  );
  await stage.act(
    "daniel",
    "schedule_publication",
    await stage.grant("daniel", "schedule", sha),
    ...[id, sha],
    at,
  );
}

/** A safety correction in flight: signed by the clinician, waiting for an editor. */
async function correct(stage: Stage, brca1: PagePlay): Promise<void> {
  const { find, replace, reason } = brca1Correction;
  const wrong = brca1.content.body.content.find((block) =>
    blockText(block).includes(find),
  );
  const blockId = wrong && blockIdOf(wrong);
  if (!blockId) throw new Error("the demo's correction finds no block");
  await stage.act("tom", "open_correction", brca1.pageId, [blockId], reason);
  await brca1.rewrite(
    (content) =>
      withBlocks(
        { ...content, changeNote: reason },
        content.body.content.map((block) =>
          blockIdOf(block) === blockId
            ? replaceWords(block, find, replace)
            : block,
        ),
      ),
    "correction",
  );
  await brca1.submit("correction", "clinician");
  await brca1.assign("maya", "ngozi", "clinician");
  await brca1.assign("maya", "daniel", "editor");
  await brca1.accept("ngozi");
  await brca1.approve("ngozi");
}

function replaceWords<Node>(node: Node, find: string, replace: string): Node {
  // The words stand in one text node; the rest of the block is kept as it is.
  return JSON.parse(JSON.stringify(node).replace(find, replace)) as Node;
}

function withBlocks(
  content: PageContent,
  blocks: PageContent["body"]["content"],
): PageContent {
  return { ...content, body: { type: "doc", content: blocks } };
}

/** A draft that its author left in the middle. */
function unfinished(content: PageContent): PageContent {
  return withBlocks(
    { ...content, changeNote: "" },
    content.body.content.slice(0, 2),
  );
}

/** Everybody has read what they were told until now. */
async function readInboxes(stage: Stage): Promise<void> {
  const { now } = await stage.one<{ now: Date }>(
    "SELECT desk.clock() AS now",
    [],
  );
  for (const name of stage.ids.keys())
    await stage.act(name, "mark_alerts_seen", now);
}
