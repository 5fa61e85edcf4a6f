/**
 * An approved gene symbol as HGNC writes them, whatever the case it was typed
 * in: a Latin letter, then letters, figures and hyphens, 25 characters at most,
 * in capitals but for the "orf" of "C9orf72". Null for anything else. Checks
 * the form, not that the gene exists. Source: HGNC guidelines for human gene
 * nomenclature (2020).
 */
export function readGeneSymbol(typed: string): string | null {
  const symbol = typed.toUpperCase();
  if (!/^[A-Z][A-Z0-9-]{0,24}$/.test(symbol)) return null;
  return symbol.replace(/^(C(?:\d+|X|Y))ORF(\d+)/, "$1orf$2");
}
