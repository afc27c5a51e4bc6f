import type { Command } from '../command.ts';
import { benchDomain } from './benchDomain.ts';
import { HUB_BENCH_COMMANDS } from './benchHub.ts';
import { benchRoutes } from './benchRoutes.ts';
import { CARRIER_COMMANDS } from './carrier.ts';
import { CASE_COMMANDS } from './case.ts';
import { completion } from './completion.ts';
import { CONNECTION_COMMANDS } from './connection.ts';
import { CONNECTOR_COMMANDS } from './connector.ts';
import { COUNT_COMMANDS } from './count.ts';
import { DELIVERY_COMMANDS } from './delivery.ts';
import { DIFFERENCE_COMMANDS } from './difference.ts';
import { doctor } from './doctor.ts';
import { EVENT_COMMANDS } from './event.ts';
import { FULFILLMENT_COMMANDS } from './fulfillment.ts';
import { INBOX_COMMANDS } from './inbox.ts';
import { JOB_COMMANDS } from './job.ts';
import { KEY_COMMANDS } from './key.ts';
import { LOAD_COMMANDS } from './load.ts';
import { LOOKUP_COMMANDS } from './lookup.ts';
import { MAPPING_COMMANDS } from './mapping.ts';
import { migrate } from './migrate.ts';
import { ORDER_COMMANDS } from './order.ts';
import { orderExport } from './orderExport.ts';
import { orderImport } from './orderImport.ts';
import { PAYMENT_COMMANDS } from './payment.ts';
import { PAYOUT_COMMANDS } from './payout.ts';
import { PICK_LIST_COMMANDS } from './pickList.ts';
import { PLAN_COMMANDS } from './plan.ts';
import { RATE_COMMANDS } from './rates.ts';
import { RETURN_COMMANDS } from './return.ts';
import { RETURN_MONEY_COMMANDS } from './returnMoney.ts';
import { ROAD_COMMANDS } from './roads.ts';
import { ROUTE_COMMANDS } from './route.ts';
import { SETUP_COMMANDS } from './setup.ts';
import { SOURCING_COMMANDS } from './sourcing.ts';
import { start } from './start.ts';
import { STOCK_COMMANDS } from './stock.ts';
import { STOCK_PLACE_COMMANDS } from './stockPlaces.ts';
import { STOCK_PROMISE_COMMANDS } from './stockPromises.ts';
import { STOCK_SETTING_COMMANDS } from './stockSettings.ts';
import { STOCK_STATE_COMMANDS } from './stockStates.ts';
import { STOCK_VIEW_COMMANDS } from './stockViews.ts';
import { SYNC_COMMANDS } from './sync.ts';
import { TRANSFER_COMMANDS } from './transfer.ts';
import { version } from './version.ts';

/** Every command of the CLI, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  start,
  migrate,
  doctor,
  orderImport,
  orderExport,
  ...KEY_COMMANDS,
  ...CONNECTION_COMMANDS,
  ...CONNECTOR_COMMANDS,
  ...MAPPING_COMMANDS,
  ...SYNC_COMMANDS,
  ...EVENT_COMMANDS,
  ...INBOX_COMMANDS,
  ...DELIVERY_COMMANDS,
  ...ORDER_COMMANDS,
  ...PAYMENT_COMMANDS,
  ...PAYOUT_COMMANDS,
  ...RETURN_COMMANDS,
  ...RETURN_MONEY_COMMANDS,
  ...CASE_COMMANDS,
  ...DIFFERENCE_COMMANDS,
  ...STOCK_COMMANDS,
  ...SOURCING_COMMANDS,
  ...STOCK_STATE_COMMANDS,
  ...STOCK_PROMISE_COMMANDS,
  ...STOCK_SETTING_COMMANDS,
  ...STOCK_PLACE_COMMANDS,
  ...STOCK_VIEW_COMMANDS,
  ...TRANSFER_COMMANDS,
  ...COUNT_COMMANDS,
  ...FULFILLMENT_COMMANDS,
  ...PICK_LIST_COMMANDS,
  ...RATE_COMMANDS,
  ...CARRIER_COMMANDS,
  ...LOOKUP_COMMANDS,
  ...SETUP_COMMANDS,
  ...JOB_COMMANDS,
  ...PLAN_COMMANDS,
  ...ROUTE_COMMANDS,
  ...ROAD_COMMANDS,
  ...LOAD_COMMANDS,
  ...HUB_BENCH_COMMANDS,
  benchDomain,
  benchRoutes,
  completion,
  version,
];
