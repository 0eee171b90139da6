/** Writes a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line about something that went wrong. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Calls `act` when nobody can read what is written any more: the terminal was closed, or the program behind a pipe ended. */
export function onReaderGone(act: () => void): void {
  process.stdout.on('error', act);
  // What cannot be complained about is lost; it must not end the process before it has put things away.
  process.stderr.on('error', act);
}
