import { Router } from "express";

/** Why the desk cannot serve, in a few words for whoever watches it; null when it can. */
export type FindUnreadiness = () => Promise<string | null>;

/** Whether reminders and mails go out; the facts are for whoever watches. */
export type FindAlertHealth = () => Promise<{
  isAlive: boolean;
  lastError: string | null;
}>;

/** Whether every page has an owner and can be reviewed; the counts are for whoever watches. */
export type FindPageHealth = () => Promise<{ owner: number; bench: number }>;

/**
 * Whether the process lives, whether it can serve, and whether the alert
 * engine is alive, and whether every page is held. For machines: no
 * session, no limit, not in the access log.
 */
export function healthRoutes(
  findUnreadiness: FindUnreadiness,
  findAlertHealth: FindAlertHealth,
  findPageHealth: FindPageHealth,
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
    // Anybody may ask; why a run broke off can quote what is nobody else's.
    findAlertHealth().then(({ lastError: _, ...health }) => {
      response
        .status(health.isAlive ? 200 : 503)
        .set("Cache-Control", "no-store")
        .json(health);
    }, next);
  });
  routes.get("/healthz/pages", (_request, response, next) => {
    findPageHealth().then((unheld) => {
      response
        .status(unheld.owner + unheld.bench === 0 ? 200 : 503)
        .set("Cache-Control", "no-store")
        .json(unheld);
    }, next);
  });
  return routes;
}
