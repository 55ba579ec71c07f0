import { resolve } from 'node:path';
import { cruise as cruiseFiles, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { CORNERS, type Floor, FLOORS } from './floors';

/** Reads every import below a folder and returns the ones that the house does not allow: "rule: from → to". */
export async function cruise(root: string): Promise<string[]> {
  // Both traps: $lib needs a tsconfig of its own, and its name must be absolute.
  const fileName = resolve(root, 'tests/architecture/tsconfig.json');
  const { output } = await cruiseFiles(
    ['src', 'tests'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...FLOORS.flatMap(rulesOf), ...CORNERS.map(cornerRule), ...HOUSE_RULES] },
      doNotFollow: { path: 'node_modules' },
      // Made by the framework while it builds: nothing on the disk.
      exclude: { path: ['^\\$(app|env|service-worker)', '\\$types', '^tests/e2e/'] },
      tsPreCompilationDeps: true,
      tsConfig: { fileName },
      enhancedResolveOptions: {
        extensions: ['.ts', '.svelte', '.js', '.json'],
        exportsFields: ['exports'],
        conditionNames: ['svelte', 'import', 'module', 'types', 'default']
      }
    },
    {},
    { tsConfig: extractTSConfig(fileName) }
  );
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`
  );
}

const HOUSE_RULES: IForbiddenRuleType[] = [
  { name: 'nothing names tests', from: { path: '^src/' }, to: { path: '^tests/' } },
  {
    name: 'no circles',
    from: { path: '^src/' },
    // What is made of types alone is gone when the code runs: a composition root and its parts name each other so.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
  },
  { name: 'no orphans', from: { path: '^src/lib/', orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
  { name: 'nothing unresolved', from: {}, to: { couldNotResolve: true } }
];

function rulesOf({ name, path, mayName, packages, node }: Floor): IForbiddenRuleType[] {
  const allowed = FLOORS.filter((floor) => mayName.includes(floor.name)).map((floor) => floor.path);
  return [
    {
      name: `${name} names a floor it may not`,
      from: { path },
      to: { path: '^src/', pathNot: [path, '\\.(css|svg|md)$', ...allowed] }
    },
    {
      name: `${name} names a package it may not`,
      from: { path },
      to: { path: 'node_modules/', pathNot: packages.map(pathOf) }
    },
    ...(node
      ? []
      : [{ name: `${name} names Node`, from: { path }, to: { dependencyTypes: ['core' as const] } }])
  ];
}

const cornerRule = ({ package: named, path }: (typeof CORNERS)[number]): IForbiddenRuleType => ({
  name: `${named} outside its corner`,
  from: { path: '^src/', pathNot: path },
  to: { path: pathOf(named) }
});

const pathOf = (named: string): string => `node_modules/(@types/)?${named.replace('.', '\\.')}/`;
