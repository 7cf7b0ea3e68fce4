/** A fault that the law lint found, at a place one can go to. */
export interface Finding {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** `path:line message`, the form that editors and terminals make a link of. */
export function describeFinding(finding: Finding): string {
  return `${finding.path}:${finding.line} ${finding.message}`;
}

/** By path, then by line. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}
