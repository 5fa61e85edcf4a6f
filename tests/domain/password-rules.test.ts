import { expect, test } from "vitest";
import { isWeakPassword } from "~/domain/password-rules";

const about = { name: "Amira Haddad", email: "a.haddad@example.org" };

test.each([
  "short phrase",
  "seven quiet chromosomes",
  "Tr0ub4dor&3-long",
  "ein langer schöner Satz",
  "密码密码一二三四五六七八九十",
])("%s is taken", (password) => {
  expect(isWeakPassword(password, about)).toBe(false);
});

test.each([
  "",
  "elevenchars",
  "aaaaaaaaaaaaaaaa",
  "passwordpassword",
  "Password123456",
  "qwertyuiop1234567890",
  "amirahaddad2026",
  "a.haddad@example.org",
  "x".repeat(201),
])("%s is refused", (password) => {
  expect(isWeakPassword(password, about)).toBe(true);
});
