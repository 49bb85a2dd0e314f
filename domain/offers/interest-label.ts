/** An interest (a slug) as people read it: `home-cooking` reads "Home cooking". */
export function interestLabel(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
