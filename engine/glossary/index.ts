/** Terms and their translations, as users write them. Pure. */
export { putTerm, type NewTerm, type TextChange } from './edit';
export { keep, mostWords, parseGlossary, targetsOf, type Glossary, type GlossaryProblem, type Languages } from './format';
export { problemTexts } from './problems';
export { lintTerms, translatorTerms, type GlossaryTerm } from './terms';
