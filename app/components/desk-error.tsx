import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { failedRequest } from "~/lib/failed-request";
import { paths } from "~/lib/paths";
import { wordError } from "~/wording/error-screens";
import { ButtonLink, ButtonRow } from "./button";

/** In place of a staff screen that could not be made, inside the frame. */
export function DeskError({ requestId }: { requestId?: string }) {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, happened, next } = wordError(status);
  const reference = failedRequest() ?? requestId;
  return (
    <div className="grid max-w-form gap-5">
      <h1 className="text-h1">{title}</h1>
      <p>{happened}</p>
      <p>{next}</p>
      {reference && status >= 500 && (
        <p>
          Reference: <code>{reference}</code>
        </p>
      )}
      <ButtonRow>
        <ButtonLink href={paths.desk()} tone="primary">
          Go to the desk
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
