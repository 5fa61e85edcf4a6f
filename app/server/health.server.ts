import { Router } from "express";

/** Why the desk cannot serve, in a few words for whoever watches it; null when it can. */
export type FindUnreadiness = () => Promise<string | null>;

/** Whether reminders and mails go out; the facts are for whoever watches. */
export type FindAlertHealth = () => Promise<{ isAlive: boolean }>;

/**
 * Whether the process lives, whether it can serve, and whether the alert
 * engine is alive. For machines: no
 * session, no limit, not in the access log.
 */
export function healthRoutes(
  findUnreadiness: FindUnreadiness,
  findAlertHealth: FindAlertHealth,
): Router {
  const routes = Router();
  routes.get("/livez", (_request, response) => {
    response
      .set("Cache-Control", "no-store")
      .type("text/plain")
      .send("alive\n");
  });
  routes.get("/readyz", (_request, response, next) => {
    findUnreadiness().then((because) => {
      response
        .status(because ? 503 : 200)
        .set("Cache-Control", "no-store")
        .type("text/plain")
        .send(`${because ?? "ready"}\n`);
    }, next);
  });
  routes.get("/healthz/alerts", (_request, response, next) => {
    findAlertHealth().then((health) => {
      response
        .status(health.isAlive ? 200 : 503)
        .set("Cache-Control", "no-store")
        .json(health);
    }, next);
  });
  return routes;
}
