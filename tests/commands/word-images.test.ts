import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storeFigure } from "~/commands/store-figure.server";
import { wordImages } from "~/commands/word-images.server";
import { makePage, openDesk, type TestDesk, valueOf } from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("photographs, which the desk keeps as WebP, stand in a Word file as JPEG", async () => {
  const pageId = await makePage(desk.author, "pictured");
  const red = {
    width: 60,
    height: 40,
    channels: 3,
    background: "red",
  } as const;
  const store = async (bytes: Buffer) =>
    valueOf(await storeFigure(desk.author.sessionId, pageId, bytes)).file;
  const photograph = await store(
    await sharp({ create: red }).jpeg().toBuffer(),
  );
  const drawing = await store(await sharp({ create: red }).png().toBuffer());
  const images = await wordImages([photograph, drawing, "f".repeat(64)]);
  expect([...images].map(([file, { type }]) => [file, type])).toEqual([
    [photograph, "jpg"],
    [drawing, "png"],
  ]);
  const written = await sharp(images.get(photograph)?.bytes).metadata();
  expect(written).toMatchObject({ format: "jpeg", width: 60, height: 40 });
});
