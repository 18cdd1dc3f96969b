import { accessPhrases } from './phrases/access.ts';
import { serverConnectingPhrases } from './phrases/connecting/server.ts';
import { sourcesConnectingPhrases } from './phrases/connecting/sources.ts';
import { testingConnectingPhrases } from './phrases/connecting/testing.ts';
import { dataPhrases } from './phrases/data.ts';
import { camerasMakePhrases } from './phrases/makes/cameras.ts';
import { countersMakePhrases } from './phrases/makes/counters.ts';
import { feedsMakePhrases } from './phrases/makes/feeds.ts';
import { lorawanMakePhrases } from './phrases/makes/lorawan.ts';
import { russianTillsMakePhrases } from './phrases/makes/russianTills.ts';
import { shopTillsMakePhrases } from './phrases/makes/shopTills.ts';
import { tablesMakePhrases } from './phrases/makes/tables.ts';
import { tillsMakePhrases } from './phrases/makes/tills.ts';
import type { Phrase } from './phrases/phrase.ts';
import { formProvisionPhrases } from './phrases/provisioning/form.ts';
import { makesProvisionPhrases } from './phrases/provisioning/makes.ts';
import { togetherProvisionPhrases } from './phrases/provisioning/together.ts';
import { countersReadingPhrases } from './phrases/reading/counters.ts';
import { factsReadingPhrases } from './phrases/reading/facts.ts';
import { feedsReadingPhrases } from './phrases/reading/feeds.ts';
import { filesReadingPhrases } from './phrases/reading/files.ts';
import { genericReadingPhrases } from './phrases/reading/generic.ts';
import { messagesReadingPhrases } from './phrases/reading/messages.ts';
import { networkReadingPhrases } from './phrases/reading/network.ts';
import { tillsReadingPhrases } from './phrases/reading/tills.ts';
import { understoodReadingPhrases } from './phrases/reading/understood.ts';
import { requestPhrases } from './phrases/requests.ts';

/** Every sentence that is known in three languages, by what it is about. */
export const catalogues: readonly (readonly Phrase[])[] = [
  accessPhrases,
  dataPhrases,
  requestPhrases,
  serverConnectingPhrases,
  sourcesConnectingPhrases,
  testingConnectingPhrases,
  camerasMakePhrases,
  countersMakePhrases,
  feedsMakePhrases,
  lorawanMakePhrases,
  russianTillsMakePhrases,
  shopTillsMakePhrases,
  tablesMakePhrases,
  tillsMakePhrases,
  formProvisionPhrases,
  makesProvisionPhrases,
  togetherProvisionPhrases,
  countersReadingPhrases,
  factsReadingPhrases,
  feedsReadingPhrases,
  filesReadingPhrases,
  genericReadingPhrases,
  messagesReadingPhrases,
  networkReadingPhrases,
  tillsReadingPhrases,
  understoodReadingPhrases,
];
