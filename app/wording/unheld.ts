import { needLabel } from "./labels";

type Unheld = {
  lacks: "schedule" | "owner" | "seat" | "bench";
  expertise: string | null;
};

/** "No owner who is here", "Nobody asked as clinician". */
export function unheldInWords({ lacks, expertise }: Unheld): string {
  const as = needLabel(expertise ?? "").toLowerCase();
  switch (lacks) {
    case "schedule":
      return "No day for its next review: none is stated, and no rules give one";
    case "owner":
      return "No owner who is here";
    case "seat":
      return `Its open review has nobody as ${as}`;
    case "bench":
      return `Too few on this desk could review it as ${as}`;
  }
}
