import type {
  TriageOutcome,
  WatchKind,
  WatchSubject,
  WatchVia,
} from "~/domain/watch-items";
import { deadlineInWords } from "./days";
import { withheldBlockSentence } from "./notices";

export const watchKindLabels = {
  guideline_superseded: "Guideline superseded",
  retraction: "Retraction",
  gene_renamed: "Gene renamed",
  therapy_status: "Therapy status changed",
  safety_notice: "Safety notice",
  reader_report: "Reader’s report",
} as const satisfies Record<WatchKind, string>;

export const watchSubjectLabels = {
  pmid: "Paper by PMID",
  doi: "Paper by DOI",
  nct: "Trial by NCT number",
  guideline: "Guideline by its name",
  url: "Web address",
  gene: "Gene by its symbol",
  variant: "Variant in HGVS form",
  therapy: "Therapy by its generic name",
  page: "One page by its address",
} as const satisfies Record<WatchSubject, string>;

/** What is wrong with a text that does not have the form of its kind. */
export const subjectForms = {
  pmid: "A PMID has one to eight digits.",
  doi: "A DOI begins with 10. and has a slash, such as 10.1056/nejmoa1406766.",
  nct: "An NCT number is NCT and eight digits.",
  guideline:
    "Give at least three letters or figures of the guideline’s name, such as NG122.",
  url: "Give a whole web address that begins with https:// or http://.",
  gene: "A gene symbol has letters, figures and hyphens only, such as ROS1.",
  variant: "Give the variant in HGVS form, such as p.Gly2032Arg.",
  therapy: "Give the generic name, of at least three letters.",
  page: "Give the last part of the page’s address, such as ros1-rearranged-lung-cancer.",
} as const satisfies Record<WatchSubject, string>;

const prefixes: Partial<Record<WatchSubject, string>> = {
  pmid: "PMID ",
  doi: "doi:",
  page: "/pages/",
};

/** What an item is about, as people name it: "PMID 28632866", "ROS1". */
export function subjectInWords(kind: WatchSubject, label: string): string {
  return `${prefixes[kind] ?? ""}${label}`;
}

/** Who entered an item: a person by name, or what else it came from. */
export function enteredByInWords(
  raisedBy: string | null,
  via: WatchVia,
): string {
  return raisedBy ?? (via === "reader" ? "A reader" : "Reference data");
}

/** Stands in a mail for a reader's words, which nobody has looked at. */
export const readerSaidSomething =
  "A reader says that something on this page is wrong. Their words, which nobody has checked, stand on the desk.";

/** Until when somebody triages: "triage due tomorrow", "triage 2 days late". */
export function triageByInWords(today: string, triageBy: string): string {
  return `triage ${deadlineInWords(today, triageBy)}`;
}

type OutcomeWords = {
  /** What was decided, in the list of what was done. */
  done: string;
  /** The verb on the button that opens the form and on the one that acts. */
  act: string;
  consequences: string[];
};

export const triageWords = {
  no_effect: {
    done: "No effect",
    act: "Sign that it has no effect",
    consequences: [
      "You sign, as a reviewer of this page, that the event leaves every sentence below true.",
      "Your name, your expertise and the text that you read are kept. No date moves.",
    ],
  },
  review_brought_forward: {
    done: "Review brought forward",
    act: "Bring the review forward",
    consequences: [
      "Reminders and the public page follow the earlier day from now on.",
      "Nobody can push it back: only a new signed full review moves it later.",
    ],
  },
  safety_correction: {
    done: "Safety correction",
    act: "Open a safety correction",
    consequences: [
      "A small draft of its own opens for the blocks that you choose; the live text stays until it is signed and published.",
      "One reviewer with the expertise for those blocks and one editor sign it, neither its author.",
    ],
  },
  withheld: {
    done: "Withheld",
    act: "Withhold the blocks",
    consequences: [
      `Readers see at once, in place of each block: “${withheldBlockSentence}”`,
      "A block comes back when another editor gives it back, or with other words through a safety correction.",
    ],
  },
  withdrawn: {
    done: "Withdrawn",
    act: "Withdraw the page",
    consequences: [
      "Readers get no text from this moment, on any address, feed or copy that we serve.",
      "Its owner, authors and reviewers are told. Another editor reinstates it.",
    ],
  },
} as const satisfies Record<TriageOutcome, OutcomeWords>;
