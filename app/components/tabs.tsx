type Tab = { label: string; href: string; isCurrent?: boolean; count?: number };

type Props = {
  label: string;
  tabs: readonly Tab[];
  /** Stands below other tabs and chooses within what they chose. */
  isWithin?: boolean;
};

/** Views of one thing, each with an address of its own. */
export function Tabs({ label, tabs, isWithin }: Props) {
  return (
    <nav
      aria-label={label}
      className={`${isWithin ? "choices" : "tabs"} no-print mb-6`}
    >
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          className="tab"
          aria-current={tab.isCurrent ? "page" : undefined}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="font-normal text-ink-2">{tab.count}</span>
          )}
        </a>
      ))}
    </nav>
  );
}
