import { paths } from "~/lib/paths";
import { Tabs } from "../tabs";

/** The views of watch items, and of the sources that they are about. */
export function WatchTabs({
  current,
}: {
  current: "waiting" | "triaged" | "sources";
}) {
  return (
    <Tabs
      label="Watch items"
      tabs={[
        {
          label: "Waiting",
          href: paths.watchItems(),
          isCurrent: current === "waiting",
        },
        {
          label: "Settled",
          href: paths.watchItems({ show: "triaged" }),
          isCurrent: current === "triaged",
        },
        {
          label: "Sources",
          href: paths.sources(),
          isCurrent: current === "sources",
        },
      ]}
    />
  );
}
