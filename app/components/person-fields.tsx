import { TextField } from "./text-field";

type Props = {
  valueOf: (name: string) => string;
  errorOf: (name: string) => string | undefined;
};

const fieldWith =
  ({ valueOf, errorOf }: Props) =>
  (name: string) => ({ name, value: valueOf(name), error: errorOf(name) });

/** Who somebody is, as their signature will show it, and where mails go. */
export function PersonFields(props: Props) {
  return (
    <>
      <NameFields {...props} />
      <AffiliationField {...props} />
      <OrcidField {...props} />
      <TextField
        {...fieldWith(props)("email")}
        label="E-mail address"
        type="email"
        hint="They sign in with it, and the desk's mails go there."
        autoComplete="off"
        maxLength={254}
      />
    </>
  );
}

/** What stands under a signature. */
export function NameFields(props: Props) {
  const field = fieldWith(props);
  return (
    <>
      <TextField
        {...field("name")}
        label="Full name"
        hint="Without title and degrees; it stands under what they sign."
        maxLength={200}
      />
      <TextField
        {...field("prefix")}
        label="Title"
        hint="Dr, Professor."
        isOptional
        width="short"
        maxLength={40}
      />
      <TextField
        {...field("credentials")}
        label="Credentials"
        hint="MBBS, FRCPath: after their name, at the time they sign."
        isOptional
        maxLength={200}
      />
    </>
  );
}

/** Where somebody works: whether they are from outside rests on it. */
export function AffiliationField(props: Props) {
  return (
    <TextField
      {...fieldWith(props)("affiliation")}
      label="Affiliation"
      isOptional
      maxLength={200}
    />
  );
}

/** The iD that tells somebody from their namesakes. */
export function OrcidField(props: Props) {
  return (
    <TextField
      {...fieldWith(props)("orcid")}
      label="ORCID iD"
      hint="Sixteen digits, or the address of their ORCID page."
      isOptional
      isMono
      width="medium"
      maxLength={100}
    />
  );
}
