import type { RemarkActing } from "~/components/review/remark-acting";
import type { Candidate } from "~/data/candidates.server";
import type { AskedSeat } from "./load-rounds.server";

/** What the parts of the review screen know besides their round. */
export type RoundsKnown = {
  slug: string;
  language: string;
  personId: string;
  timeZone: string;
  /** Editors and clinical leads assign and release. */
  mayAssign: boolean;
  mayWrite: boolean;
  seat: AskedSeat | null;
  /** The seat whose alternates are being named, "<round>~<expertise>". */
  naming: string | null;
  /** Whom the address proposes for the seat. */
  proposed: string | null;
  candidates: readonly Candidate[];
  /** The form that is open under a remark. */
  acting: RemarkActing | null;
  /** The round whose form for a new remark is open. */
  remarking: string | null;
};
