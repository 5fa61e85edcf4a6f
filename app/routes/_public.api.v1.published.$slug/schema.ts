import { z } from "zod";
import { creditRoles } from "~/content/page-content";
import { publicStates, roundKinds, withdrawalTypes } from "~/domain/words";
import { listedPublished } from "../_public.api.v1.published._index/schema";

const named = {
  name: z.string(),
  credentials: z.string(),
  affiliation: z.string(),
  orcid: z.string().nullable(),
};

const notice = z.strictObject({
  tone: z.enum(["stop", "warn", "info"]),
  title: z.string(),
  sentences: z.array(z.string()),
  since: z.iso.date().nullable(),
  nextSteps: z.array(z.string()),
});

const author = z.strictObject({
  ...named,
  role: z.enum(creditRoles),
  from: z.string().nullable().describe("A month, such as 2014-04."),
  until: z.string().nullable(),
  interests: z.string().nullable(),
});

const reviewer = z.strictObject({
  ...named,
  expertise: z.string(),
  roundKind: z.enum(roundKinds),
  version: z.int().describe("The version that they signed."),
  meaning: z.string().describe("What the signature says."),
  signedOn: z.iso.date(),
  evidenceCheckedTo: z.iso.date(),
  interests: z.string(),
});

/** A page as readers have it today; without text where they have none. */
export const publishedPageAnswer = z.strictObject({
  ...listedPublished.shape,
  state: z
    .enum(publicStates)
    .describe("Of withheld, withdrawn and archived there is no text."),
  jurisdictions: z.array(z.string()),
  topics: z.array(
    z.strictObject({
      type: z.string().describe("gene, gene_family, fusion or tumour_type."),
      code: z.string().nullable(),
      label: z.string(),
    }),
  ),
  daysOverdue: z.int().nullable(),
  evidenceCheckedTo: z.iso.date(),
  shownUntil: z.iso
    .date()
    .describe("The last day on which the text is shown without a new review."),
  today: z.iso.date().describe("In the desk’s time zone."),
  statusLine: z.string(),
  notices: z
    .array(notice)
    .describe("What stands above the title. Show them with the text."),
  withheldBecause: z
    .enum(["past_grace", "approval_revoked", "set_fell"])
    .nullable(),
  withdrawn: z
    .strictObject({
      on: z.iso.date(),
      type: z.enum(withdrawalTypes).nullable(),
      reason: z.string().nullable().describe("Only of a retraction."),
    })
    .nullable(),
  roundKind: z.enum(roundKinds),
  isAsSigned: z
    .boolean()
    .describe(
      "The SHA-256 of content, written as JSON without spaces and with its keys as they come (RFC 8785), is contentSha256. False where a block is withheld.",
    ),
  withheldBlocks: z
    .array(z.string())
    .describe("Ids of blocks whose words are left out."),
  content: z.looseObject({}).nullable(),
  html: z
    .string()
    .nullable()
    .describe("The text as the page shows it, without what is round it."),
  aiSentence: z.string().nullable().describe("Show it with the text."),
  authors: z.array(author),
  reviewers: z.array(reviewer),
  corrections: z.array(
    z.strictObject({
      publishedOn: z.iso.date(),
      reason: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type PublishedPageAnswer = z.input<typeof publishedPageAnswer>;
