/*
 * `npm run prepare`, which npm runs by itself after an installation: builds the playground, where Vite is installed. An
 * installation for production (`--omit=dev`) is without it and keeps what was built before.
 */
const vite = await import('vite').catch((error) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
  throw error;
});

if (vite === null) {
  console.log('The playground is not built: Vite is not installed.');
} else {
  const { default: config } = await import('../vite.config.js');
  await vite.build({ ...config, configFile: false });
}
