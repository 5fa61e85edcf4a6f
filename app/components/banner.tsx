import { StatusMark } from "./status-mark";

export type BannerItem = {
  tone: "warn" | "stop";
  sentence: string;
  href?: string;
  linkText?: string;
};

/** Above every screen: a moved clock, a dead alert engine. Not dismissable. */
export function Banner({ tone, sentence, href, linkText }: BannerItem) {
  return (
    <div className={`banner banner-message banner-${tone}`} role="status">
      <span
        className={
          tone === "stop" ? "mt-0.5 text-overdue" : "mt-0.5 text-comment"
        }
      >
        <StatusMark shape={tone === "stop" ? "triangle" : "diamond"} />
      </span>
      <p className="min-w-0">
        <strong>{sentence}</strong>{" "}
        {href && <a href={href}>{linkText ?? "See more"}</a>}
      </p>
    </div>
  );
}
