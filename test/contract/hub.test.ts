import { subjects } from '../../connectors/hub/conformance.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(subjects);
