"""Protected spans and normalisation."""

import pytest

from alignlens.text import find_spans, normalise, normalise_chinese, protect, protect_pair


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
    assert [text[s:e] for s, e, _ in find_spans(text)] == spans


def test_protect_numbers_each_kind_by_its_own_count():
    assert protect("Read 42 lines of `a` in %d s") == ("Read ⟦n0⟧ lines of ⟦c0⟧ in ⟦n1⟧ s", ["42", "`a`", "%d"])


def test_pair_keeps_what_one_side_lacks():
    source, target = protect_pair("Open `a` and `b` in 42 s", "打开`b`（42 秒）")
    assert (source, target) == ("Open `a` and ⟦c0⟧ in ⟦n0⟧ s", "打开⟦c0⟧（⟦n0⟧ 秒）")


def test_pair_keeps_spans_of_unequal_count():
    source, target = protect_pair("%s and %s", "%s")
    assert (source, target) == ("%s and %s", "%s")


def test_pair_reorders():
    source, target = protect_pair("Copy %s to {0}", "将 {0} 复制到 %s")
    assert (source, target) == ("Copy ⟦c0⟧ to ⟦c1⟧", "将 ⟦c1⟧ 复制到 ⟦c0⟧")


def test_normalise_drops_spaces_at_cjk_only():
    assert normalise("使用  Python 3\t编写 the end") == "使用Python 3编写the end"


def test_normalise_chinese_widens_punctuation():
    assert normalise_chinese("打开文件,然后读取: a,b; 好吗?") == "打开文件，然后读取：a,b;好吗？"
    assert normalise_chinese("完成.") == "完成。"
