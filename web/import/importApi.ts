import type { Problem } from '../access-types.ts';
import { ApiError, call, errorOf, storePath, urlOf } from '../api.ts';
import { messages } from '../messages.ts';
import type { ImportReport, SavedMapping, TableLook } from './importTypes.ts';

export interface ImportAsk {
  readonly store: string;
  /** '': the store's own import device. */
  readonly device: string;
  readonly query: Readonly<Record<string, string>>;
  readonly file: File;
  /** 0…1, while the file goes to the server. */
  readonly onsent: (share: number) => void;
  /** 0…1, while the server reads its lines. */
  readonly onread: (share: number) => void;
}

const mappingsPath = (store: string): string => `${storePath(store)}/import-mappings`;

/** Every call of the import page; all reject with ApiError. */
export const importApi = {
  mappings: (store: string): Promise<{ readonly mappings: readonly SavedMapping[] }> => call(mappingsPath(store)),
  saveMapping: (store: string, { name, ...mapping }: SavedMapping): Promise<unknown> =>
    call(`${mappingsPath(store)}/${encodeURIComponent(name)}`, { method: 'PUT', body: mapping }),
  look,
  run,
};

/** A line of the answer while a file is read: how far it is, and at last what came of it. */
interface Line {
  readonly done?: number;
  readonly total?: number;
  readonly report?: ImportReport;
  readonly error?: { readonly code: string; readonly detail: string };
}

/** Sends a file as it is. By XMLHttpRequest, since fetch does not say how much of it has been sent. */
function sendFile(ask: ImportAsk, accept: string): Promise<XMLHttpRequest> {
  const { store, device, query, file, onsent, onread } = ask;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', urlOf(`${storePath(store)}/imports`, { ...(device === '' ? {} : { device }), ...query }));
    request.setRequestHeader('accept', accept);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onsent(total === 0 ? 0 : loaded / total);
    request.onprogress = () => {
      const { done, total } = linesOf(request.responseText).at(-1) ?? {};
      if (done !== undefined && total !== undefined && total > 0) onread(Math.min(1, done / total));
    };
    request.onerror = () => reject(new ApiError(0, 'unreachable', messages.errors.unreachable));
    request.onload = () => {
      if (request.status < 300) resolve(request);
      else reject(errorOf(request.status, parsed<Problem>(request.responseText) ?? {}));
    };
    request.send(file);
  });
}

async function look(ask: ImportAsk): Promise<TableLook> {
  const { responseText } = await sendFile({ ...ask, query: { ...ask.query, look: 'true' } }, 'application/json');
  return parsed<TableLook>(responseText) ?? { header: [], rows: [] };
}

async function run(ask: ImportAsk): Promise<ImportReport> {
  const { responseText, status } = await sendFile(ask, 'application/x-ndjson');
  const { report, error } = linesOf(responseText).at(-1) ?? {};
  if (report !== undefined) return report;
  throw new ApiError(status, error?.code ?? '', error?.detail ?? messages.errors.status(status));
}

/** Whole lines of what has come so far. */
function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => parsed<Line>(line) ?? []);
}

/** The shape is the API's promise (contract 6); the browser does not check it again. */
function parsed<Answer>(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}
