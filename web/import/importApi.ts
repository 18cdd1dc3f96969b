import { ApiError, call, errorOf, storePath, urlOf } from '../api.ts';
import { messages } from '../messages.ts';
import type { SavedMapping } from './importTypes.ts';

export interface ImportAsk {
  readonly store: string;
  readonly device: string;
  readonly query: Readonly<Record<string, string>>;
  readonly file: File;
  /** 0…1, while the file goes to the server. */
  readonly onprogress: (share: number) => void;
}

const mappingsPath = (store: string): string => `${storePath(store)}/import-mappings`;

/** Every call of the import page; all reject with ApiError. */
export const importApi = {
  mappings: (store: string): Promise<{ readonly mappings: readonly SavedMapping[] }> => call(mappingsPath(store)),
  saveMapping: (store: string, { name, ...mapping }: SavedMapping): Promise<unknown> =>
    call(`${mappingsPath(store)}/${encodeURIComponent(name)}`, { method: 'PUT', body: mapping }),
  send: <Answer>(ask: ImportAsk): Promise<Answer> => sendFile(ask),
};

/** Sends a file as it is. By XMLHttpRequest, since fetch does not say how far it is. */
function sendFile<Answer>({ store, device, query, file, onprogress }: ImportAsk): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', urlOf(`${storePath(store)}/imports`, { device, ...query }));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onprogress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new ApiError(0, 'unreachable', messages.errors.unreachable));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as Answer);
      else reject(errorOf(request.status, (answer ?? {}) as object));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
