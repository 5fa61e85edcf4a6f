/**
 * Facts of genes that pages of this kind name most, typed by hand so that the
 * desk can check the commonest slips before any reference data is loaded.
 * Symbols, ids, names and locations are HGNC's; lengths and residues those of
 * UniProt's canonical sequences; variants are long published ones. Loaded
 * data always goes before this table.
 */
export type KnownGene = {
  symbol: string;
  hgncId: string;
  name: string;
  location: string;
  /** Aliases and previous symbols that stand for this gene alone in practice. */
  aliases: readonly string[];
  /** Residues in the canonical protein; null where the literature mostly numbers by another. */
  length: number | null;
  variants: readonly string[];
};

type Row = [
  symbol: string,
  hgncNumber: number,
  name: string,
  location: string,
  aliases: string,
  length: number | null,
  variants: string,
];

// prettier-ignore
const rows: Row[] = [
  ["ROS1", 10261, "ROS proto-oncogene 1, receptor tyrosine kinase", "6q22.1", "MCF3 c-ros-1", 2347, "L1951R S1986F S1986Y F2004C F2004V L2026M G2032R D2033N L2086F"],
  ["ALK", 427, "ALK receptor tyrosine kinase", "2p23.2-p23.1", "CD246", 1620, "L1152R C1156Y I1171N I1171S I1171T F1174C F1174L F1174V L1196M L1198F G1202R D1203N S1206Y G1269A R1275Q"],
  ["EGFR", 3236, "epidermal growth factor receptor", "7p11.2", "ERBB1 HER1", 1210, "E709K G719A G719C G719S L718Q S768I T790M C797S L858R L861Q"],
  ["BRAF", 1097, "B-Raf proto-oncogene, serine/threonine kinase", "7q34", "BRAF1", 766, "G466V G469A N581S D594G L597R V600D V600E V600K V600R K601E"],
  ["KRAS", 6407, "KRAS proto-oncogene, GTPase", "12p12.1", "KRAS2", 189, "G12A G12C G12D G12R G12S G12V G13C G13D Q61H Q61K Q61L Q61R K117N A146T A146V"],
  ["NRAS", 7989, "NRAS proto-oncogene, GTPase", "1p13.2", "N-ras", 189, "G12C G12D G12S G12V G13D G13R Q61H Q61K Q61L Q61R"],
  ["HRAS", 5173, "HRas proto-oncogene, GTPase", "11p15.5", "HRAS1", 189, "G12S G12V G13R Q61K Q61L Q61R"],
  ["ERBB2", 3430, "erb-b2 receptor tyrosine kinase 2", "17q12", "HER2 HER-2 NEU", 1255, "S310F S310Y L755S D769H D769Y V777L V842I"],
  ["MET", 7029, "MET proto-oncogene, receptor tyrosine kinase", "7q31.2", "HGFR", null, ""],
  ["RET", 9967, "ret proto-oncogene", "10q11.21", "MEN2A MEN2B", 1114, "C609Y C611Y C618R C620R C634R C634Y E768D L790F V804L V804M G810R G810S S891A M918T"],
  ["NTRK1", 8031, "neurotrophic receptor tyrosine kinase 1", "1q23.1", "TRKA", 796, "G595R G667C"],
  ["NTRK2", 8032, "neurotrophic receptor tyrosine kinase 2", "9q21.33", "TRKB", null, ""],
  ["NTRK3", 8033, "neurotrophic receptor tyrosine kinase 3", "15q25.3", "TRKC", 839, "G623R G696A"],
  ["PIK3CA", 8975, "phosphatidylinositol-4,5-bisphosphate 3-kinase catalytic subunit alpha", "3q26.32", "", 1068, "R88Q N345K C420R E542K E545A E545G E545K Q546K Q546R M1043I H1047L H1047R G1049R"],
  ["AKT1", 391, "AKT serine/threonine kinase 1", "14q32.33", "PKB", 480, "E17K"],
  ["ESR1", 3467, "estrogen receptor 1", "6q25.1-q25.2", "NR3A1", 595, "E380Q S463P L536H L536R Y537C Y537N Y537S D538G"],
  ["BRCA1", 1100, "BRCA1 DNA repair associated", "17q21.31", "RNF53", 1863, "C61G R1699Q R1699W M1775R"],
  ["BRCA2", 1101, "BRCA2 DNA repair associated", "13q13.1", "FANCD1", 3418, "D2723H R3052W"],
  ["PALB2", 26144, "partner and localizer of BRCA2", "16p12.2", "FANCN", 1186, "L35P"],
  ["ATM", 795, "ATM serine/threonine kinase", "11q22.3", "TEL1", 3056, "V2424G"],
  ["CHEK2", 16627, "checkpoint kinase 2", "22q12.1", "CHK2", 543, "R117G I157T S428F"],
  ["TP53", 11998, "tumor protein p53", "17p13.1", "p53", 393, "R175H Y220C G245S R248Q R248W R249S R273C R273H R282W R337H"],
  ["PTEN", 9588, "phosphatase and tensin homolog", "10q23.31", "MMAC1", 403, "C124S G129E R130G R130Q R173C R173H"],
  ["CDH1", 1748, "cadherin 1", "16q22.1", "CD324", 882, ""],
  ["STK11", 11389, "serine/threonine kinase 11", "19p13.3", "LKB1", 433, "F354L"],
  ["MLH1", 7127, "mutL homolog 1", "3p22.2", "", 756, "G67R T117M"],
  ["MSH2", 7325, "mutS homolog 2", "2p21-p16.3", "", 934, "A636P"],
  ["MSH6", 7329, "mutS homolog 6", "2p16.3", "GTBP", 1360, ""],
  ["PMS2", 9122, "PMS1 homolog 2, mismatch repair system component", "7p22.1", "", 862, ""],
  ["EPCAM", 11529, "epithelial cell adhesion molecule", "2p21", "TACSTD1", null, ""],
  ["APC", 583, "APC regulator of WNT signaling pathway", "5q22.2", "", 2843, "I1307K E1317Q"],
  ["MUTYH", 7527, "mutY DNA glycosylase", "1p34.1", "MYH", null, ""],
  ["VHL", 12687, "von Hippel-Lindau tumor suppressor", "3p25.3", "", 213, "Y98H R161Q R167Q R167W R200W"],
  ["RB1", 9884, "RB transcriptional corepressor 1", "13q14.2", "", 928, "R661W"],
  ["NF1", 7765, "neurofibromin 1", "17q11.2", "", null, ""],
  ["MEN1", 7010, "menin 1", "11q13", "", null, ""],
  ["SDHB", 10681, "succinate dehydrogenase complex iron sulfur subunit B", "1p36.13", "", 280, ""],
  ["FH", 3700, "fumarate hydratase", "1q43", "", 510, ""],
  ["KIT", 6342, "KIT proto-oncogene, receptor tyrosine kinase", "4q12", "CD117 c-KIT", 976, "W557R V559D L576P V654A T670I D816H D816V N822K"],
  ["PDGFRA", 8803, "platelet derived growth factor receptor alpha", "4q12", "", 1089, "V561D D842V"],
  ["FGFR1", 3688, "fibroblast growth factor receptor 1", "8p11.23", "", null, ""],
  ["FGFR2", 3689, "fibroblast growth factor receptor 2", "10q26.13", "", 821, "S252W P253R N549K"],
  ["FGFR3", 3690, "fibroblast growth factor receptor 3", "4p16.3", "", 806, "R248C S249C G370C Y373C G380R"],
  ["IDH1", 5382, "isocitrate dehydrogenase (NADP(+)) 1", "2q34", "", 414, "R132C R132G R132H R132L R132S"],
  ["IDH2", 5383, "isocitrate dehydrogenase (NADP(+)) 2", "15q26.1", "", 452, "R140Q R172K R172S"],
  ["JAK2", 6192, "Janus kinase 2", "9p24.1", "", 1132, "V617F"],
  ["ABL1", 76, "ABL proto-oncogene 1, non-receptor tyrosine kinase", "9q34.12", "", 1130, "M244V G250E Q252H Y253H E255K E255V T315I F317L F359V"],
  ["FLT3", 3765, "fms related receptor tyrosine kinase 3", "13q12.2", "CD135", 993, "N676K F691L D835V D835Y"],
  ["CDKN2A", 1787, "cyclin dependent kinase inhibitor 2A", "9p21.3", "p16 INK4A", 156, ""],
  ["POLE", 9177, "DNA polymerase epsilon, catalytic subunit", "12q24.33", "", 2286, "P286R S297F V411L"],
  ["BAP1", 950, "BRCA1 associated deubiquitinase 1", "3p21.1", "", 729, ""],
  ["CD74", 1697, "CD74 molecule", "5q33.1", "", null, ""],
  ["GOPC", 17643, "golgi associated PDZ and coiled-coil motif containing", "6q22.1", "PIST", null, ""],
  ["NRG1", 7997, "neuregulin 1", "8p12", "", null, ""],
  ["CFTR", 1884, "CF transmembrane conductance regulator", "7q31.2", "ABCC7", 1480, "R117H G551D S1251N"],
  ["HFE", 4886, "homeostatic iron regulator", "6p22.2", "HLA-H", 348, "H63D S65C C282Y"],
];

