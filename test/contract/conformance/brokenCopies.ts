import { describe } from 'vitest';
import { connectorContract } from '../connectorContract.ts';
import { DEFECTS } from './defects.ts';

/** Run by conformance.test.ts in a process of its own: these are meant to fail. */
for (const { name, subject } of DEFECTS) describe(name, () => connectorContract(subject));
