import { subjects } from '../../../connectors/ups/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
