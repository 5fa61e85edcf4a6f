import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  Outlet,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePerson } from "~/auth/require-person.server";
import { isSample } from "~/auth/sample-desk.server";
import { renewToken } from "~/auth/session.server";
import { deskBanners } from "~/components/desk-banners";
import { DeskError } from "~/components/desk-error";
import { deskNav } from "~/components/desk-nav";
import { ErrorScreen, errorTitle } from "~/components/error-screen";
import { StaffFrame } from "~/components/staff-frame";
import { getDeskFrame } from "~/data/desk-frame.server";
import { listEmbargoes } from "~/data/embargoes.server";
import { countUnreadAlerts } from "~/data/inbox.server";
import { countWaitingTriage } from "~/data/watch-items.server";
import { sampleViewOf, sampleViews } from "~/domain/sample-views";
import { paths } from "~/lib/paths";
import { mayNotListPeople } from "~/policy/person-roles";
import { roleLabels } from "~/wording/labels";

/** Who is here and what the frame tells; a new token that is due is given out on the way. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const signedIn = await requirePerson(request);
  const { id, name, email, roles } = signedIn.person;
  const [frame, unreadAlerts, waitingTriage, broken, embargoes, setCookie] =
    await Promise.all([
      getDeskFrame(id),
      countUnreadAlerts(id),
      countWaitingTriage(id),
      roles.includes("admin") ? context.mailWords.listBroken() : [],
      listEmbargoes(id),
      renewToken(signedIn),
    ]);
  const person = { id, name, roles, view: sampleViewOf(email) };
  return data(
    {
      frame,
      unreadAlerts,
      waitingTriage,
      brokenMails: broken.length,
      embargoes,
      person,
      hasViews: isSample(frame),
      requestId: context.requestId,
    },
    { headers: setCookie ? { "Set-Cookie": setCookie } : {} },
  );
}

export const meta: MetaFunction = ({ error }) => [
  { title: error ? errorTitle(error) : "Desk · Imprimatur" },
];

/** The frame of every staff screen; `handle = { isWide: true }` gives one the whole width. */
export default function Desk() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** What went wrong on one screen stands inside the frame, if there is one. */
export function ErrorBoundary() {
  const known = useRouteLoaderData<typeof loader>("routes/desk");
  if (!known) return <ErrorScreen />;
  return (
    <Frame>
      <DeskError requestId={known.requestId} />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>("routes/desk");
  const { pathname } = useLocation();
  const isWide = useMatches().some(({ handle }) => isForWholeWidth(handle));
  if (!known) return null;
  const { frame, unreadAlerts, waitingTriage, person, hasViews } = known;
  const { brokenMails } = known;
  const { roles } = person;
  const isLeading = mayNotListPeople(person) === null;
  return (
    <StaffFrame
      deskName={frame.deskName}
      homeHref={paths.desk()}
      nav={deskNav({
        roles,
        openReviews: frame.openReviews,
        unreadAlerts,
        waitingTriage,
        path: pathname,
      })}
      person={{
        id: person.id,
        name: person.name,
        roles: roles.map((role) => roleLabels[role]).join(", "),
        profileHref: paths.person(person.id),
      }}
      signOutAction={paths.signOut()}
      sample={
        hasViews
          ? {
              action: paths.seeItAs(),
              views: sampleViews.map(({ value, label }) => ({ value, label })),
              current: person.view,
            }
          : undefined
      }
      banners={deskBanners({ ...frame, isLeading, brokenMails })}
      isWide={isWide}
    >
      {children}
    </StaffFrame>
  );
}

function isForWholeWidth(handle: unknown): boolean {
  return (
    handle instanceof Object && "isWide" in handle && handle.isWide === true
  );
}
