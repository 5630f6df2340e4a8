"""Protected spans and normalisation."""

import pytest

from alignlens.text import Protector, normalise, normalise_chinese

RULES, WITH_LATIN_WORDS = Protector(), Protector(latin_words=True)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Call `foo(a, b)` first", ["`foo(a, b)`"]),
        ("see https://example.org/a?b=1#c.", ["https://example.org/a?b=1#c"]),
        ("见https://example.org收集了2024年的TCP演讲", ["https://example.org", "2024"]),
        ("加--depth=1参数和C语言", ["--depth=1"]),
        ("mail bug@example.org now", ["bug@example.org"]),
        ("<a href=\"x\">link</a> here", ["<a href=\"x\">", "</a>"]),
        ("100% done, %d files in %s, %(name)s", ["100", "%d", "%s", "%(name)s"]),
        ("use {0} or {name} or ${HOME} or {{ x }}", ["{0}", "{name}", "${HOME}", "{{ x }}"]),
        ("open ./src/main.py and /etc/hosts", ["./src/main.py", "/etc/hosts"]),
        ("pass --dry-run or -v", ["--dry-run", "-v"]),
        ("getUserName snake_case MAX_SIZE __init__ utf8", ["getUserName", "snake_case", "MAX_SIZE", "__init__", "utf8"]),
        ("os.path.join() and std::vector", ["os.path.join()", "std::vector"]),
        ("version v1.2.3, issue #123, 4,096 bytes", ["v1.2.3", "#123", "4,096"]),
        ("press Ctrl+Shift+P", ["Ctrl+Shift+P"]),
        ("run **Go** or *stop*, 5 * 3", ["**", "**", "*", "*"]),
        ("fixed 🐛 and ⚠️ shipped ✨", ["🐛", "⚠️", "✨"]),
        ("literal ⟦c0⟧ and ▁", ["⟦c0⟧", "▁"]),
        ("e.g. a file, i.e. this one; and/or well-known. The end.", []),
        ("The file is open", []),
    ],
)
def test_find_spans(text, spans):
    assert [text[s:e] for s, e, _ in RULES.find(text)] == spans


def test_protect_numbers_each_kind_by_its_own_count():
    assert RULES.protect("Read 42 lines of `a` in %d s") == ("Read ⟦n0⟧ lines of ⟦c0⟧ in ⟦n1⟧ s", ["42", "`a`", "%d"])


def test_pair_keeps_what_one_side_lacks():
    source, target = RULES.protect_pair("Open `a` and `b` in 42 s", "打开`b`（42 秒）")
    assert (source, target) == ("Open `a` and ⟦c0⟧ in ⟦n0⟧ s", "打开⟦c0⟧（⟦n0⟧ 秒）")


def test_pair_keeps_spans_of_unequal_count():
    source, target = RULES.protect_pair("%s and %s", "%s")
    assert (source, target) == ("%s and %s", "%s")


def test_pair_reorders():
    source, target = RULES.protect_pair("Copy %s to {0}", "将 {0} 复制到 %s")
    assert (source, target) == ("Copy ⟦c0⟧ to ⟦c1⟧", "将 ⟦c1⟧ 复制到 ⟦c0⟧")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("使用npm install命令安装Koa。", ["npm install", "Koa"]),
        ("见example.com和foo.bar()或end-to-end测试", ["example.com", "foo.bar()", "end-to-end"]),
        ("调用print(x)，在OK按钮上", []),
        ("GNU/Linux的C语言", []),
        ("Hello World你好", ["Hello World"]),
    ],
)
def test_words_in_latin_letters(text, spans):
    assert [text[s:e] for s, e, _ in WITH_LATIN_WORDS.find(text)] == spans


def test_names_of_the_source_are_found_in_the_target():
    pair = WITH_LATIN_WORDS.protect_pair("Vue Router是Vue的插件，调用REST API", "Vue Router is a plugin of Vue calling REST APIs")
    assert pair == ("⟦c0⟧是⟦c1⟧的插件，调用⟦c2⟧", "⟦c0⟧ is a plugin of ⟦c1⟧ calling ⟦c2⟧s")


def test_names_that_the_target_writes_otherwise_stay_plain():
    assert WITH_LATIN_WORDS.protect_pair("web应用和Pod", "Web apps and pods") == ("web应用和Pod", "Web apps and pods")


def test_normalise_drops_spaces_at_cjk_only():
    assert normalise("使用  Python 3\t编写 the end") == "使用Python 3编写the end"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a con\u00adﬁgu\u200bration ﬁle \ufeff", "a configuration file"),
        ("a non\u2011breaking hyphen", "a non-breaking hyphen"),
        ("Cafe\u0301 n\u0303\u0301 x\u0301", "Café ñ\u0301 x\u0301"),
        ("按Ｆ１２ 键，Ａ Ｂ！", "按F12键，A B！"),
        ("⽂件⼤⼩不⾏，⻚⾯", "文件大小不行，页面"),
    ],
)
def test_normalise_reads_what_looks_like_other_characters_as_those(text, expected):
    assert normalise(text) == expected


def test_normalise_chinese_widens_punctuation():
    assert normalise_chinese("打开文件,然后读取: a,b; 好吗?") == "打开文件，然后读取：a,b;好吗？"
    assert normalise_chinese("完成.") == "完成。"
