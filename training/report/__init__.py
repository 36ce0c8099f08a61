"""The accuracy report: what the served models do on messages that nobody tuned them on."""
