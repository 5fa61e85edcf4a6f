import { createHash } from "node:crypto";

/** What has happened, as the model remembers it. States are never stored. */
export type Person = {
  id: string;
  /** Who they are in the cast; their name has the mark of a history too. */
  part: string;
  name: string;
  session: string;
  roles: Set<string>;
  expertise: Set<string>;
  /** Where they work, and so whom they are outside of. */
  affiliation: string;
  isActive: boolean;
  /** Last day of the newest yearly declaration. */
  declaredUntil: string | null;
};

export type Credit = { personId: string | null; name: string; role: string };
export type Block = {
  type: string;
  attrs: { id: string };
  content: { type: "text"; text: string }[];
};
export type Doc = {
  schema: 1;
  title: string;
  kind: string;
  audience: string;
  language: string;
  jurisdictions: string[];
  topics: { type: string; code: string | null; label: string }[];
  credits: Credit[];
  aiUse: {
    level: string;
    tool: string | null;
    usedOn: string | null;
    drafterId: string | null;
    verifierId: string | null;
  };
  changeNote: string;
  body: { type: "doc"; content: Block[] };
};

export type Draft = {
  id: string;
  line: "main" | "correction";
  doc: Doc;
  revision: number;
  basedOn: Publication | null;
  scope: string[];
  isOpen: boolean;
  /** Who changed the words at which revision. */
  writing: { revision: number; by: string }[];
};

export type Need = { expertise: string; count: number; step: number };
export type Rules = {
  interval: number;
  respond: number;
  review: number;
  signature: number;
  grace: number;
  needs: Need[];
  /** One approver from outside the institutions of the authors. */
  asksOutsider: boolean;
};

export type Assignment = {
  id: string;
  expertise: string;
  reviewer: Person;
  state: "invited" | "accepted" | "declined" | "lapsed" | "dismissed" | "done";
  answers: Decision | null;
  respondBy: string;
  reviewBy: string;
  /** Values keyed again, by name, and whether the last time was right. */
  keyed: Map<string, boolean>;
};

/** Named by somebody; `isUsed` once they were asked or passed over. */
export type Alternate = {
  expertise: string;
  person: Person;
  by: Person;
  isUsed: boolean;
};

export type Round = {
  id: string;
  kind: "full_review" | "update" | "safety_correction" | "copy_fix";
  rules: Rules;
  needs: Need[];
  scope: string[];
  closed: null | "taken_back" | "superseded" | "published";
  assignments: Assignment[];
  /** Who is asked next for an expertise, in order. */
  alternates: Alternate[];
};

export type Decision = {
  id: string;
  person: Person;
  version: Version;
  expertise: string;
  verdict: "approve" | "request_changes";
  signedAt: number;
  freshFrom: number;
  evidence: string | null;
  due: string | null;
  answers: Decision | null;
  revoked: { kind: string; on: string } | null;
};

export type Finding = {
  id: string;
  rule: string;
  severity: string;
  excerpt: string;
  blockId: string | null;
};
export type CheckRun = { at: number; rules: string; findings: Finding[] };

export type Version = {
  id: string;
  page: Page;
  number: number;
  draft: Draft;
  draftRevision: number;
  basedOn: Publication | null;
  doc: Doc;
  text: string;
  sha: string;
  submitter: string | null;
  writers: Set<string>;
  /** A count of events, to say what came before what. */
  order: number;
  round: Round;
  decisions: Decision[];
  runs: CheckRun[];
};

export type Publication = {
  id: string;
  version: Version;
  lastReviewedOn: string;
  evidence: string;
  due: string;
  grace: number;
  replaces: Publication | null;
  reinstates: Publication | null;
  ended: null | "replaced" | "withdrawn" | "archived";
  withdrawn: null | { isPermanent: boolean; by: string; order: number };
  approvals: Decision[];
  broughtForward: string[];
};

export type Comment = {
  id: string;
  version: Version;
  raisedBy: Person;
  expertise: string | null;
  /** Closed for good, or the editors who have closed it so far. */
  isClosed: boolean;
  editors: Set<string>;
};

export type Schedule = {
  id: string;
  version: Version;
  at: number;
  by: Person;
  isOpen: boolean;
  /** All that were signed in the same act, itself among them. */
  together: Schedule[];
};

export type Answer = {
  id: string;
  person: Person;
  level: "none" | "institutional" | "personal";
  ruling: boolean | null;
};

/** Pages that are published together and fall together. */
export type PageSet = { id: string; pages: Page[] };

export type Page = {
  id: string;
  slug: string;
  kind: string;
  language: string;
  owner: Person | null;
  authors: Set<string>;
  isElsewhere: boolean;
  confidentialUntil: string | null;
  /** The editors named for it while it is confidential. */
  confidants: Set<Person>;
  isArchived: boolean;
  set: PageSet | null;
  drafts: Draft[];
  versions: Version[];
  publications: Publication[];
  answers: Answer[];
  comments: Comment[];
  schedules: Schedule[];
  setAside: { rule: string; excerpt: string; words: string; by: string }[];
  withheld: {
    id: string;
    by: string;
    publication: Publication;
    blockId: string;
    isReturned: boolean;
  }[];
};

/** Days on which somebody is away, and who stands in for which expertise. */
export type Absence = {
  id: string;
  person: Person;
  from: string;
  until: string;
  deputies: Map<string, Person>;
  isEnded: boolean;
};

/** What all the histories in one database share. */
export type World = {
  zone: string;
  /** Days on which nobody works, besides weekends. */
  holidays: Set<string>;
  /** Every address that a page ever had. */
  addresses: Set<string>;
  rules: Map<string, Rules>;
  checksRules: string;
  /** The parts of the cast as somebody plays them who is free again. */
  company: Map<string, Person>;
  /** The pages of the histories that are over. */
  earlier: Page[];
  /** Milliseconds that the desk's clock is ahead of this machine's. */
  ahead: number;
};

export type History = {
  world: World;
  people: Person[];
  pages: Page[];
  absences: Absence[];
  /** Counts the events of this history. */
  order: number;
};

/** All the pages there are, those of earlier histories too. */
export const pagesOf = ({ world, pages }: History): Page[] => [
  ...world.earlier,
  ...pages,
];

export const spellDoc = (doc: Doc): string => JSON.stringify(doc);
export const hashOf = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");
