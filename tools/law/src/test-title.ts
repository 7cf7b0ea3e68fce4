/** The text of a test title as far as the source alone tells it. */
import ts from 'typescript';

/** What stands for a part of a title that only a run can know; it splits words, so it never completes a rule id. */
const UNKNOWN = '\uFFFD';
const COLUMN = /%[a-zA-Z]|\$([A-Za-z_]\w*)/g;

function bare(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? bare(expression.expression)
    : expression;
}

/** The text of a string literal, a template or a sum of them; unknown parts are marked. */
export function literalText(given: ts.Expression): string {
  const expression = bare(given);
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    return (
      expression.head.text +
      expression.templateSpans.map((span) => literalText(span.expression) + span.literal.text).join('')
    );
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return literalText(expression.left) + literalText(expression.right);
  }
  return UNKNOWN;
}

/** The array literal that a table is, in place or as a constant at the top of the same file. */
function rowsOf(table: ts.Expression): readonly ts.Expression[] {
  const expression = bare(table);
  if (ts.isArrayLiteralExpression(expression)) return expression.elements;
  if (!ts.isIdentifier(expression)) return [];
  for (const statement of expression.getSourceFile().statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isIdentifier(name) || name.text !== expression.text) continue;
      const value = bare(initializer);
      return ts.isArrayLiteralExpression(value) ? value.elements : [];
    }
  }
  return [];
}

function cell(given: ts.Expression, position: number, name: string | undefined): string {
  const row = bare(given);
  if (name !== undefined) {
    if (!ts.isObjectLiteralExpression(row)) return UNKNOWN;
    for (const property of row.properties) {
      if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) continue;
      if (property.name.text === name) return literalText(property.initializer);
    }
    return UNKNOWN;
  }
  if (!ts.isArrayLiteralExpression(row)) return position === 0 ? literalText(row) : UNKNOWN;
  const column = row.elements[position];
  return column ? literalText(column) : UNKNOWN;
}

/**
 * The title, or with a table one title a row: `%s` takes the next column, `$name` the property. Where the table is
 * not written out in the file, the title is given once as it stands.
 */
export function titlesOf(title: ts.Expression, table: ts.Expression | undefined): readonly string[] {
  const text = literalText(title);
  const rows = table ? rowsOf(table) : [];
  if (rows.length === 0) return [text];
  return rows.map((row) => {
    let position = 0;
    return text.replace(COLUMN, (_placeholder, name: string | undefined) =>
      cell(row, name === undefined ? position++ : 0, name),
    );
  });
}
