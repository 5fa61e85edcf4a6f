import {
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { failedRequest } from "~/lib/failed-request";
import { paths } from "~/lib/paths";
import { wordError } from "~/wording/error-screens";
import { ButtonLink, ButtonRow } from "./button";
import { SimpleFrame } from "./simple-frame";

/** The title of a document whose screen could not be made. */
export function errorTitle(error: unknown): string {
  return `${wordError(statusOf(error)).title} · Imprimatur`;
}

/** What is shown in place of a screen that could not be made. */
export function ErrorScreen() {
  const status = statusOf(useRouteError());
  const { title, happened, next } = wordError(status);
  const drawn = useRouteLoaderData<{ requestId: string }>("root");
  const reference = failedRequest() ?? drawn?.requestId;
  return (
    <SimpleFrame>
      <div className="grid gap-5">
        <h1 className="text-h1">{title}</h1>
        <p>{happened}</p>
        <p>{next}</p>
        {reference && status >= 500 && (
          <p>
            Reference: <code>{reference}</code>
          </p>
        )}
        <ButtonRow>
          <ButtonLink href={paths.home()} tone="primary">
            Go to the front page
          </ButtonLink>
          <ButtonLink href={paths.desk()}>Go to the desk</ButtonLink>
        </ButtonRow>
      </div>
    </SimpleFrame>
  );
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
