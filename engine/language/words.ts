/** What is no word of a language: code, addresses, tags, placeholders, identifiers. `langid.py` trains with the same pattern. */
export const noise = new RegExp(
  [
    '```[\\s\\S]*?```|`[^`\\n]*`|\\b(?:https?|ftp)://\\S+|\\S+@\\S+\\.\\w+|</?[A-Za-z][^>\\n]*>|\\$?\\{[^}\\n]*\\}|%\\(\\w+\\)[a-z]',
    '[A-Za-z0-9_]*(?:[0-9_]|[a-z][A-Z]|[A-Za-z](?:\\.|::|->|#|/|\\\\)[A-Za-z])[A-Za-z0-9_.:/\\\\#>-]*(?:\\(\\))?',
    '[A-Za-z]+\\(\\)|[@\\\\$#][A-Za-z]\\w*|(?<!\\S)--?[A-Za-z][\\w-]*|&\\w+;',
  ].join('|'),
  'g',
);
