import { subjects } from '../../connectors/odoo/conformance.ts';
import { connectorContract } from './connectorContract.ts';

connectorContract(subjects);
