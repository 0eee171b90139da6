/*
 * `npm run prepare`, which npm runs by itself after an installation: builds the playground and the front page, where Vite is installed. An
 * installation for production (`--omit=dev`) is without it and keeps what was built before.
 */
const vite = await import('vite').catch((error) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
  throw error;
});

if (vite === null) console.log('The pages are not built: Vite is not installed.');
else
  // In this order: the playground empties the folder in which the front page has its own.
  for (const file of ['../vite.config.js', '../vite.front.config.js', '../vite.embed.config.js']) {
    const { default: config } = await import(file);
    await vite.build({ ...config, configFile: false });
  }
