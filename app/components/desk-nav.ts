import type { Role } from "~/domain/words";
import { paths } from "~/lib/paths";
import {
  hasAnyRole,
  mayNotListPeople,
  mayNotReadAudit,
  mayNotRunDesk,
} from "~/policy/person-roles";
import type { NavItem } from "./staff-nav";

type Wanted = {
  roles: readonly Role[];
  openReviews: number;
  /** Alerts that this person has not read. */
  unreadAlerts: number;
  /** Pages that wait for triage, as far as this person may know of them. */
  waitingTriage: number;
  path: string;
};

/** The places of the desk that a person may go to, in the order of a day's work. */
export function deskNav(wanted: Wanted): NavItem[] {
  const { openReviews, path } = wanted;
  const hasReviews = hasAnyRole(wanted, "reviewer") || openReviews > 0;
  const isLeading = mayNotListPeople(wanted) === null;
  const places = [
    { label: "Desk", href: paths.desk(), isOpen: true },
    {
      label: "Inbox",
      href: paths.inbox(),
      count: wanted.unreadAlerts,
      isOpen: true,
    },
    {
      label: "My reviews",
      href: paths.reviews(),
      count: openReviews,
      isOpen: hasReviews,
    },
    { label: "Pages", href: paths.pages(), isOpen: true },
    { label: "Dates", href: paths.dates(), isOpen: isLeading },
    { label: "Backlog", href: paths.backlog(), isOpen: isLeading },
    {
      label: "Watch items",
      href: paths.watchItems(),
      count: wanted.waitingTriage,
      isOpen: hasAnyRole(
        wanted,
        ...(["editor", "clinical_lead", "reviewer", "author"] as const),
      ),
    },
    { label: "People", href: paths.people(), isOpen: isLeading },
    { label: "Mailbox", href: paths.mailbox(), isOpen: true },
    { label: "Collections", href: paths.collections(), isOpen: isLeading },
    {
      label: "Reusable texts",
      href: paths.reusables(),
      isOpen: isLeading || hasAnyRole(wanted, "author"),
    },
    { label: "Review rules", href: paths.rules(), isOpen: true },
    {
      label: "Audit",
      href: paths.audit(),
      isOpen: mayNotReadAudit(wanted) === null,
    },
    { label: "Webhooks", href: paths.webhooks(), isOpen: isLeading },
    {
      label: "Settings",
      href: paths.deskSettings(),
      isOpen: mayNotRunDesk(wanted) === null,
    },
    { label: "Calendars", href: paths.calendars(), isOpen: true },
    { label: "My interests", href: paths.interests(), isOpen: true },
  ];
  return places
    .filter(({ isOpen }) => isOpen)
    .map(({ label, href, count }) => ({
      label,
      href,
      count,
      isCurrent: isWithin(path, href),
    }));
}

/** The desk's own place is itself only; every other holds what is under it. */
function isWithin(path: string, href: string): boolean {
  const here = path.replace(/\/$/, "");
  if (href === paths.desk()) return here === href;
  return here === href || here.startsWith(`${href}/`);
}
