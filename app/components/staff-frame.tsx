import type { ReactNode } from "react";
import { Banner, type BannerItem } from "./banner";
import { Button } from "./button";
import { Mark } from "./mark";
import { Person } from "./person";
import { SampleBar, type SampleView } from "./sample-bar";
import { type NavItem, StaffNav } from "./staff-nav";

export type StaffPerson = {
  name: string;
  /** "Editor, reviewer". */
  roles?: string;
  id?: string;
  profileHref?: string;
};

type Props = {
  deskName?: string;
  homeHref?: string;
  nav: readonly NavItem[];
  person: StaffPerson;
  signOutAction: string;
  sample?: {
    action: string;
    views: readonly SampleView[];
    current?: string;
  };
  banners?: readonly BannerItem[];
  /** The editor uses the whole width. */
  isWide?: boolean;
  children: ReactNode;
};

/** The desk: a dark rail with its places, and the screen beside it. */
export function StaffFrame(props: Props) {
  const { banners = [], sample, isWide, children } = props;
  return (
    <div className="staff">
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      <PhoneBar {...props} />
      <header className="rail hidden min-[56rem]:block">
        <div className="sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto p-3 pt-5">
          <DeskName {...props} />
          <StaffNav items={props.nav} />
          <div className="mt-auto border-t border-rail-rule pt-3">
            <WhoIsHere {...props} />
          </div>
        </div>
      </header>
      <div className="min-w-0">
        {sample && <SampleBar {...sample} />}
        {banners.map((banner) => (
          <Banner key={banner.sentence} {...banner} />
        ))}
        <main
          id="content"
          tabIndex={-1}
          className={`px-4 py-6 min-[56rem]:px-8 min-[56rem]:py-7 ${isWide ? "" : "max-w-screen"}`}
        >
          {children}
        </main>
      </div>
    </div>
  );
}

function PhoneBar(props: Props) {
  return (
    <header className="rail min-[56rem]:hidden">
      <details>
        <summary className="flex min-h-14 items-center justify-between px-4">
          <span className="rail-name">
            <Mark /> {props.deskName ?? "Imprimatur"}
          </span>
          <span className="font-bold underline">
            <span className="menu-open">Menu</span>
            <span className="menu-close">Close</span>
          </span>
        </summary>
        <div className="grid gap-4 border-t border-rail-rule px-2 py-3">
          <StaffNav items={props.nav} />
          <div className="border-t border-rail-rule pt-3">
            <WhoIsHere {...props} />
          </div>
        </div>
      </details>
    </header>
  );
}

function DeskName({ homeHref = "/desk", deskName = "Imprimatur" }: Props) {
  return (
    <a href={homeHref} className="rail-name px-2">
      <Mark /> {deskName}
    </a>
  );
}

function WhoIsHere({ person, signOutAction }: Props) {
  return (
    <div className="grid gap-1 px-2">
      <Person
        name={person.name}
        note={person.roles}
        href={person.profileHref}
        ringKey={person.id}
      />
      <form method="post" action={signOutAction}>
        <Button tone="quiet" isSmall>
          Sign out
        </Button>
      </form>
    </div>
  );
}