export const knownGenes: ReadonlyMap<string, KnownGene> = new Map(
  rows.map(
    ([symbol, hgncNumber, name, location, aliases, length, variants]) => [
      symbol,
      {
        symbol,
        hgncId: `HGNC:${hgncNumber}`,
        name,
        location,
        aliases: words(aliases),
        length,
        variants: words(variants),
      },
    ],
  ),
);

/** Residues that no listed variant gives away but that a slip may land on. */
const moreResidues: Readonly<Record<string, Readonly<Record<number, string>>>> =
  { ROS1: { 2023: "Y" } };

/**
 * The residue of a well-known gene's protein at a position (from 1), in one
 * letter, as far as the table knows it; null when it does not.
 */
export function knownResidue(symbol: string, position: number): string | null {
  const listed = moreResidues[symbol]?.[position];
  if (listed !== undefined) return listed;
  const variant = knownGenes
    .get(symbol)
    ?.variants.find((name) => parseInt(name.slice(1), 10) === position);
  return variant?.charAt(0) ?? null;
}

/** True when this substitution, such as "G2032R", is a published one of the gene. */
export function isKnownVariant(symbol: string, variant: string): boolean {
  return knownGenes.get(symbol)?.variants.includes(variant) ?? false;
}

/**
 * Genes whose variants are often numbered by another isoform than the
 * reference sequence; a mismatch there is more likely numbering than a slip.
 */
export const numberedByOthers: ReadonlySet<string> = new Set([
  "FGFR1",
  "GATA3",
  "MEN1",
  "MET",
  "MUTYH",
  "MYC",
  "NTRK2",
  "RUNX1",
  "TGFBR2",
]);

function words(list: string): string[] {
  return list.split(" ").filter((word) => word !== "");
}
