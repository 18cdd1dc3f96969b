import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { AppError } from '../../db/vocabulary/errors.ts';

/** Header the server sets itself from the socket, so that nobody can name another address to the rate limit. */
export const clientAddressHeader = 'x-lintel-client-address';

const dayMs = 24 * 3600 * 1000;
const sessionDays = 30;

export interface PeopleInput {
  readonly database: BetterAuthOptions['database'];
  /** Signs cookies; kept in DATA_DIR/meta. */
  readonly secret: string;
  /** Address people type, where a proxy stands in front; null: whatever address they reached us by. */
  readonly publicUrl: string | null;
}

/**
 * People and their sessions, kept by better-auth: e-mail and password, no sign-up, sign-in attempts limited by address.
 * Origins: a request may come from the very host it was sent to (a shop's LAN has no name we could know) or from `publicUrl`.
 */
export function openPeople({ database, secret, publicUrl }: PeopleInput) {
  return betterAuth({
    database,
    secret,
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    basePath: '/api/auth',
    // Done by routes of ours, which write the audit log.
    disabledPaths: ['/change-password', '/update-user'],
    appName: 'Lintel',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 256 },
    session: { expiresIn: (sessionDays * dayMs) / 1000, updateAge: dayMs / 1000 },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    trustedOrigins: (request) => ownOrigins(request, publicUrl),
    rateLimit: {
      enabled: true,
      window: 10,
      max: 100,
      storage: 'memory',
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/get-session': false },
    },
    advanced: {
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      cookiePrefix: 'lintel',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
  });
}

export type People = ReturnType<typeof openPeople>;

function ownOrigins(request: Request | undefined, publicUrl: string | null): string[] {
  const host = request?.headers.get('host');
  const own = host ? [`http://${host}`, `https://${host}`] : [];
  return publicUrl === null ? own : [...own, new URL(publicUrl).origin];
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Makes a person who can sign in; what they may do is their membership, written apart.
 * @returns the user's id; throws conflict where the address is taken.
 */
export async function createPerson(people: People, { name, email, password }: NewPerson): Promise<string> {
  const context = await people.$context;
  const known = await context.internalAdapter.findUserByEmail(email.toLowerCase());
  if (known !== null) throw new AppError('conflict', `Somebody already signs in as ${email}.`);
  const user = await context.internalAdapter.createUser(
    { name, email: email.toLowerCase(), emailVerified: true },
    { method: 'admin' },
  );
  const hash = await context.password.hash(password);
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hash,
  });
  return user.id;
}
