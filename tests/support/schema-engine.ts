import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/**
 * What would have to be run so that a database became what a Prisma schema
 * says, by Prisma's own schema engine (its WebAssembly form, which needs no
 * download). Null when the two agree in all that Prisma has words for: tables,
 * columns, types, defaults, keys, foreign keys and indexes.
 */
export async function differenceBetween(
  databaseUrl: string,
  prismaSchema: string,
): Promise<string | null> {
  await loadEngine();
  const pool = new EnginePool({ connectionString: databaseUrl });
  const adapter = new EngineAdapter(pool);
  const files = [{ path: "schema.prisma", content: prismaSchema }];
  const engine = await glue.SchemaEngine.new(
    { datamodels: [["schema.prisma", prismaSchema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : (stdout ?? "");
  } finally {
    engine.free();
    await pool.end();
  }
}

let isLoaded = false;

/** On Node the WebAssembly has to be handed to its glue by hand. */
async function loadEngine(): Promise<void> {
  if (isLoaded) return;
  isLoaded = true;
  const here = createRequire(import.meta.url);
  const folder = dirname(
    here.resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const imports = { "./schema_engine_bg.js": { ...glue } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports["__wbindgen_start"];
  if (typeof begin === "function") begin();
}

const charOid = 18;

/**
 * PostgreSQL's catalogue uses its one-byte type "char", which the engine
 * expects and the adapter has no word for: it travels as text, and its place
 * is remembered by the rows it came with.
 */
class EnginePool extends pg.Pool {
  readonly charColumns = new WeakMap<object, number[]>();

  constructor(config: pg.PoolConfig) {
    super(config);
    const ask = this.query.bind(this) as (...args: unknown[]) => unknown;
    // `query` has a dozen overloads; the adapter uses the one with a promise.
    this.query = (async (...args: unknown[]) => {
      const result = (await ask(...args)) as pg.QueryResult;
      const places = result.fields.flatMap((field, place) =>
        field.dataTypeID === charOid ? [place] : [],
      );
      for (const field of result.fields) {
        if (field.dataTypeID === charOid) {
          field.dataTypeID = pg.types.builtins.TEXT;
        }
      }
      this.charColumns.set(result.rows, places);
      return result;
    }) as typeof this.query;
  }
}

class EngineAdapter extends PrismaPg {
  constructor(private readonly pool: EnginePool) {
    super(pool, { schema: "desk" });
  }

  override async connect() {
    const adapter = await super.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await ask(query);
      for (const place of this.pool.charColumns.get(result.rows) ?? []) {
        result.columnTypes[place] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }
}
