import type { Expertise, Role } from "~/domain/words";

/** One person of the demo; every address ends in @example.org. */
export type DemoPerson = {
  email: string;
  name: string;
  prefix: string;
  credentials: string;
  affiliation: string;
  roles: Role[];
  expertise: Expertise[];
};

const centre = "Northern Genomic Medicine Centre";
const infirmary = "Riverside Royal Infirmary";

/** Twelve people who do not exist, so that every role and expertise has two. */
export const demoPeople = {
  amira: {
    email: "amira.haddad@example.org",
    name: "Amira Haddad",
    prefix: "Dr",
    credentials: "MBBS, MRCP",
    affiliation: infirmary,
    roles: ["author"],
    expertise: [],
  },
  tom: {
    email: "tom.bryce@example.org",
    name: "Tom Bryce",
    prefix: "Dr",
    credentials: "MBChB, PhD",
    affiliation: centre,
    roles: ["author"],
    expertise: [],
  },
  jonas: {
    email: "jonas.lindqvist@example.org",
    name: "Jonas Lindqvist",
    prefix: "Dr",
    credentials: "MD, FRCP",
    affiliation: infirmary,
    roles: ["reviewer"],
    expertise: ["clinician"],
  },
  ngozi: {
    email: "ngozi.eze@example.org",
    name: "Ngozi Eze",
    prefix: "Prof.",
    credentials: "MD, FRCP, FRCR",
    affiliation: "Harbour Cancer Centre",
    roles: ["reviewer"],
    expertise: ["clinician", "genetic_counsellor"],
  },
  lina: {
    email: "lina.chen@example.org",
    name: "Li Na Chen",
    prefix: "Dr",
    credentials: "PhD, FRCPath",
    affiliation: centre,
    roles: ["reviewer"],
    expertise: ["laboratory_scientist"],
  },
  marta: {
    email: "marta.kowalska@example.org",
    name: "Marta Kowalska",
    prefix: "Dr",
    credentials: "DClinSci, FRCPath",
    affiliation: "Western Genomic Laboratory",
    roles: ["reviewer"],
    expertise: ["laboratory_scientist"],
  },
  owen: {
    email: "owen.price@example.org",
    name: "Owen Price",
    prefix: "",
    credentials: "BSc, ELS",
    affiliation: centre,
    roles: ["reviewer"],
    expertise: ["medical_editor"],
  },
  sara: {
    email: "sara.nilsson@example.org",
    name: "Sara Nilsson",
    prefix: "",
    credentials: "MA",
    affiliation: centre,
    roles: ["reviewer"],
    expertise: ["medical_editor", "lived_experience"],
  },
  priya: {
    email: "priya.raman@example.org",
    name: "Priya Raman",
    prefix: "",
    credentials: "MPharm, IPresc",
    affiliation: "Harbour Cancer Centre",
    roles: ["reviewer"],
    expertise: ["pharmacist"],
  },
  maya: {
    email: "maya.okafor@example.org",
    name: "Maya Okafor",
    prefix: "",
    credentials: "MSc",
    affiliation: centre,
    roles: ["editor", "admin"],
    expertise: [],
  },
  daniel: {
    email: "daniel.reyes@example.org",
    name: "Daniel Reyes",
    prefix: "Dr",
    credentials: "PhD",
    affiliation: centre,
    roles: ["editor"],
    expertise: [],
  },
  ruth: {
    email: "ruth.quayle@example.org",
    name: "Ruth Quayle",
    prefix: "Prof.",
    credentials: "MD, FRCP",
    affiliation: centre,
    roles: ["clinical_lead", "reviewer"],
    expertise: ["clinician"],
  },
} as const satisfies Record<
  string,
  Omit<DemoPerson, "roles" | "expertise"> & {
    roles: readonly Role[];
    expertise: readonly Expertise[];
  }
>;

export type DemoName = keyof typeof demoPeople;
