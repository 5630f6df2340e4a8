"""Attention maps as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from alignlens.plot import document


def attention_maps(maps: Sequence[tuple[str, Sequence[str], Sequence[str], Sequence[Sequence[float]]]]) -> str:
    """Maps side by side: (title, source subwords, target subwords, weights [target][source])."""
    cell, margin, gap = 17.0, 92.0, 26.0
    parts: list[str] = []
    at, tallest = 0.0, 0.0
    for title, source, target, weights in maps:
        parts.append(f'<text x="{at + margin:g}" y="16">{escape(title)}</text>')
        for i, piece in enumerate(source):
            x = at + margin + cell * i + 12
            parts.append(f'<text class="t" transform="translate({x:g},{margin - 4:g}) rotate(-60)">{escape(piece)}</text>')
        for t, piece in enumerate(target):
            y = margin + cell * t
            parts.append(f'<text class="t" x="{at + margin - 5:g}" y="{y + 13:g}" text-anchor="end">{escape(piece)}</text>')
            for i in range(len(source)):
                fill = f'fill="#0072b2" fill-opacity="{weights[t][i]:.2f}"'
                parts.append(f'<rect x="{at + margin + cell * i:g}" y="{y:g}" width="{cell - 1:g}" height="{cell - 1:g}" {fill}/>')
        at += margin + cell * len(source) + gap
        tallest = max(tallest, margin + cell * len(target))
    return document(at, tallest + 10, parts)
