// @apollo/gateway reports to its maker, every hour and from its constructor on, unless this is set. Whoever imports
// that package imports this file first, so that nothing can be sent whatever the environment says.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
