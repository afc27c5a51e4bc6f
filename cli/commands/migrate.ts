import { defineCommand, EXIT } from '../command.ts';

export const migrate = defineCommand({
  noun: 'migrate',
  summary: 'Bring the database to the schema of this version',
  options: { plan: { type: 'boolean', help: 'only list what would run' } },
  examples: ['crossdock migrate --plan', 'crossdock migrate'],
  async run(context, { plan }) {
    const hub = await context.openHub({ schema: 'leave' });
    if (!hub.ok) return context.fail(hub.error);
    const [{ updateSchema }, { pendingMigrations }] = await Promise.all([
      import('../../boot/schema.ts'),
      import('../../store/migrate.ts'),
    ]);
    const { config, database } = hub.value;
    const show = (names: readonly string[]): string => (names.length > 0 ? names.join('\n') : 'Nothing to do.');
    if (plan) {
      const pending = await pendingMigrations(database.url);
      context.out.result({ pending }, () => show(pending));
      return EXIT.done;
    }
    const applied = await updateSchema(database.url, config.redisUrl);
    if (!applied.ok) return context.fail(applied.error);
    context.out.result({ applied: applied.value }, () => show(applied.value));
    return EXIT.done;
  },
});
