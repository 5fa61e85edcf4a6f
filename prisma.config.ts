import { defineConfig } from "prisma/config";

/**
 * For Prisma's own command line, where somebody wants it. The desk migrates
 * with its own runner (`app/start/migrations.mjs`), into the same ledger.
 */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env["DATABASE_OWNER_URL"] && {
    datasource: { url: process.env["DATABASE_OWNER_URL"] },
  }),
});
