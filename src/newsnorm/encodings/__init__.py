"""What the rules of the stage encoding share: how likely a text is, code pages, and UTF-8 read as one."""
