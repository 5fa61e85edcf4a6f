import { segment } from "./address-parts";

/** The addresses under which other programs ask. */
export const apiPaths = {
  apiDescription: () => "/api/v1/openapi.json",
  apiReviewDates: () => "/api/v1/review-dates",
  apiPublishedPage: (slug: string) => `/api/v1/published/${segment(slug)}`,
  apiPage: (slug: string) => `/api/v1/pages/${segment(slug)}`,
  apiBlockers: (slug: string) => `/api/v1/pages/${segment(slug)}/blockers`,
};
