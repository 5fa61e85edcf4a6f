import type { Expertise, Role } from "~/domain/words";
import { paths } from "~/lib/paths";
import { expertiseLabels, roleLabels } from "~/wording/labels";
import { DataTable } from "./data-table";
import { DayText } from "./day-text";
import { EmptyState } from "./empty-state";
import { Person } from "./person";
import { PersonStatus } from "./person-status";

type Row = {
  id: string;
  name: string;
  credentials: string;
  affiliation: string;
  isActive: boolean;
  roles: readonly Role[];
  expertise: readonly Expertise[];
  ownedPages: number;
  openReviews: number;
  interestsUntil: string | null;
};

type Props = { people: readonly Row[]; notJoined: readonly string[] };

/** Everybody of the desk: what they are for and what they hold. */
export function PeopleTable({ people, notJoined }: Props) {
  return (
    <DataTable
      caption="People of this desk"
      rows={people}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Nobody found">
          No name, address or affiliation has these letters in it. Try a part of
          the name.
        </EmptyState>
      }
      columns={[
        {
          key: "person",
          header: "Person",
          isHeading: true,
          cell: ({ id, name, credentials, affiliation }) => (
            <Person
              name={name}
              credentials={credentials}
              note={affiliation}
              href={paths.person(id)}
              ringKey={id}
            />
          ),
        },
        {
          key: "roles",
          header: "Roles",
          cell: ({ roles }) =>
            roles.map((role) => roleLabels[role]).join(", ") || "None",
        },
        {
          key: "expertise",
          header: "Expertise",
          cell: ({ expertise }) =>
            expertise.map((each) => expertiseLabels[each]).join(", "),
        },
        {
          key: "status",
          header: "Account",
          cell: ({ id, isActive }) => (
            <PersonStatus
              isActive={isActive}
              hasJoined={!notJoined.includes(id)}
            />
          ),
        },
        {
          key: "interests",
          header: "Interests",
          cell: ({ interestsUntil }) =>
            interestsUntil === null ? (
              "Not declared"
            ) : (
              <>
                until <DayText day={interestsUntil} />
              </>
            ),
        },
        {
          key: "pages",
          header: "Owns pages",
          isNumber: true,
          cell: ({ ownedPages }) => ownedPages,
        },
        {
          key: "reviews",
          header: "Open reviews",
          isNumber: true,
          cell: ({ openReviews }) => openReviews,
        },
      ]}
    />
  );
}
