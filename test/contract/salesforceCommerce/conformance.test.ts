import { subjects } from '../../../connectors/salesforce-commerce/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
