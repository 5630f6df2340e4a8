import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../engine/language/detect';

describe('comments and messages', () => {
  test.each([
    ['en', 'Returns the number of items that are no longer available.'],
    ['en', 'Ensure that the session is closed before the worker exits'],
    ['en', 'Call `öffnen()` to open the window of the Größe dialog'],
    ['en', 'The label 中文 is shown in the list of all the languages'],
    ['de', 'Liefert die Anzahl der Einträge, die nicht mehr verfügbar sind.'],
    ['de', 'Prueft, ob das Fenster noch geoeffnet ist'],
    ['fr', 'Renvoie le nombre des éléments qui ne sont plus disponibles.'],
    ['fr', 'on regarde si le fichier existe deja'],
    ['es', 'Devuelve el número de elementos que ya no están disponibles.'],
    ['es', 'miramos si la ventana sigue abierta'],
    ['pt', 'Retorna o número de itens que não estão mais disponíveis.'],
    ['it', 'Restituisce il numero degli elementi che non sono più disponibili.'],
    ['zh', '返回不再可用的项目数。'],
    ['zh', '關閉檔案'],
    ['zh', '设置 maxConnections 的 default value，null 表示 no limit'],
    ['ja', '利用できなくなった項目の数を返します。'],
    ['ja', '書式設定、変換処理'],
    ['ja', 'parser API の説明。'],
    ['ko', '더 이상 사용할 수 없는 항목의 수를 반환합니다.'],
    ['ko', 'userName 값을 반환한다.'],
    ['ru', 'Возвращает число элементов, которые больше не доступны.'],
    ['ru', 'TODO: проверить тип IllegalStateException'],
    ['uk', 'Повертає кількість елементів, які більше не доступні.'],
    ['el', 'Επιστρέφει το πλήθος'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('no language', () => {
  test.each([
    ['nothing', ''],
    ['numbers and marks', '--- 42 = 6 * 7 ---'],
    ['identifiers', 'getItemById snake_case vscode.workspace.fs foo::bar'],
    ['code in backquotes', '`const answer = 42`'],
    ['an address', 'https://example.org/the/path/of/the/file'],
    ['placeholders and tags', '<b>{0}</b> %(name)s ${value}'],
    ['one of the others', 'Zwraca liczbę elementów, które nie są już dostępne.'],
  ])('%s: %s', (_, text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});

test('a long text takes no longer than its beginning', () => {
  const long = 'Returns the number of items. '.repeat(50_000);
  const start = performance.now();
  expect(detectLanguage(long)).toBe('en');
  expect(performance.now() - start).toBeLessThan(200);
});

describe('few words', () => {
  const english = 'Returns the number of items that are no longer available. The list is sorted by name.';
  const german = 'Liefert die Anzahl der Einträge, die nicht mehr verfügbar sind. Die Liste ist nach Namen sortiert.';

  test.each(['Can be NULL', 'Destructor - this should be called', 'The pre-processed output string.', 'Examples', 'Months'])(
    'that several languages have are in that of their file: %s',
    (text) => {
      expect(detectLanguage(text)).not.toBe('en');
      expect(detectLanguage(text, english)).toBe('en');
    },
  );

  test.each([
    ['de', 'Datei nicht gefunden'],
    ['fr', 'Ouvrir le fichier'],
    ['zh', '关闭文件'],
    [undefined, '`a` 1'],
  ])('that only one language has are in this one: %s: %s', (language, text) => {
    expect(detectLanguage(text, english)).toBe(language);
  });

  test('say what they can where the rest says nothing', () => {
    expect(detectLanguage('Months', '1 = 2')).toBe(detectLanguage('Months'));
    expect(detectLanguage('Examples', german)).toBe('de');
  });
});
