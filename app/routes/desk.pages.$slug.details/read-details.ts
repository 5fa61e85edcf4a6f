import { z } from "zod";
import {
  creditRoles,
  type Credit,
  type Topic,
  topicTypes,
} from "~/content/page-content";
import { aiLevels, audiences, pageKinds } from "~/domain/words";
import {
  lineOf,
  optionalLine,
  optionalText,
  severalOf,
} from "~/lib/parse-form";
import { placeOptions } from "~/wording/places";

const optionalId = (sentence: string) =>
  z
    .union([z.literal(""), z.uuid()], { error: sentence })
    .default("")
    .transform((id) => id || null);

export const languageTag = z
  .string({ error: "Name the language, such as en-GB." })
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, {
    error: "Write the language as its tag, such as en-GB or cy.",
  });

/** What the page is, for whom, where it applies and where it belongs. */
export const aboutForm = z.object({
  title: lineOf("Give the page a title.", 300),
  kind: z.enum(pageKinds, { error: "Choose what kind of page it is." }),
  audience: z.enum(audiences, { error: "Choose whom the page is for." }),
  language: languageTag,
  jurisdictions: severalOf(
    placeOptions.map(({ value }) => value),
    "Choose the places from the list.",
  ),
  tags: optionalText(2_000).transform((typed) => [
    ...new Set(
      typed
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
    ),
  ]),
  collection: optionalId("Choose the collection from the list."),
  changeNote: optionalText(5_000),
});

/** One topic; null for a row left empty. */
export const topicRow: z.ZodType<Topic | null> = z
  .object({
    type: z.enum(topicTypes, { error: "Choose what the topic is." }),
    label: z.string().trim().max(200, { error: "Use at most 200 characters." }),
    code: z
      .string()
      .trim()
      .regex(/^([A-Za-z]+:[\w.:/-]{1,60})?$/, {
        error: "A code is a registry and a number, such as HGNC:10261.",
      })
      .transform((code) => code || null),
  })
  .transform((topic) => (topic.label === "" ? null : topic));

const month = z
  .string()
  .trim()
  .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, {
    error: "Write a month as 2014-04.",
  })
  .transform((typed) => typed || null);

/** One author credit; null for a row left empty. A name left empty is the person's. */
export const creditRow: z.ZodType<Credit | null> = z
  .object({
    personId: optionalId("Choose the person from the list."),
    name: optionalLine(200),
    role: z.enum(creditRoles, { error: "Choose author or contributor." }),
    credentials: optionalLine(300),
    affiliation: optionalLine(300),
    orcid: z
      .string()
      .trim()
      .regex(/^((\d{4}-){3}\d{3}[\dX])?$/, {
        error: "Write an ORCID as 0000-0002-1825-0097.",
      })
      .transform((typed) => typed || null),
    from: month,
    until: month,
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    error: "The last month is before the first.",
    path: ["until"],
  })
  .transform((credit) =>
    credit.personId === null && credit.name === "" ? null : credit,
  );

/** How AI was used. What it needs with it is for the gate to say, not for the form. */
export const aiUseForm = z.object({
  level: z.enum(aiLevels, { error: "Say how AI was used." }),
  tool: optionalLine(200).transform((typed) => typed || null),
  usedOn: z
    .union([z.literal(""), z.iso.date()], {
      error: "Give a real day, for example 4 May 2026.",
    })
    .default("")
    .transform((typed) => typed || null),
  drafterId: optionalId("Choose the person from the list."),
  verifierId: optionalId("Choose the person from the list."),
});

/** The person who is to answer for the page. */
export const ownerForm = z.object({
  owner: z.uuid({ error: "Name the person who is answerable for this page." }),
});

/** An author who joins the team or leaves it. */
export const authorForm = z.object({
  author: z.uuid({ error: "Choose an author." }),
});
