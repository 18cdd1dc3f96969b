import { funnelLimits } from '../funnelLimits.ts';
import { hasLowCoverage } from '../trust.ts';
import { isOver, placeOf } from './attention.ts';
import type { Attention, BranchAttention } from './schema.ts';
import type { SummedDay } from './standing.ts';

/** A branch's period with everything that stands out of it by itself, what matters most first. */
export interface BranchSights extends SummedDay {
  readonly store: string;
  readonly name: string;
  readonly attention: readonly Attention[];
}

export interface BranchToLookAt {
  readonly store: string;
  readonly name: string;
  /** What matters most first; at least one. */
  readonly attention: BranchAttention[];
}

/**
 * The branches that need a look, those first that need it most: by the first thing that stands out of each, in the order of ADR 29. What
 * lies far below all branches together comes behind what fell below the branch's own: branches are not equal, and most that lie there
 * always did.
 */
export function branchesToLookAt(branches: readonly BranchSights[]): BranchToLookAt[] {
  const rate = togetherOf(branches);
  return branches
    .map((branch) => ({ store: branch.store, name: branch.name, attention: sightsOf(branch, rate) }))
    .filter(({ attention }) => attention.length > 0)
    .toSorted(byNeed);
}

function sightsOf(branch: BranchSights, rate: number | null): BranchAttention[] {
  const isTold = branch.attention.some((one) => one.code === 'belowUsual' && one.figure === 'conversionRate');
  const below = isTold ? [] : belowOthers(branch, rate);
  return [...branch.attention, ...below].toSorted((a, b) => rankOf(a) - rankOf(b));
}

function byNeed(a: BranchToLookAt, b: BranchToLookAt): number {
  const [first, second] = [a.attention[0], b.attention[0]];
  if (first === undefined || second === undefined) return 0;
  return rankOf(first) - rankOf(second) || sizeOf(first) - sizeOf(second) || names.compare(a.name, b.name);
}

const names = new Intl.Collator('en', { numeric: true });

/** Behind everything that goes on, before what is over. */
const belowOthersRank = 6.5;

function rankOf(one: BranchAttention): number {
  return one.code === 'belowOthers' ? belowOthersRank : placeOf(one);
}

/** Within a rank: a device that says nothing before one that never did; the greatest fall first. */
function sizeOf(one: BranchAttention): number {
  if (one.code === 'outage') return isOver(one) ? (one.coverage ?? 1) : Number(neverSpoke(one.cause));
  if (one.code === 'belowUsual') return one.change;
  return one.code === 'belowOthers' ? one.value / one.rate : 0;
}

function neverSpoke(cause: Extract<Attention, { code: 'outage' }>['cause']): boolean {
  return cause === 'never_reported' || cause === 'not_delivered';
}

function belowOthers({ kpis, sums }: BranchSights, rate: number | null): BranchAttention[] {
  const value = kpis.conversionRate;
  if (rate === null || value === null || !isComparable({ kpis })) return [];
  const limits = funnelLimits(rate, sums.conversionEntriesDoubled / 2, 'rare');
  return limits === null || value >= limits[0] ? [] : [{ code: 'belowOthers', value, low: limits[0], rate }];
}

/** Can its conversion be set beside the others'? Known, not above 100 %, and well covered. */
function isComparable({ kpis }: Pick<SummedDay, 'kpis'>): boolean {
  return kpis.conversionInterval !== null && !hasLowCoverage('conversionRate', kpis.coverage);
}

/** The conversion of all branches that can be compared; null: of fewer than two. */
function togetherOf(branches: readonly BranchSights[]): number | null {
  const compared = branches.filter(isComparable);
  const purchases = compared.reduce((sum, { sums }) => sum + sums.conversionPurchases, 0);
  const entriesDoubled = compared.reduce((sum, { sums }) => sum + sums.conversionEntriesDoubled, 0);
  return compared.length < 2 || entriesDoubled === 0 ? null : (2 * purchases) / entriesDoubled;
}
