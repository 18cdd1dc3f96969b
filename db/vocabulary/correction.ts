/** What people say of a device's figures. Instants are epoch ms. */

/** People counted by hand at a device's door; null: that direction was not counted. */
export interface ManualCount {
  readonly id: string;
  readonly storeId: string;
  readonly deviceId: string;
  readonly startAt: number;
  readonly endAt: number;
  readonly countIn: number | null;
  readonly countOut: number | null;
  readonly note: string | null;
}

/** A stretch of a device's or feed's time that is to count nowhere. */
export interface TakeOut {
  readonly storeId: string;
  readonly deviceId: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly reason: string;
  readonly note: string | null;
}

/** An installer's walks through a device's door, counted by the installer. */
export interface WalkTest {
  readonly id: string;
  readonly storeId: string;
  readonly deviceId: string;
  readonly startedAt: number;
  /** null: it goes on, or was left. */
  readonly endedAt: number | null;
  readonly walkedIn: number | null;
  readonly walkedOut: number | null;
  /** What keeps the walks out of every figure; null: nobody walked, or it goes on. */
  readonly takeOutId: string | null;
  readonly madeBy: string;
}

/** What was agreed upon after a check: what is to be done, by which role (no name) and by when. */
export interface CorrectiveAction {
  readonly id: string;
  /** The check that it followed from, its checklist and item; null: none in particular. */
  readonly checkId: string | null;
  readonly standard: string | null;
  readonly item: string | null;
  readonly what: string;
  readonly role: string;
  /** A date, `YYYY-MM-DD`. */
  readonly dueOn: string;
}
