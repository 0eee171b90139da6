/**
 * The headers of a page and of all that it loads.
 *
 * A page reaches nothing but its own server, and nothing may frame it: what it needs it has, so that it works without a network,
 * and tells nobody of its use.
 *
 * @param styles - Where its styles may come from.
 * @param more - Directives that it needs besides.
 */
export function pageHeaders({ styles, more = [] }: { readonly styles: string; readonly more?: readonly string[] }) {
  const contentSecurityPolicy = [
    "default-src 'none'",
    "script-src 'self'",
    ...more,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' };
}
