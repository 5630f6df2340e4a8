"""AlignLens training: an attention LSTM with a lexicon that votes through its attention.

Modules import only those before them: config, text, data, tokenizer, lexicon, encoder, attention, decoder, model,
loss, search, train, evaluate, export, pack.
"""

__version__ = "0.1.0"
