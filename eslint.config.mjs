// What the type checker cannot see: promises nobody waits for, ternaries nobody can read, names nothing uses.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'out', '.astro', 'node_modules', 'tests/results', 'public', 'src/math/kernels/as'] },
  {
    files: ['**/*.ts', '**/*.mjs'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.mjs', 'tests/*.mjs', 'tests/tools/*.mjs', 'tests/e2e/*.mjs'],
        },
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { 'one-var': ['error', 'never'] },
  },
);
