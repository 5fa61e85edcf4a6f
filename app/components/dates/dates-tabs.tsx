import { paths } from "~/lib/paths";
import { Tabs } from "../tabs";

type View = "due" | "calendar" | "forecast" | "spread" | "kept";

const views: { view: View; label: string; href: string }[] = [
  { view: "due", label: "Due", href: paths.dates() },
  { view: "calendar", label: "Calendar", href: paths.datesCalendar() },
  { view: "forecast", label: "Forecast", href: paths.datesForecast() },
  { view: "spread", label: "Spread", href: paths.datesSpread() },
  { view: "kept", label: "How dates were kept", href: paths.datesKept() },
];

/** The views of the desk's review dates. */
export function DatesTabs({ current }: { current: View }) {
  return (
    <Tabs
      label="Review dates"
      tabs={views.map(({ view, label, href }) => ({
        label,
        href,
        isCurrent: view === current,
      }))}
    />
  );
}
