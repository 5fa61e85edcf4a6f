const type =
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A Word document as a download; drafts are nobody's cache's. */
export function wordFileAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}.docx"`,
      "Cache-Control": "private, no-store",
    },
  });
}
