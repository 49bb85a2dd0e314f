import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const attachmentInfo = z.strictObject({ fileName: z.string(), contentType: z.string(), size: z.number() });

const mailSchema = z.strictObject({
  /** The SES message id. */
  id: z.string(),
  /** Instant of acceptance, ISO 8601. */
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.array(z.string()),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  headers: z.record(z.string(), z.string()),
  tags: z.record(z.string(), z.string()),
  attachments: z.array(attachmentInfo),
  configurationSet: z.string().optional(),
  /** What became of the mail, by bare recipient address. */
  outcomes: z.record(
    z.string(),
    z.enum(['delivered', 'bounced', 'complained', 'suppressed', 'globally-suppressed']),
  ),
});

/** A mail as SES accepted it; attachments without their bytes. */
export type Mail = z.output<typeof mailSchema>;

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
}

const row = z.object({ mail: z.string() });
const attachmentRow = z.object({
  file_name: z.string(),
  content_type: z.string(),
  content: z.instanceof(Uint8Array),
});

/** Every mail ever accepted, in order; survives a restart. */
export interface MailStore {
  save(mail: Mail, attachments: readonly Attachment[]): void;
  /** Oldest first; with `to`, those that name this bare address (any case) among To, Cc or Bcc. */
  list(filter?: { readonly to?: string | undefined }): Mail[];
  get(id: string): Mail | undefined;
  /** The attachment at a position (from 0) of a mail. */
  attachment(id: string, position: number): Attachment | undefined;
}

export function createMailStore(database: DatabaseSync): MailStore {
  database.exec(`
    CREATE TABLE IF NOT EXISTS ses_mail (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mail TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS ses_recipient (number INTEGER NOT NULL, address TEXT NOT NULL,
      PRIMARY KEY (address, number)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ses_attachment (id TEXT NOT NULL, position INTEGER NOT NULL, file_name TEXT NOT NULL,
      content_type TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (id, position)) WITHOUT ROWID;`);
  const insert = database.prepare('INSERT INTO ses_mail (id, mail) VALUES (?, ?)');
  const insertRecipient = database.prepare('INSERT OR IGNORE INTO ses_recipient VALUES (?, ?)');
  const insertAttachment = database.prepare('INSERT INTO ses_attachment VALUES (?, ?, ?, ?, ?)');
  const all = database.prepare('SELECT mail FROM ses_mail ORDER BY number');
  const byRecipient = database.prepare(
    'SELECT mail FROM ses_recipient JOIN ses_mail USING (number) WHERE address = ? ORDER BY number',
  );
  const byId = database.prepare('SELECT mail FROM ses_mail WHERE id = ?');
  const attachmentAt = database.prepare('SELECT * FROM ses_attachment WHERE id = ? AND position = ?');
  const parse = (found: unknown): Mail => mailSchema.parse(JSON.parse(row.parse(found).mail));

  const insertAll = (mail: Mail, attachments: readonly Attachment[]): void => {
    const { lastInsertRowid } = insert.run(mail.id, JSON.stringify(mail));
    Object.keys(mail.outcomes).forEach((address) => insertRecipient.run(lastInsertRowid, address));
    attachments.forEach(({ fileName, contentType, content }, position) =>
      insertAttachment.run(mail.id, position, fileName, contentType, content),
    );
  };

  return {
    save(mail, attachments) {
      // All or nothing, also when the caller has a transaction of its own.
      database.exec('SAVEPOINT ses_mail');
      try {
        insertAll(mail, attachments);
      } catch (error) {
        database.exec('ROLLBACK TO ses_mail; RELEASE ses_mail');
        throw error;
      }
      database.exec('RELEASE ses_mail');
    },
    list: ({ to } = {}) =>
      (to === undefined ? all.all() : byRecipient.all(to.trim().toLowerCase())).map(parse),
    get(id) {
      const found = byId.get(id);
      return found === undefined ? undefined : parse(found);
    },
    attachment(id, position) {
      const found = attachmentAt.get(id, position);
      if (found === undefined) {
        return undefined;
      }
      const parsed = attachmentRow.parse(found);
      return {
        fileName: parsed.file_name,
        contentType: parsed.content_type,
        content: Buffer.from(parsed.content),
      };
    },
  };
}
