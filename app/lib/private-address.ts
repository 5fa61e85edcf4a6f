import { BlockList, isIP } from "node:net";

const closed = new BlockList();
for (const [network, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
  ] as const),
  ...([
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
  ] as const),
  ...([
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  closed.addSubnet(network, bits, "ipv4");

/** The only IPv6 that is routed in public, and what of it leads elsewhere. */
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");
for (const [network, bits] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
] as const)
  closed.addSubnet(network, bits, "ipv6");

/**
 * Whether an IP address is one of the public internet, by the registries of
 * special addresses (RFC 6890 and its successors). Anything else, also text
 * that is no address, is not; so is an IPv4 address inside an IPv6 one.
 */
export function isPublicIp(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  if (family !== 6 || address.includes("%")) return false;
  return open.check(address, "ipv6") && !closed.check(address, "ipv6");
}
