import type { Expertise, Role } from "./words";

/** A person as screens and policies know the one who is signed in. */
export type SignedInPerson = {
  id: string;
  name: string;
  email: string;
  prefix: string;
  credentials: string;
  roles: Role[];
  expertise: Expertise[];
};
