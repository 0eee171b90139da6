/*
 * Loaded into every process that the system starts, before its own code. When the supervisor is gone, however it went
 * (`kill -9` gives it no time to stop anything), its channel closes, and the process ends
 * rather than keep its port. Their own code does so too, but only once all of it is loaded.
 */
process.once('disconnect', () => {
  process.exit(1);
});
// Waiting for that alone must not keep a process alive that has ended its work.
process.channel?.unref();
