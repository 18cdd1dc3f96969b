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
