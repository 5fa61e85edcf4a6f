/**
 * Where stored images are served, for people of the desk and for readers: the
 * beginning of an address that ends with the file's SHA-256. `paths` has the
 * same; content builds no other address of ours.
 */
export const figureFolders = {
  staff: "/desk/figures/",
  readers: "/figures/",
} as const;
