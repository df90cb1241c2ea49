"""Offline retranslation: engines behind one small protocol, and the way of a text through them."""
