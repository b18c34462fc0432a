// What the build puts in place of names (site/astro.config.ts).

/** The content hash of the catalogue this site is built with. */
declare const CATALOGUE: string;

/** The content hash of the divisions' index this site is built with. */
declare const DIVISIONS: string;
