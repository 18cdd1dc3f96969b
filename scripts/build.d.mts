export function buildDist(options?: { names?: readonly ('server' | 'web')[]; ifStale?: boolean }): Promise<void>;
