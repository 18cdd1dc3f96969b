import type { Light } from '../../server/kpi/service/light.ts';

/** How the colours of the traffic light are shown by a Badge. */
export const lightTones: Readonly<Record<Light, 'good' | 'fair' | 'poor'>> = {
  green: 'good',
  yellow: 'fair',
  red: 'poor',
};
