import type { NumericKpi } from '../../server/kpi/numericKpis.ts';
import { currentPath, navigate, parameter, parameters } from '../navigation.ts';
import type { Sorting } from './branchRows.ts';
import { type ColumnId, isColumnId, isCourse, usualColumns } from './columns.ts';

export const views = ['table', 'plot', 'multiples'] as const;
export type View = (typeof views)[number];

const usualSorting: Sorting = { column: 'conversionRate', isDescending: true };
/** After a letter: the letter itself is on the screen before the rows follow. */
const followMs = 40;
const typingMs = 400;

/** What is chosen on the page of branches alone: kept in the address, so that a link shows what was seen. */
export class BranchesView {
  /** Typed into the filter; the rows follow at once, the address when the typing rests. */
  find = $state(parameter('find') ?? '');
  #following: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  readonly view: View = $derived(views.find((one) => one === parameter('view')) ?? 'table');

  readonly columns: readonly ColumnId[] = $derived.by(() => {
    const asked = parameter('columns');
    return asked === null ? usualColumns : asked.split(',').filter(isColumnId);
  });

  readonly sorting: Sorting = $derived.by(() => {
    const asked = parameter('sort') ?? '';
    const isDescending = asked.startsWith('-');
    const column = isDescending ? asked.slice(1) : asked;
    return column === 'name' || column === 'change' || isColumnId(column) ? { column, isDescending } : usualSorting;
  });

  /** The figure whose course is drawn. */
  readonly course: NumericKpi = $derived.by(() => {
    const asked = parameter('metric');
    return isCourse(asked) ? asked : 'conversionRate';
  });

  readonly region: string | null = $derived(parameter('region'));
  readonly tags: readonly string[] = $derived(listOf(parameter('tag')));
  readonly isFiltered: boolean = $derived(this.region !== null || this.tags.length > 0 || this.find !== '');

  show(view: View): void {
    put({ view: view === 'table' ? null : view });
  }

  sortBy({ column, isDescending }: Sorting): void {
    put({ sort: `${isDescending ? '-' : ''}${column}` });
  }

  /** null: the usual ones. */
  showColumns(ids: readonly ColumnId[] | null): void {
    put({ columns: ids === null ? null : ids.join(',') });
  }

  /** On a phone the branches also stand in the order of the figure. */
  showCourse(course: NumericKpi, isOrder: boolean): void {
    put({ metric: course, ...(isOrder ? { sort: `-${course}` } : {}) });
  }

  inRegion(region: string | null): void {
    put({ region });
  }

  withTags(tags: readonly string[]): void {
    put({ tag: tags.length === 0 ? null : tags.map(encodeURIComponent).join(',') });
  }

  search(find: string): void {
    this.#stopTyping();
    this.#following = setTimeout(() => {
      this.find = find;
    }, followMs);
    this.#resting = setTimeout(() => put({ find: find === '' ? null : find }, true), typingMs);
  }

  showAll(): void {
    this.#stopTyping();
    this.find = '';
    put({ find: null, region: null, tag: null });
  }

  #stopTyping(): void {
    clearTimeout(this.#following);
    clearTimeout(this.#resting);
  }
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter(Boolean).map(decodeURIComponent);
}

function put(changes: Readonly<Record<string, string | null>>, replace = false): void {
  const search = parameters();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete search[name];
    else search[name] = value;
  }
  void navigate(currentPath(), { search, replace, scrollToTop: false });
}
