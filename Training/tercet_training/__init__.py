"""Trains and exports the English model of Tercet."""
