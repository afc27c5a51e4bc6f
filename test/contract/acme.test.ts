import { acmeSubject } from './conformance/acmeSubject.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(acmeSubject);
