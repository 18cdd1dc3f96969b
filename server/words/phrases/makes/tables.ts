import type { Phrase } from '../phrase.ts';

/** What belongs to no make: tables, and the examples of the generic make. */
export const tablesMakePhrases: readonly Phrase[] = [
  // import
  ['A table of receipts (CSV, Excel)', 'Таблица чеков (CSV, Excel)', 'جدول رسیدها (CSV، Excel)'],
  [
    'Receipts and counts of a table: you point at the column that holds the time, the total and the number, and Lintel remembers it.',
    'Чеки и подсчёты из таблицы: вы указываете, в каком столбце время, сумма и номер, и Lintel это запоминает.',
    'رسیدها و شمارش‌های یک جدول: نشان می‌دهید زمان، مبلغ و شماره در کدام ستون است و Lintel به یاد می‌سپارد.',
  ],
  [
    'Import the file under Devices → Import a file, or on the command line with lintel import.',
    'Загрузите файл на странице «Устройства и кассы» → «Загрузить файл» или в командной строке: lintel import.',
    'پرونده را در «دستگاه‌ها و صندوق‌ها» ← «ورود داده از پرونده» وارد کنید، یا در خط فرمان با lintel import.',
  ],
  // generic
  ['Shelly Gen2 and later', 'Shelly Gen2 и новее', 'Shelly نسل ۲ و تازه‌تر'],
  ['home-made', 'самодельные', 'خانگی'],
  [
    'Home-made ESP32 or ESPHome: totals as plain numbers',
    'Самодельный ESP32 или ESPHome: итоги просто числами',
    'ESP32 خانگی یا ESPHome: جمع‌ها به‌صورت عدد ساده',
  ],
  ['Home-made ESP32: both totals in JSON', 'Самодельный ESP32: оба итога в JSON', 'ESP32 خانگی: هر دو جمع در JSON'],
  [
    'Home-made ESP32: one message for each person',
    'Самодельный ESP32: сообщение о каждом человеке',
    'ESP32 خانگی: یک پیام برای هر نفر',
  ],
  [
    'Zigbee2MQTT: SiHAS people counter (CSM-300Z)',
    'Zigbee2MQTT: счётчик людей SiHAS (CSM-300Z)',
    'Zigbee2MQTT: شمارشگر افراد SiHAS (CSM-300Z)',
  ],
  [
    'Shelly Gen2 and later: a light beam at a counter input (Plus Uni)',
    'Shelly Gen2 и новее: световой луч на счётном входе (Plus Uni)',
    'Shelly نسل ۲ و تازه‌تر: پرتو نور روی ورودی شمارنده (Plus Uni)',
  ],
  [
    'Home Assistant: any counter it knows, by MQTT Statestream',
    'Home Assistant: любой известный ему счётчик, через MQTT Statestream',
    'Home Assistant: هر شمارشگری که می‌شناسد، با MQTT Statestream',
  ],
  ['Home Assistant: by a REST command', 'Home Assistant: командой REST', 'Home Assistant: با فرمان REST'],
  ['Node-RED: intervals in an array', 'Node-RED: интервалы в массиве', 'Node-RED: بازه‌ها در یک آرایه'],
  [
    'Tasmota: counters of a flashed switch',
    'Tasmota: счётчики перепрошитого выключателя',
    'Tasmota: شمارنده‌های یک کلید با میان‌افزار تازه',
  ],
  [
    'STEINEL HPD2 and HPD3: people in zones',
    'STEINEL HPD2 и HPD3: люди в зонах',
    'STEINEL HPD2 و HPD3: افراد در ناحیه‌ها',
  ],
];
