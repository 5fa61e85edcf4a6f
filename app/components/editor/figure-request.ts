import { isSha256 } from "~/content/attribute-rules";
import { isRecord } from "~/content/problems";

export type StoredFigure = { file: string; width: number; height: number };
type FigureReply =
  { ok: true; figure: StoredFigure } | { ok: false; sentence: string };

const notReached =
  "The desk could not be reached. Nothing is lost; choose the image again.";

/**
 * Sends an image to the desk and tells how much of it has gone. Never throws.
 * XMLHttpRequest, because `fetch` cannot say how far an upload has come.
 */
export function sendFigure(
  figuresUrl: string,
  image: File,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<FigureReply> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () => resolve({ ok: false, sentence: notReached });
    request.open("POST", figuresUrl);
    request.setRequestHeader("Accept", "application/json");
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    request.onload = () =>
      resolve(readReply(request.status, request.responseText));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.set("file", image);
    request.send(form);
  });
}

function readReply(status: number, text: string): FigureReply {
  const answer = parse(text);
  if (status === 401 || (status === 200 && !isRecord(answer)))
    return {
      ok: false,
      sentence:
        "You are signed out. Sign in again, then choose the image again.",
    };
  if (!isRecord(answer)) return { ok: false, sentence: notReached };
  const { file, width, height, message } = answer;
  const isStored =
    status < 300 &&
    isSha256(file) &&
    typeof width === "number" &&
    typeof height === "number";
  if (isStored) return { ok: true, figure: { file, width, height } };
  return {
    ok: false,
    sentence: typeof message === "string" ? message : notReached,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
