import { join } from "node:path";
import express, { type RequestHandler } from "express";

/**
 * The built files. What carries a hash in its name never changes and is kept
 * for ever; an asset that is not there is not found, without asking Remix.
 */
export function staticFiles(root: string): RequestHandler[] {
  const client = join(root, "build", "client");
  const assets = express.Router();
  assets.use(
    "/assets",
    express.static(join(client, "assets"), {
      immutable: true,
      maxAge: "1y",
      index: false,
      fallthrough: false,
    }),
  );
  // Some browsers ask for it on their own, whatever the page says.
  assets.get("/favicon.ico", (_request, response) => {
    response.redirect(301, "/favicon.svg");
  });
  const rest = express.static(client, { maxAge: "1h", index: false });
  return [assets, rest];
}
