import type { RequestHandler } from "express";
import { isPublicAddress } from "~/lib/paths";
import { beforeHeaders } from "./before-headers.server";

/**
 * Says how long an answer may be kept, unless its route said so itself. A
 * public page is asked for again each time: at midnight a date alone can
 * withhold it. Everything else is for one person and is kept nowhere.
 */
export const cacheHeaders: RequestHandler = (request, response, next) => {
  const isPublic = isPublicAddress(request.path);
  beforeHeaders(response, () => {
    if (response.hasHeader("Cache-Control")) return;
    const isShared =
      isPublic &&
      !response.hasHeader("Set-Cookie") &&
      response.statusCode < 500;
    response.setHeader(
      "Cache-Control",
      isShared ? "public, max-age=0, must-revalidate" : "private, no-store",
    );
  });
  next();
};
