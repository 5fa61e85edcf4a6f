import type { ReactNode } from "react";
import { BandStrip } from "./band-strip";
import { Banner, type BannerItem } from "./banner";
import { Mark } from "./mark";
import { SampleBar, type SampleView } from "./sample-bar";

type Props = {
  deskName?: string;
  homeHref?: string;
  sample?: { action: string; views: readonly SampleView[]; current?: string };
  banners?: readonly BannerItem[];
  children: ReactNode;
};

/** For who is not signed in yet: one narrow column under the mark. */
export function SimpleFrame(props: Props) {
  const { deskName = "Imprimatur", homeHref = "/", banners = [] } = props;
  return (
    <div className="staff-alone">
      <a href="#content" className="skip-link">
        Skip to content
      </a>
      {props.sample && <SampleBar {...props.sample} />}
      {banners.map((banner) => (
        <Banner key={banner.sentence} {...banner} />
      ))}
      <header className="public-header">
        <div className="mx-auto max-w-form px-4 py-3">
          <a href={homeHref} className="rail-name">
            <Mark /> {deskName}
          </a>
        </div>
      </header>
      <BandStrip />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-form px-4 py-8 sm:py-12"
      >
        {props.children}
      </main>
    </div>
  );
}
