import type { ReactNode } from "react";
import { BandStrip } from "./band-strip";
import { Mark } from "./mark";
import { SampleBar, type SampleView } from "./sample-bar";

export type PublicLink = { label: string; href: string; isCurrent?: boolean };

type Props = {
  siteName?: string;
  links?: readonly PublicLink[];
  footerLinks?: readonly PublicLink[];
  /** Where searching leads; the words travel as `q`. */
  searchAction?: string;
  query?: string;
  deskHref?: string;
  sample?: { action: string; views: readonly SampleView[]; current?: string };
  children: ReactNode;
};

/** The frame that readers see: works without script, needs no cookie. */
export function PublicFrame(props: Props) {
  const { siteName = "Gene pages", links = [], children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      {props.sample && <SampleBar {...props.sample} />}
      <header className="public-header">
        <div className="mx-auto flex max-w-screen flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2.5 sm:px-6">
          <a href="/" className="rail-name">
            <Mark /> {siteName}
          </a>
          {links.length > 0 && (
            <nav aria-label="Site" className="flex flex-wrap gap-x-5">
              {links.map((link) => (
                <a
                  key={link.href}
                  href={link.href}
                  className="py-1"
                  aria-current={link.isCurrent ? "page" : undefined}
                >
                  {link.label}
                </a>
              ))}
            </nav>
          )}
          <SearchForm action={props.searchAction} query={props.query} />
        </div>
      </header>
      <BandStrip />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-screen grow px-4 py-8 sm:px-6 sm:py-10"
      >
        {children}
      </main>
      <PublicFooter {...props} />
    </div>
  );
}

function SearchForm({
  action = "/search",
  query = "",
}: {
  action?: string;
  query?: string;
}) {
  return (
    <form
      method="get"
      action={action}
      role="search"
      className="flex w-full gap-2 sm:ml-auto sm:w-auto"
    >
      <label htmlFor="site-search" className="sr-only">
        Search for a gene or a condition
      </label>
      <input
        id="site-search"
        type="search"
        name="q"
        defaultValue={query}
        placeholder="Gene or condition"
        className="control min-w-0 sm:w-56"
      />
      <button type="submit" className="button">
        Search
      </button>
    </form>
  );
}

function PublicFooter({ footerLinks = [], deskHref = "/desk" }: Props) {
  return (
    <footer className="public-footer border-t border-rule">
      <div className="mx-auto grid max-w-screen gap-3 px-4 py-6 text-ink-2 sm:px-6">
        <p className="max-w-measure">
          Every page here was read and signed by the people it names, and says
          when that was. It does not replace the advice of the team who knows
          the patient.
        </p>
        <nav aria-label="About this site" className="flex flex-wrap gap-x-5">
          {[...footerLinks, { label: "Editorial desk", href: deskHref }].map(
            (link) => (
              <a key={link.href} href={link.href} className="py-1">
                {link.label}
              </a>
            ),
          )}
        </nav>
      </div>
    </footer>
  );
}
