import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { about } from './about.ts';
import { isAnalytics, readAnalytics } from './analytics.ts';
import { readRetailData } from './retailData.ts';

/** Axis: push of AXIS 3D People Counter, crossline counting of AXIS Object Analytics over MQTT. */
export const axis: Adapter = {
  profile: 'axis',
  about,
  measures: ['entries'],
  modes: ['interval', 'cumulative'],
  channels: { in: 'in', out: 'out', human: 'in' },
  options: [],
  body: 'json',
  topics: ['axis/+/event/#'],
  read: (body) => readBody(fieldsOf(body)),
  redact: (body) => withoutPersonal(body, { drop: ofTracks }),
  isLike: (body) => isFields(body) && (isRetailData(body) || isAnalytics(body) || isScene(body)),
  webhook: {
    proof: 'token',
    methods: ['POST', 'PUT'],
    answerWithinMs: 5000,
    verify: verifyShared,
    kindOf: () => '',
  },
  api: null,
};

/** What scene metadata tell of people, beside their pictures. */
const ofTracks = ['bounding_box', 'upper_clothing_colors', 'lower_clothing_colors', 'colors', 'bag', 'hat'];

function readBody(body: Fields): readonly Report[] | Refusal {
  if (isRetailData(body)) return [readRetailData(body)];
  if (isAnalytics(body)) return [readAnalytics(body)];
  if (isScene(body)) return [{ address: '', findings: [aside('other', 'Scene metadata: tracks are no counts.')] }];
  return refuse(
    'schema',
    'It is neither the data push of AXIS 3D People Counter nor an event of AXIS Object Analytics: set up one of these.',
  );
}

function isRetailData(body: Fields): boolean {
  return body['apiName'] === 'Axis Retail Data';
}

/** A frame of observations, or a finished track: of the beta topics and of those that took their place. */
function isScene(body: Fields): boolean {
  const frame = body['frame'];
  if (isFields(frame)) return 'timestamp' in frame && hasObservations(frame);
  return 'start_time' in body && 'end_time' in body && hasObservations(body);
}

function hasObservations(body: Fields): boolean {
  return Array.isArray(body['observations']) || Array.isArray(body['detections']);
}
