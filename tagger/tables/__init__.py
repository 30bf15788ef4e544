"""What row, column and caption say of a cell."""
