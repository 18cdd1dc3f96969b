/** The traffic light of service, best first. */
export const lights = ['green', 'yellow', 'red'] as const;
export type Light = (typeof lights)[number];
