import { expect, test } from "vitest";
import { withoutSecrets } from "~/server/access-log.server";
import { networkOf } from "~/lib/network-of";

test("an IPv6 caller is counted by network, because one house has 2^64 addresses", () => {
  expect(networkOf("2001:db8:1:2:aaaa::1")).toBe("2001:db8:1:2");
  expect(networkOf("2001:db8:1:2:bbbb:1:2:3")).toBe("2001:db8:1:2");
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
  expect(networkOf("::ffff:192.0.2.7")).toBe("::ffff:192.0.2.7");
});

test("the log keeps addresses of pages and people but no token", () => {
  const kept = [
    "/pages/ros1-rearranged-lung-cancer-in-2022/history",
    "/desk/reviews/0b5c0f9e-1d2c-4c5b-9d8e-0123456789ab/approve",
  ];
  for (const path of kept) expect(withoutSecrets(path)).toBe(path);
  expect(withoutSecrets("/calendar/Zk3vQ9_xT1mB7pLs0dHcRw8a.ics")).toBe(
    "/calendar/….ics",
  );
  expect(withoutSecrets("/invitation/4f1d5a0b9c8e7d6f5a4b3c2d1e0f9a8b")).toBe(
    "/invitation/…",
  );
});
