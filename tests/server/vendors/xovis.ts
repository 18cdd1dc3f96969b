/** A minute at a line, as the sensor of that serial number pushes it. */
export function minuteAtDoor(
  serial: string,
  { at = Date.now() - 120_000, line = 'Door', in: entered = 2 } = {},
): object {
  const from = Math.floor(at / 60_000) * 60_000;
  const counts = [
    { id: 1, name: 'fw', value: entered },
    { id: 2, name: 'bw', value: 1 },
  ];
  const logic = { id: 5, name: line, info: 'XLT_LINE_IN_OUT_COUNT', records: [{ from, to: from + 60_000, counts }] };
  return {
    logics_data: {
      package_info: { version: '5.0', id: from, agent_id: 3 },
      sensor_info: { serial_number: serial, type: 'SINGLE_SENSOR' },
      logics: [logic],
    },
  };
}
