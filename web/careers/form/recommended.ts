/** The code of the link that a friend shared, from the address of the page the form stands on. */
export function recommendedBy(): string | undefined {
  return new URLSearchParams(globalThis.location.search).get('ref')?.slice(0, 64) || undefined;
}

/** An address of the careers site that keeps the code on the way to the form. */
export function keepingRecommendation(address: string): string {
  const code = recommendedBy();
  if (code === undefined) return address;
  return `${address}${address.includes('?') ? '&' : '?'}ref=${encodeURIComponent(code)}`;
}
