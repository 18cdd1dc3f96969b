import type { TodayAnswer } from '../contracts/funnel.ts';

/*
 * What Home Assistant is told: MQTT discovery (home-assistant.io/integrations/mqtt, "MQTT Discovery" and "Sensor"), one configuration
 * for each figure of each store, all reading one state. Everything is kept by the broker, so that Home Assistant finds it whenever it
 * starts.
 */

/** Where discovery looks for configurations, where the source does not say otherwise. */
export const usualPrefix = 'homeassistant';

export interface House {
  /** Tells several Lintels at one broker apart. */
  readonly id: string;
  readonly prefix: string;
}

type FiguresOfToday = Pick<TodayAnswer, 'store' | 'name' | 'date' | 'occupancy'> & {
  readonly total: Pick<TodayAnswer['total'], 'entries' | 'conversionRate' | 'coverage'>;
  readonly hours: readonly { readonly start: string }[];
};

interface Entity {
  readonly key: 'entries' | 'occupancy' | 'conversion';
  readonly name: string;
  readonly icon: string;
  readonly about: Readonly<Record<string, string | number>>;
}

const entities: readonly Entity[] = [
  {
    key: 'entries',
    name: 'Entries today',
    icon: 'mdi:door-open',
    // Late counts may lower it a little: with `total_increasing` that would look like a new day.
    about: {
      unit_of_measurement: 'people',
      state_class: 'total',
      last_reset_value_template: '{{ value_json.since }}',
    },
  },
  {
    key: 'occupancy',
    name: 'People inside',
    icon: 'mdi:account-group',
    about: { unit_of_measurement: 'people', state_class: 'measurement' },
  },
  {
    key: 'conversion',
    name: 'Conversion today',
    icon: 'mdi:cart-check',
    about: { unit_of_measurement: '%', state_class: 'measurement', suggested_display_precision: 1 },
  },
];

/** `online` or `offline`, also told by the broker when Lintel is gone. */
export function availabilityTopic(houseId: string): string {
  return `lintel/figures/${houseId}/status`;
}

/** Topics and what is to be kept there for a store: its configurations and its state. */
export function toldOf({ id, prefix }: House, today: FiguresOfToday): ReadonlyMap<string, string> {
  const { store, name } = today;
  const stateTopic = `lintel/figures/${id}/${store}`;
  const device = { identifiers: [`lintel_${id}_${store}`], name, manufacturer: 'Lintel', model: 'Store' };
  const told = new Map<string, string>();
  for (const { key, icon, about, ...entity } of entities) {
    const uniqueId = `lintel_${id}_${store}_${key}`;
    const config = {
      name: entity.name,
      unique_id: uniqueId,
      default_entity_id: `sensor.lintel_${store.replaceAll('-', '_')}_${key}`,
      state_topic: stateTopic,
      // Nothing known is told as such, and never as 0.
      value_template: `{{ value_json.${key} }}`,
      json_attributes_topic: stateTopic,
      json_attributes_template: '{{ {"coverage": value_json.coverage, "date": value_json.date} | tojson }}',
      availability_topic: availabilityTopic(id),
      icon,
      device,
      origin: { name: 'Lintel' },
      ...about,
    };
    told.set(`${prefix}/sensor/lintel_${id}/${store}_${key}/config`, JSON.stringify(config));
  }
  told.set(stateTopic, JSON.stringify(stateOf(today)));
  return told;
}

function stateOf({ total, occupancy, date, hours }: FiguresOfToday): object {
  const { entries, conversionRate, coverage } = total;
  return {
    entries,
    occupancy: occupancy?.people ?? null,
    conversion: conversionRate === null ? null : Math.round(conversionRate * 10_000) / 100,
    coverage,
    date,
    since: hours[0]?.start ?? `${date}T00:00:00`,
  };
}
