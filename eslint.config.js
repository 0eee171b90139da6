import tseslint from 'typescript-eslint';

export default tseslint.config(
  // Generated files follow their generator's style.
  {
    ignores: [
      'node_modules',
      '.data',
      '**/generated',
      'schema/src/vocabulary/core.ts',
      'gateway/web/dist',
      'test/bench/peers',
      'test/examples/duckdb',
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      // A default stands for the members that need nothing of their own.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // One statement a module: names of types stand among the others.
      'no-duplicate-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // Braces where there is more than one statement, and then for all branches.
      curly: ['error', 'multi', 'consistent'],
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='vitest'] ImportSpecifier[imported.name='test']",
          message: 'A case is written with `it`.',
        },
        {
          selector: ":matches(PropertyDefinition, MethodDefinition)[accessibility='private']",
          message: 'What is private has a name that begins with `#`.',
        },
      ],
      // Numbers in sentences are the rule here, not the exception.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['error', { max: 250, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 3],
    },
  },
  // A test's describe holds many cases, and a table of cases has a column for each argument.
  // Those of one file that share a system stand beside it.
  {
    files: ['**/*.test.ts', 'test/journeys/{named,takeaway}/*.ts', 'test/browser/places/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', 'max-params': 'off' },
  },
  // Configuration files are not part of the compiled project.
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
