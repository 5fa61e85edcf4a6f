import { onlyRead } from "~/lib/problem";

export { loader } from "../_public.review-dates[.]json";

export const action = onlyRead;
