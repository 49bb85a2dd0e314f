/** Pages of the site that mail leads to. Addresses carry ids alone; tokens stand behind `#`. */
export const pageUrl = {
  /** Where a colleague decides about what a gate waits for. */
  decision: (site: string, applicationId: string, gateId: string) =>
    `${site}/console/decide/${applicationId}/${gateId}`,
  application: (site: string, applicationId: string) => `${site}/console/applications/${applicationId}`,
  /** All applications of a person. */
  applications: (site: string, token: string) => `${site}/applications#${token}`,
  survey: (site: string, token: string) => `${site}/survey#${token}`,
  /** RFC 8058 has mail programs POST to the very address of the header, so here the token is in the query. */
  unsubscribe: (site: string, token: string) => `${site}/api/unsubscribe?token=${token}`,
} as const;
