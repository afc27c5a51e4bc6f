/** The version in an If-Match header as the hub's ETags write it; undefined without one, NaN when it is no version. */
export const versionIn = (ifMatch: string | undefined): number | undefined =>
  ifMatch === undefined ? undefined : Number(ifMatch.replaceAll('"', ''));
