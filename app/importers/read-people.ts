import { collapseSpaces } from "~/lib/text-spaces";
import { findDates } from "./read-dates";
import type { StatedPerson, StatedRole } from "./report";

/** Who is named in a list of names; tools and organisations are never people. */
export type NamedParties = {
  people: StatedPerson[];
  tools: string[];
  organisations: string[];
};

const prefix =
  /^(?:(?:Assoc(?:iate)?|Asst|Assistant|Clinical)\.? )?(?:Dr|Prof|Professor|Doctor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Rev|Sister|Nurse)\.? (?=\S)/;
const degrees = new Set(
  "MD PhD DPhil DSc ScD MSc BSc MSci MRes MPhil MA BA AB BAO MS BS MBBS MBBCh MBChB MBBChir BMBS BMBCh MB ChB BChir BCh DO DM MPH MBA MEd EdD MPharm PharmD PharmB RPh RN NP DNP MSN BSN PA CNS CGC LCGC RGC GCRB FACMG FACP FACS FACOG FAAP FASCO FESC FMedSci FHEA FRS OBE CBE MBE Esq Jr DipHE PgDip PGDip DCH DRCOG DNB JD LLB DDS DMD BDS DVM".split(
    " ",
  ),
);
/** Royal colleges and faculties: MRCP, FRCPath, FRCP(UK), MRCPCH, FFPM. */
const college =
  /^[MFLD](?:R|F)?C[A-Z][A-Za-z]*(?:\([A-Z][a-z]*\))?$|^[FM]F[A-Z]{2,3}$/;
const tool =
  /^(?:ChatGPT|GPT|Claude|Gemini|Copilot|Bard|Llama|Mistral|Perplexity|DeepSeek|Grok)(?:[ -]?[\d.]+\w*)?$|\bAI\b|\bA\.I\.|\b[Aa]rtificial [Ii]ntelligence\b|\b(?:[Cc]hat)?[Bb]ot\b|\b[Ll]anguage [Mm]odel\b/;
const organisation =
  /\b(?:Ltd|Limited|Inc|LLC|GmbH|plc|Team|Group|University|Universit[éà]\w*|College|School|Hospitals?|Clinic|NHS|Trust|Foundation|Society|Association|Cent(?:re|er)|Committee|Council|Institute|Department|Division|Editorial|Network|Charity|Research|Programme|Program|Service|Services|Staff|Desk|Board|Press|Media|Health|Cancer|Oncology|Genomics|Genetics|Laborator(?:y|ies)|Wikipedia|Contributors|Admin|Administrator)\b/;
const job =
  /\b(?:consultant|registrar|oncologist|geneticist|scientist|nurse|director|lead|specialist|pathologist|pharmacist|counsell?or|fellow|lecturer|editor|physician|surgeon|ha?ematologist|manager|head of|chief|professor of|practitioner|trainee|researcher|writer|author)\b/i;
const particle =
  /^(?:de|van|von|der|den|da|di|del|della|la|le|bin|ibn|al|el|dos|du|ten|ter|af|av|y|e|of)$/;
