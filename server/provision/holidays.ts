import { z } from 'zod';

/** Whose public holidays a store keeps; null: the organisation's, else those of the time zone's country. */
export const holidaysSchema = z
  .string('must be text in quotes, "DE"')
  .regex(
    /^(none|[A-Z]{2}(-[A-Z0-9]{1,3}){0,2})$/,
    'must be a country such as DE, one with its part such as DE-BY, or none: GET /api/v1/holiday-countries lists them',
  )
  .nullable();
