import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import { accessLog } from "./access-log.server";
import { lastResort } from "./accidents.server";
import { cacheHeaders } from "./cache-headers.server";
import {
  type FindAlertHealth,
  type FindPageHealth,
  type FindUnreadiness,
  healthRoutes,
} from "./health.server";
import { addressLimit, bodyLimit } from "./limits.server";
import { originCheck } from "./origin-check.server";
import { contextOf, requestContext } from "./request-context.server";
import { securityHeaders } from "./security-headers.server";

type Parts = {
  origin: string;
  mode: "production" | "development" | "test";
  /** What serves the built or the watched files, before any page. */
  files: RequestHandler[];
  build: ServerBuild | (() => Promise<ServerBuild>);
  findUnreadiness: FindUnreadiness;
  findAlertHealth: FindAlertHealth;
  findPageHealth: FindPageHealth;
};

/** Proxies on the same machine or network, whose word about the caller counts. */
const nearProxies = ["loopback", "linklocal", "uniquelocal"];

/** Everything that happens to a request, in order, round the pages of Remix. */
export function makeApplication(parts: Parts): Express {
  const isHttps = parts.origin.startsWith("https:");
  const isDevelopment = parts.mode === "development";
  const application = express();
  application.disable("x-powered-by");
  application.set("trust proxy", isHttps ? nearProxies : false);

  application.use(requestContext, securityHeaders({ isHttps, isDevelopment }));
  application.use(
    healthRoutes(
      parts.findUnreadiness,
      parts.findAlertHealth,
      parts.findPageHealth,
    ),
  );
  application.use(compression());
  for (const files of parts.files) application.use(files);
  if (parts.mode !== "test") application.use(accessLog);
  application.use(addressLimit(), bodyLimit, originCheck(parts.origin));
  application.use(cacheHeaders);
  const pages = createRequestHandler({
    build: parts.build,
    mode: parts.mode,
    getLoadContext: (_request, response): AppLoadContext => contextOf(response),
  });
  application.all("*", (request, response, next) => {
    void pages(request, response, next);
  });
  application.use(lastResort);
  return application;
}
