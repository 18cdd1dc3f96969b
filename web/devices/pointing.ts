import type { DeviceForm, LineRule, Meaning, PreviewReport } from './deviceTypes.ts';

/* What lines of a vendor's device were seen, and which settings of which devices follow from where somebody points them. */

/** A line as it was last seen. */
export interface SeenLine {
  readonly line: string;
  /** `in 3, out 2`, in the vendor's own words; null: not seen while watching. */
  readonly last: string | null;
  readonly channels: readonly string[];
}

/** Where a line counts: at a device that is there, at an entrance (with a device of its own where none is there), or nowhere. */
export type Target =
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: 'entrance'; readonly entrance: string }
  | { readonly kind: 'ignore' };

export interface Choice {
  readonly line: string;
  readonly target: Target;
  readonly swap: boolean;
  readonly channels: Readonly<Record<string, Meaning>>;
}

/** The devices that share one vendor's device; `home` is the one that its messages come to. */
export interface Group {
  readonly home: DeviceForm;
  readonly riders: readonly DeviceForm[];
}

/** The lines in reports of one sender (null: of any), each as in the last message that had it. */
export function seenLines(reports: readonly PreviewReport[], address: string | null): SeenLine[] {
  const lines = new Map<string, SeenLine>();
  for (const report of reports) {
    if (address !== null && report.address !== '' && !isSame(report.address, address)) continue;
    for (const finding of report.findings) {
      if (finding.line === undefined) continue;
      const counts = Object.entries(finding.channels ?? oneOf(finding.channel, finding.count));
      const before = lines.get(finding.line);
      const channels = [...new Set([...(before?.channels ?? []), ...counts.map(([name]) => name)])];
      const last = counts.map(([name, count]) => `${name} ${count}`).join(', ');
      lines.set(finding.line, { line: finding.line, last: last === '' ? (before?.last ?? null) : last, channels });
    }
  }
  return [...lines.values()].sort((a, b) => a.line.localeCompare(b.line, 'en', { numeric: true }));
}

function oneOf(channel: string | undefined, count: number | undefined): Record<string, number> {
  return channel === undefined ? {} : { [channel]: count ?? 1 };
}

/** Senders named in reports, in the order in which they were seen. */
export function seenAddresses(reports: readonly PreviewReport[]): string[] {
  return [...new Set(reports.map((report) => report.address).filter((address) => address !== ''))];
}

/** Vendors write the same serial number with and without colons, large and small. */
export function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replace(/[:\-\s]/g, '').toLowerCase();
  return plain(one) === plain(other);
}

/** The devices of a store that share `device`'s vendor device, itself among them. */
export function groupOf(devices: readonly DeviceForm[], device: DeviceForm): Group {
  const home = devices.find(({ id }) => id === device.source) ?? device;
  const riders = devices.filter((one) => one.id !== home.id && isRider(one, home));
  return { home, riders };
}

function isRider(one: DeviceForm, home: DeviceForm): boolean {
  if (one.source === home.id) return true;
  const hasSource = home.source !== undefined && home.source !== null && home.address !== undefined;
  return hasSource && one.source === home.source && isSame(one.address ?? '', home.address ?? '');
}

/** Lines that were seen, and those that a rule speaks of already, without `zones`, whose rules say which queue they are. */
export function linesOf(group: Group, seen: readonly SeenLine[], zones: readonly string[] = []): SeenLine[] {
  const known = [group.home, ...group.riders].flatMap((device) => [
    ...(device.lines ?? []),
    ...(device.map ?? []).map(({ line }) => line),
  ]);
  const missing = known.filter(
    (line) => line !== 'main' && !zones.includes(line) && !seen.some((one) => one.line === line),
  );
  return [...seen, ...[...new Set(missing)].map((line) => ({ line, last: null, channels: [] }))];
}

/** Where a line counts by the present settings. */
export function choiceOf(group: Group, line: string): Choice {
  const rider = group.riders.find((device) => device.lines?.includes(line));
  const owner = rider ?? group.home;
  const rule = owner.map?.find((one) => one.line === line);
  const isLeftOut = owner === group.home && hasLines(owner) && owner.lines?.includes(line) === false;
  const isIgnored = rule?.ignore === true || isLeftOut;
  return {
    line,
    target: isIgnored ? { kind: 'ignore' } : { kind: 'device', device: owner.id },
    swap: rule?.swap === true,
    channels: rule?.channels ?? {},
  };
}

function hasLines({ lines }: DeviceForm): boolean {
  return lines !== undefined && lines.length > 0;
}

export interface PointingPlan {
  /** What each device is changed to, by its id; devices that are new are whole. */
  readonly changes: readonly DeviceForm[];
  /** Devices that are new, among `changes`. */
  readonly added: readonly string[];
}

export interface PointingInput {
  readonly group: Group;
  readonly choices: readonly Choice[];
  /** Ids that are taken, in all stores. */
  readonly taken: readonly string[];
  /** The id of the entrance that a device without one counts at. */
  readonly streetEntrance: string | null;
  /** Names of entrances by their id, for the names of devices that are new. */
  readonly entranceNames: ReadonlyMap<string, string>;
}

