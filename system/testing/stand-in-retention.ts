/* What deletes nothing and says so: BROKEN makes it fail. */
console.log('nothing is held for too long');
process.exit(process.env['BROKEN'] === 'retention' ? 1 : 0);
