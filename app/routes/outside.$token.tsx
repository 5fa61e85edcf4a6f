import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openOutsideSession } from "~/auth/outside-session.server";
import { Button } from "~/components/button";
import { Notice } from "~/components/notice";
import { SimpleFrame } from "~/components/simple-frame";
import { getDeskName } from "~/data/desk-frame.server";
import { findOutsideInvitation } from "~/data/outside.server";
import { paths } from "~/lib/paths";
import { hashToken } from "~/lib/token.server";
import { dayInWords } from "~/wording/days";
import { needLabel } from "~/wording/labels";
import { wordRefusal } from "~/wording/refusals";

export const handle = { noScript: true };

export const meta: MetaFunction = () => [
  { title: "Your review · Imprimatur" },
  { name: "robots", content: "noindex" },
];

/** Shows a button and opens nothing: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [{ deskName }, invited] = await Promise.all([
    getDeskName(),
    findOutsideInvitation(hashToken(params.token ?? "")),
  ]);
  if (invited.ok) return { deskName, invited: invited.value, sentence: null };
  const { status, sentence } = wordRefusal(invited.because);
  if (status === 404) throw new Response(null, { status });
  return data({ deskName, invited: null, sentence }, { status: 410 });
}

export async function action({ params }: ActionFunctionArgs) {
  const opened = await openOutsideSession(params.token ?? "");
  // The screen itself says why a link leads nowhere any more.
  if (!opened.ok) return redirect(paths.outside(params.token ?? ""), 303);
  return redirect(paths.outsideReview(), {
    status: 303,
    headers: { "Set-Cookie": opened.value },
  });
}

export default function OutsideLink() {
  const { deskName, invited, sentence } = useLoaderData<typeof loader>();
  if (!invited)
    return (
      <SimpleFrame deskName={deskName}>
        <h1 className="mb-6 text-h1">This link does not work any more</h1>
        <Notice tone="warn" title={sentence} />
      </SimpleFrame>
    );
  return (
    <SimpleFrame deskName={deskName}>
      <Asked {...invited} />
      <p className="mt-3 text-ink-2">
        The link works until {dayInWords(invited.expiresOn)}, for this one
        version.
      </p>
      <form method="post" className="mt-6">
        <Button tone="primary">Open the page</Button>
      </form>
    </SimpleFrame>
  );
}

/** What this person is asked for: to sign as an expert, or to say what they think. */
function Asked(props: {
  name: string;
  invitedBy: string;
  title: string;
  expertise: string | null;
}) {
  const { name, invitedBy, title, expertise } = props;
  if (expertise === null)
    return (
      <>
        <h1 className="mb-2 text-h1">Your opinion is asked for</h1>
        <p>
          {name}, {invitedBy} asks you to read <strong>{title}</strong>, to
          comment on it, and to say whether you would publish it. You need no
          account.
        </p>
      </>
    );
  return (
    <>
      <h1 className="mb-2 text-h1">Your signature is asked for</h1>
      <p>
        {name}, {invitedBy} asks you to read <strong>{title}</strong> and to
        sign your decision on it as {needLabel(expertise).toLowerCase()}:
        approve it, or request changes. You need no account; a code that we mail
        you confirms that it is you.
      </p>
      <p className="mt-3">
        On the next page you accept or decline first. Readers see your name and
        your interests beside an approval.
      </p>
    </>
  );
}
