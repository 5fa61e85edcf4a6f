import { describe, expect, test } from "vitest";
import { isHgvs, whyNotHgvs } from "~/content/hgvs";
import { hasSharedFolder, readShared } from "../support/shared-folder";

describe("HGVS allows", () => {
  test.each([
    // substitutions, no change and unknown effects
    "c.6094G>A",
    "g.117622184C>T",
    "m.3243A>G",
    "n.76A>C",
    "c.-14G>C",
    "c.*46T>A",
    "c.88+2T>G",
    "c.89-1G>T",
    "c.123=",
    "c.=",
    "p.Gly2032Arg",
    "p.(Gly2032Arg)",
    "p.G2032R",
    "p.(G2032R)",
    "p.Trp24Ter",
    "p.Trp24*",
    "p.W24*",
    "p.Leu54=",
    "p.Met1?",
    "p.?",
    "p.0",
    "p.=",
    "p.(=)",
    // losses and gains
    "c.68_69del",
    "c.19del",
    "c.20dup",
    "c.5266dup",
    "c.76_77insT",
    "c.849_850ins858_895",
    "c.1704_1705insN[25]",
    "c.5657_5660inv",
    "c.2236_2250delinsAT",
    "c.4072-1234_5155-246del",
    "c.(4071+1_4072-1)_(5154+1_5155-1)del",
    "c.(?_-244)_(31+1_32-1)del",
    "c.52GAC[21]",
    "g.123_191[19]",
    "p.Glu746_Ala750del",
    "p.E746_A750del",
    "p.Leu747_Pro753delinsSer",
    "p.Ala767_Val769dup",
    "p.His4_Gln5insAla",
    "p.Cys28delinsTrpVal",
    "p.Lys23_Val25del",
    "p.Gln18[23]",
    // frame shifts and extensions
    "p.Arg97ProfsTer23",
    "p.Arg97Profs*23",
    "p.Arg97fs",
    "p.(R97Pfs*23)",
    "p.Met1ext-5",
    "p.Ter110GlnextTer17",
    "p.*110Glnext*17",
    // several, and with a reference sequence
    "c.[76A>C;105G>T]",
    "c.[76A>C];[105G>T]",
    "p.[Ser68Arg;Asn594del]",
    "NM_002944.3:c.6094G>A",
    "NM_002944.3(ROS1):c.6094G>A",
    "NC_000006.12(NM_002944.3):c.88+2T>G",
    "NP_002935.2:p.Gly2032Arg",
    "LRG_292t1:c.68_69del",
    "ENST00000368508.7:c.19del",
  ])("%s", (name) => {
    expect(whyNotHgvs(name)).toBeNull();
  });
});

describe("HGVS does not allow", () => {
  test.each([
    ["", /begins with/],
    ["G2032R", /begins with/],
    ["r.76a>c", /begins with/],
    ["P.Gly2032Arg", /begins with/],
    ["p.Gyl2032Arg", /not a protein change/],
    ["p.G2032Arg", /not a protein change/],
    ["p.Gly0Arg", /not a protein change/],
    ["p.Gly2032", /not a protein change/],
    ["p.Gly12Gly", /unchanged/],
    ["p.Trp24X", /Ter or \*/],
    ["p.Trp24Stop", /Ter or \*/],
    ["p.Ala750_Glu746del", /not a protein change/],
    ["p.His4_Gln9insAla", /not a protein change/],
    ["p.Gly2032Arg ", /spaces/],
    ["c.6094G->A", /not a DNA change/],
    ["c.6094g>a", /capital/],
    ["c.76A>A", /unchanged/],
    ["c.76AT>GC", /delins/],
    ["c.76insT", /neighbours/],
    ["c.76_79insT", /neighbours/],
    ["c.69_68del", /not a DNA change/],
    ["c.68_69delAG", /Leave out/],
    ["c.20dupT", /Leave out/],
    ["c.0A>G", /not a DNA change/],
    ["c.IVS2+2T>G", /intron/],
    ["g.88+2T>G", /not a DNA change/],
    ["m.-14G>C", /not a DNA change/],
    ["c.12inv", /not a DNA change/],
    ["NM_x:c.76A>C", /reference sequence/],
    ["ROS1:p.Gly2032Arg", /reference sequence/],
    [`c.76_77ins${"A".repeat(300)}`, /at most 200/],
    ["p.[Ser68Arg", /not a protein change/],
    ["p.[S68R;Asn594del]", /not a protein change/],
  ])("%s", (name, reason) => {
    expect(isHgvs(name)).toBe(false);
    expect(whyNotHgvs(name)).toMatch(reason);
  });
});

describe.skipIf(!hasSharedFolder)("with the data in ../shared", () => {
  const rows = () =>
    new TextDecoder()
      .decode(readShared("data/true_protein_variants.tsv"))
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split("\t"));

  test("every real substitution is allowed in one-letter codes, and none without its prefix", () => {
    const names = rows().map(([, variant = ""]) => variant);
    const refused = names.filter((name) => !isHgvs(`p.${name}`));
    console.info(`${names.length} real variants, ${refused.length} refused`);
    expect(names.length).toBeGreaterThan(1_000);
    expect(refused).toEqual([]);
    expect(names.filter(isHgvs)).toEqual([]);
  });
});
