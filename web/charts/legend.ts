/** The marks that charts are made of. */
export type Mark =
  | 'partial'
  | 'point'
  | 'estimate'
  | 'spread'
  | 'target'
  | 'full'
  | 'open'
  | 'gap'
  | 'ghost'
  | 'ghostLine';

export interface LegendKey {
  readonly mark: Mark;
  readonly text: string;
}
