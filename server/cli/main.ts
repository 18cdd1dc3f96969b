import { Command, CommanderError } from 'commander';
import { AppError } from '../../db/vocabulary/errors.ts';
import { ConfigError } from '../config.ts';
import { addBackup } from './commands/backup.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addImport } from './commands/import.ts';
import { addProvision } from './commands/provision.ts';
import { addSimulate } from './commands/simulate.ts';
import { addToken } from './commands/token.ts';
import { addUser } from './commands/user.ts';
import { note } from './output.ts';

function makeProgram(): Command {
  const program = new Command('lintel')
    .description('Lintel on the command line; works beside a running server, which takes changes up within 5 seconds.')
    .addHelpText('after', '\nWhich database: DATABASE_URL, else lintel.db in DATA_DIR (./data).')
    .showHelpAfterError('(--help says more)')
    .exitOverride();
  for (const add of [addProvision, addToken, addUser, addImport, addBackup, addDoctor, addSimulate, addDemo])
    add(program);
  return program;
}

/** What went wrong in words; a bug also shows where, with LOG_LEVEL=debug. */
function explain(error: unknown): string {
  if (error instanceof AppError || error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return process.env['LOG_LEVEL'] === 'debug' ? (error.stack ?? error.message) : error.message;
}

async function main(): Promise<number> {
  try {
    await makeProgram().parseAsync();
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    note(explain(error));
    return 1;
  }
}

process.exitCode = await main();
