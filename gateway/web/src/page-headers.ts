/** What a page may do, in the words of a content security policy. */
export interface PagePolicy {
  /** Where its styles may come from. */
  readonly styles: string;
  /** Where its scripts may come from. @default the page's own server */
  readonly scripts?: string;
  /** Whom it may ask for data besides its own server, as origins. @default nobody */
  readonly asks?: readonly string[];
  /** Whose pages may show it within them. @default nobody's */
  readonly framers?: string;
  /** Directives that it needs besides. @default none */
  readonly more?: readonly string[];
}

/**
 * The headers of a page and of all that it loads.
 *
 * A page reaches nothing but its own server, and nothing may frame it unless it is made for that: what it needs it has, so that it
 * works without a network, and tells nobody of its use.
 */
export function pageHeaders({ styles, scripts = "'self'", asks = [], framers = "'none'", more = [] }: PagePolicy) {
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    ...more,
    `style-src ${styles}`,
    "img-src 'self' data:",
    ["connect-src 'self'", ...asks].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framers}`,
  ].join('; ');
  return { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' };
}
