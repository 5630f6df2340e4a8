import { beforeAll, describe, expect, test } from 'vitest';
import type { GrammarLexemes } from '../../../extension/grammar/grammarLexemes';
import { allPassages } from '../../../extension/passages';
import { grammarLexemes } from './editorGrammars';

let grammars: GrammarLexemes;

beforeAll(async () => {
  grammars = await grammarLexemes();
}, 600_000);

async function rewrite(text: string, languageId: string, translate: (text: string) => string): Promise<string> {
  const found = await grammars.find({ key: 'test', languageId, text });
  if (!found) throw new Error(`no grammar for ${languageId}`);
  return [...allPassages(text, languageId, found.comments)].reduceRight(
    (result, passage) => result.slice(0, passage.range.start) + passage.write(translate(passage.text)) + result.slice(passage.range.end),
    text,
  );
}

async function texts(text: string, languageId: string): Promise<string[]> {
  const found = await grammars.find({ key: 'test', languageId, text });
  if (!found) throw new Error(`no grammar for ${languageId}`);
  return [...allPassages(text, languageId, found.comments)].map((passage) => passage.text);
}

describe('comments that only a grammar finds', () => {
  test.each([
    ['typescriptreact', 'const a = <p title="// no">It\'s /* no */ {/* A remark. */} // no</p>; // Done.', ['A remark.', 'Done.']],
    ['typescript', 'const r = a / b; /* One. */ const s = `${f(/* Two. */ `x // no`)}`; // Three.', ['One.', 'Two.', 'Three.']],
    ['html', '<!-- One. --><script>f("// no"); // Two.\n</script><style>a { b: url(//no) } /* Three. */</style>', ['One.', 'Two.', 'Three.']],
    ['shellscript', 'cat <<EOF # One.\n# no\nEOF\necho "${a#b}" \'# no\' ${#x} # Two.\n', ['One.', 'Two.']],
    ['yaml', 'a: "# no"\nb: x#no # One.\nc: |\n  # no\n# Two.\n', ['One.', 'Two.']],
    ['python', 'x = """\n# no\n"""\ndef f():\n    """One."""\n    return "# no"  # Two.\n', ['One.', 'Two.']],
    ['ruby', 's = <<~A\n  # no\nA\n=begin\nOne.\n=end\nx = "#{y} # no" # Two.\n', ['One.', 'Two.']],
    ['php', '<p># no</p>\n<?php\n// One.\n$a = "// no"; # Two.\n/* Three. */\n?>\n<!-- Four. -->', ['One.', 'Two.', 'Three.', 'Four.']],
    ['rust', "/// One.\nfn f<'a>(x: &'a str) { r#\"// no\"#; /* Two. /* Inner. */ Three. */ }", ['One.', 'Two. /* Inner. */ Three.']],
    ['c', '// One.\n#if 0\nint no;\n#endif\nchar *s = "/* no */"; /* Two. *//* Three. */', ['One.', 'Two.', 'Three.']],
    ['lua', 's = [[ -- no ]] --[==[ One. ]] ]==] -- Two.', ['One. ]]', 'Two.']],
    ['csharp', '/// <summary>One.</summary>\nvar s = @"\\"; // Two.', ['<summary>One.</summary>', 'Two.']],
    ['go', 's := `// no` // One.', ['One.']],
    ['powershell', '<#\nOne.\n#>\n"# no" # Two.', ['One.', 'Two.']],
    ['swift', 'let s = """\n// no\n"""\n/* One. */ // Two.', ['One.', 'Two.']],
    ['sql', "SELECT '-- no'; -- One.\n/* Two. */", ['One.', 'Two.']],
    ['perl', 'my $x = q{# no}; # One.\n=pod\n\nTwo.\n\n=cut\n', ['One.', 'Two.']],
    ['perl', "# One.\nprint <<'END';\n#ifdef NO\nEND\n__END__\n\n=pod\n\nTwo.\n\n=cut\n", ['One.', 'Two.']],
    ['dockerfile', '# One.\nRUN echo "# no"\n', ['One.']],
    ['makefile', '# One.\nall: # Two.\n\techo "# no"\n', ['One.', 'Two.']],
    ['java', '/**\n * One.\n * @param x two\n */\nchar c = \'"\'; // Three.', ['One.', 'two', 'Three.']],
    ['scss', '// One.\na { b: url(http://no) } /* Two. */', ['One.', 'Two.']],
    ['xml', '<a b="<!-- no -->"><![CDATA[ <!-- no --> ]]></a><!-- One. -->', ['One.']],
    ['clojure', '(f "; no" \\;) ; One.', ['One.']],
    ['julia', '#= One. =#\nx = "# no" # Two.', ['One.', 'Two.']],
    ['dart', "var s = '''\n// no\n'''; /// One.", ['One.']],
    ['groovy', "def s = '''// no''' // One.", ['One.']],
    ['r', 'x <- "# no" # One.', ['One.']],
    ['vb', "x = \"' no\" ' One.", ['One.']],
    ['bat', 'REM One.\n:: Two.\n', ['One.', 'Two.']],
    ['coffeescript', '###\nOne.\n###\nx = "# no" # Two.', ['One.', 'Two.']],
    ['fsharp', '(* One. *) let s = "// no" // Two.', ['One.', 'Two.']],
    ['ini', '; One.\na = b\n# Two.', ['One.', 'Two.']],
    ['latex', '% One.\n50\\% no', ['One.']],
    ['less', '// One.\n/* Two. */', ['One.', 'Two.']],
    ['objective-c', '// One.\nNSString *s = @"// no"; /* Two. */', ['One.', 'Two.']],
    ['handlebars', '{{!-- One. --}}<p>{{x}}</p>{{! Two. }}<!-- Three. -->', ['One.', 'Two.', 'Three.']],
    ['razor', '@* One. *@<p></p><!-- Two. -->', ['One.', 'Two.']],
    ['jsonc', '{ "a": "// no", /* One. */ } // Two.', ['One.', 'Two.']],
    ['css', 'a { content: "/* no */" } /* One. */', ['One.']],
    ['cpp', 'auto s = R"x(// no)x"; // One.\n/// Two.', ['One.', 'Two.']],
  ])('%s: %s', async (languageId, text, expected) => {
    expect(await texts(text, languageId)).toEqual(expected);
  });

  test('line comments, blank lines between them, and blocks below one another are told apart', async () => {
    const text = '// One goes on\n// here.\n\n// Two.\n/** Three. */\n/** Four\n\n * goes on. */\n';
    expect(await texts(text, 'typescript')).toEqual(['One goes on here.', 'Two.', 'Three.', 'Four', 'goes on.']);
  });

  test('the same text gives the same document back', async () => {
    const text = '/**\n * One that goes on\n * here.\n */\r\n// Two\r\n// three.\r\n';
    expect(await rewrite(text, 'typescript', (own) => own)).toBe(text);
  });
});
