import {
  mkdir,
  mkdtemp,
  readlink,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeLibraryLinks } from "../../app/start/postgres-binaries.mjs";

test("the links between libraries are made where the install script did not run", async () => {
  const top = await mkdtemp(join(tmpdir(), "links-"));
  const native = join(top, "native");
  await mkdir(join(native, "lib"), { recursive: true });
  await writeFile(join(native, "lib", "libx.so.1.2"), "");
  const pairs = ["libx.so", "libx.so.1"].map((name) => ({
    source: "native/lib/libx.so.1.2",
    target: `native/lib/${name}`,
  }));
  await writeFile(join(native, "pg-symlinks.json"), JSON.stringify(pairs));
  await symlink("libx.so.1.2", join(native, "lib", "libx.so"));
  await makeLibraryLinks(native);
  expect(await readlink(join(native, "lib", "libx.so.1"))).toBe("libx.so.1.2");
  await makeLibraryLinks(native);
  await rm(top, { recursive: true });
});
