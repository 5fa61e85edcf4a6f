import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { DataTable } from "../data-table";

export type SectionShown = {
  section: string;
  label: string;
  expertise: string;
  needed: number;
  signer: string | null;
  signedOn: string | null;
  versionNumber: number | null;
  isCarried: boolean | null;
};

type Props = {
  sections: readonly SectionShown[];
  /** Only what concerns one reviewer. */
  expertise?: string;
};

/** Which sections keep the sign-off of an earlier version, and which are to be signed. */
export function KeptSections({ sections, expertise }: Props) {
  const shown = sections.filter(
    (each) => expertise === undefined || each.expertise === expertise,
  );
  if (shown.length === 0) return null;
  return (
    <DataTable
      caption="Sections and their sign-offs"
      rows={shown}
      rowKey={(each) =>
        [each.section, each.expertise, each.signer, each.versionNumber].join(
          " ",
        )
      }
      empty={null}
      columns={[
        {
          key: "section",
          header: "Section",
          isHeading: true,
          cell: ({ label }) => label,
        },
        {
          key: "expertise",
          header: "Expertise",
          cell: (each) => needLabel(each.expertise),
        },
        { key: "signoff", header: "Sign-off", cell: signoffInWords },
      ]}
    />
  );
}

function signoffInWords(each: SectionShown): string {
  if (each.signer === null) return "To be signed in this version";
  const when = each.signedOn ? ` on ${dayInWords(each.signedOn)}` : "";
  return each.isCarried
    ? `Kept from version ${String(each.versionNumber)}: ${each.signer}${when}`
    : `${each.signer}${when}`;
}
