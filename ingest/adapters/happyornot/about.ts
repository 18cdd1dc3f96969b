import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const about: AdapterAbout = {
  make: 'HappyOrNot',
  models: ['Smiley Terminal', 'Smiley Touch', 'Smiley Digital'],
  kind: 'device',
  transports: ['poll'],
  reads: [
    'Each press of a button (API v2, button feedbacks): four or five smileys as CSAT, buttons from 0 to 10 as NPS.',
    'Four smileys are 1, 2, 4 and 5: the two friendly ones are satisfied.',
  ],
  leavesOut: [
    'Presses that HappyOrNot takes for misuse.',
    'Follow-up answers, texts, demographics and contact details: not asked for.',
  ],
  steps: [
    'HappyOrNot Analytics → Organization Settings → API tokens: create a token of API v2 for the experience points of your stores.',
    'Enter the token as the API key (apiSecret). Lintel asks every 15 minutes, and looks back three days, since terminals may send late.',
    '“Address in its messages” is the experience point’s number (experiencePointId): one device for each, all of one source.',
    'Say with the option scale how many buttons the survey has, where they are not four.',
  ],
  learntFrom: ['https://api.happy-or-not.com/v2/openapi.yaml', 'https://happyornot.github.io/docs/api/'],
};

export const options: readonly AdapterOption[] = [
  {
    name: 'scale',
    label: 'Buttons',
    explanation: 'How many there are: four smileys (4, the default), five smileys (5), or 0 to 10 (nps).',
    isRequired: false,
    choices: ['4', '5', 'nps'],
  },
  {
    name: 'criterion',
    label: 'What it asks about',
    explanation: 'Such as checkout or fitting-room; without it, the visit as a whole.',
    isRequired: false,
  },
];
