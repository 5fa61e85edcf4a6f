import { prisma } from "./pools.server";

export type CollectionRow = {
  id: string;
  slug: string;
  name: string;
  leadId: string | null;
  leadName: string | null;
  pageCount: number;
};

/** Every shelf of pages with its lead, by name. */
export async function listCollectionRows(): Promise<CollectionRow[]> {
  const shelves = await prisma().collection.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    include: {
      lead: { select: { name: true } },
      _count: { select: { page: { where: { archivedAt: null } } } },
    },
  });
  return shelves.map(({ id, slug, name, leadId, lead, _count }) => ({
    ...{ id, slug, name, leadId },
    leadName: lead?.name ?? null,
    pageCount: _count.page,
  }));
}

export type LeadOption = { id: string; name: string };

/** Who may lead a collection: anybody active who holds a role. */
export async function listPossibleLeads(): Promise<LeadOption[]> {
  return prisma().person.findMany({
    where: { isActive: true, personRole: { some: {} } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}
