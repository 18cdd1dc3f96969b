/** A pasted message as the API takes it: JSON as what it says, anything else (XML, hexadecimal) as its text. */
export function messageBody(pasted: string): unknown {
  try {
    return JSON.parse(pasted) as unknown;
  } catch {
    return pasted;
  }
}

/** The topic or kind as the adapter hears it, without the way by which the message came. */
export function ownTopic(topic: string): string {
  return topic.replace(/^\$(?:source|hook)\/[^/]*\/?/, '');
}
