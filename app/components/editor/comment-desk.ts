/** What the editor needs to begin a comment, where one may be made. */
export type CommentDesk = {
  /** POST, a form: see `paths.raiseComment`. */
  raiseUrl: string;
  /** Under which name a half-typed comment is kept on this device. */
  keptAs: string;
  /** Whether this person may raise a must-fix. */
  mayInsist: boolean;
  /** Who can be named in it. */
  people: { id: string; name: string }[];
};
