"""The commands, one module each; `tagwright.cli` imports a module when its command is called."""
