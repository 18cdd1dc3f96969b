import { describe, expect, it } from 'vitest';
import { filledSteps, type StepWords } from '../../../server/vendors/connection.ts';

const steps = [
  'Send to {hook}; or by MQTT to {broker} as {device} with {secret} on {topic}.',
  'By MQTT: the topic is {topic}.',
  'Set the clock.',
];

function words(more: Partial<StepWords> = {}): StepWords {
  const broker = { host: 'lintel.example', port: 8883, tls: true };
  return { hook: 'https://lintel.example/hook', topic: 'door/1', broker, device: 'door', language: 'en', ...more };
}

describe('the steps of a make', () => {
  it('hold what is to be entered; the secret is put in where it is shown', () => {
    expect(filledSteps(steps, words())).toEqual([
      'Send to https://lintel.example/hook; or by MQTT to lintel.example:8883 (TLS) as door with {secret} on door/1.',
      'By MQTT: the topic is door/1.',
      'Set the clock.',
    ]);
  });

  it('ask for a topic where none is set up', () => {
    expect(filledSteps(steps, words({ topic: null }))).toEqual([
      'Send to https://lintel.example/hook; for MQTT set a topic below first.',
      'By MQTT: the topic is (set a topic below first).',
      'Set the clock.',
    ]);
  });

  it('say nothing of topics where there can be none', () => {
    expect(filledSteps(steps, words({ topic: null, mayHaveTopic: false }))).toEqual([
      'Send to https://lintel.example/hook.',
      'Set the clock.',
    ]);
  });
});
