"""Typed training configuration; a YAML file may leave out what keeps its default but may not add keys."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_type_hints

import yaml

from .errors import ConfigError


@dataclass(frozen=True)
class DataConfig:
    source: str
    """Language code of the first column (after `reverse`)."""
    target: str
    train: tuple[str, ...]
    """TSV files (optionally .gz), relative to the data folder: source, target, domain, origin."""
    dev: str
    test: str
    licences: dict[str, str] = field(default_factory=dict)
    """Where the rows come from → under which licence; listed in the model card."""
    reverse: bool = False
    """Swap the first two columns."""
    protect_latin_words: bool = False
    """Words in Latin letters in the source are protected as well: for sources written in other letters."""
    rough_pairs: float = 0.0
    """Share of the training pairs that are written as comments and commit messages are: without the capital at the beginning of the
    source, and without the final stop."""
    known_words: int = 0
    """Translations into Latin letters hold only words that the training targets have at least this often, and the source's own; 0: any.
    Not for languages that join words at will."""
    max_tokens: int = 100
    """Pairs with more subwords than this on either side are left out of training."""
    max_ratio: float = 4.0
    """Pairs whose subword counts differ by more than this factor (plus 3) are left out (translation only)."""
    source_tokens: int = 0
    """Summaries: source subwords that are read; what follows is cut off."""


@dataclass(frozen=True)
class TokenizerConfig:
    source_vocabulary: int = 8000
    target_vocabulary: int = 8000
    joint: bool = False
    """One vocabulary of `source_vocabulary` entries for both sides, and one embedding table."""


@dataclass(frozen=True)
class ModelConfig:
    cell: Literal["regated", "luong"] = "regated"
    score: Literal["dot", "scaled_dot", "general", "mlp"] = "general"
    recurrent_output: bool = False
    """regated: the re-gated h_t recurs; luong: ĥ_t is fed to the next step. False: only the output layer sees it, so
    that a teacher-forced pass computes everything but the LSTM for all steps at once."""
    embedding: int = 256
    hidden: int = 512
    """Decoder units; the encoder has half as many in each direction."""
    encoder_layers: int = 1
    dropout: float = 0.1
    pooling: Literal["mean", "attention"] = "mean"
    """How the memory becomes the decoder's first state. attention: weighted by the salience of each subword."""
    lexicon: Literal["bilingual", "identity", "none"] = "bilingual"
    """identity: a source subword votes for itself in any case, with or without the space before it (a pointer)."""
    lexicon_epsilon: float = 1e-3
    lexicon_prune: float = 1e-3


@dataclass(frozen=True)
class TrainConfig:
    batch_tokens: int = 1500
    """Padded target subwords of a batch."""
    learning_rate: float = 2e-3
    warmup_updates: int = 200
    tokens: int = 10_000_000
    """Target subwords to see in all; the learning rate falls linearly over the last `decay_fraction` of them."""
    decay_fraction: float = 0.4
    final_learning_rate: float = 0.05
    """Learning rate at the end, as a fraction of the peak."""
    clip_norm: float = 1.0
    label_smoothing: float = 0.0
    sampled_softmax: int = 0
    """Target subwords drawn for each batch's softmax, beside its own and those the lexicon proposes; 0 takes all."""
    guided_alignment: float = 0.3
    """Weight of the attention loss against statistical word alignments (identity: against the copied words)."""
    guided_salience: float = 0.0
    """Weight of the salience loss against the source words that the summary uses."""
    average_decay: float = 0.998
    """Decay per update of the moving average of the weights, which is what is evaluated and exported."""
    domain_weights: dict[str, float] = field(default_factory=dict)
    """How often a pair of a domain is drawn per epoch (default 1)."""
    seed: int = 1
    checkpoint_minutes: float = 3.0
    evaluate_minutes: float = 10.0
    dev_pairs: int = 1000
    """Dev pairs scored at each evaluation, spread evenly over the file."""


