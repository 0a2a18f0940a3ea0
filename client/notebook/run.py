"""Runs the notebook against a server and writes it with its outputs: python run.py OUTPUT.ipynb"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(Path(__file__).with_name("actor-network.ipynb"), as_version=4)
NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
nbformat.write(notebook, sys.argv[1])
