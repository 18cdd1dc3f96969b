/** The real parts that the tests use and npm does not bring: found, or installed where that is allowed, or named. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Part {
  readonly name: string;
  readonly programs: readonly string[];
  readonly aptPackages: readonly string[];
}

const mosquitto: Part = { name: 'Mosquitto', programs: ['mosquitto'], aptPackages: ['mosquitto'] };
const chromium: Part = {
  name: 'Chromium',
  programs: ['chromium', 'chromium-browser', 'google-chrome'],
  aptPackages: ['chromium'],
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find(part: Part): string | undefined {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/sbin',
  ];
  return folders.flatMap((folder) => part.programs.map((program) => join(folder, program))).find(isProgram);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** Debian starts a broker on 1883 when the package is installed; the policy file says no to that, for as long as we install. */
function withoutServices(install: () => void): void {
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

function install(parts: readonly Part[]): void {
  const packages = parts.flatMap((part) => part.aptPackages);
  process.stderr.write(`installing ${packages.join(', ')} for the tests\n`);
  withoutServices(() => {
    aptGet('update');
    aptGet('install', '--yes', '--no-install-recommends', ...packages);
  });
}

function located(part: Part): string {
  const path = find(part);
  if (path === undefined) {
    throw new Error(
      `${part.name} is missing; install it: apt-get install ${part.aptPackages.join(' ')} (or your system's package)`,
    );
  }
  return path;
}

/** Paths of the programs; installs missing ones as root on Debian, throws naming what to install elsewhere. */
export function locateParts(): { mosquitto: string; chromium: string } {
  const missing = [mosquitto, chromium].filter((part) => find(part) === undefined);
  if (missing.length > 0 && canInstall()) install(missing);
  return { mosquitto: located(mosquitto), chromium: located(chromium) };
}
