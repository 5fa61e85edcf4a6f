import { environment } from "~/lib/environment.server";
import { describeApi } from "./describe";

/** What programs may ask of `/api/v1`, for their tools. */
export function loader(): Response {
  return Response.json(describeApi(environment().origin), {
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
