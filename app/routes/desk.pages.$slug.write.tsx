import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { ButtonLink } from "~/components/button";
import { MomentText } from "~/components/day-text";
import { BottomBar } from "~/components/layout";
import { DraftEditor } from "~/components/pages/draft-editor";
import { editedDraft } from "~/components/pages/edited-draft";
import { ModeSwitch } from "~/components/suggestions/mode-switch";
import { renderHtml } from "~/content/render-html";
import { findDraft } from "~/data/drafts.server";
import { getDeskDay } from "~/data/pages.server";
import { paths } from "~/lib/paths";

export const handle = { editor: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePage(request, params.slug, "read");
  const { page, access, person } = asked;
  const [draft, day] = await Promise.all([
    findDraft(page.id, "main"),
    getDeskDay(),
  ]);
  if (!draft) throw new Response(null, { status: 404 });
  const { content, updatedAt, updatedBy } = draft;
  const mayWrite = access === "write" && page.archivedAt === null;
  const isReading = new URL(request.url).searchParams.get("view") === "read";
  return {
    slug: page.slug,
    mayWrite,
    canWrite: mayWrite && !isReading,
    draft: editedDraft(draft),
    html: renderHtml(content, { citations: "named" }),
    saved: { updatedAt, updatedBy },
    person: { id: person.id, email: person.email },
    timeZone: day.timeZone,
  };
}

/** The main draft in the editor; without JavaScript, or the right to write, to read. */
export default function Write() {
  const { saved, mayWrite, ...known } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[61rem]">
      {mayWrite && !known.canWrite && (
        <p className="mb-4">
          You read the draft as it was last saved.{" "}
          <a href={paths.deskPageAct(known.slug, "write")}>Write in it</a>
        </p>
      )}
      {known.canWrite && (
        <ModeSwitch slug={known.slug} mode="editing" mayWrite />
      )}
      <DraftEditor line="main" {...known} />
      {known.canWrite && (
        <BottomBar>
          <ButtonLink tone="primary" href={paths.submit(known.slug)}>
            Submit for review
          </ButtonLink>
          <ButtonLink href={paths.wordFile(known.slug)}>Word file</ButtonLink>
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
