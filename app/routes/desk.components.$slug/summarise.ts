import type { ReusableKind } from "~/content/page-content";

type Version = {
  slug: string;
  name: string;
  kind: ReusableKind;
  number: number;
  approvedAt: Date | null;
};

/** One line for each text: its newest approved version, and a newer one that waits. */
export function summariseReusables(versions: readonly Version[]) {
  const bySlug = new Map<string, Version[]>();
  for (const version of versions)
    bySlug.set(version.slug, [...(bySlug.get(version.slug) ?? []), version]);
  return [...bySlug.values()].flatMap((held) => {
    const [newest] = held;
    if (!newest) return [];
    const { slug, name, kind } = newest;
    const approved = held.find(({ approvedAt }) => approvedAt !== null);
    const isWaiting = newest.approvedAt === null;
    return [
      {
        ...{ slug, name, kind },
        approved: approved?.number ?? null,
        waiting: isWaiting ? newest.number : null,
      },
    ];
  });
}