@dataclass(frozen=True)
class DecodingConfig:
    """How the pack decodes unless asked otherwise; tuned on dev."""

    beam_size: int = 4
    length_penalty: float = 1.0
    """Exponent p of the length normalisation ((5 + n) / 6)^p."""
    max_ratio: float = 2.0
    max_extra: int = 10
    """Target subwords at most: max_ratio times the source subwords, and max_extra."""
    no_repeat_ngram: int = 0
    """Subwords in a row that a hypothesis may not write twice; 0 allows any repetition."""
    coverage_penalty: float = 0.0
    """Weight of the reward for source subwords that were attended to (Wu et al. 2016, eq. 14)."""
    min_score: float = -100.0
    """Summaries: a line whose mean log-probability per subword is less is replaced by a quotation."""
    length_exponent: float = 0.5
    """Summaries: sentences are quoted by their salience divided by (their words to this power)."""


@dataclass(frozen=True)
class Config:
    id: str
    data: DataConfig
    task: Literal["translate", "summarize"] = "translate"
    tokenizer: TokenizerConfig = field(default_factory=TokenizerConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    train: TrainConfig = field(default_factory=TrainConfig)
    decoding: DecodingConfig = field(default_factory=DecodingConfig)


def _build(cls: type, values: Any, where: str) -> Any:
    if not isinstance(values, dict):
        raise ConfigError(f"{where} must be a mapping, not {type(values).__name__}")
    hints = get_type_hints(cls)
    known = {f.name: f for f in dataclasses.fields(cls)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise ConfigError(f"{where}: unknown key {unknown[0]!r}; known keys: {', '.join(sorted(known))}")
    arguments = {}
    for name, f in known.items():
        if name not in values:
            if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING:
                raise ConfigError(f"{where}: the key {name!r} is missing")
            continue
        arguments[name] = _convert(hints[name], values[name], f"{where}.{name}")
    return cls(**arguments)


def _convert(hint: Any, value: Any, where: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return _build(hint, value, where)
    choices = getattr(hint, "__args__", ())
    if getattr(hint, "__origin__", None) is Literal:
        if value not in choices:
            raise ConfigError(f"{where} is {value!r}; it must be one of {', '.join(map(str, choices))}")
        return value
    if getattr(hint, "__origin__", None) is tuple:
        return tuple(value)
    if getattr(hint, "__origin__", None) is dict:
        if not isinstance(value, dict):
            raise ConfigError(f"{where} must be a mapping, not {type(value).__name__}")
        return {str(k): _convert(choices[1], v, f"{where}.{k}") for k, v in value.items()}
    if hint is float and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise ConfigError(f"{where} is {value!r}; it must be of type {hint.__name__}")
    return value


def from_dict(values: dict) -> Config:
    """Config from plain values. Raises ConfigError on unknown, missing, wrongly typed or contradicting keys."""
    config = _build(Config, values, "config")
    if (config.model.lexicon == "identity") > config.tokenizer.joint:
        raise ConfigError("config.model.lexicon is identity; it needs tokenizer.joint: true")
    if (config.task == "summarize") != (config.data.source_tokens > 0):
        raise ConfigError("config.data.source_tokens goes with task: summarize, and is at least 1 then")
    if config.train.guided_salience and config.model.pooling != "attention":
        raise ConfigError("config.train.guided_salience needs model.pooling: attention")
    return config


def load(path: str | Path, changes: Sequence[str] = ()) -> Config:
    """Config from a YAML file, with `changes` such as `model.pooling=mean`. Raises ConfigError with the file's name."""
    try:
        values = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
        for change in changes:
            _change(values, change)
        return from_dict(values)
    except (ConfigError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _change(values: dict, change: str) -> None:
    name, equals, value = change.partition("=")
    *sections, key = name.split(".")
    if not equals or len(sections) > 1:
        raise ConfigError(f"--set {change}: write SECTION.KEY=VALUE, such as model.pooling=mean")
    for section in sections:
        values = values.setdefault(section, {})
    values[key] = yaml.safe_load(value)


def to_dict(config: Config) -> dict:
    """Plain values, as stored in checkpoints and manifests."""
    return dataclasses.asdict(config)
