import { problem } from "~/lib/problem";

/** Any address of the API that no other route knows. */
export const loader = (): Response => nothingHere();
export const action = (): Response => nothingHere();

function nothingHere(): Response {
  const sentence =
    "There is nothing at this address; /api/v1/openapi.json lists what there is.";
  return problem(404, "not_found", sentence);
}
