import { hash } from 'node:crypto';

/** What the tables hold of a token or key: enough to know it again, too little to use it. */
export const sumOf = (token: string): string => hash('sha256', token, 'hex');
