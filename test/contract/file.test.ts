import { subjects } from '../../connectors/file/conformance.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(subjects);
