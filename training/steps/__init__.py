"""The steps of the training graph: one file each, `run(paths, config)`, files in and files out."""
