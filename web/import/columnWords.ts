import type { Field, Kind } from './forms.ts';

/** Words that columns are called by, in the languages of those whose tills, counters and ticket systems export tables. */
type Words = Readonly<Record<Field, readonly string[]>>;

const plainTimes = ['date', 'time', 'datetime', 'date and time', 'timestamp', 'at', 'дата', 'время', 'дата и время'];
const anyTime = [...plainTimes, 'datum', 'uhrzeit', 'zeit', 'fecha', 'hora'];
const number = ['number', 'no', 'id', 'номер', '№'];
const begins = [
  'start',
  'from',
  'begin',
  'hour',
  'час',
  'stunde',
  'interval start',
  'начало',
  'с',
  'von',
  'beginn',
  'desde',
];
const ends = ['end', 'to', 'until', 'interval end', 'конец', 'по', 'bis', 'ende', 'hasta'];

const sales: Words = {
  id: [
    ...['receipt', 'receipt number', 'receipt no', ...number, 'bill', 'check', 'чек', 'номер чека'],
    ...['bon', 'belegnummer', 'ticket'],
  ],
  at: anyTime,
  total: [
    ...['total', 'amount', 'sum', 'gross', 'total incl tax', 'сумма', 'итого', 'итог'],
    ...['betrag', 'summe', 'gesamt', 'importe'],
  ],
  type: ['type', 'operation', 'kind', 'тип', 'операция', 'тип операции', 'art', 'vorgang'],
  items: ['items', 'quantity', 'qty', 'pieces', 'количество', 'позиций', 'menge', 'anzahl'],
  tax: ['tax', 'vat', 'ндс', 'mwst', 'ust', 'steuer', 'iva'],
  till: ['till', 'register', 'pos', 'terminal', 'касса', 'ккт', 'kasse'],
  currency: ['currency', 'валюта', 'währung', 'moneda'],
  channel: ['channel', 'канал', 'kanal'],
  original: ['original', 'original receipt', 'refund of', 'исходный чек'],
};

const counts: Words = {
  start: [...begins, ...anyTime],
  end: ends,
  at: anyTime,
  in: ['in', 'ins', 'entries', 'entered', 'entry', 'enter', 'visitors', 'вошло', 'вход', 'входы', 'eintritte', 'ein'],
  out: ['out', 'outs', 'exits', 'exited', 'exit', 'left', 'вышло', 'выход', 'выходы', 'austritte', 'aus'],
  passersBy: ['passersby', 'passers by', 'passing', 'outside traffic', 'прохожие', 'мимо', 'passanten'],
  staffIn: ['staff in', 'staffin', 'сотрудники вход'],
  staffOut: ['staff out', 'staffout', 'сотрудники выход'],
  groups: ['groups', 'группы', 'gruppen'],
  totalIn: ['total in', 'totalin', 'in total', 'counter in', 'всего вошло', 'gesamt ein'],
  totalOut: ['total out', 'totalout', 'out total', 'counter out', 'всего вышло', 'gesamt aus'],
  totalPassersBy: ['total passers by', 'totalpassersby', 'всего прохожих'],
  direction: ['direction', 'направление', 'richtung', 'dirección'],
  count: ['count', 'people', 'number of people', 'количество', 'людей', 'anzahl'],
  line: ['line', 'door', 'entrance', 'линия', 'дверь', 'linie', 'tür', 'puerta'],
  id: ['id', 'event id'],
};