const nameWord =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}]*|(?:O|D|d|l)['’]\p{Lu}[\p{L}\p{M}-]*)$/u;

/**
 * Reads a list of names as it follows "Authors:". Titles and degrees are parted
 * from names ("Dr Ada Example, M.D., Ph.D. (through April 2014)"), job titles
 * count among the credentials. Null when a part of it is no name, tool or
 * organisation: then it is prose.
 */
export function readPeople(
  list: string,
  role: StatedRole,
): NamedParties | null {
  const parties: NamedParties = { people: [], tools: [], organisations: [] };
  const pieces = splitList(collapseSpaces(list).replace(/[.,;]$/, ""));
  for (const piece of pieces) {
    const { words, notes } = withoutBrackets(piece);
    if (!addPiece(words, parties, role, pieces.length === 1)) return null;
    const named = parties.people.at(-1);
    for (const note of notes) if (named) addNote(named, note);
  }
  const isNobody = Object.values(parties).every((some) => some.length === 0);
  return isNobody ? null : parties;
}

/** Adds what one piece of a list is to the parties; false when it is nothing of the kind. */
function addPiece(
  words: string,
  parties: NamedParties,
  role: StatedRole,
  isAlone: boolean,
): boolean {
  const last = parties.people.at(-1);
  const isTitled = prefix.test(words);
  if (!isTitled && tool.test(words)) parties.tools.push(words);
  else if (last && words.split(" ").every(isDegree))
    addCredentials(last, words);
  else if (last && /^(?:\p{Lu}\.[ -]?)+$/u.test(words))
    last.name = `${words} ${last.name}`;
  else if (!isTitled && last && (job.test(words) || organisation.test(words)))
    addCredentials(last, words);
  else if (!isTitled && job.test(words)) return false;
  else if (!isTitled && organisation.test(words))
    parties.organisations.push(words);
  else if (!isAlone && !isTitled && !words.includes(" ")) {
    if (last === undefined) return false;
    addCredentials(last, words);
  } else {
    const person = readPerson(words, role);
    if (person === null) return false;
    parties.people.push(person);
  }
  return true;
}

/** At semicolons when there are any, else at commas; at "and" and line ends always; never inside brackets. */
function splitList(list: string): string[] {
  const comma = /;(?![^(]*\))/.test(list) ? /;(?![^(]*\))/ : /,(?![^(]*\))/;
  return list
    .split(comma)
    .flatMap((piece) => piece.split(/\s+(?:and|&)\s+|^and\s+|\s+[|·•]\s+/))
    .flatMap((piece) =>
      comma.source.startsWith(";") ? attributes(piece) : piece,
    )
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/** Between semicolons stands one person: what follows the first comma belongs to the name. */
function attributes(piece: string): string[] {
  return piece.split(/,(?![^(]*\))/);
}

function withoutBrackets(piece: string): { words: string; notes: string[] } {
  const notes: string[] = [];
  const words = piece.replace(/(?<=\s|^)\(([^()]*)\)/g, (_, note: string) => {
    notes.push(note);
    return " ";
  });
  return { words: collapseSpaces(words), notes };
}

function readPerson(words: string, role: StatedRole): StatedPerson | null {
  let name = words;
  let title = "";
  for (let found = prefix.exec(name); found; found = prefix.exec(name)) {
    title += found[0];
    name = name.slice(found[0].length);
  }
  const parts = name.split(" ");
  const degreesFrom = parts.findIndex((part, i) => i > 0 && isDegree(part));
  const held = degreesFrom < 0 ? [] : parts.splice(degreesFrom);
  if (!held.every(isDegree) || !isName(parts)) return null;
  return {
    name: parts.join(" "),
    prefix: title.trim() || null,
    credentials: held.join(", ") || null,
    role,
    until: null,
  };
}

function isName(parts: readonly string[]): boolean {
  const isLong = parts.some((part) => part.replace(/\P{L}/gu, "").length > 1);
  return (
    isLong &&
    parts.length <= 6 &&
    parts.every(
      (part, i) => nameWord.test(part) || (i > 0 && particle.test(part)),
    )
  );
}

function isDegree(word: string): boolean {
  const plain = word.replaceAll(".", "").replace(/,$/, "");
  return degrees.has(plain) || college.test(plain);
}

function addCredentials(person: StatedPerson, words: string): void {
  person.credentials =
    person.credentials === null ? words : `${person.credentials}, ${words}`;
}

/** "through April 2014" ends the person's part; any other note is a credential. */
function addNote(person: StatedPerson, note: string): void {
  const until =
    /^(?:through|until|till|to|up to|ended)\s+(.+)$|[-–]\s*(\S.*)$/i.exec(note);
  const text = until?.[1] ?? until?.[2];
  const [date] = text
    ? findDates(text, { order: "day_first", isSettled: false })
    : [];
  if (date) person.until = date.on.slice(0, 7);
  else addCredentials(person, note);
}
