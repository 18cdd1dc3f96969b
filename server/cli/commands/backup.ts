import type { Command } from 'commander';
import { writeBackup } from '../../../db/backup/backup.ts';
import { restoreBackup } from '../../../db/backup/restore.ts';
import { cliScope, databasePlace, withDatabase } from '../database.ts';
import { print } from '../output.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything into one file, beside a running server; from SQLite or PostgreSQL alike')
    .argument('<file>', 'the new file; it must not be there yet')
    .addHelpText('after', '\nExample:\n  lintel backup lintel-2026-01-31.db')
    .action(async (file: string) => {
      const bytes = await withDatabase((sql) => writeBackup(sql, cliScope, file));
      print(`${file}: ${(bytes / 1e6).toFixed(1)} MB`);
    });
  program
    .command('restore')
    .description('put a backup into an empty DATA_DIR or DATABASE_URL; stop the server first')
    .argument('<file>', 'a file that backup wrote')
    .option('--force', 'replace what is there')
    .addHelpText('after', '\nExample:\n  DATA_DIR=./new lintel restore lintel-2026-01-31.db')
    .action(async (file: string, options: { force?: boolean }) => {
      const place = databasePlace();
      await restoreBackup({ file, place, isForced: options.force ?? false });
      print(
        `restored ${file} into ${place.databaseUrl === undefined ? place.dataDir : 'the database of DATABASE_URL'}`,
      );
    });
}
