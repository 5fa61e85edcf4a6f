export type NavItem = {
  label: string;
  href: string;
  /** How many things wait there; nothing is shown for none. */
  count?: number;
  isCurrent?: boolean;
};

/** The places of the desk, each with what waits there. */
export function StaffNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav aria-label="Desk">
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              className="rail-item"
              aria-current={item.isCurrent ? "page" : undefined}
            >
              {item.label}
              {item.count ? (
                <span className="rail-count">{item.count}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
