"""What each lever of training and of decoding is worth on dev: models/LEVERS.md."""
