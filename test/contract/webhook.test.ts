import { subjects } from '../../connectors/webhook/conformance.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(subjects);
