import type { LogFormat } from './settings.ts';
import { complain } from './terminal.ts';

/** Takes the lines of one process. */
export type LineWriter = (line: string) => void;

/** Makes for each process what takes its lines. */
export type Logs = (processName: string) => LineWriter;

/** Pino's number for "error": what a server writes outside its log is of that kind, and so is what the system has to say. */
const errorLevel = 50;

/**
 * Where the lines of all processes go, standard error: on a terminal each with the name of its process before it; elsewhere each as one JSON
 * object, so that what collects logs can read every line. Lines of the servers' logs are such objects already and stay as they are.
 */
export function openLogs(format: LogFormat | null, write: LineWriter = complain): Logs {
  const isJson = (format ?? (process.stderr.isTTY ? 'text' : 'json')) === 'json';
  return (processName) => (line) => {
    if (isJson) write(isObject(line) ? line : asObject(processName, line));
    else write(processName === 'system' ? line : `[${processName}] ${line}`);
  };
}

function isObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const asObject = (processName: string, line: string) =>
  JSON.stringify({ level: errorLevel, time: Date.now(), name: processName, msg: line });
