import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../auth.ts';
import type { ApiContext } from '../context.ts';
import { countOperations } from './countOperations.ts';
import { stockOperations } from './stockOperations.ts';
import { stockPlaces } from './stockPlaces.ts';
import { stockQuestions } from './stockQuestions.ts';
import { stockSettings } from './stockSettings.ts';
import { stockStates } from './stockStates.ts';
import { transferOperations } from './transferOperations.ts';

/** Everything about stock but its lists. */
export function inventoryRoutes(app: OpenAPIHono<ApiEnv>, context: ApiContext): void {
  stockOperations(app, context);
  stockStates(app, context);
  stockQuestions(app, context);
  stockPlaces(app, context);
  stockSettings(app, context);
  transferOperations(app, context);
  countOperations(app, context);
}
