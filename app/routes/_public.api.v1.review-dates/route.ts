export { loader } from "../_public.review-dates[.]json";
