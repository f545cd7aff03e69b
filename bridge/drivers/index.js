// The drivers by name. Each is loaded when it is chosen, and with it the library it needs.
const DRIVERS = {
  simulator: () => import('./simulator.js'),
  baileys: () => import('./baileys.js'),
  'whatsapp-web.js': () => import('./whatsapp-web.js'),
};

export const names = Object.keys(DRIVERS);

/**
 * @param {string} name One of `names`.
 * @param {object} options What that driver's createDriver takes.
 */
export async function openDriver(name, options) {
  const { createDriver } = await DRIVERS[name]();
  return createDriver(options);
}
