/** Headings that sites of this kind use again and again, and what they announce. */

export function isScenarioHeading(text: string): boolean {
  return /^(?:example |illustrative |sample )?(?:clinical |patient )?(?:scenario|case(?: study| example)?|vignette)s?(?: \d+)?:?$/i.test(
    text.trim(),
  );
}

export function isDisclaimerHeading(text: string): boolean {
  return /^(?:medical |legal )?disclaimers?:?$/i.test(text.trim());
}

export function isQuestionsHeading(text: string): boolean {
  return /^(?:\w+ ){0,2}questions (?:to|you (?:can|may|might) (?:want to )?) ?ask\b/i.test(
    text.trim(),
  );
}

export function isSourcesHeading(text: string): boolean {
  return /^(?:source guidelines?|sources?|references|bibliography|guidelines(?: used)?):?$/i.test(
    text.trim(),
  );
}
