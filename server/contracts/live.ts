import { z } from 'zod';
import { repeated } from './parameters.ts';

export const liveQuery = z.object({ store: repeated.optional() });
