import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { requirePage } from "~/auth/require-page.server";
import { bandStateOf } from "~/components/band-widths";
import { PageHeading } from "~/components/page-heading";
import { pageTabs } from "~/components/pages/page-tabs";
import { SectionBand } from "~/components/section-band";
import { DeskStatus, PublicStatus } from "~/components/status";
import { Tag } from "~/components/tag";
import { Tabs } from "~/components/tabs";
import { findSections } from "~/data/page-sections.server";
import { paths } from "~/lib/paths";
import { dayInWords } from "~/wording/days";
import { pageKindLabels } from "~/wording/labels";

/** The page, how it stands and what this person may do with it; 404 for who may not know of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, access } = await requirePage(request, params.slug);
  const sections = await findSections([page.id]);
  return { page, access, sections: sections.get(page.id) ?? [] };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.title} · Imprimatur` : "Imprimatur" },
];

/** The frame of every screen of one page: what it is, how it stands, its views. */
export default function DeskPage() {
  const { page, access, sections } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const state = bandStateOf(page.deskState, page.publicState);
  return (
    <>
      <PageHeading
        title={page.title || "Untitled page"}
        genes={page.genes}
        above={
          <>
            <a href={paths.pages()}>Pages</a> · {pageKindLabels[page.kind]}
            {page.collectionName && ` · ${page.collectionName}`}
          </>
        }
        aside={
          <>
            {page.confidentialUntil && (
              <Tag>Confidential until {dayInWords(page.confidentialUntil)}</Tag>
            )}
            <DeskStatus state={page.deskState} />
            <PublicStatus state={page.publicState} />
          </>
        }
      />
      <div className="-mt-3 mb-5 max-w-form">
        <SectionBand
          label={page.title}
          bands={sections.map(({ label, length }) => ({
            label,
            length,
            state,
          }))}
        />
      </div>
      <Tabs
        label="This page"
        tabs={pageTabs({
          slug: page.slug,
          access,
          path: pathname.replace(/\/$/, ""),
          hasCorrection:
            page.correctionDraftId !== null || hasLiveText(page.publicState),
          reviewsVersionId: page.reviewsVersionIds[0],
        })}
      />
      <Outlet />
    </>
  );
}

function hasLiveText(state: string): boolean {
  return ["live", "due_soon", "overdue", "withheld"].includes(state);
}
