import { subjects } from '../../../connectors/dhl-parcel-de/conformance.ts';
import { connectorContract } from '../connectorContract.ts';

connectorContract(subjects);
