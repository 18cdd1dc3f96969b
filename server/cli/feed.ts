import type { Sql } from '../../db/sql/port.ts';
import type { MessageKind } from '../../db/vocabulary/event.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { emptyMemory } from '../../ingest/pipeline/memory.ts';
import type { MessageFate, RawMessage } from '../../ingest/pipeline/message.ts';
import { storeMessages } from '../../ingest/pipeline/store.ts';

/** The way into the database that messages of devices take, from this process. */
export interface Feed {
  /** Stores messages in one commit, by the order law; answers what became of each, in their order. */
  store(messages: readonly RawMessage[]): Promise<MessageFate[]>;
}

export function openFeed(sql: Sql, settings: Settings): Feed {
  let memory = emptyMemory();
  return {
    async store(messages) {
      try {
        return await sql.transaction((inside) =>
          storeMessages({ sql: inside, settings, memory, now: Date.now() }, messages),
        );
      } catch (error) {
        // What it remembers of the rolled-back batch is not so.
        memory = emptyMemory();
        throw error;
      }
    },
  };
}

/** Items of one device as messages of at most so many, as they would come by MQTT. */
export function messagesOf(
  to: { readonly storeId: string; readonly deviceId: string; readonly kind: MessageKind },
  items: readonly unknown[],
  receivedAt: number,
): RawMessage[] {
  const topic = `lintel/v1/${to.storeId}/${to.deviceId}/${to.kind}`;
  const messages: RawMessage[] = [];
  for (let at = 0; at < items.length; at += itemsInMessage) {
    const payload = Buffer.from(JSON.stringify(items.slice(at, at + itemsInMessage)));
    messages.push({ topic, payload, isRetained: false, receivedAt });
  }
  return messages;
}

/** Below the largest message that is accepted, whatever the items say. */
const itemsInMessage = 250;
