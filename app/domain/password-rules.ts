/** Longer ones would only cost time to hash; nobody types them. */
const longestPassword = 200;

/** Fewer could be guessed once the table of hashes is stolen (NIST SP 800-63B). */
export const shortestPassword = 12;

const common = [
  ...["password", "passwort", "passw0rd", "letmein", "welcome", "iloveyou"],
  ...["qwertyuiop", "qwerty", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "abcdefgh"],
  ...[
    "0123456789",
    "1234567890",
    "12345678",
    "123456",
    "1234",
    "imprimatur",
    "admin",
  ],
];

/**
 * Whether a password is refused: fewer than twelve or more than 200 characters,
 * or fewer than six different ones left once the commonest passwords, rows of
 * keys and the person's own name and address are taken out. Nothing else is
 * asked of it: no mixture of letters and figures, no change by the calendar.
 */
export function isWeakPassword(
  password: string,
  about: { name: string; email: string },
): boolean {
  const { length } = [...password];
  if (length < shortestPassword || length > longestPassword) return true;
  const { name, email } = about;
  const own = [...name.split(/\s+/), email, ...email.split(/[@.]/)];
  const known = [...common, ...own.map((word) => word.toLowerCase())]
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = known.reduce(
    (left, word) => left.replaceAll(word, ""),
    password.toLowerCase(),
  );
  return new Set(rest).size < 6;
}
