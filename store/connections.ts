import { Op, QueryTypes } from 'sequelize';
import type { ConnectionRecord, ConnectionStore } from '../core/ports/index.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import type { ConnectionRow, Models } from './models.ts';
import type { SecretBox } from './secrets.ts';

/** Connections, their secrets sealed; every change is in the audit log in the same transaction. */
export function connectionStore({ sequelize, Connections, AuditEntries }: Models, box: SecretBox): ConnectionStore {
  const recordOf = (row: ConnectionRow): ConnectionRecord => ({
    id: row.id as ConnectionId,
    name: row.name,
    connector: row.connector,
    state: row.state,
    settings: row.settings,
    ...opened(row, box),
    fault: row.fault ?? null,
    version: row.version,
  });
  return {
    async list() {
      const rows = await Connections.findAll({
        where: { state: { [Op.ne]: 'removed' } },
        order: [['createdAt', 'ASC']],
      });
      const mappings = await newestMappings({ sequelize });
      return rows.map((row) => ({ ...recordOf(row), mapping: mappings.get(row.id) }));
    },
    async add({ id, name, connector, settings, secrets }, actor) {
      const { sealed, keyVersion } = box.seal(secrets);
      await sequelize.transaction(async (transaction) => {
        const row = { id, name, connector, settings, secrets: Buffer.from(sealed), keyVersion };
        await Connections.create(row, { transaction });
        const detail = { connector, settings };
        await AuditEntries.create(
          { actor, action: 'connection.add', subject: `connection/${id}`, detail },
          { transaction },
        );
      });
    },
    async update(id, { settings, secrets }, actor) {
      const { sealed, keyVersion } = box.seal(secrets);
      const version = sequelize.literal('version + 1') as unknown as number;
      await sequelize.transaction(async (transaction) => {
        const change = { settings: { ...settings }, secrets: Buffer.from(sealed), keyVersion, version };
        await Connections.update(change, { where: { id }, transaction });
        const entry = { actor, action: 'connection.update', subject: `connection/${id}`, detail: { settings } };
        await AuditEntries.create(entry, { transaction });
      });
    },
    async setState(id, state, fault, actor) {
      await sequelize.transaction(async (transaction) => {
        const [changed] = await Connections.update(
          { state, fault, version: sequelize.literal('version + 1') as unknown as number },
          { where: { id, state: { [Op.notIn]: [state, 'removed'] } }, transaction },
        );
        if (changed === 0) return;
        const detail = fault === null ? {} : { fault };
        const action = `connection.${state}`;
        await AuditEntries.create({ actor, action, subject: `connection/${id}`, detail }, { transaction });
      });
    },
  };
}

/** The secrets of a connection, or why they stay sealed: another connection's can still be opened. */
function opened(
  { secrets, keyVersion }: ConnectionRow,
  box: SecretBox,
): Pick<ConnectionRecord, 'secrets' | 'unreadable'> {
  if (secrets === null) return { secrets: {}, unreadable: null };
  try {
    return { secrets: box.open(secrets, keyVersion) as Record<string, unknown>, unreadable: null };
  } catch (error) {
    return { secrets: {}, unreadable: `its secrets cannot be opened: ${(error as Error).message}` };
  }
}

/** The rules in force, by connection. */
async function newestMappings({ sequelize }: Pick<Models, 'sequelize'>): Promise<ReadonlyMap<string, unknown>> {
  const rows = await sequelize.query<{ connection_id: string; body: unknown }>(
    'select distinct on (connection_id) connection_id, body from mapping order by connection_id, version desc',
    { type: QueryTypes.SELECT },
  );
  return new Map(rows.map(({ connection_id, body }) => [connection_id, body]));
}
