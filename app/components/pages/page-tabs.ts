import { paths } from "~/lib/paths";

type Wanted = {
  slug: string;
  access: "write" | "read" | "review";
  /** The address that is being shown. */
  path: string;
  /** The page is live, or a safety correction of it is open. */
  hasCorrection: boolean;
  /** For somebody who only reviews: the version they were asked for last. */
  reviewsVersionId: string | undefined;
};

/** The views of one page that a person may go to. */
export function pageTabs(wanted: Wanted) {
  const { slug, path, access, hasCorrection, reviewsVersionId } = wanted;
  const act = (label: string, name: string) => ({
    label,
    href: paths.deskPageAct(slug, name),
  });
  const interests = act("Interests", "interests");
  const places =
    access === "review"
      ? [
          {
            label: "Version",
            href: paths.deskVersion(slug, reviewsVersionId ?? ""),
          },
          { label: "Suggest", href: paths.suggest(slug) },
          { label: "Comments", href: paths.comments(slug) },
          act("Suggestions", "suggestions"),
          act("Outside experts", "outside"),
          interests,
        ]
      : [
          { label: "Overview", href: paths.deskPage(slug) },
          act("Write", "write"),
          { label: "Comments", href: paths.comments(slug) },
          act("Suggestions", "suggestions"),
          act("Details", "details"),
          act("Review", "review"),
          act("Checks", "checks"),
          act("Publish", "publish"),
          act("Public", "public"),
          ...(hasCorrection ? [act("Correction", "correction")] : []),
          act("Outside experts", "outside"),
          interests,
          act("History", "history"),
        ];
  return places.map((place) => ({ ...place, isCurrent: place.href === path }));
}