/**
 * The settings that follow from the choices. An entrance is served by a device of its own, which shares the home device's messages and
 * takes its own lines alone; where nothing is left at the home device's entrance, the home device moves to the first that was chosen.
 */
export function planOf({ group, choices, taken, streetEntrance, entranceNames }: PointingInput): PointingPlan {
  const devices = new Map([group.home, ...group.riders].map((device) => [device.id, device]));
  const entranceOf = (device: DeviceForm): string | null => device.entrance ?? streetEntrance;
  const moved = homeEntrance(group.home, choices, entranceOf(group.home));
  const added: string[] = [];
  const owners = new Map<string, string | null>();
  for (const { line, target } of choices) {
    if (target.kind !== 'entrance') {
      owners.set(line, target.kind === 'device' ? target.device : null);
      continue;
    }
    const there =
      moved === target.entrance ? group.home : [...devices.values()].find((one) => isAt(one, target.entrance));
    const id = freeId(`${group.home.id.slice(0, 40)}-${target.entrance.slice(0, 16)}`, [...taken, ...added]);
    const entrance = { id: target.entrance, name: entranceNames.get(target.entrance) ?? target.entrance };
    const device = there ?? riderAt(group.home, id, entrance);
    if (there === undefined) {
      devices.set(device.id, device);
      added.push(device.id);
    }
    owners.set(line, device.id);
  }
  function isAt(device: DeviceForm, entrance: string): boolean {
    return device.id === group.home.id ? moved === entrance : entranceOf(device) === entrance;
  }
  const changes = [...devices.values()].map((device) => {
    const isHome = device.id === group.home.id;
    const next = isHome ? atHome(device, choices, owners) : ofRider(device, choices, owners);
    return isHome && moved !== entranceOf(device) ? { ...next, entrance: moved } : next;
  });
  return { changes, added };
}

/** Where the home device counts after this. */
function homeEntrance(home: DeviceForm, choices: readonly Choice[], present: string | null): string | null {
  const isLeft = choices.some(
    ({ target }) =>
      (target.kind === 'device' && target.device === home.id) ||
      (target.kind === 'entrance' && target.entrance === present),
  );
  const first = choices.find(({ target }) => target.kind === 'entrance')?.target;
  return isLeft || first?.kind !== 'entrance' ? present : first.entrance;
}

function riderAt(home: DeviceForm, id: string, entrance: { readonly id: string; readonly name: string }): DeviceForm {
  const shared =
    home.source === undefined || home.source === null
      ? { source: home.id }
      : { source: home.source, ...(home.topics === undefined ? {} : { topics: home.topics }) };
  return {
    id,
    name: `${home.name ?? home.id}, ${entrance.name}`.slice(0, 200),
    profile: home.profile,
    ...(home.mode === undefined ? {} : { mode: home.mode }),
    ...(home.measures === undefined ? {} : { measures: home.measures }),
    ...(home.address === undefined || home.address === null ? {} : { address: home.address }),
    ...(home.options === undefined ? {} : { options: home.options }),
    ...(home.swap === true ? { swap: true } : {}),
    ...shared,
    entrance: entrance.id,
  };
}

/** An id of nobody's that begins like this. */
export function freeId(wish: string, taken: readonly string[]): string {
  const start = wish.replace(/-+$/, '');
  if (!taken.includes(start)) return start;
  for (let i = 2; ; i += 1) if (!taken.includes(`${start}-${i}`)) return `${start}-${i}`;
}

type Owners = ReadonlyMap<string, string | null>;

/** At home every line counts that is not said to count elsewhere, so that a line that is drawn later is not lost. */
function atHome(device: DeviceForm, choices: readonly Choice[], owners: Owners): DeviceForm {
  const rules = choices.flatMap((choice) =>
    owners.get(choice.line) === device.id ? ruleOf(choice) : [{ line: choice.line, ignore: true }],
  );
  const others = (device.map ?? []).filter(({ line }) => !owners.has(line));
  return { id: device.id, lines: [], map: [...others, ...rules] };
}

function ofRider(device: DeviceForm, choices: readonly Choice[], owners: Owners): DeviceForm {
  const mine = choices.filter(({ line }) => owners.get(line) === device.id);
  const lines = [...(device.lines ?? []).filter((line) => !owners.has(line)), ...mine.map(({ line }) => line)];
  const others = (device.map ?? []).filter(({ line }) => !owners.has(line));
  const rules = mine.flatMap(ruleOf);
  // Without a line of its own it would take all of them.
  const none = lines.length === 0 ? choices.map(({ line }) => ({ line, ignore: true })) : [];
  return { ...device, lines, map: [...others, ...rules, ...none] };
}

function ruleOf({ line, swap, channels }: Choice): LineRule[] {
  const hasChannels = Object.keys(channels).length > 0;
  if (!swap && !hasChannels) return [];
  return [{ line, ...(swap ? { swap: true } : {}), ...(hasChannels ? { channels } : {}) }];
}
