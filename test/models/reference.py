"""The model's equations (docs/model.md) in plain NumPy and float64, one sentence, one step at a time.

Deliberately without batching, padding or any code of the package: PyTorch, the ONNX graphs and the TypeScript engine are
compared with this. Weights are those of the PyTorch modules, by their names.
"""

from __future__ import annotations

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def log_softmax(x):
    shifted = x - x.max()
    return shifted - np.log(np.exp(shifted).sum())


def lstm_cell(x, h, c, w_x, w_h, b):
    """h_t, C_t and the gates f, i, o of the LSTM; x [E], h and c [H], w_x [E,4H], w_h [H,4H], gate order i, f, c̃, o."""
    i, f, candidate, o = np.split(x @ w_x + h @ w_h + b, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(candidate)
    return sigmoid(o) * np.tanh(c), c, {"gate_f": sigmoid(f), "gate_i": sigmoid(i), "gate_o": sigmoid(o)}


class Reference:
    """weights: name → array (a PyTorch state dict as NumPy); lexicon [source V, V] and floor ε·u [V], or None."""

    def __init__(self, weights, config, lexicon=None, floor=None):
        self.w = {name: np.asarray(value, np.float64) for name, value in weights.items()}
        self.config, self.lexicon, self.floor = config, lexicon, floor

    def encode(self, ids):
        """ids (EOS at the end) → memory [S,H], h_0, C_0. `salience_scores` [S] is kept for self-attention pooling."""
        w, half = self.w, self.config.hidden // 2
        memory = [w["encoder.embedding.weight"][i] for i in ids]
        for layer in range(self.config.encoder_layers):
            prefix = f"encoder.layers.{layer}."
            directions = []
            for d, sequence in enumerate((memory, memory[::-1])):
                w_x = w[prefix + "input_weight"][:, d * 4 * half : (d + 1) * 4 * half]
                h = c = np.zeros(half)
                states = []
                for x in sequence:
                    h, c, _ = lstm_cell(x, h, c, w_x, w[prefix + "weight"][d], w[prefix + "bias"][d])
                    states.append(h)
                directions.append(states)
            memory = [np.concatenate([a, b]) for a, b in zip(directions[0], directions[1][::-1])]
        memory = np.array(memory)
        pooled = memory.mean(0)
        if self.config.pooling == "attention":
            self.salience_scores = np.array([w["encoder.scorer.weight"][0] @ m for m in memory])
            pooled = softmax(self.salience_scores) @ memory
        first = np.tanh(w["encoder.initial.weight"] @ pooled + w["encoder.initial.bias"])
        return memory, *np.split(first, 2)

    def energy(self, h, memory_i):
        """a(h_t, h_i)."""
        w, score = self.w, self.config.score
        if score == "dot":
            return h @ memory_i
        if score == "scaled_dot":
            return h @ memory_i / np.sqrt(len(h))
        if score == "general":
            return h @ (w["decoder.attention.key.weight"] @ memory_i)
        query = w["decoder.attention.query.weight"] @ h + w["decoder.attention.query.bias"]
        return w["decoder.attention.energy"] @ np.tanh(query + w["decoder.attention.key.weight"] @ memory_i)

    def step(self, token, state, memory, source):
        """token y_{t-1}, state (h, C[, feed]) → log-probabilities [V], α [S], next state. `trace` keeps what leads to them,
        by the names of the decoder graph's outputs."""
        w, config = self.w, self.config
        x = w.get("decoder.embedding.weight", w["encoder.embedding.weight"])[token]
        feeds = config.cell == "luong" and config.recurrent_output
        inputs = np.concatenate([x, state[2]]) if feeds else x
        h, c, self.trace = lstm_cell(
            inputs, state[0], state[1], w["decoder.lstm.input_weight"], w["decoder.lstm.weight"][0],
            w["decoder.lstm.bias"][0],
        )
        energies = np.array([self.energy(h, m) for m in memory])
        attention = softmax(energies)
        context = attention @ memory
        combined = w["decoder.combine.weight"] @ np.concatenate([context, h]) + w["decoder.combine.bias"]
        z = np.tanh(combined)
        self.trace |= {"energies": energies, "context": context, "attentional": z}
        if config.cell == "regated":
            gate = w["decoder.regate.weight"] @ np.concatenate([z, x]) + w["decoder.regate.bias"]
            z = sigmoid(gate) * np.tanh(c)
            self.trace |= {"second_gate": sigmoid(gate), "output_state": z}
        # With a joint vocabulary both sides share one table.
        table = w.get("decoder.embedding.weight", w["encoder.embedding.weight"])
        own = table @ (w["decoder.to_embedding.weight"] @ z) + w["decoder.output_bias"]
        if self.lexicon is not None:
            own = own + np.log(attention @ self.lexicon[source] + self.floor)
        recurring = z if config.cell == "regated" and config.recurrent_output else h
        return log_softmax(own), attention, (recurring, c, z) if feeds else (recurring, c)

    def greedy(self, source, steps, bos, forbidden=()):
        """Most probable token at each of `steps` steps (`forbidden` ones left out) with its evidence; `traces` has the rest of each."""
        memory, h, c = self.encode(source)
        state = (h, c, np.zeros_like(h)) if self.config.cell == "luong" and self.config.recurrent_output else (h, c)
        token, out, self.traces = bos, [], []
        for _ in range(steps):
            log_probs, attention, state = self.step(token, state, memory, source)
            allowed = log_probs.copy()
            allowed[list(forbidden)] = -np.inf
            token = int(allowed.argmax())
            out.append((token, log_probs, attention))
            self.traces.append(self.trace)
        return memory, out
