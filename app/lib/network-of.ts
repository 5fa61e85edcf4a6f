/** One household or office: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  if (address.includes(".")) return address;
  return address.split("::")[0]?.split(":").slice(0, 4).join(":") ?? address;
}
