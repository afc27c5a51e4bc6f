import { subjects } from '../../../connectors/ofbiz/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
