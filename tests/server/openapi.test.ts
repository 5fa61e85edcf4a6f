import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeApi } from "~/routes/_public.api.v1.openapi[.]json/describe";
import { loader } from "~/routes/_public.api.v1.openapi[.]json/route";
import { pagesQuery } from "~/routes/api.v1.pages._index/schema";
import { watchItemBody } from "~/routes/api.v1.watch-items/schema";

const described = describeApi("https://desk.example");

test("the description has every address that is served under /api/v1, and no other", () => {
  const routes = new URL("../../app/routes", import.meta.url).href;
  const served = readdirSync(fileURLToPath(routes)).flatMap((name) => {
    const path = /^(?:_public\.)?api\.v1\.(.+?)(?:\._index)?(?:\.tsx?)?$/.exec(
      name,
    )?.[1];
    // Whatever no other route knows.
    if (path === undefined || path === "$") return [];
    const parts = path.split(/(?<!\[)\./).join("/");
    return [
      `/${parts.replaceAll(/\[|\]/g, "").replaceAll(/\$(\w+)/g, "{$1}")}`,
    ];
  });
  expect(Object.keys(described.paths).sort()).toEqual(served.sort());
  expect(described.servers).toEqual([{ url: "https://desk.example/api/v1" }]);
});

test("it is served as JSON, to programs of any site", async () => {
  const answer = loader();
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await answer.json()).toMatchObject({ openapi: "3.1.0" });
});

test("what is sent is described by the schema that reads it, field by field", () => {
  const { post } = described.paths["/watch-items"];
  const { schema } = post.requestBody.content["application/json"];
  const body = {
    ...{ kind: "retraction", subject: { kind: "pmid", id: "31337882" } },
    what: "The journal retracted it.",
  };
  expect(watchItemBody.safeParse(body).success).toBe(true);
  expect([...(schema.required ?? [])].sort()).toEqual(Object.keys(body).sort());
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual(
    [...Object.keys(body), "address", "happenedOn", "onceKey"].sort(),
  );
  expect(schema.additionalProperties).toBe(false);
  for (const field of Object.keys(body)) {
    const { [field as keyof typeof body]: _, ...without } = body;
    expect(watchItemBody.safeParse(without).success).toBe(false);
  }
});

test("what stands after the question mark is described by the schema that reads it", () => {
  const { parameters } = described.paths["/pages"].get;
  expect(parameters.map(({ name, required }) => [name, required])).toEqual(
    Object.keys(pagesQuery.shape).map((name) => [name, false]),
  );
  const [state, , , cursor] = parameters;
  expect(state).toMatchObject({
    schema: { type: "string", enum: expect.arrayContaining(["overdue"]) },
  });
  expect(cursor).toMatchObject({
    ...{ in: "query", schema: { type: "string" } },
    description: expect.stringContaining("nextCursor") as string,
  });
});

test("each answer that is read with a token says so, and what is public does not", () => {
  const secured = Object.entries(described.paths).flatMap(([path, acts]) =>
    Object.values(acts).some((act) => "security" in act) ? [path] : [],
  );
  expect(secured.sort()).toEqual([
    ...["/audit", "/overdue", "/pages", "/pages/{slug}"],
    ...["/pages/{slug}/blockers", "/watch-items"],
  ]);
});
