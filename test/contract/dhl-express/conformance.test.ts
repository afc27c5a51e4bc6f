import { subjects } from '../../../connectors/dhl-express/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
