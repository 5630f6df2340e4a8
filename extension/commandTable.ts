import { acceptTranslation } from './commands/acceptTranslation';
import { addGlossaryTerm } from './commands/addGlossaryTerm';
import { addPackFolder } from './commands/addPackFolder';
import { alignWith } from './commands/alignWith';
import { cancel } from './commands/cancel';
import { checkTranslation } from './commands/checkTranslation';
import { clearSalience } from './commands/clearSalience';
import { clearTranslationFindings } from './commands/clearTranslationFindings';
import { copyPackDetails } from './commands/copyPackDetails';
import { copyTranslation } from './commands/copyTranslation';
import { discardTranslation } from './commands/discardTranslation';
import { editTranslation } from './commands/editTranslation';
import { exportTranslationMemory } from './commands/exportTranslationMemory';
import { hidePacks } from './commands/hidePacks';
import { ignoreLintRule } from './commands/ignoreLintRule';
import { importTranslationMemory } from './commands/importTranslationMemory';
import { insertDocComment } from './commands/insertDocComment';
import { insertTranslationBelow } from './commands/insertTranslationBelow';
import { keepWord } from './commands/keepWord';
import { managePacks } from './commands/managePacks';
import { openGlossary } from './commands/openGlossary';
import { openModelCard } from './commands/openModelCard';
import { openTranslationBeside } from './commands/openTranslationBeside';
import { removePackFolder } from './commands/removePackFolder';
import { reportVersions } from './commands/reportVersions';
import { showAlignment } from './commands/showAlignment';
import { showLog } from './commands/showLog';
import { showOnlyTranslations } from './commands/showOnlyTranslations';
import { showSummary } from './commands/showSummary';
import { showTranslationsBelow } from './commands/showTranslationsBelow';
import { summarizeFile } from './commands/summarizeFile';
import { summarizeFunction } from './commands/summarizeFunction';
import { summarizeInTargetLanguage } from './commands/summarizeInTargetLanguage';
import { summarizeSelection } from './commands/summarizeSelection';
import { toggleHover } from './commands/toggleHover';
import { toggleHoverForLanguage } from './commands/toggleHoverForLanguage';
import { toggleHoverInFolder } from './commands/toggleHoverInFolder';
import { toggleTranslatedPreview } from './commands/toggleTranslatedPreview';
import { translateAndName } from './commands/translateAndName';
import { translateComments } from './commands/translateComments';
import { translateFile } from './commands/translateFile';
import { translateFolder } from './commands/translateFolder';
import { translateProblem } from './commands/translateProblem';
import { translateSelection } from './commands/translateSelection';
import { translateTerminalSelection } from './commands/translateTerminalSelection';
import { verifyPack } from './commands/verifyPack';
import type { Context } from './context';

/** Command id → handler; package.json gives them their titles. */
export function commandTable(context: Context): Record<string, (argument?: unknown) => Promise<void> | void> {
  return {
    'alignlens.translateSelection': translateSelection(context),
    'alignlens.insertTranslationBelow': insertTranslationBelow(context),
    'alignlens.copyTranslation': copyTranslation(context),
    'alignlens.openTranslationBeside': openTranslationBeside(context),
    'alignlens.translateComments': translateComments(context),
    'alignlens.translateFile': translateFile(context),
    'alignlens.translateFolder': translateFolder(context),
    'alignlens.translateAndName': translateAndName(context),
    'alignlens.acceptTranslation': acceptTranslation(context),
    'alignlens.discardTranslation': discardTranslation(context),
    'alignlens.showAlignment': showAlignment(context),
    'alignlens.alignWith': alignWith(context),
    'alignlens.summarizeSelection': summarizeSelection(context),
    'alignlens.summarizeFunction': summarizeFunction(context),
    'alignlens.summarizeFile': summarizeFile(context),
    'alignlens.summarizeInTargetLanguage': summarizeInTargetLanguage(context),
    'alignlens.insertDocComment': insertDocComment(context),
    'alignlens.showSummary': showSummary(context),
    'alignlens.clearSalience': clearSalience(context),
    'alignlens.checkTranslation': checkTranslation(context),
    'alignlens.clearTranslationFindings': clearTranslationFindings(context),
    'alignlens.ignoreLintRule': ignoreLintRule(),
    'alignlens.editTranslation': editTranslation(context),
    'alignlens.keepWord': keepWord(context),
    'alignlens.addGlossaryTerm': addGlossaryTerm(context),
    'alignlens.openGlossary': openGlossary(),
    'alignlens.importTranslationMemory': importTranslationMemory(context),
    'alignlens.exportTranslationMemory': exportTranslationMemory(context),
    'alignlens.toggleHover': toggleHover(),
    'alignlens.toggleHoverForLanguage': toggleHoverForLanguage(),
    'alignlens.toggleHoverInFolder': toggleHoverInFolder(),
    'alignlens.translateProblem': translateProblem(context),
    'alignlens.translateTerminalSelection': translateTerminalSelection(context),
    'alignlens.showOnlyTranslations': showOnlyTranslations(context),
    'alignlens.showTranslationsBelow': showTranslationsBelow(context),
    'alignlens.toggleTranslatedPreview': toggleTranslatedPreview(context),
    'alignlens.cancel': cancel(context),
    'alignlens.showLog': showLog(context),
    'alignlens.managePacks': managePacks(context),
    'alignlens.hidePacks': hidePacks(context),
    'alignlens.addPackFolder': addPackFolder(context),
    'alignlens.removePackFolder': removePackFolder(context),
    'alignlens.verifyPack': verifyPack(context),
    'alignlens.openModelCard': openModelCard(context),
    'alignlens.copyPackDetails': copyPackDetails(context),
    'alignlens.reportVersions': reportVersions(context),
  };
}