const queue: Words = {
  joinedAt: [
    ...[
      'joined',
      'joined at',
      'joinedat',
      'issued',
      'issued at',
      'arrived',
      'arrival',
      'taken',
      'ticket issued',
      'created',
    ],
    ...['выдан', 'талон выдан', 'время выдачи', 'gezogen', 'ankunft', 'llegada'],
  ],
  calledAt: [
    ...['called', 'called at', 'calledat', 'call time', 'service start', 'served at', 'вызван', 'время вызова'],
    ...['aufgerufen', 'aufruf', 'llamado'],
  ],
  leftAt: [
    ...['left', 'left at', 'leftat', 'closed', 'closed at', 'finished', 'service end', 'ended', 'завершён', 'завершен'],
    ...['окончание', 'beendet', 'ende', 'fin'],
  ],
  wait: ['wait', 'waiting', 'wait time', 'waiting time', 'waited', 'ожидание', 'время ожидания', 'wartezeit', 'espera'],
  service: [
    ...['service', 'service time', 'serving time', 'transaction time', 'обслуживание', 'время обслуживания'],
    ...['bedienzeit', 'servicezeit', 'atención'],
  ],
  outcome: ['outcome', 'status', 'result', 'state', 'статус', 'результат', 'ergebnis', 'estado'],
  at: anyTime,
  length: ['length', 'queue length', 'waiting', 'people', 'in line', 'people waiting', 'очередь', 'wartende', 'cola'],
  open: ['open', 'open tills', 'tills open', 'counters open', 'открыто касс', 'offene kassen', 'booths'],
  start: [...begins, ...anyTime],
  end: ends,
  served: ['served', 'customers', 'people', 'people served', 'обслужено', 'bedient', 'atendidos'],
  abandoned: ['abandoned', 'gave up', 'no shows', 'reneged', 'ушли', 'не дождались', 'abgebrochen', 'abandonos'],
  meanWait: [
    ...[
      'mean wait',
      'meanwait',
      'average wait',
      'avg wait',
      'average waiting time',
      'average wait time',
      'mean wait time',
    ],
    ...['all avg wait', 'среднее ожидание', 'mittlere wartezeit', 'espera media'],
  ],
  queue: ['queue', 'queue name', 'service point', 'terminal', 'очередь', 'услуга', 'warteschlange', 'schalter', 'cola'],
  id: [...number, 'ticket', 'ticket number', 'ticket no', 'visit id', 'талон', 'ticketnummer'],
};

const service: Words = {
  at: [...anyTime, 'survey date', 'submitted', 'submitted at', 'answered', 'дата ответа'],
  score: ['score', 'rating', 'grade', 'nps', 'csat', 'recommend', 'оценка', 'балл', 'bewertung', 'note', 'puntuación'],
  survey: ['survey', 'опрос', 'umfrage', 'encuesta'],
  criterion: ['criterion', 'criteria', 'question', 'measure', 'критерий', 'вопрос', 'kriterium', 'criterio'],
  stage: ['stage', 'этап', 'phase'],
  comment: ['comment', 'comments', 'remark', 'комментарий', 'отзыв', 'kommentar', 'comentario'],
  value: ['value', 'measured', 'result', 'seconds', 'minutes', 'значение', 'wert', 'ergebnis', 'valor'],
  process: ['process', 'процесс', 'prozess', 'proceso'],
  openedAt: ['opened', 'opened at', 'openedat', 'created', 'created at', 'received', 'открыто', 'создано', 'eröffnet'],
  answeredAt: ['answered', 'answered at', 'first reply', 'first answer', 'отвечено', 'beantwortet', 'respondido'],
  resolvedAt: ['resolved', 'resolved at', 'closed', 'closed at', 'solved', 'закрыто', 'решено', 'gelöst', 'resuelto'],
  level: ['level', 'tier', 'уровень', 'stufe', 'nivel'],
  category: ['category', 'about', 'reason', 'topic', 'категория', 'причина', 'тема', 'kategorie', 'grund', 'categoría'],
  id: [...number, 'response id', 'request', 'ticket', 'complaint', 'case', 'обращение'],
};

export const columnWords: Readonly<Record<Kind, Words>> = { sales, counts, queue, service };
/** A day that stands in a column of its own, beside times of day. */
export const dateWords: readonly string[] = ['date', 'day', 'дата', 'datum', 'tag', 'fecha', 'business date'];
