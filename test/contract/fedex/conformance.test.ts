import { subjects } from '../../../connectors/fedex/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
