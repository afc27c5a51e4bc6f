/** Which work a process does: everything, answering HTTP, or the jobs. */
export const ROLES = ['all', 'api', 'worker'] as const;
export type Role = (typeof ROLES)[number];
