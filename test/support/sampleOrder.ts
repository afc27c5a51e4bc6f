export { sampleOrder } from '../../connectors/kit/conformance/sampleOrder.ts';
