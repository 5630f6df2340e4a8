"""The architectures that were tried, side by side on Multi30k en→de; nothing here ships."""
