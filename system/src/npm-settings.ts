/**
 * The settings of npm, and of node-gyp under it, that say how they work themselves and that nobody means for a command of ours, in lower
 * case without hyphens. Machines set them in files and in the environment, from where npm passes them on to every script. Others, such as
 * `dry-run`, `force`, `before` or `json`, are meant for the command.
 *
 * Source: npm 11.19, definitions of its configuration; node-gyp 12, its README.
 */
export const npmSettings: ReadonlySet<string> = new Set(
  `_auth allow-directory allow-file allow-git allow-remote allow-scripts audit audit-level auth-type bin-links browser bypass-2fa ca
  cache cache-max cache-min cafile cert cidr color commit-hooks cpu editor engine-strict fetch-retries fetch-retry-factor
  fetch-retry-maxtimeout fetch-retry-mintimeout fetch-timeout foreground-scripts format-package-lock fund git git-tag-version
  globalconfig global-prefix global-style heading https-proxy if-present ignore-scripts include include-workspace-root
  init-author-email init-author-name init-author-url init-license init-module init-private init-type init-version
  init.author.email init.author.name init.author.url init.license init.module init.version install-links install-strategy
  legacy-bundling legacy-peer-deps libc local-address local-prefix lockfile-version loglevel logs-dir logs-max maxsockets
  min-release-age min-release-age-exclude node-gyp node-options node-version noproxy npm-version omit
  omit-lockfile-registry-resolved optional os package-lock prefer-dedupe prefer-offline prefer-online prefix production progress
  proxy rebuild-bundle registry replace-registry-host save-exact save-prefix scope script-shell searchstaleness shell shrinkwrap
  sign-git-commit sign-git-tag strict-allow-scripts strict-peer-deps strict-ssl tag-version-prefix timing tmp umask unicode
  unsafe-perm update-notifier user user-agent userconfig viewer workspace workspaces workspaces-update yes
  arch build-from-source devdir disturl dist-url jobs nodedir python target target-arch target-platform`
    .split(/\s+/)
    .map((name) => name.replaceAll(/[-_]/g, '')),
);
