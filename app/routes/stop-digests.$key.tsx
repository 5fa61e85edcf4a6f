import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonRow } from "~/components/button";
import { Notice } from "~/components/notice";
import { SimpleFrame } from "~/components/simple-frame";
import { stopDigests } from "~/commands/stop-digests.server";
import { getDeskName } from "~/data/desk-frame.server";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Stop the daily digest · Imprimatur" },
  { name: "robots", content: "noindex" },
];

/** Opening the link stops nothing: mail scanners open every link. */
export async function loader(_: LoaderFunctionArgs) {
  return getDeskName();
}

/** Stops the digests; a mail program may ask it by itself (RFC 8058). */
export async function action({ params }: ActionFunctionArgs) {
  const isStopped = await stopDigests(params.key ?? "");
  return data({ isStopped }, { status: isStopped ? 200 : 404 });
}

export default function StopDigests() {
  const { deskName } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SimpleFrame deskName={deskName}>
      <h1 className="mb-4 text-h1">Stop the daily digest</h1>
      {answer && (
        <div className="mb-6">
          <Notice
            tone={answer.isStopped ? "done" : "stop"}
            title={
              answer.isStopped
                ? "You get no more digests by mail."
                : "This link is not known to the desk. Change your notifications there."
            }
            isAnswer
          />
        </div>
      )}
      <p className="mb-6">
        What is due stays on your desk, and editors and leads still hear of an
        overdue page. You can start the digest again under Notifications.
      </p>
      {!answer?.isStopped && (
        <form method="post">
          <ButtonRow>
            <Button tone="primary">Stop the digest</Button>
          </ButtonRow>
        </form>
      )}
    </SimpleFrame>
  );
}
