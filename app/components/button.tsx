import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";

type Look = { tone?: ButtonTone; isSmall?: boolean; children: ReactNode };

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style">;

/** A verb that does something; one primary button on a screen. */
export function Button({ tone, isSmall, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? "submit"}
      className={buttonClass(tone, isSmall)}
    />
  );
}

type LinkProps = Look & { href: string; label?: string };

/** The same look for what only leads somewhere; `label` when the text repeats. */
export function ButtonLink({
  tone,
  isSmall,
  href,
  label,
  children,
}: LinkProps) {
  return (
    <a href={href} aria-label={label} className={buttonClass(tone, isSmall)}>
      {children}
    </a>
  );
}

/** Buttons side by side that wrap on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

function buttonClass(tone: ButtonTone = "secondary", isSmall = false): string {
  return `button button-${tone}${isSmall ? " button-small" : ""}`;
}
