import type { CalendarName, Digits, Language, Theme } from '../vocabulary/preferences.ts';
import type { Role } from '../vocabulary/scope.ts';
import type { Dialect } from './columns.ts';

/** Who signs in and what they may do. The first four are better-auth's, with its names of columns (its schema, 1.7). */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of tables
export function peopleTables(d: Dialect) {
  const { table, text, integer, flag, json, date, serial, index } = d;
  const user = table('user', {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: flag().notNull(),
    image: text(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  });
  return {
    user,
    session: table(
      'session',
      {
        id: text().primaryKey(),
        expiresAt: date().notNull(),
        token: text().notNull().unique(),
        createdAt: date().notNull(),
        updatedAt: date().notNull(),
        ipAddress: text(),
        userAgent: text(),
        userId: text()
          .notNull()
          .references(() => user.id, { onDelete: 'cascade' }),
      },
      (t) => [index('session_by_user').on(t.userId)],
    ),
    account: table(
      'account',
      {
        id: text().primaryKey(),
        accountId: text().notNull(),
        providerId: text().notNull(),
        userId: text()
          .notNull()
          .references(() => user.id, { onDelete: 'cascade' }),
        accessToken: text(),
        refreshToken: text(),
        idToken: text(),
        accessTokenExpiresAt: date(),
        refreshTokenExpiresAt: date(),
        scope: text(),
        password: text(),
        createdAt: date().notNull(),
        updatedAt: date().notNull(),
      },
      (t) => [index('account_by_user').on(t.userId)],
    ),
    verification: table(
      'verification',
      {
        id: text().primaryKey(),
        identifier: text().notNull(),
        value: text().notNull(),
        expiresAt: date().notNull(),
        createdAt: date().notNull(),
        updatedAt: date().notNull(),
      },
      (t) => [index('verification_by_identifier').on(t.identifier)],
    ),
    memberships: table('memberships', {
      userId: text()
        .primaryKey()
        .references(() => user.id, { onDelete: 'cascade' }),
      role: text().$type<Role>().notNull(),
      storeIds: json<string[]>().notNull(),
      regionIds: json<string[]>().notNull(),
    }),
    /** How whoever it is wants to be spoken to; null: as their browser or the organisation says. */
    preferences: table('preferences', {
      /** `user:ID` or `token:ID`, as the audit log names them. */
      actor: text().primaryKey(),
      language: text().$type<Language>(),
      digits: text().$type<Digits>(),
      calendar: text().$type<CalendarName>(),
      theme: text().$type<Theme>().notNull(),
    }),
    /** Links by which a person chooses a new password, once. */
    passwordLinks: table(
      'password_links',
      {
        /** SHA-256 of the link's code, in hex. */
        hash: text().primaryKey(),
        userId: text()
          .notNull()
          .references(() => user.id, { onDelete: 'cascade' }),
        expiresAt: integer().notNull(),
      },
      (t) => [index('password_link_by_user').on(t.userId)],
    ),
    tokens: table('tokens', {
      id: text().primaryKey(),
      name: text().notNull(),
      /** SHA-256 of the token, in hex. */
      hash: text().notNull().unique(),
      role: text().$type<Role>().notNull(),
      storeIds: json<string[]>().notNull(),
      regionIds: json<string[]>().notNull(),
      createdAt: integer().notNull(),
      expiresAt: integer(),
      revokedAt: integer(),
      lastUsedAt: integer(),
    }),
    auditLog: table(
      'audit_log',
      {
        id: serial(),
        at: integer().notNull(),
        actor: text().notNull(),
        action: text().notNull(),
        subject: text().notNull(),
        /** JSON of what it was and what it is; without secrets. */
        before: text(),
        after: text(),
      },
      (t) => [index('audit_log_by_time').on(t.at)],
    ),
  };
}
