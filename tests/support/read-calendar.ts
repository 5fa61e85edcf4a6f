type ReadDay = { uid: string; on: string; summary: string };

/**
 * The whole days of an iCalendar text, read the way RFC 5545 says and not the
 * way we write it. Throws on a line that is no content line, on a bare line
 * feed and on a part that is not ended.
 */
export function readCalendar(text: string): ReadDay[] {
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error("a bare line break");
  const open: string[] = [];
  const days: ReadDay[] = [];
  for (const line of text.replace(/\r\n[ \t]/g, "").split("\r\n")) {
    if (line === "") continue;
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/su.exec(line);
    if (!found) throw new Error(`no content line: ${line}`);
    const [, name, parameters, value = ""] = found;
    if (name === "BEGIN") {
      open.push(value);
      if (value === "VEVENT") days.push({ uid: "", on: "", summary: "" });
    }
    if (name === "END" && open.pop() !== value) throw new Error(line);
    const day = days.at(-1);
    if (!day || open.at(-1) !== "VEVENT") continue;
    if (name === "UID") day.uid = unescaped(value);
    if (name === "SUMMARY") day.summary = unescaped(value);
    if (name === "DTSTART" && parameters === ";VALUE=DATE")
      day.on = value.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  }
  if (open.length > 0) throw new Error(`not ended: ${open.join(", ")}`);
  return days;
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === "n" ? "\n" : character,
  );
}
