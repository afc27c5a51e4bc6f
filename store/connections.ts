import { Op, type Sequelize } from 'sequelize';
import type { ConnectionRecord, ConnectionStore } from '../core/ports/index.ts';
import type { ConnectionId } from '../core/shared/ids.ts';
import { AuditEntryModel, ConnectionModel } from './models.ts';
import type { SecretBox } from './secrets.ts';

/** Connections, their secrets sealed; every change is in the audit log in the same transaction. */
export function connectionStore(sequelize: Sequelize, box: SecretBox): ConnectionStore {
  const recordOf = (row: ConnectionModel): ConnectionRecord => ({
    id: row.id as ConnectionId,
    name: row.name,
    connector: row.connector,
    state: row.state,
    settings: row.settings,
    secrets: row.secrets === null ? {} : (box.open(row.secrets, row.keyVersion) as Record<string, unknown>),
    fault: row.fault ?? null,
    version: row.version,
  });
  return {
    async list() {
      const rows = await ConnectionModel.findAll({
        where: { state: { [Op.ne]: 'removed' } },
        order: [['createdAt', 'ASC']],
      });
      return rows.map(recordOf);
    },
    async add({ id, name, connector, settings, secrets }, actor) {
      const { sealed, keyVersion } = box.seal(secrets);
      await sequelize.transaction(async (transaction) => {
        const row = { id, name, connector, settings, secrets: Buffer.from(sealed), keyVersion };
        await ConnectionModel.create(row, { transaction });
        const detail = { connector, settings };
        await AuditEntryModel.create(
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
        await ConnectionModel.update(change, { where: { id }, transaction });
        const entry = { actor, action: 'connection.update', subject: `connection/${id}`, detail: { settings } };
        await AuditEntryModel.create(entry, { transaction });
      });
    },
    async setState(id, state, fault, actor) {
      await sequelize.transaction(async (transaction) => {
        const [changed] = await ConnectionModel.update(
          { state, fault, version: sequelize.literal('version + 1') as unknown as number },
          { where: { id, state: { [Op.notIn]: [state, 'removed'] } }, transaction },
        );
        if (changed === 0) return;
        const detail = fault === null ? {} : { fault };
        const action = `connection.${state}`;
        await AuditEntryModel.create({ actor, action, subject: `connection/${id}`, detail }, { transaction });
      });
    },
  };
}
