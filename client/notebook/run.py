"""Runs a notebook against a server and writes it with its outputs: python run.py NOTEBOOK.ipynb OUTPUT.ipynb"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(Path(sys.argv[1]), as_version=4)
NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
nbformat.write(notebook, sys.argv[2])
