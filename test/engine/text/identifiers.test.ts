import { describe, expect, test } from 'vitest';
import { identifier, identifierStyles, shortened, usualStyle, wordsOfName } from '../../../engine/text/identifiers';

test('the words of a phrase, in every style', () => {
  const words = wordsOfName('The number of the user’s HTTPRequests.');
  expect(words).toEqual(['number', 'of', 'users', 'http', 'requests']);
  expect(identifierStyles.map((style) => identifier(shortened(words), style))).toEqual([
    'numberUsersHttpRequests',
    'NumberUsersHttpRequests',
    'number_users_http_requests',
    'NUMBER_USERS_HTTP_REQUESTS',
    'number-users-http-requests',
  ]);
});

test('names that are there already are taken apart', () => {
  expect(wordsOfName('user_login-count')).toEqual(['user', 'login', 'count']);
  expect(wordsOfName('parseXMLFile2')).toEqual(['parse', 'xml', 'file2']);
});

test('no name begins with a digit, and one of small words only stays', () => {
  expect(identifier(wordsOfName('2 factor login'), 'camelCase')).toBe('_2FactorLogin');
  expect(shortened(wordsOfName('to be'))).toEqual(['to', 'be']);
  expect(wordsOfName('the')).toEqual(['the']);
  expect(wordsOfName('用户')).toEqual([]);
});

describe('the usual style', () => {
  test('is that of the names around', () => {
    expect(usualStyle('let user_name, user_id, last_login;', 'typescript')).toBe('snake_case');
    expect(usualStyle('userName = lastLogin + firstLogin', 'python')).toBe('camelCase');
    expect(usualStyle('MAX_SIZE, MIN_SIZE, MAX_COUNT', 'typescript')).toBe('camelCase');
    expect(usualStyle('a-b + c-d - e-f', 'typescript')).toBe('camelCase');
  });

  test('or else that of the language', () => {
    expect(['python', 'csharp', 'css', 'java', 'rust'].map((language) => usualStyle('', language))).toEqual([
      'snake_case',
      'PascalCase',
      'kebab-case',
      'camelCase',
      'snake_case',
    ]);
  });
});
