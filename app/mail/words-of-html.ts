/** The words of a plain text in their order: letters and figures with what joins them. */
export function wordsOf(text: string): string[] {
  return (
    text.match(/[\p{L}\p{N}@.'’“”&-]*[\p{L}\p{N}][\p{L}\p{N}@'’”&-]*/gu) ?? []
  );
}

/** What a reader of a mail's HTML sees, as words in their order; hidden and silent parts left out. */
export function wordsOfHtml(html: string): string[] {
  const body = html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<table aria-hidden="true".*?<\/table>/gs, "")
    .replace(/<span aria-hidden="true">.*?<\/span>/gs, "")
    .replace(/<div aria-hidden="true".*?<\/div>/gs, "");
  const text = body
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;|&#160;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  return wordsOf(text);
}
