"""What `npm run bench:peers` needs of Python: models and runtimes of others to measure AlignLens against."""
