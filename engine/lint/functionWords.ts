/** English words that translations into other languages often leave out. */
export const functionWords = new Set(
  ('a an the of to in on at by for with from into as is are was were be been being am do does did has have had will would can ' +
    'could may might shall should must it its this that these those there here and or but if then than so not no nor your you ' +
    'we our they their them he she his her i my me us which who whom whose what when where how also just only very any some ' +
    'all each such other same about up out over more most sure want wish please').split(' '),
);
