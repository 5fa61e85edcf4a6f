import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublicAddresses } from "~/data/public-site.server";
import { environment } from "~/lib/environment.server";
import { escapeXml } from "~/lib/escape-xml";
import { absolute, paths } from "~/lib/paths";

/** Every page that shows text today. */
export async function loader(_: LoaderFunctionArgs) {
  const { origin } = environment();
  const slugs = await listPublicAddresses();
  const addresses = [paths.home(), ...slugs.map(paths.page)];
  const body = addresses
    .map((path) => `<url><loc>${escapeXml(absolute(origin, path))}</loc></url>`)
    .join("");
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`,
    { headers: { "Content-Type": "application/xml; charset=utf-8" } },
  );
}
