import { describe, expect, test } from "vitest";
import { isMailAddress } from "~/lib/mail-address";

describe("mail addresses", () => {
  test.each([
    "maya@example.org",
    "maya.iyer+desk@mail.example.org",
    "o'neill@example.org",
    "a@b-c.example.xn--p1ai",
    `${"a".repeat(64)}@example.org`,
  ])("%s is taken", (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  test.each([
    ["a line break", "maya@example.org\nBcc: all@example.org"],
    ["a carriage return inside", "maya\r@example.org"],
    ["a trailing line break", "maya@example.org\n"],
    ["two addresses", "maya@example.org,eve@example.org"],
    ["two at signs", "maya@example.org@evil.example.org"],
    ["a quoted local part", '"maya@example.org"@evil.example.org'],
    ["a display name", "Maya <maya@example.org>"],
    ["a comment", "maya(x)@example.org"],
    ["an address literal", "maya@[127.0.0.1]"],
    ["a bare number for a domain", "maya@127.0.0.1"],
    ["a single label", "maya@localhost"],
    ["an empty label", "maya@example..org"],
    ["a label that starts with a hyphen", "maya@-example.org"],
    ["a dot at the start", ".maya@example.org"],
    ["two dots", "ma..ya@example.org"],
    ["a space", "maya iyer@example.org"],
    ["a look-alike letter", "mауa@example.org"],
    ["a zero byte", "maya\0@example.org"],
    ["a local part of 65", `${"a".repeat(65)}@example.org`],
    ["255 characters", `a@${"b.".repeat(124)}${"c".repeat(5)}`],
    ["nothing", ""],
  ])("%s is refused", (_what, address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
