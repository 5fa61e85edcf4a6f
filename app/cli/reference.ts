import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { referenceSets } from "~/checks/reference/rows";
import {
  type LoadedReference,
  loadReference,
} from "~/commands/load-reference.server";
import { listLoadedSets } from "~/data/reference.server";
import { type Answer, type Command, nothing, parseGiven } from "./command";
import { progressCount } from "./progress";
import { explainReading } from "./read-file";
import { table } from "./table";

const sentence = `Give the kind (${referenceSets.join(", ")}) and one file.`;
const schema = z.tuple(
  [z.enum(referenceSets, { error: sentence }), z.string()],
  {
    error: sentence,
  },
);

/** `desk reference load`: official data for the checks, in use as soon as all of it is in. */
export const referenceLoad: Command = {
  name: "reference load",
  usage: `${referenceSets.join("|")} FILE`,
  options: {},
  async run({ positionals }, io) {
    const [kind, path] = parseGiven(schema, positionals);
    const progress = progressCount(io, "rows");
    const file = await openFile(path);
    if (typeof file === "string") return refusedFile(path, file);
    const loaded = await loadReference(
      kind,
      basename(path),
      file,
      progress.show,
    );
    progress.end();
    if ("error" in loaded) return refusedFile(path, loaded.error);
    return { json: loaded, text: textOf(loaded) };
  },
};

/** The opened file, or why it cannot be. */
function openFile(path: string) {
  const stream = createReadStream(path);
  return new Promise<typeof stream | string>((resolve) => {
    stream.once("readable", () => {
      resolve(stream);
    });
    stream.once("error", (error) => {
      resolve(explainReading(error));
    });
  });
}

function refusedFile(file: string, error: string): Answer {
  return { text: "", json: { file, error }, no: [`${file}: ${error}`] };
}

function textOf(loaded: LoadedReference): string {
  const { kind, file, layout, version, rows } = loaded;
  const { repeated, problemCount, problems, watchItems } = loaded;
  const unnamed = problemCount - problems.length;
  return [
    `Loaded ${rows.toLocaleString("en-GB")} rows of ${kind} from ${file} (${layout}), version ${version}.`,
    ...(watchItems > 0
      ? [
          `Raised ${String(watchItems)} watch ${watchItems === 1 ? "item" : "items"}: pages of the desk rest on what changed.`,
        ]
      : []),
    ...(repeated > 0
      ? [`Left out ${String(repeated)} with the key of an earlier row.`]
      : []),
    ...problems.map(({ line, message }) => `Line ${String(line)}: ${message}`),
    ...(unnamed > 0 ? [`And ${String(unnamed)} more lines like these.`] : []),
  ].join("\n");
}

/** `desk reference status`: what the checks are run against. */
export const referenceStatus: Command = {
  name: "reference status",
  usage: "",
  options: {},
  async run(given) {
    nothing(given);
    const loaded = await listLoadedSets();
    const sets = referenceSets.map((kind) => {
      const set = loaded.find((one) => one.kind === kind);
      return {
        kind,
        version: set?.version ?? null,
        file: set?.sourceFile ?? null,
        rows: set?.rowCount ?? 0,
        loadedAt: set?.loadedAt ?? null,
      };
    });
    return {
      json: sets,
      text: table(
        ["Set", "Version", "Rows", "From"],
        sets.map(({ kind, version, file, rows }) => [
          ...[kind, version ?? "not loaded"],
          ...[version === null ? "" : rows.toLocaleString("en-GB"), file ?? ""],
        ]),
      ),
    };
  },
};
