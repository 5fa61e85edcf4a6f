import { auditAnswer, auditQuery } from "../api.v1.audit/schema";
import { overdueAnswer, overdueQuery } from "../api.v1.overdue/schema";
import { deskPageAnswer } from "../api.v1.pages.$slug._index/schema";
import { gateAnswerForPrograms } from "../api.v1.pages.$slug.blockers/schema";
import { pagesAnswer, pagesQuery } from "../api.v1.pages._index/schema";
import { publishedPageAnswer } from "../_public.api.v1.published.$slug/schema";
import {
  publishedAnswer,
  publishedQuery,
} from "../_public.api.v1.published._index/schema";
import { reviewDatesAnswer } from "../_public.api.v1.review-dates/schema";
import {
  answer,
  notChanged,
  onlyReadRefusal,
  parametersOf,
  refusal,
  slugParameter,
  tokenRefusals,
  wrongQuery,
} from "./parts";

/** What every reader may have; no token. */
export const publicReading = {
  "/review-dates": {
    get: {
      operationId: "listReviewDates",
      summary: "Last reviewed and next review due of every public page",
      responses: {
        200: answer("By address.", reviewDatesAnswer),
        ...onlyReadRefusal,
      },
    },
  },
  "/published": {
    get: {
      operationId: "listPublished",
      summary: "The pages that readers can read today",
      description:
        "By address, a hundred at a time. A page that is missing here may be withheld or withdrawn: show no copy of it, and ask for it by its address to learn why. Asked for again each time, an answer is never older than the desk.",
      parameters: parametersOf(publishedQuery),
      responses: {
        200: answer("One part of the list.", publishedAnswer),
        ...{ ...notChanged, ...onlyReadRefusal, ...wrongQuery },
      },
    },
  },
  "/published/{slug}": {
    get: {
      operationId: "getPublished",
      summary: "One page as readers have it today",
      description:
        "Whoever shows its text shows its notices, its dates and its people with it. Addresses in html are those of this desk.",
      parameters: [slugParameter],
      responses: {
        200: answer(
          "The page; without text while it is withheld.",
          publishedPageAnswer,
        ),
        301: refusal("It was renamed; see Location."),
        ...{ ...notChanged, ...onlyReadRefusal },
        404: refusal("No page was published at this address."),
        410: refusal("Withdrawn or archived. Destroy every copy of its text.", {
          page: publishedPageAnswer,
        }),
      },
    },
  },
};

const notTheirs = {
  301: refusal("It was renamed; see Location."),
  404: refusal("No such page, or none that this person may know of."),
};

const security = [{ token: [] }];

/** What a token’s person may read of the desk; a token of any scope. */
export const deskReading = {
  "/overdue": {
    get: {
      operationId: "listOverdue",
      summary: "Pages past their review date, and who holds each",
      description:
        "As desk overdue prints them, as far as the token’s person may know of them: editors, clinical leads and admins every page that is not confidential, others their own. The longest overdue first, a hundred at a time.",
      security,
      parameters: parametersOf(overdueQuery),
      responses: {
        200: answer("One part of the list.", overdueAnswer),
        ...{ ...tokenRefusals, ...wrongQuery },
      },
    },
  },
  "/audit": {
    get: {
      operationId: "listAudit",
      summary: "The record of acts, in its order",
      description:
        "For editors, clinical leads and admins. A hundred at a time; entries are never changed or removed, so that whoever goes on from nextAfter misses none. Each entry’s hash is worked out from what it says and from the hash before it; the first follows sixty-four zeros.",
      security,
      parameters: parametersOf(auditQuery),
      responses: {
        200: answer("One part of the record.", auditAnswer),
        403: refusal("This person may not read the record."),
        ...{ ...tokenRefusals, ...wrongQuery },
      },
    },
  },
  "/pages": {
    get: {
      operationId: "listPages",
      summary: "The pages of the desk, in every state",
      description:
        "As the desk lists them to the token’s person: editors, clinical leads and admins every page that is not confidential, others their own and those that they review. The soonest due first, a hundred at a time.",
      security,
      parameters: parametersOf(pagesQuery),
      responses: {
        200: answer("One part of the list.", pagesAnswer),
        ...{ ...tokenRefusals, ...wrongQuery },
      },
    },
  },
  "/pages/{slug}": {
    get: {
      operationId: "getPage",
      summary: "How one page of the desk stands; none of its text",
      security,
      parameters: [slugParameter],
      responses: {
        200: answer("The page.", deskPageAnswer),
        ...{ ...tokenRefusals, ...notTheirs },
      },
    },
  },
  "/pages/{slug}/blockers": {
    get: {
      operationId: "listBlockers",
      summary: "Every reason why its newest version may not be published now",
      description:
        "What the gate itself lists. For who may read the page at the desk, not for its reviewers. Where the checks did not run for a day, that is one of the reasons; reading runs none.",
      security,
      parameters: [slugParameter],
      responses: {
        200: answer("As desk gate prints them.", gateAnswerForPrograms),
        ...{ ...tokenRefusals, ...notTheirs },
      },
    },
  },
};
