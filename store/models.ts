import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  Sequelize,
} from 'sequelize';

/** The tables that are not hot, as Sequelize models. Migrations own the schema; `sync` is never called. */

class ConnectionModel extends Model<InferAttributes<ConnectionModel>, InferCreationAttributes<ConnectionModel>> {
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

class ApiKeyModel extends Model<InferAttributes<ApiKeyModel>, InferCreationAttributes<ApiKeyModel>> {
  declare id: string;
  declare name: string;
  declare prefix: string;
  declare hash: Buffer;
  declare scopes: string[];
  declare createdAt: CreationOptional<Date>;
  declare expiresAt: Date | null;
  declare revokedAt: CreationOptional<Date | null>;
}

class LocationModel extends Model<InferAttributes<LocationModel>, InferCreationAttributes<LocationModel>> {
  declare id: string;
  declare code: string;
  declare name: string;
  declare priority: number;
  declare address: Record<string, unknown>;
  declare isActive: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;
}

class AuditEntryModel extends Model<InferAttributes<AuditEntryModel>, InferCreationAttributes<AuditEntryModel>> {
  declare id: CreationOptional<string>;
  declare at: CreationOptional<Date>;
  declare actor: string;
  declare action: string;
  declare subject: string;
  declare detail: Record<string, unknown>;
}

/** The models of one store. Each store has classes of its own, because a Sequelize model belongs to one database. */
export type Models = {
  readonly sequelize: Sequelize;
  readonly Connections: typeof ConnectionModel;
  readonly ApiKeys: typeof ApiKeyModel;
  readonly Locations: typeof LocationModel;
  readonly AuditEntries: typeof AuditEntryModel;
};
export type ConnectionRow = ConnectionModel;

const { BIGINT, BLOB, DATE, BOOLEAN, INTEGER, JSONB, TEXT, UUID, ARRAY } = DataTypes;
const ID = { type: UUID, primaryKey: true };
const DATES = { createdAt: DATE, updatedAt: DATE };

/** Opens Sequelize with its models, on a small pool of its own. */
export function openModels(url: string, max: number): Models {
  const sequelize = new Sequelize(url, {
    dialect: 'postgres',
    logging: false,
    dialectOptions: { application_name: 'crossdock models' },
    pool: { max, min: 0, idle: 30_000 },
    define: { underscored: true, freezeTableName: true },
  });
  return {
    sequelize,
    Connections: connections(sequelize),
    ApiKeys: keys(sequelize),
    Locations: locations(sequelize),
    AuditEntries: auditEntries(sequelize),
  };
}

function connections(sequelize: Sequelize): Models['Connections'] {
  const Connections = class extends ConnectionModel {};
  const words = { name: TEXT, connector: TEXT, state: TEXT };
  Connections.init(
    { id: ID, ...words, settings: JSONB, secrets: BLOB, keyVersion: INTEGER, version: INTEGER, fault: JSONB, ...DATES },
    { sequelize, tableName: 'connection' },
  );
  return Connections;
}

function keys(sequelize: Sequelize): Models['ApiKeys'] {
  const ApiKeys = class extends ApiKeyModel {};
  const dates = { createdAt: DATE, expiresAt: DATE, revokedAt: DATE };
  ApiKeys.init(
    { id: ID, name: TEXT, prefix: TEXT, hash: BLOB, scopes: ARRAY(TEXT), ...dates },
    { sequelize, tableName: 'api_key', updatedAt: false },
  );
  return ApiKeys;
}

function locations(sequelize: Sequelize): Models['Locations'] {
  const Locations = class extends LocationModel {};
  Locations.init(
    { id: ID, code: TEXT, name: TEXT, priority: INTEGER, address: JSONB, isActive: BOOLEAN, ...DATES },
    { sequelize, tableName: 'location' },
  );
  return Locations;
}

function auditEntries(sequelize: Sequelize): Models['AuditEntries'] {
  const AuditEntries = class extends AuditEntryModel {};
  const id = { type: BIGINT, primaryKey: true, autoIncrement: true };
  AuditEntries.init(
    { id, at: DATE, actor: TEXT, action: TEXT, subject: TEXT, detail: JSONB },
    { sequelize, tableName: 'audit_entry', timestamps: false },
  );
  return AuditEntries;
}
