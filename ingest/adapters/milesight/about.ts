import type { AdapterAbout } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'Milesight',
  models: ['VS125', 'VS121-P', 'VS133 and VS135 on a network cable'],
  kind: 'device',
  transports: ['mqtt', 'http'],
  reads: [
    'Line Periodic Data: in and out of each line over each report period (mode interval, the default).',
    'Line Total Data: running totals of each line (mode cumulative).',
    'Line Trigger Data: each crossing as it happens (mode event).',
    'Region People Counting: how many people are in each region (region_count_data, current_total), as the length of a queue; Dwell Time Detection as a trigger: how long each person stayed in a region, as their wait. Both where the device measures queues or its map names the region.',
    'Data sent again after an outage (isRetransmission) fills the past.',
    'The VS121-P’s line crossing: in_counted and out_counted of the period, and total_data.',
  ],
  leavesOut: [
    'Counters with a LoRaWAN radio: set them up with the network server’s profile (ttn, chirpstack, loriot).',
    'Of the three sources one counts, which the mode says; the others show that the counter lives.',
    'Children, staff, groups, men and women: they are part of the totals.',
    'Regions that are no queue, average and longest dwell times of a period (they do not say of how many people), flows between sides, occupancy.',
    'The number that the counter gives a person (people_id).',
    'capacity_counted (in less out), snapshots, the SIM card’s numbers.',
    'In mode event, a second crossing of one line in the same direction within the same second: nothing tells it from a repeat.',
    'Whether Line Trigger Data holds single crossings or totals differs in what is known of it: the option trigger says which; look at the live view before you rely on it.',
  ],
  steps: [
    'On the counter’s web page open Recipient and API (or Communication), and add a receiver.',
    'By HTTP: Report Protocol HTTP(s), URL {hook}, Username {device}, Password {secret}; press Test.',
    'By MQTT: Report Protocol MQTT, Host and Port of {broker}, Username {device}, Password {secret}, Topic {topic}, QoS 1.',
    'Report Scheme: Periodic, on the dot, every minute or longer. Choose Line Periodic Data (and Line Total Data if you like).',
    'Queues: draw a region over the area in front of the tills, choose Region People Counting in the periodic report and Dwell Time in the trigger report. Once it was heard, choose its queue under “Zones that are queues” on the device’s page.',
    'Set the time zone and a time server (NTP) on the counter.',
    '“Address in its messages” is the counter’s serial number (SN).',
  ],
  learntFrom: [
    'https://www.milesight.com/products/docs/en/vs125-outdoor/steps/vs1xx/vs125/vs125-recipient-and-api.html',
    'https://www.milesight.com/products/docs/en/vs121-p/steps/vs1xx/vs121/vs121-p-communication-protocol.html',
    'https://github.com/akenza-io/device-type-library (types/milesight/VS125)',
  ],
};
