import { z } from 'zod';
import { zones } from '../base/office-time.ts';

/** Who the office is: its name and sign on every screen and paper, and its time zone. */
export const officeSection = z.strictObject({
  office: z.strictObject({
    name: z.string().min(1).max(80),
    room: z.string().min(1).max(60),
    /** A PNG or SVG as a data URL, or null for the product's own mark. */
    logo: z
      .string()
      .regex(/^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/=]+$/)
      .max(400_000)
      .nullable(),
  }),
  zone: z.enum(zones),
});
