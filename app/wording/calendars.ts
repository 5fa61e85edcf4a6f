/** What a calendar shows on a day; gene first, as everywhere. */
export function calendarLine(entry: {
  what: "answer" | "review" | "page_due" | "going_out";
  gene: string | null;
  title: string;
}): string {
  const { what, gene, title } = entry;
  return gene === null
    ? `${title}: ${matters[what]}`
    : `${gene}: ${matters[what]} (${title})`;
}

const matters = {
  answer: "say whether you will review it",
  review: "review due",
  page_due: "next review of the page due",
  going_out: "scheduled to go out",
};

/** Why an address gives no calendar. */
export const calendarRefusals = {
  unreadable: {
    status: 404,
    sentence:
      "This is not the address of a calendar: its token cannot be read. Copy the whole address again from the desk.",
  },
  unknown: {
    status: 404,
    sentence: "There is no calendar at this address.",
  },
  revoked: {
    status: 410,
    sentence:
      "This address was revoked. Make a new one at the desk, under Calendars.",
  },
  person_inactive: {
    status: 410,
    sentence: "The account that this calendar belongs to is switched off.",
  },
  not_an_editor: {
    status: 403,
    sentence: "The calendar of the whole desk is for its editors.",
  },
};
