"""Learning curves as SVG, drawn without a plotting library: the files stay small and diff well."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_PATTERNS = ("", "2 3", "12 3")
"""Of curves beyond the colours."""
_STYLE = "<style>text{font:12px sans-serif;fill:#333}.t{font-size:11px;fill:#666}.g{stroke:#ddd}</style>"


def document(width: float, height: float, parts: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
    background = f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>'
    return "\n".join([head, _STYLE, background, *parts, "</svg>"]) + "\n"


def learning_curves(
    curves: dict[str, list[tuple[int, float]]], dashed: set[str], title: str = "Dev cross-entropy (nats per target subword)"
) -> str:
    """Losses over target subwords seen; names in `dashed` are drawn so. Each curve has at least one point."""
    right = 90.0 + 7.0 * max(18, *(len(name) for name in curves))
    width, height, left, top, bottom = 640.0 + right, 460.0, 56.0, 34.0, 46.0
    points = [point for curve in curves.values() for point in curve]
    most = max(1, *(tokens for tokens, _ in points))
    low = min(loss for _, loss in points) - 0.1
    high = max(low + 0.2, min(max(loss for _, loss in points), max(low + 1, 6.0)))

    def x(tokens: float) -> float:
        return left + (width - left - right) * tokens / most

    def y(loss: float) -> float:
        return top + (height - top - bottom) * (high - min(loss, high)) / (high - low)

    parts = [f'<text x="{left:g}" y="18">{escape(title)} over target subwords seen</text>']
    for step in range(int(low) + 1, int(high) + 1):
        parts.append(f'<line class="g" x1="{left:g}" x2="{width - right:g}" y1="{y(step):.1f}" y2="{y(step):.1f}"/>')
        parts.append(f'<text class="t" x="{left - 8:g}" y="{y(step) + 4:.1f}" text-anchor="end">{step}</text>')
    for part in range(5):
        tokens = most * part / 4
        label = f"{tokens / 1e6:.1f} M"
        parts.append(f'<text class="t" x="{x(tokens):.1f}" y="{height - bottom + 18:g}" text-anchor="middle">{label}</text>')
    order = sorted(curves, key=lambda name: curves[name][-1][1], reverse=True)
    for k, name in enumerate(order):
        colour = _COLOURS[k % len(_COLOURS)]
        pattern = "6 4" if name in dashed else _PATTERNS[k // len(_COLOURS) % len(_PATTERNS)]
        dash = f' stroke-dasharray="{pattern}"' if pattern else ""
        path = " ".join(f"{x(tokens):.1f},{y(loss):.1f}" for tokens, loss in curves[name])
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8"{dash}/>')
        at = top + 18 * k + 10
        ends = f'x1="{width - right + 12:g}" x2="{width - right + 34:g}" y1="{at - 4:g}" y2="{at - 4:g}"'
        parts.append(f'<line {ends} stroke="{colour}" stroke-width="2"{dash}/>')
        parts.append(f'<text x="{width - right + 40:g}" y="{at:g}">{escape(name)} {curves[name][-1][1]:.3f}</text>')
    return document(width, height, parts)
