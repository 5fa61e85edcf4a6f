import type { ReactNode } from "react";
import type { StatusShape } from "./status-looks";
import { StatusMark } from "./status-mark";

export type NoticeTone = "info" | "done" | "warn" | "stop";

type Props = {
  tone: NoticeTone;
  /** The matter in words; colour and shape only repeat it. */
  title: string;
  children?: ReactNode;
  /** Announced when the screen opens, after an act. */
  isAnswer?: boolean;
};

const shapes = {
  info: "ring_i",
  done: "disc_tick",
  warn: "diamond",
  stop: "triangle",
} as const satisfies Record<NoticeTone, StatusShape>;

/** Something the person should know before they go on. */
export function Notice({ tone, title, children, isAnswer }: Props) {
  return (
    <div
      className={`notice notice-${tone}`}
      role={isAnswer ? (tone === "stop" ? "alert" : "status") : undefined}
    >
      <StatusMark shape={shapes[tone]} size={20} />
      <div className="min-w-0">
        <p className="font-bold">{title}</p>
        {children && <div className="mt-1 grid gap-2">{children}</div>}
      </div>
    </div>
  );
}
