/** What the bench computes and prints. Pure. */

/** One line of the table. A goal is said of the ratio (throughput beside the baseline) or of our own figure. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  /** Null where there is nothing bare to compare with. */
  readonly baseline: number | null;
  /** `ours / baseline`. */
  readonly ratio: number | null;
  readonly goal: number | null;
  readonly goalOf: 'ratio' | 'ours';
  readonly unit: string;
}

export interface Measured {
  readonly name: string;
  readonly ours: number;
  readonly baseline?: number;
  readonly unit: string;
  /** At least this ratio; for what is better when larger. */
  readonly ratioGoal?: number;
  /** At most this figure of ours; for times, memory and counts. */
  readonly goal?: number;
}

export function rowOf({ name, ours, baseline, unit, ratioGoal, goal }: Measured): Row {
  return {
    name,
    ours: rounded(ours),
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: baseline === undefined || baseline === 0 ? null : rounded(ours / baseline),
    goal: ratioGoal ?? (goal === undefined ? null : rounded(goal)),
    goalOf: ratioGoal === undefined ? 'ours' : 'ratio',
    unit,
  };
}

/** Whether the goal is met; undefined without a goal. */
export function meetsGoal({ goal, goalOf, ours, ratio }: Row): boolean | undefined {
  if (goal === null) return undefined;
  return goalOf === 'ratio' ? ratio !== null && ratio >= goal : ours <= goal;
}

/** Nearest rank: the smallest value that at least `share` (0 to 1) of all values do not exceed. @throws RangeError when empty. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

/** Three significant digits: more would be noise. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
}

const HEADINGS = ['row', 'ours', 'baseline', 'ratio', 'goal', '', 'unit'];

/** The table as lines, columns aligned. */
export function tableOf(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => {
    const met = meetsGoal(row);
    return [
      row.name,
      String(row.ours),
      row.baseline === null ? '-' : String(row.baseline),
      row.ratio === null ? '-' : String(row.ratio),
      row.goal === null ? '-' : row.goalOf === 'ratio' ? `ratio >= ${row.goal}` : `<= ${row.goal}`,
      met === undefined ? '' : met ? 'met' : 'missed',
      row.unit,
    ];
  });
  const lines = [HEADINGS, ...cells];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** The last line of `--json`. */
export function jsonOf(rows: readonly Row[]): string {
  return JSON.stringify({ rows });
}
