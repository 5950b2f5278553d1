"""monofact: says from the training data where a model will make things up."""
