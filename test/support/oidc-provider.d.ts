/** Of oidc-provider, which has no types of its own, what the issuer of tests uses. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  interface GrantContext {
    readonly oidc: {
      readonly provider: {
        readonly Grant: new (of: { readonly clientId: string; readonly accountId: string }) => Grant;
      };
      readonly session: { readonly accountId: string };
    };
  }

  interface Account {
    readonly accountId: string;
    readonly claims: () => Readonly<Record<string, unknown>>;
  }

  interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[];
    readonly jwks: { readonly keys: readonly object[] };
    readonly cookies: { readonly keys: readonly string[] };
    readonly clientBasedCORS: () => boolean;
    readonly findAccount: (context: unknown, accountId: string) => Account;
    readonly extraTokenClaims: () => Readonly<Record<string, unknown>>;
    readonly interactions: { readonly url: (context: unknown, interaction: { readonly uid: string }) => string };
    readonly loadExistingGrant: (context: GrantContext) => Promise<Grant>;
    readonly features: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }

  /** An issuer of OpenID Connect. */
  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
