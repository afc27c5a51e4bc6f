import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  Sequelize,
} from 'sequelize';

/** The tables that are not hot, as Sequelize models. Migrations own the schema; `sync` is never called. */

export class ConnectionModel extends Model<InferAttributes<ConnectionModel>, InferCreationAttributes<ConnectionModel>> {
  declare id: string;
  declare name: string;
  declare connector: string;
  declare state: CreationOptional<'active' | 'paused' | 'needs-auth' | 'removed'>;
  declare settings: Record<string, unknown>;
  declare secrets: Buffer | null;
  declare keyVersion: CreationOptional<number>;
  declare fault: CreationOptional<object | null>;
  declare version: CreationOptional<number>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export class ApiKeyModel extends Model<InferAttributes<ApiKeyModel>, InferCreationAttributes<ApiKeyModel>> {
  declare id: string;
  declare name: string;
  declare prefix: string;
  declare hash: Buffer;
  declare scopes: string[];
  declare createdAt: CreationOptional<Date>;
  declare expiresAt: Date | null;
  declare revokedAt: CreationOptional<Date | null>;
}

export class LocationModel extends Model<InferAttributes<LocationModel>, InferCreationAttributes<LocationModel>> {
  declare id: string;
  declare code: string;
  declare name: string;
  declare priority: number;
  declare address: Record<string, unknown>;
  declare isActive: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

export class AuditEntryModel extends Model<InferAttributes<AuditEntryModel>, InferCreationAttributes<AuditEntryModel>> {
  declare id: CreationOptional<string>;
  declare at: CreationOptional<Date>;
  declare actor: string;
  declare action: string;
  declare subject: string;
  declare detail: Record<string, unknown>;
}

/** Opens Sequelize with its models, on a small pool of its own. */
export function openModels(url: string, max: number): Sequelize {
  const sequelize = new Sequelize(url, {
    dialect: 'postgres',
    logging: false,
    pool: { max, min: 0, idle: 30_000 },
    define: { underscored: true, freezeTableName: true },
  });
  const { BLOB, DATE, BOOLEAN, INTEGER, JSONB, TEXT, UUID, ARRAY } = DataTypes;
  const id = { type: UUID, primaryKey: true };
  const versions = { keyVersion: INTEGER, version: INTEGER };
  const dates = { createdAt: DATE, updatedAt: DATE };
  ConnectionModel.init(
    {
      id,
      name: TEXT,
      connector: TEXT,
      state: TEXT,
      settings: JSONB,
      secrets: BLOB,
      ...versions,
      fault: JSONB,
      ...dates,
    },
    { sequelize, tableName: 'connection' },
  );
  ApiKeyModel.init(
    {
      id,
      name: TEXT,
      prefix: TEXT,
      hash: BLOB,
      scopes: ARRAY(TEXT),
      createdAt: DATE,
      expiresAt: DATE,
      revokedAt: DATE,
    },
    { sequelize, tableName: 'api_key', updatedAt: false },
  );
  LocationModel.init(
    { id, code: TEXT, name: TEXT, priority: INTEGER, address: JSONB, isActive: BOOLEAN, ...dates },
    { sequelize, tableName: 'location' },
  );
  initAudit(sequelize);
  return sequelize;
}

function initAudit(sequelize: Sequelize): void {
  const { DATE, BIGINT, JSONB, TEXT } = DataTypes;
  AuditEntryModel.init(
    {
      id: { type: BIGINT, primaryKey: true, autoIncrement: true },
      at: DATE,
      actor: TEXT,
      action: TEXT,
      subject: TEXT,
      detail: JSONB,
    },
    { sequelize, tableName: 'audit_entry', timestamps: false },
  );
}
