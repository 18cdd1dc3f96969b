import { loadSettings } from '../reads/settings.ts';
import { readSources } from '../reads/sources.ts';
import type { Change, SettingsChange } from '../settings/change.ts';
import { auditText, changedFields, changeText, fieldChanges, subjectOf } from '../settings/difference.ts';
import { settingsFaults } from '../settings/faults.ts';
import { requireOwner } from '../settings/owner.ts';
import { columnValue, type PartKind, partKinds, upsertText } from '../settings/parts.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import type { Device, Settings, Store } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';
import { applySecret, type NextSecrets, nextSecrets } from './deviceSecrets.ts';
import { applyVendorSecrets, readVendorSecretsKept, type VendorSecretsKept } from './settingsSecrets.ts';
import { bumpVersion, lockSettings } from './settingsVersion.ts';

/** One change of the settings while it is carried out. */
interface Work {
  readonly sql: Sql;
  readonly scope: Scope;
  readonly settings: Settings;
  readonly secrets: NextSecrets;
  readonly vendorSecrets: VendorSecretsKept;
  readonly changes: Change[];
  /** Stores whose kept rollups are no longer right. */
  readonly recount: Set<string>;
  /** Stores whose finished days alone are no longer right. */
  readonly resorted: Set<string>;
}

interface PartChange<Part> {
  readonly kind: PartKind<Part>;
  readonly before: Part | undefined;
  readonly after: Part;
  /** Its place behind those there are; kept when it is there already. */
  readonly position?: number;
}

async function applyPart<Part extends object>(
  work: Work,
  { kind, before, after, position }: PartChange<Part>,
): Promise<string[]> {
  const fields = changedFields(kind, before, after);
  if (fields.length === 0) return [];
  const values = kind.fields.map((field) => columnValue(after[field]));
  await work.sql.run(upsertText(kind), kind.hasPosition ? [...values, position ?? 0] : values);
  const action = before === undefined ? 'added' : 'changed';
  const subject = subjectOf(kind, after);
  const text = changeText(kind, before, after);
  work.changes.push({ action, subject, text, ...fieldChanges(kind, before, after) });
  const was = before === undefined ? null : auditText(before, fields);
  await appendAudit(work.sql, work.scope, { action, subject, before: was, after: auditText(after, fields) });
  return fields.filter((field) => kind.counting.includes(field));
}

async function refuseNewCurrency(
  work: Work,
  before: Store | undefined,
  after: Pick<Store, 'id' | 'currency'>,
): Promise<void> {
  if (before === undefined || before.currency === after.currency) return;
  const sold = await work.sql.all('select 1 as one from sales where store_id = ? limit 1', [after.id]);
  if (sold.length === 0) return;
  throw new AppError(
    'conflict',
    `Store ${after.id} has receipts in ${before.currency}: its currency cannot be changed.`,
  );
}

async function applyStore(
  work: Work,
  after: NonNullable<SettingsChange['stores']>[number],
  index: number,
): Promise<void> {
  const before = work.settings.stores.get(after.id);
  await refuseNewCurrency(work, before, after);
  const position = work.settings.stores.size + index;
  const counting = await applyPart(work, {
    kind: partKinds.store,
    before,
    after: { ...after, devices: [] },
    position,
  });
  for (const [place, entrance] of after.entrances.entries()) {
    const known = before?.entrances.find((one) => one.id === entrance.id);
    counting.push(
      ...(await applyPart(work, {
        kind: partKinds.entrance,
        before: known && { ...known, storeId: after.id },
        after: { ...entrance, storeId: after.id },
        position: place,
      })),
    );
  }
  for (const [place, queue] of after.queues.entries()) {
    const known = before?.queues.find((one) => one.id === queue.id);
    counting.push(
      ...(await applyPart(work, {
        kind: partKinds.queue,
        before: known && { ...known, storeId: after.id },
        after: { ...queue, storeId: after.id },
        position: place,
      })),
    );
  }
  if (before !== undefined && counting.length > 0) work.recount.add(after.id);
}

async function applyDevice(
  work: Work,
  after: NonNullable<SettingsChange['devices']>[number],
  index: number,
): Promise<void> {
  const before = work.settings.devices.get(after.id);
  const position = work.settings.devices.size + index;
  const counting = await applyPart<Device>(work, { kind: partKinds.device, before, after, position });
  // A new device changes the past only where it is said to have been there.
  const changesPast = before === undefined ? after.installedAt !== null && after.installedAt < Date.now() : true;
  if (counting.length > 0 && changesPast) work.recount.add(after.storeId);
  const subject = subjectOf(partKinds.device, after);
  const made = await applySecret(work, { table: 'devices', id: after.id, subject });
  const holder = { holderKind: 'device', holderId: after.id } as const;
  await applyVendorSecrets(work, { holder, subject, change: after, made });
}

async function applyClients(work: Work, change: SettingsChange): Promise<void> {
  for (const after of change.mqttClients ?? []) {
    const before = work.settings.mqttClients.get(after.id);
    await applyPart(work, { kind: partKinds.mqttClient, before, after });
    const subject = subjectOf(partKinds.mqttClient, after);
    await applySecret(work, { table: 'mqtt_clients', id: after.id, subject });
  }
}

