import { environment } from "~/lib/environment.server";
import { onlyRead } from "~/lib/problem";
import { describeApi } from "./describe";

export const action = onlyRead;

/** What programs may ask of `/api/v1`, for their tools. */
export function loader(): Response {
  return Response.json(describeApi(environment().origin), {
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
