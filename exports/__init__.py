"""From a ledger to files, and their validation."""