async function applyChain(work: Work, change: SettingsChange): Promise<void> {
  if (change.organisation !== undefined) {
    const [kept] = await work.sql.all('select id from organisation where id = 1');
    const before = kept === undefined ? undefined : { ...work.settings.organisation, id: 1 };
    await applyPart(work, { kind: partKinds.organisation, before, after: { ...change.organisation, id: 1 } });
  }
  for (const [index, after] of (change.regions ?? []).entries()) {
    const before = work.settings.regions.find((region) => region.id === after.id);
    await applyPart(work, { kind: partKinds.region, before, after, position: work.settings.regions.length + index });
  }
}

async function applyStandardsAndSources(work: Work, change: SettingsChange): Promise<void> {
  const { standards, checklists } = work.settings;
  for (const [index, after] of (change.standards ?? []).entries()) {
    const isSame = ({ process, criterion }: typeof after): boolean =>
      process === after.process && criterion === after.criterion;
    const position = standards.length + index;
    const counting = await applyPart(work, {
      kind: partKinds.standard,
      before: standards.find(isSame),
      after,
      position,
    });
    // A standard that is new sorts what was observed before as well.
    if (counting.length > 0) for (const storeId of work.settings.stores.keys()) work.resorted.add(storeId);
  }
  for (const [index, after] of (change.checklists ?? []).entries()) {
    const before = checklists.find(({ id }) => id === after.id);
    await applyPart(work, { kind: partKinds.checklist, before, after, position: checklists.length + index });
  }
  if (change.sources === undefined) return;
  const sources = new Map((await readSources(work.sql, work.scope)).map((source) => [source.id, source]));
  for (const after of change.sources) {
    await applyPart(work, { kind: partKinds.source, before: sources.get(after.id), after });
    const holder = { holderKind: 'source', holderId: after.id } as const;
    await applyVendorSecrets(work, { holder, subject: subjectOf(partKinds.source, after), change: after });
  }
}

/** Until the job has made a store's rollups again, its finished days are worked out anew for each answer. */
async function requestRebuilds(work: Work): Promise<void> {
  for (const storeId of new Set([...work.recount, ...work.resorted])) {
    await work.sql.run(
      `insert into stale_days (store_id, date) select distinct store_id, date from daily_tallies where store_id = ?
       on conflict (store_id, date) do nothing`,
      [storeId],
    );
  }
  for (const storeId of work.recount) {
    await work.sql.run(
      `insert into rebuilds (store_id, requested_at) values (?, ?)
       on conflict (store_id) do update set requested_at = excluded.requested_at`,
      [storeId, Date.now()],
    );
  }
}

async function applyAll(work: Work, change: SettingsChange): Promise<Change[]> {
  await applyChain(work, change);
  for (const [index, store] of (change.stores ?? []).entries()) await applyStore(work, store, index);
  for (const [index, device] of (change.devices ?? []).entries()) await applyDevice(work, device, index);
  await applyClients(work, change);
  await applyStandardsAndSources(work, change);
  await requestRebuilds(work);
  if (work.changes.length > 0) await bumpVersion(work.sql);
  return work.changes;
}

/**
 * Sets up or changes organisation, regions, stores, devices and who may connect; the same again changes nothing. All or
 * nothing. Answers what changed, in words, with the new secrets. Only for an owner; `invalid` lists all faults, one a line.
 */
export async function applySettings(sql: Sql, scope: Scope, change: SettingsChange): Promise<Change[]> {
  requireOwner(scope, 'change the settings');
  // Before the transaction: hashing a thousand chosen secrets takes seconds, in which nothing else could be written.
  const secrets = await nextSecrets(sql, scope, change);
  return sql.transaction((transaction) => applyInside(transaction, scope, { change, secrets }));
}

interface Prepared {
  readonly change: SettingsChange;
  readonly secrets: NextSecrets;
}

async function applyInside(transaction: Sql, scope: Scope, { change, secrets }: Prepared): Promise<Change[]> {
  await lockSettings(transaction);
  const settings = await loadSettings(transaction, scope);
  const faults = settingsFaults(change, settings);
  if (faults.length > 0) throw new AppError('invalid', faults.join('\n'));
  const vendorSecrets = await readVendorSecretsKept(transaction, scope);
  const work = {
    sql: transaction,
    scope,
    settings,
    secrets,
    vendorSecrets,
    changes: [],
    recount: new Set<string>(),
    resorted: new Set<string>(),
  };
  return applyAll(work, change);
}

/** Thrown to undo a transaction that was only to tell what it would do. */
class Tried extends Error {
  readonly changes: readonly Change[];
  constructor(changes: readonly Change[]) {
    super('tried only');
    this.changes = changes;
  }
}

/** What {@link applySettings} would change, and changes nothing; new secrets are not told, since they are not kept. */
export async function previewSettings(sql: Sql, scope: Scope, change: SettingsChange): Promise<Change[]> {
  requireOwner(scope, 'change the settings');
  const secrets = await nextSecrets(sql, scope, change);
  try {
    await sql.transaction(async (transaction) => {
      throw new Tried(await applyInside(transaction, scope, { change, secrets }));
    });
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
    return error.changes.map(({ secret: _, ...told }) => told);
  }
  return [];
}
