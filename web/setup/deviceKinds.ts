/** What the set-up offers to install. */
export const deviceKinds = ['door', 'outside', 'till'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
