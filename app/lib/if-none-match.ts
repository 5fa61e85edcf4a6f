/** Whether whoever asks holds what has this tag already, and needs to be told no more than that. */
export function isHeld(request: Request, tag: string): boolean {
  const bare = (one: string) => one.replace(/^W\//, "");
  const held = request.headers.get("If-None-Match") ?? "";
  return held.split(/\s*,\s*/).some((one) => bare(one) === bare(tag));
}
