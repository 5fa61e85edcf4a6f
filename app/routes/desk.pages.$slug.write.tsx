import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { ButtonLink } from "~/components/button";
import { MomentText } from "~/components/day-text";
import { BottomBar } from "~/components/layout";
import { DraftEditor } from "~/components/pages/draft-editor";
import { renderHtml } from "~/content/render-html";
import { findDraft } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const { page, access, person } = asked;
  const [draft, day] = await Promise.all([
    findDraft(page.id, "main"),
    getDeskDay(),
  ]);
  if (!draft) throw new Response(null, { status: 404 });
  const { id, revision, content, updatedAt, updatedBy } = draft;
  return {
    slug: page.slug,
    canWrite: access === "write" && page.archivedAt === null,
    draft: { id, revision, body: content.body, language: content.language },
    html: renderHtml(content, { citations: "named" }),
    saved: { updatedAt, updatedBy },
    person: { id: person.id, email: person.email },
    timeZone: day.timeZone,
  };
}

/** The main draft in the editor; without JavaScript, or the right to write, to read. */
export default function Write() {
  const { saved, ...known } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[58rem]">
      <DraftEditor line="main" {...known} />
      {known.canWrite && (
        <BottomBar>
          <ButtonLink tone="primary" href={paths.submit(known.slug)}>
            Submit for review
          </ButtonLink>
        </BottomBar>
      )}
      <p className="mt-4 text-small text-ink-2">
        Opened as saved{saved.updatedBy && ` by ${saved.updatedBy}`},{" "}
        <MomentText at={saved.updatedAt} timeZone={known.timeZone} />. The title
        and the author credits stand under{" "}
        <a href={paths.deskPageAct(known.slug, "details")}>Details</a>.
      </p>
    </div>
  );
}
