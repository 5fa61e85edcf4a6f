import { isOrcid } from "~/domain/orcid";
import { aiLevels, audiences, pageKinds } from "~/domain/words";
import { isRegistryCode } from "./attribute-rules";
import {
  list,
  listOnce,
  matching,
  oneOf,
  orNull,
  record,
  text,
  type Reader,
} from "./fields";
import { isDay } from "./iso-dates";
import {
  creditRoles,
  topicTypes,
  type AiUse,
  type Credit,
  type Metadata,
  type Topic,
} from "./page-content";

const uuid = matching(
  (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  "A person is named by their id.",
);
const day = matching(isDay, "A day is written YYYY-MM-DD.");
const month = matching(
  (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
  "A month is written YYYY-MM.",
);
const orcid = matching(isOrcid, "An ORCID has sixteen digits that add up.");
const language = matching(
  isLanguage,
  "A language is written as a BCP 47 tag, such as en-GB.",
);
const jurisdiction = matching(
  (value) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(value),
  "A jurisdiction is an ISO 3166 code, such as GB or GB-ENG.",
);
const code = matching(
  isRegistryCode,
  "A code is a registry and a number, such as HGNC:10261.",
);

const topic: Reader<Topic> = record({
  type: oneOf(topicTypes),
  code: orNull(code),
  label: text(200),
});

const credit: Reader<Credit> = record({
  personId: orNull(uuid),
  name: text(200),
  role: oneOf(creditRoles),
  credentials: text(300),
  affiliation: text(300),
  orcid: orNull(orcid),
  from: orNull(month),
  until: orNull(month),
});

const aiUse: Reader<AiUse> = record({
  level: oneOf(aiLevels),
  tool: orNull(text(200)),
  usedOn: orNull(day),
  drafterId: orNull(uuid),
  verifierId: orNull(uuid),
});

/**
 * The metadata of a page: every field present, none unknown. Texts may be
 * empty, because a draft may be incomplete; what is there has its right form.
 */
export const metadataShape = {
  title: text(300),
  kind: oneOf(pageKinds),
  audience: oneOf(audiences),
  language,
  jurisdictions: listOnce(jurisdiction, 50),
  topics: list(topic, 100),
  tags: listOnce(text(80), 100),
  credits: list(credit, 200),
  aiUse,
  changeNote: text(5_000),
} satisfies { [Field in keyof Metadata]: Reader<Metadata[Field]> };

/** A language with, perhaps, a script and a region, in the usual case. */
function isLanguage(value: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(value);
}
