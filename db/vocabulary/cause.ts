/**
 * Why a date that had been reported shows something else now, the weightiest last: a fact that came late, a correction, a held
 * difference accepted or dropped, a receipt voided, a span taken out by hand (or put back), other settings.
 */
export const causes = ['late', 'corrected', 'accepted', 'voided', 'takenOut', 'settings'] as const;
export type Cause = (typeof causes)[number];
